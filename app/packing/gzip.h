#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// Unpacks what gzip packed, counting while it does: a bomb is refused after `limit` bytes, not after all of
/// them (security X10). Errors: request.too_large, request.encoding.
[[nodiscard]] Result<std::string> gunzip(std::string_view packed, std::uint64_t limit);

/// Tight is for what is packed once and unpacked many times: it takes ten times as long and less to unpack.
enum class Packing : std::uint8_t { Fast, Tight };

[[nodiscard]] std::string gzip(std::string_view text, Packing packing = Packing::Fast);

} // namespace guanwu
