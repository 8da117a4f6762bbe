#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "schema/books/book_sync.h"
#include "schema/books/unit_posting.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace guanwu {

class Session;

/// Posts depreciation month by month, unit by unit. Lines and values change together in pieces of at most
/// 5,000 lines, some pieces to a commit; one row switches the month of a unit in. A posting that was cut off
/// goes on behind the last commit.
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
        /// Rows after which is committed. Pieces of small units share a commit, since each waits for the
        /// disk.
        std::int64_t rowsACommit = 100'000;
    };
    /// Hears of each month when it is switched in, and of each piece when it is stored: behind their commit.
    struct Listener {
        std::function<void(const PostedMonth& month)> month = [](const PostedMonth&) {};
        std::function<void()> piece = [] {};
    };

    DepreciationPosting(Session& session, const Scope& scope);
    ~DepreciationPosting();

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
    [[nodiscard]] Result<std::int64_t> postAll(const Request& request, const Listener& listener);
    /// A month whose posting was cut off, and its last entry that is done.
    struct Stopped {
        std::chrono::year_month month {};
        std::int64_t entry = 0;
    };
    class Shared;
    /// The units of the plan that the scope may post, each with its next month.
    [[nodiscard]] std::map<UnitId, std::chrono::year_month> nextOf(const std::vector<UnitPlan>& plan) const;
    /// Over two connections where that is faster. `tell`: of what the other one has stored.
    [[nodiscard]] Result<void> postUnits(std::vector<UnitDue> due, std::chrono::year_month month,
        UnitPoster& poster, PostingCommits& commits, const PostingCommits::Told& tell);
    /// What another connection does meanwhile, for the same run.
    [[nodiscard]] Result<void> postFromBack(
        Shared& shared, std::chrono::year_month month, const PostingRun& run);
    [[nodiscard]] std::map<UnitId, Stopped> unfinished();

    Session& m_session;
    Scope m_scope;
    BookSync m_sync;
    std::unique_ptr<Session> m_other; ///< posts beside m_session, on MariaDB
};

} // namespace guanwu
