#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace guanwu {

struct RouteCall;

/// The names behind codes, as far as the caller sees them: { code: name }. Others are left out.
[[nodiscard]] nlohmann::ordered_json placeNames(RouteCall& call, const std::set<std::string>& codes);
[[nodiscard]] nlohmann::ordered_json personNames(RouteCall& call, const std::set<std::string>& codes);

} // namespace guanwu
