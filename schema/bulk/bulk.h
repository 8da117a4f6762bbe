#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace guanwu {

/// Rows read one at a time, never all held: memory does not grow with them.
class RowStream {
public:
    virtual ~RowStream() = default;
    /// Moves to the next row; false at the end. Views of the row before become invalid.
    [[nodiscard]] virtual bool next() = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0; ///< 0 for NULL
    [[nodiscard]] virtual std::string_view text(int column) const = 0; ///< empty for NULL
};

/// Rows written to one table, by position, in the order of the columns it was opened with.
class RowWriter {
public:
    virtual ~RowWriter() = default;
    virtual void integer(std::int64_t value) = 0;
    virtual void text(std::string_view value) = 0;
    virtual void null() = 0;
    virtual void endRow() = 0;
    /// Sends what is buffered. Throws DuplicateKey when a row of it is already there; the transaction is then
    /// to be rolled back, since it is not said how much of the buffer went in.
    virtual void flush() = 0;

    void integer(const std::optional<std::int64_t>& value) { value ? integer(*value) : null(); }
    /// An empty text is stored as NULL.
    void textOrNull(std::string_view value) { value.empty() ? null() : text(value); }
};

/// Changes in pieces: rows into tables, statements with integers, all in a transaction of their own.
class BulkWrites {
public:
    virtual ~BulkWrites() = default;
    /// `sql` is constant text with `?` for integers, the only values that these statements can take safely.
    /// Returns the number of rows changed.
    virtual std::int64_t execute(std::string_view sql, std::span<const std::int64_t> values) = 0;
    std::int64_t execute(std::string_view sql, std::initializer_list<std::int64_t> values)
    {
        return execute(sql, std::span(values.begin(), values.size()));
    }
    [[nodiscard]] virtual std::unique_ptr<RowWriter> writer(std::string_view table, std::string_view columns)
        = 0;
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
};

/// The bulk path: what must be fast goes here, everything else through SOCI. One seam over SQLite's own calls
/// and over MySQL Connector/C++ (LOAD DATA and streaming results). One stream at a time, and no writing while
/// it is open.
class Bulk : public BulkWrites {
public:
    /// A transaction that only reads, and sees the registry as it was when it began; others go on writing. It ends with
    /// rollback().
    virtual void beginSnapshot() = 0;
    /// `sql` and `values` as for execute().
    [[nodiscard]] virtual std::unique_ptr<RowStream> stream(
        std::string_view sql, std::span<const std::int64_t> values)
        = 0;
    [[nodiscard]] std::unique_ptr<RowStream> stream(
        std::string_view sql, std::initializer_list<std::int64_t> values)
    {
        return stream(sql, std::span(values.begin(), values.size()));
    }
};

/// A piece of a bulk job: rolls back unless committed. Pieces hold at most kPieceRows rows (security D10).
class BulkTransaction {
public:
    explicit BulkTransaction(BulkWrites& bulk)
        : m_bulk(bulk)
    {
        m_bulk.begin();
    }
    BulkTransaction(const BulkTransaction&) = delete;
    BulkTransaction& operator=(const BulkTransaction&) = delete;
    ~BulkTransaction()
    {
        if (!m_done)
            m_bulk.rollback();
    }
    void commit()
    {
        m_bulk.commit();
        m_done = true;
    }

private:
    BulkWrites& m_bulk;
    bool m_done = false;
};

/// Reads all of its statements at one instant.
class BulkSnapshot {
public:
    explicit BulkSnapshot(Bulk& bulk)
        : m_bulk(bulk)
    {
        m_bulk.beginSnapshot();
    }
    BulkSnapshot(const BulkSnapshot&) = delete;
    BulkSnapshot& operator=(const BulkSnapshot&) = delete;
    ~BulkSnapshot() { m_bulk.rollback(); }

private:
    Bulk& m_bulk;
};

inline constexpr int kPieceRows = 5000;

} // namespace guanwu
