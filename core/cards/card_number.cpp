#include "core/cards/card_number.h"

#include "core/base/text.h"
#include "core/values/asset_tag.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr std::size_t kSerialDigits = 6;
    constexpr int kLastSerial = 999'999;

    std::string_view lettersOf(CardKind kind, std::string_view classCode)
    {
        switch (kind) {
        case CardKind::Land:
            return "TD";
        case CardKind::Building:
            return classCode.starts_with("A0102") ? "GZ" : "FW";
        case CardKind::Vehicle:
            return "CL";
        case CardKind::Furniture:
            return "JJ";
        case CardKind::RelicBook:
            return classCode.starts_with("A03") ? "WW" : "TS";
        case CardKind::Intangible:
            return "WX";
        case CardKind::Equipment:
            return classCode.starts_with("A06") ? "DZ" : "TY";
        }
        return "TY";
    }

} // namespace

std::string numberPrefix(CardKind kind, std::string_view classCode, std::chrono::year year)
{
    return std::string(lettersOf(kind, classCode)) + std::to_string(int(year));
}

Result<std::string> nextNumber(const std::string& prefix, const std::string& greatest)
{
    int serial = 0;
    if (greatest.size() == prefix.size() + kSerialDigits)
        std::from_chars(greatest.data() + prefix.size(), greatest.data() + greatest.size(), serial);
    if (serial >= kLastSerial)
        return fail(ErrorCode::Conflict, "card.no_number_left", prefix);
    const std::string digits = std::to_string(serial + 1);
    return prefix + std::string(kSerialDigits - digits.size(), '0') + digits;
}

std::string assetNoOf(std::string_view numberOrTag)
{
    const std::string tidy = normalized(numberOrTag);
    const auto tag = AssetTag::parse(upper(tidy));
    return tag ? tag->assetNo().text() : tidy;
}

} // namespace guanwu
