#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/books/book_entry.h"
#include "core/books/posted_month.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

class Session;
class RowStream;

/// A unit as the heads of reports name it.
struct BookUnit {
    UnitId id;
    std::string code;
    std::string name;
};

/// A card in a posted month, exactly as it was posted.
struct PostedLine {
    BookEntry entry;
    Money taken;
    Money accumulated;
    std::int32_t monthsTaken = 0;
    DepreciationStanding state = DepreciationStanding::Depreciating;
    std::string assetNo; ///< this and what follows as the card says today
    std::string name;
    std::optional<Money> fiscal; ///< the part that the budget paid
    std::string department;

    [[nodiscard]] Money net() const { return entry.original - accumulated; }
};

/// The lines of a unit's month, by class and number, one at a time.
class PostedLines {
public:
    PostedLines(std::unique_ptr<RowStream> rows, std::chrono::year_month month);
    ~PostedLines();
    PostedLines(PostedLines&&) noexcept;
    [[nodiscard]] bool next(PostedLine& line);

private:
    std::unique_ptr<RowStream> m_rows;
    std::chrono::year_month m_month;
};

/// An entry that begins or ends in a period, for the movements.
struct BookMovement {
    BookEntry entry;
    bool isOpening = false; ///< else it ends
    std::string acquisition; ///< token of the card
    std::string method; ///< of its leaving, as the document says; empty = none says
    UnitId nowIn; ///< the unit whose books hold the card today
    UnitId cameFrom; ///< the unit whose books held it before; 0 = none did
    std::string assetNo; ///< as the card says today
    std::string name;
};

/// What is posted, within a scope. Months that are still being posted are not there. Books are kept by units: a
/// department reads the lines of its own cards, and no totals, which are of all departments together.
class BookReader {
public:
    BookReader(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }
    /// The units of the scope that posted the month, by code.
    [[nodiscard]] std::vector<BookUnit> units(std::chrono::year_month month);
    /// The units of the scope that have cards or books: those from which a month is due.
    [[nodiscard]] std::vector<BookUnit> unitsDue();
    [[nodiscard]] bool seesTotals() const { return m_scope.reach() != Scope::Reach::Department; }
    /// Errors: unit.not_found, books.not_posted.
    [[nodiscard]] Result<void> posted(UnitId unit, std::chrono::year_month month);
    /// Errors: access.forbidden and those of posted().
    [[nodiscard]] Result<PostedMonth> month(UnitId unit, std::chrono::year_month month);
    /// The newest first, at most so many, those before a month.
    [[nodiscard]] std::vector<PostedMonth> months(
        UnitId unit, std::chrono::year_month before, std::int64_t most);
    /// By class.
    [[nodiscard]] std::vector<ClassTotal> totals(UnitId unit, std::chrono::year_month month);
    [[nodiscard]] PostedLines lines(UnitId unit, std::chrono::year_month month);
    /// A page of them in the order in which they are stored: so many, those after an entry.
    struct LinePage {
        std::vector<PostedLine> lines;
        std::optional<std::int64_t> next; ///< entry to ask after; nullopt = that was the end
    };
    [[nodiscard]] LinePage page(UnitId unit, std::chrono::year_month month, std::int64_t after, int most,
        std::optional<std::int64_t> classKey = {});
    /// Entries that begin in the months after `from` up to `to`, or end there.
    [[nodiscard]] std::vector<BookMovement> movements(
        UnitId unit, std::chrono::year_month from, std::chrono::year_month to);
    /// The entries of a card, the oldest first, and what it was depreciated by year.
    struct CardBooks {
        std::vector<BookEntry> entries;
        std::vector<std::pair<int, Money>> byYear;
    };
    [[nodiscard]] CardBooks ofCard(AssetId asset);

private:
    [[nodiscard]] bool sees(UnitId unit);
    [[nodiscard]] std::unique_ptr<RowStream> readLines(UnitId unit, std::chrono::year_month month,
        std::string_view rest, std::initializer_list<std::int64_t> restValues);
    [[nodiscard]] Result<PostedMonth> find(UnitId unit, std::chrono::year_month month);
    [[nodiscard]] std::vector<PostedMonth> readMonths(
        UnitId unit, std::chrono::year_month from, std::chrono::year_month to, std::int64_t most);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
