#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guanwu {

/// Two lower-case digits a byte: how digests, keys and random ids are written.
[[nodiscard]] inline std::string hexOf(std::span<const std::uint8_t> bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out(bytes.size() * 2, '\0');
    auto digit = out.begin();
    for (const std::uint8_t byte : bytes) {
        *digit++ = kDigits[byte >> 4];
        *digit++ = kDigits[byte & 15];
    }
    return out;
}

/// Whether it holds nothing else; true for an empty text too.
[[nodiscard]] constexpr bool onlyHexDigits(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace guanwu
