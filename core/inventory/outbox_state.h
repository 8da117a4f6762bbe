#pragma once

#include "core/base/token_table.h"

#include <cstdint>

namespace guanwu {

/// What the server has said of an event that a handheld keeps. Stored and Quarantined are acknowledgements;
/// Rejected is none: the server has not got it.
enum class OutboxState : std::uint8_t { Waiting, Stored, Quarantined, Rejected };

inline constexpr TokenTable<OutboxState, 4> kOutboxStates {{
    {OutboxState::Waiting, "waiting", "待上传", "Waiting"},
    {OutboxState::Stored, "stored", "已上传", "Stored"},
    {OutboxState::Quarantined, "quarantined", "已隔离待核", "Quarantined"},
    {OutboxState::Rejected, "rejected", "被退回", "Rejected"},
}};
static_assert(isDense(kOutboxStates));

[[nodiscard]] constexpr bool isAcknowledged(OutboxState state)
{
    return state == OutboxState::Stored || state == OutboxState::Quarantined;
}

} // namespace guanwu
