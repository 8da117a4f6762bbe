#include "app/client/records/paged_records.h"

#include <QJsonArray>
#include <QLocale>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr std::size_t kUnderWay = 2; ///< pages asked for at a time: a drag over thousands asks for few
    constexpr int kAhead = PagedRecords::kRowsAPage / 2;
    constexpr int kGatheredAPage = 500; ///< as many as the API gives at once

} // namespace

PagedRecords::PagedRecords(QObject* parent)
    : QObject(parent)
{
}

void PagedRecords::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT asked();
    reload();
}

void PagedRecords::setPath(const QString& path)
{
    if (path == m_path)
        return;
    m_path = path;
    Q_EMIT asked();
    reload();
}

void PagedRecords::setQuery(const QVariantMap& query)
{
    if (query == m_query)
        return;
    m_query = query;
    Q_EMIT asked();
    reload();
}

QString PagedRecords::countText() const
{
    const QString number = QLocale(QLocale::English).toString(count());
    return isComplete() ? number : number + u'+';
}

void PagedRecords::reload()
{
    // What is read for an order is of the old question; the answer to the new one begins it anew.
    ++m_gathering;
    m_gathered.reset();
    // Several properties are set one after the other; one question is enough.
    if (m_reloadQueued)
        return;
    m_reloadQueued = true;
    QTimer::singleShot(0, this, [this] {
        m_reloadQueued = false;
        if (!m_calls || m_path.isEmpty())
            return;
        ++m_generation;
        m_underWay.clear();
        m_problem.clear();
        m_sortRefusal.clear();
        m_restarting = true;
        m_answered = false;
        ask(0);
        Q_EMIT changed();
    });
}

void PagedRecords::retry()
{
    m_problem.clear();
    if (m_restarting)
        ask(0);
    else
        bring();
    Q_EMIT changed();
}

void PagedRecords::look(int first, int last)
{
    m_first = first;
    m_last = last;
    bring();
}

void PagedRecords::bring()
{
    if (!m_calls || m_restarting || !m_answered || !m_problem.isEmpty())
        return;
    if (m_sorted)
        return; // all of it is here
    const int from = std::max(0, m_first - kAhead);
    const int to = std::min(count() - 1, m_last + kAhead);
    if (to >= from)
        for (std::size_t page = m_cache.pageOf(from), end = m_cache.pageOf(to); page <= end; ++page)
            if (!m_cache.holds(page))
                ask(page);
    if (!isComplete() && m_last + kAhead >= count())
        ask(m_cache.pages());
}

QUrlQuery PagedRecords::pageQuery(const QString& after, int limit) const
{
    QUrlQuery out = callQuery(m_query);
    if (isSortedThere())
        out.addQueryItem(u"sort"_s, (m_descending ? u"-"_s : QString()) + m_sorts[m_sortKey].toString());
    if (m_isPaged)
        out.addQueryItem(u"limit"_s, QString::number(limit));
    if (!after.isEmpty())
        out.addQueryItem(u"after"_s, after);
    return out;
}

std::pair<QList<QJsonObject>, QString> PagedRecords::readPage(const CallAnswer& answer) const
{
    const QJsonObject json = answer.json();
    QList<QJsonObject> rows;
    for (const auto& row : json[m_rowsKey].toArray())
        rows.push_back(row.toObject());
    return {std::move(rows), json["next"_L1].toString()};
}

void PagedRecords::ask(std::size_t page)
{
    if (m_underWay.size() >= kUnderWay || !m_underWay.insert(page).second)
        return;
    const QString after = m_restarting ? QString() : m_cache.keyBefore(page);
    m_calls->get(m_path, pageQuery(after, kRowsAPage))
        .then(this, [this, page, generation = m_generation](const CallAnswer& answer) {
            if (generation == m_generation)
                take(page, answer);
        });
    Q_EMIT changed();
}

