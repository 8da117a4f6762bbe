#include "scanner/payload.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kPlacePrefix = "P:";
    constexpr std::size_t kMaxPlaceCode = 32;

    bool isAlphanumeric(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    bool isPlaceCharacter(char c)
    {
        return isAlphanumeric(c) || c == '-' || c == '.' || c == '/' || c == '_';
    }

} // namespace

Result<PlaceCode> PlaceCode::parse(std::string_view text)
{
    if (text.empty() || text.size() > kMaxPlaceCode || !isAlphanumeric(text.front())
        || !isAlphanumeric(text.back()) || !std::all_of(text.begin(), text.end(), isPlaceCharacter))
        return fail(ErrorCode::InvalidArgument, "place_code.syntax", std::string(text));
    return PlaceCode(std::string(text));
}

std::string PlaceCode::payload() const { return std::string(kPlacePrefix) + m_text; }

std::optional<AssetTag> acceptedTag(std::string_view text)
{
    auto tag = AssetTag::parse(text);
    if (!tag || tag->text() != text)
        return std::nullopt;
    return std::move(*tag);
}

Payload parsePayload(std::string_view text)
{
    if (auto tag = acceptedTag(text))
        return std::move(*tag);
    if (text.starts_with(kPlacePrefix))
        if (auto place = PlaceCode::parse(text.substr(kPlacePrefix.size())))
            return std::move(*place);
    return ForeignText {std::string(text)};
}

} // namespace guanwu
