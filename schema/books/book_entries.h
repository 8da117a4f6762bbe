#pragma once

#include "core/books/book_entry.h"
#include "schema/bulk/bulk.h"

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanwu {

/// Columns of book_entry e in the order in which readEntry() takes them.
inline constexpr std::string_view kEntryColumns
    = "e.entry_id, e.asset_id, e.unit_id, e.class_key, e.quantity, e.original_fen, e.life_months, "
      "e.base_fen, e.from_month, e.months, e.opening_fen, e.months_before, e.held_months, e.stopped, e.added, "
      "e.valid_from, e.valid_until";
inline constexpr int kEntryColumnCount = 17;

/// The entry in the columns from `first` on.
[[nodiscard]] BookEntry readEntry(const RowStream& rows, int first);

/// Columns of registered_asset a and asset_value v in the order in which BookCardReader takes them.
inline constexpr std::string_view kBookCardColumns
    = "a.id, a.unit_id, a.class_edition, a.class_code, a.quantity, a.use_state, a.booked_on, a.acquired_on, "
      "v.original_fen, v.life_months, v.depreciation_base_fen, v.depreciation_from, v.depreciation_months, "
      "v.depreciation_opening_fen ";
inline constexpr int kBookCardColumnCount = 14;

class BookCardReader {
public:
    /// nullopt where the columns are empty: an undone import took the card away.
    [[nodiscard]] std::optional<BookCard> read(const RowStream& rows, int first);

private:
    [[nodiscard]] bool neverDepreciates(std::int64_t classKey, std::string_view code);

    std::unordered_map<std::int64_t, bool> m_never; ///< by class
};

/// Ids of entries lie side by side by unit and class (migration 0013).
[[nodiscard]] constexpr std::int64_t firstEntryOf(std::int64_t unitNumber) { return unitNumber << 40; }
[[nodiscard]] constexpr std::int64_t lastEntryOf(std::int64_t unitNumber)
{
    return ((unitNumber + 1) << 40) - 1;
}

/// An entry that is closed in a month, one that is opened, or both, one behind the other.
struct EntryChange {
    std::int64_t closed = 0; ///< id, 0 = none
    std::chrono::year_month closedIn {};
    std::optional<BookEntry> opened;
    bool isRescheduled = false; ///< the card is to say the schedule of what is opened
};

/// Opens and closes entries and keeps their values in step. To be used within a transaction of the bulk path.
class BookEntryWriter {
public:
    explicit BookEntryWriter(Bulk& bulk)
        : m_bulk(bulk)
    {
    }
    /// Gives the opened entries their ids. No stream may be open, and nobody else opens entries meanwhile.
    void write(std::vector<EntryChange>& changes);
    [[nodiscard]] std::int64_t unitNumber(UnitId unit);
    void learnUnit(UnitId unit, std::int64_t number) { m_units[unit.value] = number; }

private:
    [[nodiscard]] std::int64_t classNumber(std::int64_t classKey);
    [[nodiscard]] std::int64_t nextId(const BookEntry& entry);
    void close(const std::vector<EntryChange>& changes);
    void reschedule(const BookEntry& entry);

    Bulk& m_bulk;
    std::map<std::int64_t, std::int64_t> m_units;
    std::map<std::int64_t, std::int64_t> m_classes;
    std::map<std::int64_t, std::int64_t> m_lastIds; ///< by unit and class
};

/// "(?,?,?)"
[[nodiscard]] std::string marksFor(std::size_t count);

/// "DELETE … IN (…)" and the like for many ids. `sql` is constant text that ends in "IN "; `before` are the
/// values of question marks ahead of the list.
void executeForIds(BulkWrites& bulk, std::string_view sql, std::span<const std::int64_t> ids,
    std::span<const std::int64_t> before = {});

} // namespace guanwu
