#pragma once

#include "app/client/calls/calls.h"

#include <QStringList>
#include <QUrl>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// Tags of cards as a PDF, saved where its user says and opened by the viewer of the system.
class TagPrint : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QUrl written READ written NOTIFY changed)
    Q_PROPERTY(QVariantList designs READ designs NOTIFY changed) ///< { value, text } of the server
    Q_PROPERTY(
        QString preview READ preview NOTIFY changed) ///< a picture as a data: address, empty = none yet

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QUrl& written() const { return m_written; }

    [[nodiscard]] const QVariantList& designs() const { return m_designs; }

    [[nodiscard]] const QString& preview() const { return m_preview; }

    Q_INVOKABLE void askDesigns();
    /// How the label of that card will look.
    Q_INVOKABLE void look(const QString& asset, const QString& design);
    /// `design`: one of the designs.
    Q_INVOKABLE void make(const QStringList& assets, const QString& design, const QUrl& file);
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void saved(const QUrl& file);

private:
    void take(const CallAnswer& answer, const QUrl& file);

    Calls* m_calls = nullptr;
    QString m_problem;
    QUrl m_written;
    QVariantList m_designs;
    QString m_preview;
    int m_look = 0; ///< the answer to an earlier question is not shown
    bool m_busy = false;
};

} // namespace guanwu
