#pragma once

#include "schema/books/book_entries.h"

#include <functional>
#include <map>
#include <set>

namespace guanwu {

class Session;

/// Brings the books up to what the registry says, before a month is posted: cards of units that come onto the
/// books for the first time, cards that were imported, entered or changed since, and what documents changed
/// from the month on. In pieces; each can be run again.
class BookSync {
public:
    /// Which month of a unit is the next to be posted; nothing where the unit is not to be posted now: its
    /// cards stay as they are.
    using NextMonth = std::function<std::optional<std::chrono::year_month>(UnitId)>;

    explicit BookSync(Session& session);

    /// The month whose balances a unit opens with, if its cards came with such balances.
    [[nodiscard]] std::optional<std::chrono::year_month> openingOf(UnitId unit);
    /// To be called before the first unit is admitted, and again at each run.
    void noteBatches();
    /// The units that are on the books, so that each need not be asked for.
    void learnUnits();
    /// What a unit had when its books begin and what left it since: until its month it is on them, so that
    /// what a month takes does not hang on the day of the first posting. Of all units that begin, before the
    /// first is admitted.
    void admitLeavers(UnitId unit, std::chrono::year_month first);
    /// All cards of a unit that the books do not know yet.
    void admitUnit(UnitId unit, std::chrono::year_month first);
    void followCards(const NextMonth& next);
    /// Changes that take effect in the month, or earlier and were not applied.
    void applyChanges(std::chrono::year_month month, const NextMonth& next);
    [[nodiscard]] std::int64_t unitNumber(UnitId unit) { return m_writer.unitNumber(unit); }

private:
    void noteBatch(std::int64_t batch, std::int64_t firstId, std::int64_t lastId);
    struct Leaver {
        std::int64_t asset;
        std::chrono::year_month month; ///< in which it left
    };
    /// What left the unit in a month after `first` and is on no books, by its id, a piece at a time.
    [[nodiscard]] std::vector<Leaver> leavers(UnitId unit, std::chrono::year_month first, std::int64_t after);
    /// Within a transaction; nothing where the unit has begun.
    void beginUnit(UnitId unit, std::chrono::year_month first);
    /// Cards that came from another unit in a month after `first`, and in which.
    [[nodiscard]] std::map<AssetId, std::chrono::year_month> arrivals(
        UnitId unit, std::chrono::year_month first);

    Session& m_session;
    Bulk& m_bulk;
    BookCardReader m_reader;
    BookEntryWriter m_writer;
    std::set<UnitId> m_complete; ///< units all of whose cards the books know
};

} // namespace guanwu
