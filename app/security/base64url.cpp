#include "app/security/base64url.h"

#include <cstdint>

namespace guanwu {

namespace {

    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

} // namespace

std::string toBase64url(std::string_view bytes)
{
    std::string out;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char c : bytes) {
        pending = pending << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6)
            out += kDigits[pending >> (bits - 6) & 63];
    }
    if (bits > 0)
        out += kDigits[pending << (6 - bits) & 63];
    return out;
}

std::optional<std::string> fromBase64url(std::string_view text)
{
    std::string out;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char c : text) {
        const auto digit = kDigits.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        pending = pending << 6 | static_cast<std::uint32_t>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>(pending >> bits & 0xFF);
        }
    }
    if (toBase64url(out) != text)
        return std::nullopt;
    return out;
}

} // namespace guanwu
