#pragma once

#include "app/client/calls/calls.h"

#include <QImage>
#include <QQuickPaintedItem>
#include <qqmlregistration.h>

namespace guanwu {

/// A JPEG or PNG of a stranger, no larger than that, opened in a child process (security X13); null when it
/// is none, or has more than 40 megapixels. Not for the thread that draws.
[[nodiscard]] QImage callPhoto(const QByteArray& bytes, int longestSide);
/// The same of a floor plan, in greys.
[[nodiscard]] QImage callDrawing(const QByteArray& bytes);

/// A picture that the API gives, fitted into the item and no larger in memory than `longestSide`. JPEG and
/// PNG by their content, at most 40 megapixels; anything else is refused.
class CallPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY changed)
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(bool isRefused READ isRefused NOTIFY changed)
    Q_PROPERTY(int longestSide MEMBER m_longestSide NOTIFY changed)
    Q_PROPERTY(bool isSharp MEMBER m_isSharp NOTIFY changed) ///< symbols are not smoothed

public:
    explicit CallPicture(QQuickItem* parent = nullptr);
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] const QString& path() const { return m_path; }
    void setPath(const QString& path);
    [[nodiscard]] bool isThere() const { return !m_picture.isNull(); }
    [[nodiscard]] bool isRefused() const { return m_isRefused; }
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const QImage& picture);

    Calls* m_calls = nullptr;
    QString m_path;
    QImage m_picture;
    int m_generation = 0;
    int m_longestSide = 1600;
    bool m_isRefused = false;
    bool m_isSharp = false;
};

} // namespace guanwu
