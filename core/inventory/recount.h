#pragma once

#include "core/inventory/inventory_task.h"
#include "core/inventory/recount_sample.h"
#include "core/values/instant.h"

#include <optional>
#include <string>

namespace guanwu {

/// What the bureau found when it looked at a line again.
enum class RecountOutcome : std::uint8_t { Agrees, WrongResult, NotFound };

inline constexpr TokenTable<RecountOutcome, 3> kRecountOutcomes {{
    {RecountOutcome::Agrees, "agrees", "与自查一致", "Agrees with the unit"},
    {RecountOutcome::WrongResult, "wrong_result", "结果有误", "The result is wrong"},
    {RecountOutcome::NotFound, "not_found", "未找到实物", "The thing was not found"},
}};
static_assert(isDense(kRecountOutcomes));

/// Whether the bureau has looked at a sample of a sheet.
enum class RecountState : std::uint8_t { None, Open, Complete };

inline constexpr TokenTable<RecountState, 3> kRecountStates {{
    {RecountState::None, "none", "未抽查", "No recount"},
    {RecountState::Open, "open", "抽查中", "Recount under way"},
    {RecountState::Complete, "complete", "抽查完成", "Recount complete"},
}};
static_assert(isDense(kRecountStates));

/// One random sample of a sheet's lines that the bureau looks at. Not to be confused with a second count by
/// the unit.
struct Recount {
    std::int64_t id = 0; ///< made by the store, grows with time
    std::int64_t seed = 0; ///< of the draw: sampleOf(sheetLines, size, seed) among the lines by their ids
    std::int64_t sheetLines = 0;
    std::int64_t size = 0;
    HundredthsOfPercent confidence = 0;
    std::int64_t answered = 0; ///< lines that were looked at
    std::int64_t wrong = 0; ///< of these: with another outcome than `agrees`
    std::string createdBy; ///< login
    Instant createdAt {};

    [[nodiscard]] bool isComplete() const { return answered == size; }
    /// The most lines of the sheet that may be wrong, at the confidence of the recount. Every line not looked
    /// at yet is taken for wrong: whoever looks at the easy ones first gains nothing by it.
    [[nodiscard]] std::int64_t mostWrongSoFar() const;
    /// The same if all that is left will agree.
    [[nodiscard]] std::int64_t mostWrongAtBest() const;
};

struct RecountLine {
    AssetId asset;
    std::string assetNo;
    std::string name;
    std::string place; ///< code in the book, empty = none
    std::string placeName;
    std::optional<RecountOutcome> outcome; ///< nullopt = not yet
    std::string note;
    std::string by; ///< login
    std::optional<Instant> at;
};

/// How a sample is to be drawn.
struct RecountDraw {
    RecountGoal goal;
    std::optional<std::int64_t> size; ///< nullopt = what the goal needs
    std::int64_t seed = 0; ///< from whoever has random numbers; never chosen by a person
    std::string by;
    Instant at {};
};

/// Errors: recount.goal (a confidence or share that means nothing), recount.size.
[[nodiscard]] Result<void> checkDraw(const RecountDraw& draw);

/// Whether the sheet is in the bureau's hands: signed by the unit, not yet verified. Errors: recount.state.
[[nodiscard]] Result<void> checkRecountable(const CountSheet& sheet);

} // namespace guanwu
