#pragma once

#include "core/base/token_table.h"
#include "core/inventory/fold.h"

#include <cstdint>
#include <optional>

namespace guanwu {

/// Where a task or one of its count sheets stands (lifecycle 3.1).
enum class SheetState : std::uint8_t {
    Draft,
    Issued,
    Frozen,
    Counting,
    UnitChecked,
    DeptReviewed,
    BureauChecked,
    Verified,
    Adjusted,
    Closed,
};

inline constexpr TokenTable<SheetState, 10> kSheetStates {{
    {SheetState::Draft, "draft", "拟定", "Draft"},
    {SheetState::Issued, "issued", "下发", "Issued"},
    {SheetState::Frozen, "frozen", "已冻结账面", "Book frozen"},
    {SheetState::Counting, "counting", "盘点中", "Counting"},
    {SheetState::UnitChecked, "unit_checked", "单位自查完成", "Checked by the unit"},
    {SheetState::DeptReviewed, "dept_reviewed", "主管部门审核", "Reviewed by the department"},
    {SheetState::BureauChecked, "bureau_checked", "机关事务管理局复核", "Checked by the bureau"},
    {SheetState::Verified, "verified", "核实批复", "Verified"},
    {SheetState::Adjusted, "adjusted", "已调账", "Books adjusted"},
    {SheetState::Closed, "closed", "归档", "Closed"},
}};
static_assert(isDense(kSheetStates));

/// Whether a sheet may go from one state to the other in one step. Forward by one; back only from the review
/// steps to counting, which needs a reason.
[[nodiscard]] constexpr bool isStep(SheetState from, SheetState to)
{
    if (to == SheetState::Counting && from > SheetState::Counting)
        return from <= SheetState::BureauChecked;
    return static_cast<int>(to) == static_cast<int>(from) + 1;
}

/// Events that arrive while a sheet is here change its lines; later ones wait for a rollback.
[[nodiscard]] constexpr bool takesEvents(SheetState state)
{
    return state == SheetState::Frozen || state == SheetState::Counting;
}

[[nodiscard]] constexpr SheetPhase phaseOf(SheetState state)
{
    return state >= SheetState::UnitChecked ? SheetPhase::SignedOff : SheetPhase::Counting;
}

} // namespace guanwu
