#include "app/client/forms/one_record.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void OneRecord::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT asked();
    reload();
}

void OneRecord::setParts(const QStringList& parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    askAnew();
}

void OneRecord::setQuery(const QVariantMap& query)
{
    if (query == m_query)
        return;
    m_query = query;
    askAnew();
}

/// What was told of another one is forgotten at once.
void OneRecord::askAnew()
{
    m_value.clear();
    m_isThere = false;
    m_problem.clear();
    m_busy = false;
    ++m_generation;
    Q_EMIT asked();
    Q_EMIT changed();
    reload();
}

void OneRecord::reload()
{
    if (!m_calls || m_parts.isEmpty() || m_parts.contains(QString()))
        return;
    m_busy = true;
    Q_EMIT changed();
    m_calls->get(callPath(m_parts), callQuery(m_query))
        .then(this, [this, generation = ++m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_problem = answer.problem;
            if (answer.isOk()) {
                bool isNumber = false;
                m_value = answer.json().toVariantMap();
                m_revision = QString(answer.etag).remove(u'"').toLongLong(&isNumber);
                if (!isNumber)
                    m_revision = -1;
                m_isThere = true;
            }
            Q_EMIT changed();
        });
}

} // namespace guanwu

#include "moc_one_record.cpp"
