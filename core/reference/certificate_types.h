#pragma once

#include <string>
#include <string_view>

namespace guanwu {

/// 证书类型 by its code: BDCQZS is 不动产权证书. What the table does not hold, as a registry of before may
/// have it, is told as it stands.
[[nodiscard]] std::string certificateTypeName(std::string_view code);

} // namespace guanwu
