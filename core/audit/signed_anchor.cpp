#include "core/audit/signed_anchor.h"

#include "core/base/hex.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::string_view kKind = "GWA1";
    constexpr std::size_t kDigestLength = 64; ///< of SM3 and SHA-256 in hex
    constexpr std::size_t kSignatureLength = 86; ///< of Ed25519 in base64url

    bool isNumber(std::string_view text, std::int64_t& value)
    {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() && end == text.data() + text.size() && value > 0;
    }

    bool isBase64Url(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
                || c == '_';
        });
    }

} // namespace

std::string signedText(const SignedAnchor& anchor)
{
    return "guanwu-anchor-1\n" + std::to_string(anchor.anchor.block) + '\n' + anchor.anchor.digest + '\n'
        + std::to_string(anchor.anchor.entries) + '\n' + std::to_string(anchor.at.time_since_epoch().count());
}

std::string anchorLine(const SignedAnchor& anchor)
{
    return std::string(kKind) + '|' + std::to_string(anchor.anchor.block) + '|'
        + std::to_string(anchor.anchor.entries) + '|' + std::to_string(anchor.at.time_since_epoch().count())
        + '|' + anchor.anchor.digest + '|' + anchor.signature;
}

Result<SignedAnchor> parseAnchorLine(std::string_view line)
{
    const auto parts = split(line, '|');
    SignedAnchor out;
    std::int64_t at = 0;
    const bool isRight = parts.size() == 6 && parts[0] == kKind && isNumber(parts[1], out.anchor.block)
        && isNumber(parts[2], out.anchor.entries) && isNumber(parts[3], at)
        && parts[4].size() == kDigestLength && onlyHexDigits(parts[4]) && parts[5].size() == kSignatureLength
        && isBase64Url(parts[5]);
    if (!isRight)
        return fail(ErrorCode::InvalidArgument, "audit.anchor_line");
    out.at = Instant(std::chrono::milliseconds(at));
    out.anchor.digest = parts[4];
    out.signature = parts[5];
    return out;
}

} // namespace guanwu
