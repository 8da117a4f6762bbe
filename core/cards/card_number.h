#pragma once

#include "core/base/error.h"
#include "core/registry/asset_codes.h"

#include <chrono>
#include <string>
#include <string_view>

namespace guanwu {

/// What the number of a new card begins with: two letters of its kind and the year (algorithms 7).
[[nodiscard]] std::string numberPrefix(CardKind kind, std::string_view classCode, std::chrono::year year);

/// The number behind the greatest one with the prefix; empty = there is none yet. Errors:
/// card.no_number_left.
[[nodiscard]] Result<std::string> nextNumber(const std::string& prefix, const std::string& greatest);

/// The asset number that a text means: itself, or without the check character when it is a whole tag.
[[nodiscard]] std::string assetNoOf(std::string_view numberOrTag);

} // namespace guanwu
