#pragma once

#include "core/base/error.h"
#include "core/registry/asset_card.h"
#include "core/registry/unit.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace guanwu {

/// Where a card comes from. Cards of an older system came without papers: what only a clerk at the counter
/// can be asked (voucher, procurement form, user, right holder, make) is not asked of them.
enum class CardSource : std::uint8_t { Entered, Imported };

/// What a card is checked against besides itself.
struct CardContext {
    OrgType orgType = OrgType::Administrative; ///< of the accounting entity
    Day today {};
    CardSource source = CardSource::Entered;
};

/// Everything that is wrong with a card by the rules that look at several of its fields, in the order of the
/// card; empty = nothing. Each error has the rule as subject ("card.funds") and the column it points at as
/// detail ("fiscal_yuan").
[[nodiscard]] std::vector<Error> problemsOf(const AssetCard& card, const CardContext& context);

/// 17 capitals and digits without I, O and Q.
[[nodiscard]] bool isVin(std::string_view text);

} // namespace guanwu
