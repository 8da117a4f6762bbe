#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace guanwu {

/// Two lower-case digits a byte: how digests, keys and random ids are written.
[[nodiscard]] inline std::string hexOf(std::span<const std::uint8_t> bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

} // namespace guanwu
