#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace guanwu {

/// Rows of a list that goes by keys: how far it is known, and of that the pages looked at last. Every page is
/// remembered by the key it begins after, so one that was dropped can be asked for again. Memory is bounded
/// by the pages held; a million rows cost ten thousand keys besides.
class PageCache {
public:
    explicit PageCache(std::size_t mostPages)
        : m_mostPages(mostPages)
    {
    }

    /// The rows of a page that had not been reached, in order. `next` empty = there are no more behind.
    void append(QList<QJsonObject> rows, const QString& next);
    /// The rows of a page again. It keeps the length that it was known by: what was put in since shows after
    /// the next reload, what has left is a null row. Answers whether it is as it was.
    bool refill(std::size_t page, QList<QJsonObject> rows);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] std::size_t pages() const { return m_pages.size(); }
    [[nodiscard]] std::size_t heldPages() const { return m_held.size(); }
    [[nodiscard]] bool holds(std::size_t page) const { return m_held.contains(page); }
    /// Of a row below rows().
    [[nodiscard]] std::size_t pageOf(int row) const;
    /// The key that a page begins after, empty for the first; pages() asks for the one not reached yet.
    [[nodiscard]] QString keyBefore(std::size_t page) const;
    [[nodiscard]] int rowsOf(std::size_t page) const { return m_pages[page].rows; }
    /// Nothing while its page is not held. Marks the page as looked at.
    [[nodiscard]] std::optional<QJsonObject> row(int row);

private:
    struct Page {
        QString after;
        int first = 0;
        int rows = 0;
    };
    struct Held {
        QList<QJsonObject> rows;
        std::list<std::size_t>::iterator age;
    };
    void hold(std::size_t page, QList<QJsonObject> rows);

    std::size_t m_mostPages;
    std::vector<Page> m_pages;
    std::unordered_map<std::size_t, Held> m_held;
    std::list<std::size_t> m_ages; ///< looked at last = first
    QString m_next;
    int m_rows = 0;
    bool m_complete = false;
};

} // namespace guanwu
