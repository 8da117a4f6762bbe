#include "app/client/records/saved_answer.h"

#include "app/client/records/answer_file.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void SavedAnswer::save(
    const QString& method, const QStringList& parts, const QUrl& file, const QJsonObject& query)
{
    if (m_busy || !m_calls)
        return;
    forget();
    m_busy = true;
    m_isForgotten = false;
    Q_EMIT changed();
    Call call;
    call.method = method.toLatin1();
    call.path = callPath(parts);
    call.query = callQuery(query);
    m_calls->send(call).then(this, [this, file](const CallAnswer& answer) { take(answer, file); });
}

void SavedAnswer::forget()
{
    m_problem.clear();
    m_written.clear();
    m_isForgotten = true;
    Q_EMIT changed();
}

void SavedAnswer::take(const CallAnswer& answer, const QUrl& file)
{
    m_busy = false;
    m_problem = writeAnswer(answer, file);
    if (m_problem.isEmpty() && !m_isForgotten)
        m_written = file;
    else if (!m_problem.isEmpty() && m_isForgotten)
        m_problem = tr("%1: %2").arg(file.fileName(), m_problem);
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_saved_answer.cpp"
