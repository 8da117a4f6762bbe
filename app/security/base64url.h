#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanwu {

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string toBase64url(std::string_view bytes);
/// nullopt when it is not the one text that stands for its bytes: two texts for one signature would be two
/// proofs.
[[nodiscard]] std::optional<std::string> fromBase64url(std::string_view text);

} // namespace guanwu
