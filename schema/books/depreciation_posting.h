#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/books/posted_month.h"
#include "schema/books/book_sync.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace guanwu {

class Session;

/// Posts depreciation month by month, unit by unit. Lines and values change together in pieces of at most
/// 5,000 cards, some pieces to a commit; one row switches the month of a unit in. A posting that was cut off goes on
/// behind the last commit.
///
/// Set-based: every share that a card will ever take is prepared in asset_book as an integer, so the
/// statements only add, subtract and compare, and both back ends are exact.
class DepreciationPosting {
public:
    struct Request {
        std::chrono::year_month through {};
        /// The month whose balances a unit without a posted month opens with. Left out: that of the balances
        /// its cards came with, or else December before `through`.
        std::optional<std::chrono::year_month> opening;
        std::vector<UnitId> units; ///< empty = all of the scope
        std::string actor;
        Instant at {};
        /// Rows after which is committed. Pieces of small units share a commit, since each waits for the disk.
        std::int64_t rowsACommit = 50'000;
    };
    /// Hears of each month when it is switched in, and of each piece when it is stored: behind their commit.
    struct Listener {
        std::function<void(const PostedMonth& month)> month = [](const PostedMonth&) {};
        std::function<void()> piece = [] {};
    };

    DepreciationPosting(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
        , m_sync(session)
    {
    }

    struct UnitPlan {
        UnitId unit;
        std::string code;
        std::string name;
        std::chrono::year_month first {}; ///< next to be posted
        bool isOpening = false; ///< nothing was posted before
    };
    /// The units with cards and a month to post, by id. Nothing is stored. Errors: books.opening_late (not
    /// before `through`), books.opened_already (a unit has posted months).
    [[nodiscard]] Result<std::vector<UnitPlan>> plan(const Request& request);

    /// Posts every month not yet posted. Errors: as plan(), access.forbidden, books.busy (somebody else posts
    /// the same month). Returns how many months of units.
    [[nodiscard]] Result<std::int64_t> run(const Request& request, const Listener& listener);

private:
    /// A unit's part of the ids of entries.
    struct EntryRange {
        std::int64_t first = 0;
        std::int64_t last = 0;
    };
    class Commits;
    [[nodiscard]] Result<void> postMonth(UnitId unit, std::chrono::year_month month, Commits& commits);
    [[nodiscard]] Result<void> postPieces(UnitId unit, std::chrono::year_month month, Commits& commits);
    /// The last entry that is done of a month whose posting was cut off.
    [[nodiscard]] std::optional<std::int64_t> unfinished(UnitId unit, std::chrono::year_month month);
    /// The last entry of the next piece; that of the range when the rest is one piece.
    [[nodiscard]] std::int64_t pieceEnd(std::int64_t after, std::int64_t last);
    /// Returns how many lines.
    std::int64_t writePiece(std::int64_t month, std::int64_t after, std::int64_t to);
    [[nodiscard]] PostedMonth addUp(UnitId unit, std::int64_t month, const EntryRange& range);

    Session& m_session;
    Scope m_scope;
    BookSync m_sync;
};

} // namespace guanwu
