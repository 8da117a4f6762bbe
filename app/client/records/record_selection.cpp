#include "app/client/records/record_selection.h"

#include <algorithm>

namespace guanwu {

void RecordSelection::setRecords(PagedRecords* records)
{
    if (records == m_records)
        return;
    if (m_records)
        m_records->disconnect(this);
    m_records = records;
    if (records) {
        connect(records, &PagedRecords::changed, this, &RecordSelection::follow);
        connect(records, &PagedRecords::restarted, this, [this] { m_rest.reset(); });
        connect(records, &PagedRecords::asked, this, &RecordSelection::clear);
    }
    clear();
}

bool RecordSelection::holds(int row) const
{
    return m_records && !m_picked.isEmpty() && m_picked.contains(m_records->idOf(row));
}

void RecordSelection::toggle(int row)
{
    const QJsonObject record = m_records ? m_records->recordAt(row) : QJsonObject();
    if (record.isEmpty())
        return;
    m_anchor = row;
    const QString id = record[m_records->idKey()].toString();
    if (m_picked.remove(id) == 0 && count() < kMost)
        m_picked.insert(id, record);
    tell();
}

void RecordSelection::extendTo(int row)
{
    m_rest = std::minmax(m_anchor, row);
    follow();
}

void RecordSelection::pickAll()
{
    if (!m_records)
        return;
    m_rest = std::pair(0, kMost - 1);
    follow();
}

void RecordSelection::follow()
{
    if (!m_rest || !m_records)
        return;
    auto& [row, last] = *m_rest;
    const int before = count();
    for (; row <= last && row < m_records->count() && count() < kMost; ++row) {
        const QJsonObject record = m_records->recordAt(row);
        if (record.isEmpty())
            break;
        m_picked.insert(record[m_records->idKey()].toString(), record);
    }
    const bool isDone = row > last || count() >= kMost || !m_records->problem().isEmpty()
        || (m_records->isComplete() && row >= m_records->count());
    const int wanted = row;
    if (isDone)
        m_rest.reset();
    if (count() != before)
        tell();
    if (!isDone)
        m_records->look(wanted, wanted);
}

void RecordSelection::clear()
{
    m_rest.reset();
    m_picked.clear();
    m_anchor = 0;
    tell();
}

void RecordSelection::tell()
{
    ++m_revision;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_record_selection.cpp"
