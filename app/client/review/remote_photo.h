#pragma once

#include "app/client/calls/calls.h"

#include <QImage>
#include <QPointer>
#include <QQuickPaintedItem>
#include <qqmlregistration.h>

namespace guanwu {

/// A photo of an event, fetched by its content hash, no larger in memory than it is shown. The server has
/// looked into it before it took it; what cannot be decoded is said to be so.
class RemotePhoto : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY inputChanged)
    Q_PROPERTY(QString hash READ hash WRITE setHash NOTIFY inputChanged)
    Q_PROPERTY(Status status READ status NOTIFY statusChanged)
    /// Longest side in memory.
    Q_PROPERTY(int most MEMBER m_most)

public:
    enum class Status { Empty, Loading, Shown, Missing };
    Q_ENUM(Status)

    explicit RemotePhoto(QQuickItem* parent = nullptr);

    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] QString hash() const { return m_hash; }
    void setHash(const QString& hash);
    [[nodiscard]] Status status() const { return m_status; }
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void inputChanged();
    void statusChanged();

private:
    void load();
    void setStatus(Status status);

    QPointer<Calls> m_calls;
    QString m_hash;
    QImage m_image;
    Status m_status = Status::Empty;
    int m_most = 1600;
};

} // namespace guanwu
