#pragma once

#include "app/client/calls/calls.h"

#include <QJsonObject>
#include <qqmlregistration.h>

namespace guanwu {

/// One write of a page: sent once at a time, and sent again as the same write while nothing about it changed,
/// so that a lost answer never does it twice.
class ChangeCall : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY asked)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    void setCalls(Calls* calls) { m_calls = calls; }

    /// `parts` of the path are escaped here. `revision` below 0 = nothing is changed that was read before.
    Q_INVOKABLE void send(
        const QString& method, const QStringList& parts, const QJsonObject& body = {}, qint64 revision = -1);
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void asked();
    void changed();
    void done(const QJsonObject& answer);
    void refused(const QString& code);

private:
    Calls* m_calls = nullptr;
    Call m_last;
    QString m_problem;
    bool m_busy = false;
};

} // namespace guanwu
