#pragma once

#include "core/base/token_table.h"

#include <cstdint>

namespace guanwu {

/// The registers beside the assets: what is watched over and listed, but is no card of the books. The tokens
/// are what the command line and the API name them by.
enum class RegisterKind : std::uint8_t { Vehicles, Gifts, SeizedGoods, Housing, LowValue, BuildingSafety };

inline constexpr TokenTable<RegisterKind, 6> kRegisterKinds {{
    {RegisterKind::Vehicles, "vehicles", "公务用车", "Official vehicles"},
    {RegisterKind::Gifts, "gifts", "礼品", "Gifts"},
    {RegisterKind::SeizedGoods, "seized-goods", "移交涉案物资", "Goods handed over in cases"},
    {RegisterKind::Housing, "housing", "公有住房与周转房", "Public and turnover housing"},
    {RegisterKind::LowValue, "low-value", "低值品", "Low-value items"},
    {RegisterKind::BuildingSafety, "building-safety", "房屋安全", "Safety of buildings"},
}};
static_assert(isDense(kRegisterKinds));

} // namespace guanwu
