#include "core/cards/card_number.h"

#include "core/base/text.h"
#include "core/values/number_run.h"

#include <charconv>

namespace guanwu {

namespace {

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
    std::int64_t serial = 0;
    if (greatest.size() == numberText(prefix, 0).size())
        std::from_chars(greatest.data() + prefix.size(), greatest.data() + greatest.size(), serial);
    if (serial >= kLastSerial)
        return fail(ErrorCode::Conflict, "card.no_number_left", prefix);
    return numberText(prefix, serial + 1);
}

std::string assetNoOf(std::string_view numberOrTag)
{
    const std::string tidy = normalized(numberOrTag);
    const auto tag = AssetTag::parse(upper(tidy));
    return tag ? tag->assetNo().text() : tidy;
}

} // namespace guanwu
