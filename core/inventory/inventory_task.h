#pragma once

#include "core/inventory/sheet_counters.h"
#include "core/inventory/sheet_state.h"
#include "core/values/ids.h"

#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// An inventory campaign: one base date, one count sheet a unit. Its own state is that of its slowest sheet.
struct InventoryTask {
    TaskId id;
    std::string taskNo;
    std::string name;
    std::chrono::year_month_day baseDate {};
    SheetState state = SheetState::Draft;
    std::int64_t revision = 1;

    /// The month whose end the books are taken at.
    [[nodiscard]] std::chrono::year_month baseMonth() const { return baseDate.year() / baseDate.month(); }
};

/// The part of a task that one unit counts: its own frozen book, state and counters, so that no unit waits
/// for another.
struct CountSheet {
    SheetId id;
    TaskId task;
    UnitId unit;
    std::string unitCode;
    std::string unitName;
    std::string parentName; ///< supervising department, empty = none
    SheetState state = SheetState::Draft;
    std::int64_t stale = 0; ///< changes since its counters were made; 0 = they are the whole story
    std::int64_t revision = 1;
};

/// Whether it can be told from other tasks and named on paper. Errors: inventory.task_no.
[[nodiscard]] Result<void> checkTask(const InventoryTask& task);

/// Keeps the sheets of the named units only; no names = keeps all. Errors: inventory.no_sheet (detail: the
/// unit).
[[nodiscard]] Result<void> keepUnits(std::vector<CountSheet>& sheets, std::span<const std::string> units);

inline constexpr std::size_t kLongestValueBasis = 100; ///< characters

/// A decision on one line: it replaces the folded result until it is taken back.
struct LineDecision {
    AssetId asset;
    LineResult result = LineResult::Match;
    std::string reason;
    std::string proposal;
    std::string decidedBy;
    Instant decidedAt {};
};

/// A decision on a surplus: taken into the books at a value and over the months it can still be used, or
/// dismissed.
struct SurplusDecision {
    std::string eventId; ///< SurplusOutcome::eventId
    bool accepted = true;
    std::optional<Money> value;
    std::string valueBasis;
    std::optional<std::int64_t> monthsLeft;
    std::string reason;
    std::string decidedBy;
    Instant decidedAt {};
};

/// A frozen book with the ids of its cards, line by line.
struct FrozenBook {
    std::vector<AssetId> assets;
    std::vector<BookLine> lines;
};

/// One sheet as it stands: book, outcome and decisions together.
struct CountedSheet {
    FrozenBook book;
    SheetOutcome outcome; ///< decisions applied
    std::vector<LineDecision> decisions; ///< by asset id
    std::vector<SurplusDecision> surplusDecisions;

    [[nodiscard]] SheetCounters counters() const;
    /// The decision on a line of the book, null = none.
    [[nodiscard]] const LineDecision* decisionOn(std::size_t line) const;
    [[nodiscard]] const SurplusDecision* decisionOn(const SurplusOutcome& surplus) const;
};

/// What is stored of a fold: the lines that matched or were not seen follow from the book.
struct FoldedSheet {
    struct Line {
        AssetId asset;
        CountOutcome outcome;
    };
    CountSheet sheet;
    SheetCounters counters;
    std::vector<Line> lines;
    std::vector<SurplusOutcome> surplus;
    std::vector<ElsewhereFinding> findings;

    void add(CountedSheet slice);
};

/// Applies the decisions to a folded sheet. A line decided as counted has the quantity of its first sighting,
/// or the book's when nobody had seen it; dismissed surplus lines go.
void applyDecisions(CountedSheet& sheet);

} // namespace guanwu
