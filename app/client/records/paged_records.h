#pragma once

#include "app/client/calls/calls.h"
#include "app/client/records/page_cache.h"
#include "app/client/records/sorted_rows.h"

#include <QVariantMap>
#include <qqmlregistration.h>
#include <set>

namespace guanwu {

/// The rows of a list of the API, as far as they were looked at. Pages come as the view needs them and go
/// again; how many rows there are is known only at their end, and said so.
class PagedRecords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY asked)
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY asked)
    /// Under which name the answer holds the rows, and a row its identity.
    Q_PROPERTY(QString rowsKey MEMBER m_rowsKey NOTIFY asked)
    Q_PROPERTY(QString idKey MEMBER m_idKey NOTIFY asked)
    /// What narrows the list; an empty value does not. A change asks anew and goes to the first row.
    Q_PROPERTY(QVariantMap query READ query WRITE setQuery NOTIFY asked)
    /// Orders that the API has, by the key of a column: what `sort` says. By other columns a list of up to
    /// kMostSorted rows is read whole and sorted here.
    Q_PROPERTY(QVariantMap sorts MEMBER m_sorts NOTIFY asked)
    Q_PROPERTY(bool isPaged MEMBER m_isPaged NOTIFY asked)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool isComplete READ isComplete NOTIFY changed)
    /// "50+" while more may be behind.
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// There was an answer to the present question, and no refusal or lost connection.
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Counts the changes of what the rows hold; what shows rows depends on it.
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(QString sortKey READ sortKey NOTIFY changed)
    Q_PROPERTY(bool isDescending READ isDescending NOTIFY changed)
    /// Why there is no order: the API has none for the column, and only so many rows can be sorted here.
    Q_PROPERTY(QString sortRefusal READ sortRefusal NOTIFY changed)
    /// Rows are being read for an order; how many there are so far.
    Q_PROPERTY(bool isSorting READ isSorting NOTIFY changed)
    Q_PROPERTY(int sortedSoFar READ sortedSoFar NOTIFY changed)

public:
    static constexpr int kRowsAPage = 100;
    static constexpr std::size_t kMostPages = 50;
    static constexpr int kMostSorted = 100'000;

    explicit PagedRecords(QObject* parent = nullptr);

    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] const QString& path() const { return m_path; }
    void setPath(const QString& path);
    [[nodiscard]] const QString& rowsKey() const { return m_rowsKey; }
    [[nodiscard]] const QString& idKey() const { return m_idKey; }
    [[nodiscard]] const QVariantMap& query() const { return m_query; }
    void setQuery(const QVariantMap& query);
    [[nodiscard]] bool isPaged() const { return m_isPaged; }
    [[nodiscard]] int count() const { return m_sorted ? m_sorted->count() : m_cache.rows(); }
    [[nodiscard]] bool isComplete() const { return m_sorted || m_cache.isComplete(); }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] bool isBusy() const { return !m_underWay.empty() || isSorting(); }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] const QString& sortKey() const { return m_sortKey; }
    [[nodiscard]] bool isDescending() const { return m_descending; }
    [[nodiscard]] const QString& sortRefusal() const { return m_sortRefusal; }
    [[nodiscard]] bool isSorting() const { return m_gathered.has_value(); }
    [[nodiscard]] int sortedSoFar() const { return m_gathered ? m_gathered->count() : 0; }
    /// All rows as they are shown, where they were sorted here; else null, and the API gives the order.
    [[nodiscard]] const SortedRows* sortedHere() const { return m_sorted ? &*m_sorted : nullptr; }
    [[nodiscard]] std::size_t heldPages() const { return m_cache.heldPages(); }

    /// The rows a view shows now: they and those around them are brought.
    Q_INVOKABLE void look(int first, int last);
    /// Empty while the row is on its way, or has left the list.
    [[nodiscard]] QJsonObject recordAt(int row);
    Q_INVOKABLE [[nodiscard]] QVariantMap record(int row) { return recordAt(row).toVariantMap(); }
    Q_INVOKABLE [[nodiscard]] QString idOf(int row) { return recordAt(row).value(m_idKey).toString(); }
    /// The row of the identity among those held, -1 = not there.
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& id);
    /// In the order of the column; once more turns it round, a third time gives the list's own order.
    Q_INVOKABLE void sortBy(const QString& key);
    /// Rows are no longer read for an order: the list has its own.
    Q_INVOKABLE void stopSorting();
    /// From the first row anew, with what there is staying until the answer.
    Q_INVOKABLE void reload();
    /// What failed is asked for again.
    Q_INVOKABLE void retry();
    /// What to ask for the page behind `after`, filters included.
    [[nodiscard]] QUrlQuery pageQuery(const QString& after, int limit) const;
    /// Rows and the key behind them out of an answer.
    [[nodiscard]] std::pair<QList<QJsonObject>, QString> readPage(const CallAnswer& answer) const;

Q_SIGNALS:
    void asked();
    void changed();
    /// The rows are others: a view goes to the first.
    void restarted();

private:
    [[nodiscard]] bool isSortedThere() const { return m_sorts.contains(m_sortKey); }
    void ask(std::size_t page);
    void bring();
    void take(std::size_t page, const CallAnswer& answer);
    void sort();
    void gather(const QString& after);
    void finishSorting();
    void tell();

    Calls* m_calls = nullptr;
    QString m_path;
    QString m_rowsKey;
    QString m_idKey;
    QVariantMap m_query;
    QVariantMap m_sorts;
    PageCache m_cache {kMostPages};
    std::set<std::size_t> m_underWay;
    std::optional<SortedRows> m_sorted; ///< what is shown; none = the list as it is
    std::optional<SortedRows> m_gathered; ///< on the way to it
    int m_gathering = 0; ///< counts what was begun, so that late answers are known
    QString m_sortKey;
    QString m_sortRefusal;
    QString m_problem;
    int m_first = 0;
    int m_last = 0;
    int m_generation = 0;
    int m_revision = 0;
    bool m_isPaged = true;
    bool m_descending = false;
    bool m_answered = false;
    bool m_restarting = false;
    bool m_reloadQueued = false;
};

} // namespace guanwu
