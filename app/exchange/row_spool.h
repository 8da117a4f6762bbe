#pragma once

#include "core/values/area.h"
#include "core/values/calendar.h"
#include "core/values/money.h"
#include "schema/bulk/bulk.h"

#include <cstdio>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guanwu {

/// A table that an import fills, with its columns as RowWriter takes them.
struct TargetTable {
    std::string_view name;
    std::string_view columns;
};

/// Rows that were checked and wait to be loaded, in an unnamed temporary file: the file of the unit is read
/// once, and what is loaded is what was checked. Rows are written with target(), then one call a column, then
/// endRow().
class RowSpool {
public:
    /// Throws StorageError when no temporary file can be made or written (disk full).
    RowSpool();

    void target(std::size_t table);
    void integer(std::int64_t value);
    void integer(const std::optional<std::int64_t>& value) { value ? integer(*value) : null(); }
    void text(std::string_view value);
    void textOrNull(std::string_view value) { value.empty() ? null() : text(value); }
    void null() { m_block += 'n'; }
    void endRow();
    /// An id, or NULL for 0.
    void reference(std::int64_t id) { id == 0 ? null() : integer(id); }
    void dayOrNull(const std::optional<std::chrono::year_month_day>& day)
    {
        day ? text(formatDate(*day)) : null();
    }
    void areaOrNull(const std::optional<Area>& area) { area ? integer(area->hundredths()) : null(); }
    void moneyOrNull(const std::optional<Money>& money) { money ? integer(money->fen()) : null(); }

    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    /// Loads these texts, by the position of their columns, instead of what was written for the row of
    /// `table` that begins with `id`. For few rows: they are held in memory.
    void replaceTexts(
        std::size_t table, std::int64_t id, std::vector<std::pair<std::size_t, std::string>> texts);
    /// Loads every row; `pieceDone(rows so far)` runs inside the transaction of each piece of at most
    /// kPieceRows rows.
    void loadInto(
        Bulk& bulk, std::span<const TargetTable> tables, const std::function<void(std::int64_t)>& pieceDone);

private:
    void writeBlock();
    template <class Number> void putNumber(Number value)
    {
        m_block.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
    std::string m_block; ///< rows that are not in the file yet
    std::size_t m_rowStart = 0;
    std::int64_t m_rows = 0;
    std::size_t m_replacedTable = 0;
    std::unordered_map<std::int64_t, std::vector<std::pair<std::size_t, std::string>>> m_replaced;
    std::future<void>
        m_writing; ///< of the block before; last member: its end is awaited before the file goes
};

} // namespace guanwu
