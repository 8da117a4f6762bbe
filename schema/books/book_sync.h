#pragma once

#include "core/base/error.h"
#include "schema/books/card_follower.h"

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
    /// cards stay as they are, but for those that come from or go to one that is.
    using NextMonth = CardFollower::NextMonth;

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
    /// Errors: books.busy (somebody else posts the month of one of the units). What was brought up before
    /// stands.
    [[nodiscard]] Result<void> followCards(const NextMonth& next);
    /// The next month of each unit whose books have begun.
    [[nodiscard]] std::map<UnitId, std::chrono::year_month> nextMonths();
    /// Changes that take effect in the month, or earlier and were not applied. Errors: books.busy (somebody
    /// else posts the month of one of the units).
    [[nodiscard]] Result<void> applyChanges(std::chrono::year_month month, const NextMonth& next);
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
    /// Within a transaction: nobody has begun to post these months, or can before its end.
    [[nodiscard]] bool areStillNext(const std::map<UnitId, std::chrono::year_month>& months);
    /// Cards that came from another unit in a month after `first`.
    [[nodiscard]] std::set<AssetId> arrivals(UnitId unit, std::chrono::year_month first);
    /// Cards of the unit that another had on its books up to a month after `first`, and up to which.
    [[nodiscard]] std::map<AssetId, std::chrono::year_month> released(
        UnitId unit, std::chrono::year_month first);
    /// A piece of those that changed, within a transaction.
    [[nodiscard]] std::vector<StaleCard> staleCards(std::int64_t after);
    [[nodiscard]] StaleCard readStale(const RowStream& rows);
    /// Nobody else brings the books up to the cards before the end of the transaction.
    void beAlone();
    /// Within a transaction: the books have these cards as they were at these revisions.
    void settle(const std::map<std::int64_t, std::vector<std::int64_t>>& byRevision);
    /// They are followed until their month.
    void noteAgain(const std::vector<std::int64_t>& assets);

    Session& m_session;
    Bulk& m_bulk;
    BookCardReader m_reader;
    BookEntryWriter m_writer;
    std::set<UnitId> m_complete; ///< units all of whose cards the books know
};

} // namespace guanwu
