#include "app/client/forms/change_call.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

void ChangeCall::send(
    const QString& method, const QStringList& parts, const QJsonObject& body, qint64 revision)
{
    if (m_busy || !m_calls)
        return;
    Call call;
    call.method = method.toLatin1();
    call.path = callPath(parts);
    call.json = body;
    if (revision >= 0)
        call.ifMatch = u"\"%1\""_s.arg(revision);
    const bool isSame = call.method == m_last.method && call.path == m_last.path && call.json == m_last.json
        && call.ifMatch == m_last.ifMatch;
    call.requestKey = isSame ? m_last.requestKey : QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_last = call;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        // What was answered is over: the same again would be another write.
        if (!answer.passing)
            m_last = {};
        Q_EMIT changed();
        if (answer.isOk())
            Q_EMIT done(answer.json());
        else
            Q_EMIT refused(answer.code);
    });
}

void ChangeCall::forget()
{
    m_problem.clear();
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_change_call.cpp"
