#include "core/values/asset_tag.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }

} // namespace

char checkCharacterMod37(std::string_view body)
{
    unsigned remainder = 0;
    for (const char c : body) {
        if (!isDigit(c) && !isLetter(c))
            return '\0';
        remainder = (remainder + static_cast<unsigned>(kAlphabet.find(c))) * 2 % 37;
    }
    return kAlphabet[(38 - remainder) % 37];
}

bool isLegacyNo(std::string_view text)
{
    const bool hasControl
        = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return !text.empty() && characterCount(text) <= kMaxLegacyNo && !hasControl && isValidText(text)
        && trimmed(text) == text;
}

Result<AssetNo> AssetNo::parse(std::string_view text)
{
    if (text.size() != 12 || !isLetter(text[0]) || !isLetter(text[1])
        || !std::all_of(text.begin() + 2, text.end(), isDigit))
        return fail(ErrorCode::InvalidArgument, "asset_no.syntax", std::string(text));
    return AssetNo(std::string(text));
}

AssetTag AssetTag::of(const AssetNo& number) { return {number, checkCharacterMod37(number.text())}; }

Result<AssetTag> AssetTag::parse(std::string_view text)
{
    if (text.empty())
        return fail(ErrorCode::InvalidArgument, "tag.syntax");
    const auto number = AssetNo::parse(text.substr(0, text.size() - 1));
    if (!number || kAlphabet.find(text.back()) == std::string_view::npos)
        return fail(ErrorCode::InvalidArgument, "tag.syntax", std::string(text));
    if (text.back() != checkCharacterMod37(number->text()))
        return fail(ErrorCode::InvalidArgument, "tag.check", std::string(text));
    return AssetTag(*number, text.back());
}

} // namespace guanwu
