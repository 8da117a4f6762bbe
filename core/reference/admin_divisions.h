#pragma once

#include <string_view>

namespace guanwu {

/// Whether a name is Huaihua itself, one of its districts, counties and county-level cities, or a zone of it
/// (admin_divisions).
[[nodiscard]] bool isHuaihua(std::string_view name);

/// The name of a six-digit division code of Hunan or Huaihua; empty for codes the table does not hold.
[[nodiscard]] std::string_view divisionName(std::string_view code);

} // namespace guanwu
