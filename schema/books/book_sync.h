#pragma once

#include "schema/books/book_entries.h"

#include <functional>
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
    /// All cards of a unit that the books do not know yet.
    void admitUnit(UnitId unit, std::chrono::year_month first);
    void followCards(const NextMonth& next);
    /// Changes that take effect in the month, or earlier and were not applied.
    void applyChanges(std::chrono::year_month month, const NextMonth& next);
    [[nodiscard]] std::int64_t unitNumber(UnitId unit) { return m_writer.unitNumber(unit); }

private:
    void noteBatch(std::int64_t batch, std::int64_t firstId, std::int64_t lastId);

    Session& m_session;
    Bulk& m_bulk;
    BookCardReader m_reader;
    BookEntryWriter m_writer;
    std::set<UnitId> m_complete; ///< units all of whose cards the books know
};

} // namespace guanwu