void PagedRecords::take(std::size_t page, const CallAnswer& answer)
{
    m_underWay.erase(page);
    if (!answer.isOk()) {
        m_problem = answer.problem;
        Q_EMIT changed();
        return;
    }
    m_answered = true;
    auto [rows, next] = readPage(answer);
    const bool isRestart = m_restarting;
    if (isRestart) {
        m_restarting = false;
        m_cache = PageCache(kMostPages);
        m_sorted.reset();
        m_first = 0;
        m_last = 0;
    }
    if (page == m_cache.pages())
        m_cache.append(std::move(rows), next);
    else
        m_cache.refill(page, std::move(rows));
    if (isRestart) {
        sort();
        Q_EMIT restarted();
    }
    tell();
    bring();
}

QJsonObject PagedRecords::recordAt(int row)
{
    if (row < 0 || row >= count())
        return {};
    return m_sorted ? m_sorted->row(row) : m_cache.row(row).value_or(QJsonObject());
}

int PagedRecords::rowOf(const QString& id)
{
    if (m_sorted)
        return m_sorted->rowOf(id);
    const int around = kRowsAPage * static_cast<int>(kMostPages);
    for (int row = std::max(0, m_first - around); row < std::min(count(), m_first + around); ++row)
        if (idOf(row) == id)
            return row;
    return -1;
}

void PagedRecords::sortBy(const QString& key)
{
    const bool wasThere = isSortedThere();
    const bool isTurned = key == m_sortKey && !m_descending;
    if (key != m_sortKey) {
        m_sortKey = key;
        m_descending = false;
    } else if (!m_descending)
        m_descending = true;
    else
        m_sortKey.clear();
    m_sortRefusal.clear();
    if (wasThere || isSortedThere()) {
        reload();
        return tell();
    }
    if (isTurned && m_sorted)
        m_sorted->sort(m_descending); // nothing is read again
    else if (!isTurned || !m_gathered) // what is being read is sorted so at its end
        sort();
    tell();
    bring();
}

void PagedRecords::stopSorting()
{
    ++m_gathering;
    m_gathered.reset();
    m_sortKey.clear();
    tell();
}

void PagedRecords::sort()
{
    m_sorted.reset();
    ++m_gathering;
    m_gathered.reset();
    if (m_sortKey.isEmpty() || isSortedThere() || !m_calls)
        return;
    m_gathered.emplace(m_sortKey);
    if (!m_cache.isComplete() || m_cache.heldPages() != m_cache.pages())
        return gather({});
    for (int row = 0; row < m_cache.rows(); ++row) {
        const QJsonObject record = m_cache.row(row).value_or(QJsonObject());
        m_gathered->add(record, record[m_idKey].toString());
    }
    finishSorting();
}

void PagedRecords::gather(const QString& after)
{
    m_calls->get(m_path, pageQuery(after, kGatheredAPage))
        .then(this, [this, mine = m_gathering](const CallAnswer& answer) {
            if (mine != m_gathering)
                return;
            const auto [rows, next] = readPage(answer);
            for (const QJsonObject& row : rows)
                m_gathered->add(row, row[m_idKey].toString());
            const bool isTooMany = m_gathered->count() > kMostSorted
                || (m_gathered->count() == kMostSorted && !next.isEmpty());
            if (!answer.isOk() || isTooMany) {
                stopSorting();
                m_sortRefusal = !answer.isOk()
                    ? answer.problem
                    : tr("Only lists of up to %1 rows can be sorted by this column: narrow the search.")
                          .arg(kMostSorted);
                return tell();
            }
            if (next.isEmpty()) {
                finishSorting();
                return tell();
            }
            gather(next);
            Q_EMIT changed();
        });
}

void PagedRecords::finishSorting()
{
    m_gathered->sort(m_descending);
    m_sorted = std::move(m_gathered);
    m_gathered.reset();
}

void PagedRecords::tell()
{
    ++m_revision;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_paged_records.cpp"
