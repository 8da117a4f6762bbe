#pragma once

#include "core/base/token_table.h"

#include <cstdint>

namespace guanwu {

/// The outcome of one line of a count sheet; every snapshot line ends with exactly one.
enum class LineResult : std::uint8_t {
    NotChecked,
    Match,
    PlaceDiffers,
    UserDiffers,
    StateDiffers,
    Surplus,
    Shortage,
    Damaged,
    ToScrap,
    Stolen,
    Doubt,
    DisposedNotRemoved,
    Duplicate,
};

inline constexpr TokenTable<LineResult, 13> kLineResults {{
    {LineResult::NotChecked, "not_checked", "未盘", "Not yet checked"},
    {LineResult::Match, "match", "账实相符", "Matches"},
    {LineResult::PlaceDiffers, "place_differs", "存放地点不符", "Place differs"},
    {LineResult::UserDiffers, "user_differs", "使用人不符", "User differs"},
    {LineResult::StateDiffers, "state_differs", "使用状况不符", "State differs"},
    {LineResult::Surplus, "surplus", "盘盈", "Surplus"},
    {LineResult::Shortage, "shortage", "盘亏", "Shortage"},
    {LineResult::Damaged, "damaged", "毁损", "Damaged"},
    {LineResult::ToScrap, "to_scrap", "待报废", "To be scrapped"},
    {LineResult::Stolen, "stolen", "被盗", "Stolen"},
    {LineResult::Doubt, "doubt", "存疑", "Doubtful"},
    {LineResult::DisposedNotRemoved, "disposed_not_removed", "已处置未核销",
        "Disposed but still on the books"},
    {LineResult::Duplicate, "duplicate", "重复登记", "Entered twice"},
}};
static_assert(isDense(kLineResults));

/// Whether the object of a line with this result is really there (inventory_results: real = 1).
[[nodiscard]] constexpr bool isCounted(LineResult result)
{
    switch (result) {
    case LineResult::NotChecked:
    case LineResult::Shortage:
    case LineResult::Stolen:
    case LineResult::DisposedNotRemoved:
    case LineResult::Duplicate:
        return false;
    default:
        return true;
    }
}

/// A working result has to be resolved before the sheet can be signed off.
[[nodiscard]] constexpr bool isWorking(LineResult result)
{
    return result == LineResult::NotChecked || result == LineResult::Doubt;
}

} // namespace guanwu
