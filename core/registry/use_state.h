#pragma once

#include "core/base/token_table.h"

#include <cstdint>

namespace guanwu {

/// State of an asset, from the request for it to its write-off. Not to be confused with Condition, what a
/// clerk saw while counting.
enum class UseState : std::uint8_t {
    Planned,
    PendingAcceptance,
    InStock,
    InUse,
    UnderRepair,
    Idle,
    Leased,
    Lent,
    InTransfer,
    InRebuild,
    DisposalPending,
    DisposalApproved,
    WrittenOff,
    Void,
};

inline constexpr TokenTable<UseState, 14> kUseStates {{
    {UseState::Planned, "planned", "拟配置", "Planned"},
    {UseState::PendingAcceptance, "pending_acceptance", "待验收", "Pending acceptance"},
    {UseState::InStock, "in_stock", "在库", "In stock"},
    {UseState::InUse, "in_use", "在用", "In use"},
    {UseState::UnderRepair, "under_repair", "维修中", "Under repair"},
    {UseState::Idle, "idle", "闲置", "Idle"},
    {UseState::Leased, "leased", "出租", "Leased"},
    {UseState::Lent, "lent", "出借", "Lent"},
    {UseState::InTransfer, "in_transfer", "调剂中", "In transfer"},
    {UseState::InRebuild, "in_rebuild", "改扩建中", "In rebuild"},
    {UseState::DisposalPending, "disposal_pending", "待处置", "Disposal pending"},
    {UseState::DisposalApproved, "disposal_approved", "已批复待处置", "Disposal approved"},
    {UseState::WrittenOff, "written_off", "已核销", "Written off"},
    {UseState::Void, "void", "作废", "Void"},
}};
static_assert(isDense(kUseStates));

/// Whether a document that was filed decides what becomes of it.
[[nodiscard]] constexpr bool isUnderDocument(UseState state)
{
    return state == UseState::InTransfer || state == UseState::DisposalPending
        || state == UseState::DisposalApproved;
}

/// Whether a card in this state belongs on a count sheet: the object exists and the card is open.
[[nodiscard]] constexpr bool isCountable(UseState state)
{
    return state >= UseState::InStock && state <= UseState::DisposalApproved;
}

} // namespace guanwu
