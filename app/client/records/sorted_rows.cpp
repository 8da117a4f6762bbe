#include "app/client/records/sorted_rows.h"

#include "app/client/records/record_columns.h"

#include <QCollator>
#include <QJsonDocument>
#include <QLocale>
#include <algorithm>

namespace guanwu {

void SortedRows::add(const QJsonObject& row, const QString& id)
{
    const QJsonValue value = valueAt(row, m_column);
    m_rows.push_back({QJsonDocument(row).toJson(QJsonDocument::Compact),
        value.isDouble() ? QString::number(value.toDouble(), 'f', 3) : value.toString(), id});
}

void SortedRows::sort(bool isDescending)
{
    // In numeric mode "9.00" stands before "10.00", and A-9 before A-10.
    QCollator collator(QLocale(QLocale::Chinese));
    collator.setNumericMode(true);
    struct Place {
        QCollatorSortKey key;
        std::size_t at;
    };
    std::vector<Place> places;
    places.reserve(m_rows.size());
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        places.push_back({collator.sortKey(m_rows[at].key), at});
    std::stable_sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        const bool isEmpty = m_rows[a.at].key.isEmpty();
        if (isEmpty != m_rows[b.at].key.isEmpty())
            return !isEmpty;
        return isDescending ? b.key < a.key : a.key < b.key;
    });
    std::vector<Packed> sorted;
    sorted.reserve(m_rows.size());
    for (const Place& place : places)
        sorted.push_back(std::move(m_rows[place.at]));
    m_rows = std::move(sorted);
}

QJsonObject SortedRows::row(int at) const
{
    return QJsonDocument::fromJson(m_rows[static_cast<std::size_t>(at)].json).object();
}

int SortedRows::rowOf(const QString& id) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Packed& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

} // namespace guanwu
