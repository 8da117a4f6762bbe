#pragma once

#include "app/client/calls/calls.h"

#include <functional>
#include <qqmlregistration.h>

namespace guanwu {

/// What administrators do with accounts. A first password is shown once and kept nowhere.
class AccountChange : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Of the account that was added or reset.
    Q_PROPERTY(QString login READ login NOTIFY changed)
    Q_PROPERTY(QString password READ password NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QString& login() const { return m_login; }
    [[nodiscard]] const QString& password() const { return m_password; }

    Q_INVOKABLE void add(const QString& login, const QString& name);
    Q_INVOKABLE void resetPassword(const QString& login);
    Q_INVOKABLE void setDisabled(const QString& login, bool disabled);
    Q_INVOKABLE void grant(
        const QString& login, const QString& role, const QString& unit, const QString& department);
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void done();

private:
    void send(const QByteArray& method, const QString& path, const QJsonObject& json);

    Calls* m_calls = nullptr;
    QString m_problem;
    QString m_login;
    QString m_password;
    bool m_busy = false;
};

} // namespace guanwu
