#include "app/client/records/page_cache.h"

#include <algorithm>

namespace guanwu {

void PageCache::append(QList<QJsonObject> rows, const QString& next)
{
    const int count = static_cast<int>(rows.size());
    m_complete = next.isEmpty();
    if (count > 0) {
        m_pages.push_back({m_next, m_rows, count});
        hold(m_pages.size() - 1, std::move(rows));
    }
    m_rows += count;
    m_next = next;
}

bool PageCache::refill(std::size_t page, QList<QJsonObject> rows)
{
    const auto known = static_cast<qsizetype>(m_pages[page].rows);
    const bool same = rows.size() >= known;
    rows.resize(known);
    hold(page, std::move(rows));
    return same;
}

std::size_t PageCache::pageOf(int row) const
{
    const auto behind = std::upper_bound(m_pages.begin(), m_pages.end(), row,
        [](int wanted, const Page& page) { return wanted < page.first; });
    return static_cast<std::size_t>(behind - m_pages.begin()) - 1;
}

QString PageCache::keyBefore(std::size_t page) const
{
    return page < m_pages.size() ? m_pages[page].after : m_next;
}

std::optional<QJsonObject> PageCache::row(int row)
{
    if (row < 0 || row >= m_rows)
        return std::nullopt;
    const std::size_t page = pageOf(row);
    const auto found = m_held.find(page);
    if (found == m_held.end())
        return std::nullopt;
    m_ages.splice(m_ages.begin(), m_ages, found->second.age);
    return found->second.rows.at(row - m_pages[page].first);
}

void PageCache::hold(std::size_t page, QList<QJsonObject> rows)
{
    if (const auto found = m_held.find(page); found != m_held.end()) {
        m_ages.erase(found->second.age);
        m_held.erase(found);
    }
    m_ages.push_front(page);
    m_held.emplace(page, Held {std::move(rows), m_ages.begin()});
    while (m_held.size() > m_mostPages) {
        m_held.erase(m_ages.back());
        m_ages.pop_back();
    }
}

} // namespace guanwu
