#include "app/client/administration/account_change.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void AccountChange::add(const QString& login, const QString& name)
{
    send("POST", u"/accounts"_s, {{u"login"_s, login.trimmed()}, {u"name"_s, name.trimmed()}});
}

void AccountChange::resetPassword(const QString& login)
{
    send("POST", callPath({u"accounts"_s, login, u"password"_s}), {});
}

void AccountChange::setDisabled(const QString& login, bool disabled)
{
    send("PUT", callPath({u"accounts"_s, login, u"disabled"_s}), {{u"disabled"_s, disabled}});
}

void AccountChange::grant(
    const QString& login, const QString& role, const QString& unit, const QString& department)
{
    QJsonObject json {{u"role"_s, role}};
    if (!unit.isEmpty())
        json[u"unit"_s] = unit;
    if (!department.isEmpty())
        json[u"department"_s] = department;
    send("PUT", callPath({u"accounts"_s, login, u"role"_s}), json);
}

void AccountChange::forget()
{
    m_problem.clear();
    m_login.clear();
    m_password.clear();
    Q_EMIT changed();
}

void AccountChange::send(const QByteArray& method, const QString& path, const QJsonObject& json)
{
    if (m_busy)
        return;
    forget();
    m_busy = true;
    Call call;
    call.method = method;
    call.path = path;
    call.json = json;
    Q_EMIT changed();
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        m_login = answer.json()["login"_L1].toString();
        m_password = answer.json()["password"_L1].toString();
        Q_EMIT changed();
        if (answer.isOk())
            Q_EMIT done();
    });
}

} // namespace guanwu

#include "moc_account_change.cpp"
