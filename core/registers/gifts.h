#pragma once

#include "core/registers/register_type.h"

namespace guanwu {

/// 礼品: what was received on duty and handed in (lifecycle 6.1; Decree 133 articles 7 to 10, Decree 20
/// article 9).
[[nodiscard]] std::vector<RegisterType> giftTypes();

/// What every gift is asked: when it has to be handed in at the latest; nullopt = it may be kept.
[[nodiscard]] std::optional<Day> giftDueOn(const RegisterEntry& gift);
/// The year in which a gift was handed in, for the yearly notice to the unit; 0 = it was not.
[[nodiscard]] int giftYear(const RegisterEntry& gift);

} // namespace guanwu
