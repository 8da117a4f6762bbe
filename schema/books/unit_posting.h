#pragma once

#include "core/base/error.h"
#include "core/books/posted_month.h"
#include "schema/bulk/bulk.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// A unit with a month to post, and its number in the books: the part of the ids that its entries have.
struct UnitDue {
    UnitId unit;
    std::int64_t number = 0;
};

/// Who posts, for all the months that he does.
struct PostingRun {
    std::int64_t id = 0;
    std::string actor;
    Instant at {};
    std::chrono::year_month through {};
    std::int64_t rowsACommit = 0;
};

/// What a unit's month came to by class, until it is stored.
struct UnitTotals {
    std::int64_t unit = 0;
    std::int64_t month = 0;
    std::map<std::int64_t, ClassTotal> byClass;
};

/// Pieces on their way to the disk, and whom to tell when they are there. The first commit takes the run with
/// it and the entry of whoever posts: a run that posts nothing leaves neither.
class PostingCommits {
public:
    /// What is stored by now: of each piece, the month that it ended.
    using Pieces = std::vector<std::optional<PostedMonth>>;
    using Told = std::function<void(Pieces pieces)>;

    /// `isRunStored`: by another connection that posts for the same run.
    PostingCommits(Session& session, const PostingRun& run, bool isRunStored, Told told);
    [[nodiscard]] const PostingRun& run() const { return m_run; }
    [[nodiscard]] bool isRunStored() const { return m_isRunStored; }
    void begin();
    /// To be stored with the commit, those of all its units at once.
    void add(UnitTotals totals);
    /// A piece is written; `month` is the one that it ends.
    void wrote(std::int64_t rows, std::optional<PostedMonth> month);
    void commit();
    void rollBack();

private:
    void storeRun();

    Session& m_session;
    Bulk& m_bulk;
    const PostingRun& m_run;
    Told m_told;
    bool m_isRunStored;
    bool m_isAudited = false;
    std::optional<BulkTransaction> m_open;
    std::int64_t m_rows = 0;
    Pieces m_pieces;
    std::vector<UnitTotals> m_totals;
};

/// Posts a month of a unit over one connection.
class UnitPoster {
public:
    UnitPoster(Session& session, PostingCommits& commits);
    /// `stopped`: the last entry that is done of a month whose posting was cut off. Errors: books.busy
    /// (somebody else posts the same month).
    [[nodiscard]] Result<void> post(
        const UnitDue& due, std::chrono::year_month month, std::optional<std::int64_t> stopped);

private:
    /// What was written at once, and the last entry of it; that of the unit when the rest was one piece.
    struct Piece {
        std::int64_t lines = 0;
        std::int64_t to = 0;
    };
    [[nodiscard]] Result<void> postPieces(
        const UnitDue& due, std::chrono::year_month posted, std::optional<std::int64_t> stopped);
    /// Whether no more lines than a piece may have can be due.
    [[nodiscard]] bool isOnePiece(UnitId unit, std::int64_t month);
    [[nodiscard]] Piece writePiece(std::int64_t month, std::int64_t after, std::int64_t last, bool isLast);
    [[nodiscard]] PostedMonth addUp(const UnitDue& due, std::int64_t month);
    using Totals = std::map<std::int64_t, ClassTotal>; ///< by class
    /// The shares of the month by class: each has a card in the totals.
    void addShares(const UnitDue& due, std::int64_t month, Totals& totals);
    [[nodiscard]] const std::map<std::int64_t, std::int64_t>& classNumbers(const Totals& totals);

    Session& m_session;
    Bulk& m_bulk;
    PostingCommits& m_commits;
    std::map<std::int64_t, std::int64_t> m_classNumbers; ///< by class, as far as they were met
};

} // namespace guanwu
