#pragma once

#include "core/registry/card_rules.h"

namespace guanwu {

/// What a card breaks that it did not break before: old faults do not stand in the way of a change.
[[nodiscard]] std::vector<Error> newProblems(
    const AssetCard& before, const AssetCard& after, const CardContext& context);

} // namespace guanwu
