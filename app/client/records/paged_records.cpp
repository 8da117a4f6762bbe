#include "app/client/records/paged_records.h"

#include "app/client/records/record_columns.h"

#include <QCollator>
#include <QJsonArray>
#include <QLocale>
#include <QTimer>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr std::size_t kUnderWay = 2; ///< pages asked for at a time: a drag over thousands asks for few
    constexpr int kAhead = PagedRecords::kRowsAPage / 2;

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
    const bool all = !m_sortKey.isEmpty() && !isSortedThere() && m_order.empty() && m_sortRefusal.isEmpty();
    const int from = std::max(0, m_order.empty() ? m_first - kAhead : 0);
    const int to = std::min(count() - 1, m_last + kAhead);
    if (m_order.empty() && to >= from)
        for (std::size_t page = m_cache.pageOf(from), end = m_cache.pageOf(to); page <= end; ++page)
            if (!m_cache.holds(page))
                ask(page);
    if (!isComplete() && (all || m_last + kAhead >= count()))
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
        m_order.clear();
        m_first = 0;
        m_last = 0;
    }
    if (page == m_cache.pages())
        m_cache.append(std::move(rows), next);
    else
        m_cache.refill(page, std::move(rows));
    sort();
    if (isRestart)
        Q_EMIT restarted();
    tell();
    bring();
}

QJsonObject PagedRecords::recordAt(int row)
{
    if (row < 0 || row >= count())
        return {};
    return m_cache.row(m_order.empty() ? row : m_order[static_cast<std::size_t>(row)])
        .value_or(QJsonObject());
}

int PagedRecords::rowOf(const QString& id)
{
    const int around = kRowsAPage * static_cast<int>(kMostPages);
    for (int row = std::max(0, m_first - around); row < std::min(count(), m_first + around); ++row)
        if (idOf(row) == id)
            return row;
    return -1;
}

QList<QJsonObject> PagedRecords::sortedRows()
{
    QList<QJsonObject> out;
    for (const int row : m_order)
        out.push_back(m_cache.row(row).value_or(QJsonObject()));
    return out;
}

void PagedRecords::sortBy(const QString& key)
{
    const bool wasThere = isSortedThere();
    if (key != m_sortKey) {
        m_sortKey = key;
        m_descending = false;
    } else if (!m_descending)
        m_descending = true;
    else
        m_sortKey.clear();
    m_order.clear();
    m_sortRefusal.clear();
    if (wasThere || isSortedThere()) {
        reload();
        return tell();
    }
    sort();
    tell();
    bring();
}

void PagedRecords::sort()
{
    m_order.clear();
    if (m_sortKey.isEmpty() || isSortedThere())
        return;
    if (count() > kMostSorted || (!isComplete() && count() == kMostSorted)) {
        m_sortRefusal = tr("Only lists of up to %1 rows can be sorted by this column: narrow the search.")
                            .arg(kMostSorted);
        m_sortKey.clear();
        return;
    }
    if (!isComplete() || m_cache.heldPages() != m_cache.pages())
        return; // the rest is on its way
    std::vector<QString> keys;
    for (int row = 0; row < count(); ++row) {
        const QJsonValue value = valueAt(m_cache.row(row).value_or(QJsonObject()), m_sortKey);
        keys.push_back(value.isDouble() ? QString::number(value.toDouble(), 'f', 3) : value.toString());
    }
    // In numeric mode "9.00" stands before "10.00", and A-9 before A-10.
    QCollator collator(QLocale(QLocale::Chinese));
    collator.setNumericMode(true);
    m_order.resize(static_cast<std::size_t>(count()));
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_sort(m_order.begin(), m_order.end(), [&](int left, int right) {
        const auto& a = keys[static_cast<std::size_t>(left)];
        const auto& b = keys[static_cast<std::size_t>(right)];
        if (a.isEmpty() != b.isEmpty()) // what says nothing stands last, whichever way it goes
            return b.isEmpty();
        return m_descending ? collator.compare(b, a) < 0 : collator.compare(a, b) < 0;
    });
}

void PagedRecords::tell()
{
    ++m_revision;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_paged_records.cpp"
