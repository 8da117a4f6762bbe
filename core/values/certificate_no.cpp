#include "core/values/certificate_no.h"

#include "core/base/text.h"
#include "core/reference/admin_divisions.h"

#include <array>

namespace guanwu {

namespace {

    constexpr std::string_view kOpen = "（";
    constexpr std::string_view kClose = "）";
    constexpr std::string_view kTitle = "不动产权第";
    constexpr std::string_view kEnd = "号";
    constexpr std::string_view kHunan = "湘";
    constexpr std::int32_t kFirstYear = 2015;
    constexpr std::size_t kSerialDigits = 7;

    /// Short names of provinces, each three bytes of UTF-8.
    constexpr std::string_view kProvinces
        = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕秦甘陇青宁新";

    /// What the older kinds of certificate have in their numbers (certificate_types: FCZ, GTZ, GTZ_H).
    constexpr std::array<std::string_view, 4> kLegacyMarks {"房权证", "房产证", "国用", "集用"};

    bool isProvince(std::string_view text)
    {
        const auto at = kProvinces.find(text);
        return text.size() == 3 && at != std::string_view::npos && at % 3 == 0;
    }

    bool isLegacy(std::string_view text)
    {
        if (!text.ends_with(kEnd))
            return false;
        for (const std::string_view mark : kLegacyMarks)
            if (text.find(mark) != std::string_view::npos)
                return true;
        return false;
    }

    struct Parts {
        std::string_view province;
        std::string_view year;
        std::string_view place;
        std::string_view serial;
    };

    /// The parts of province（year）place不动产权第serial号.
    std::optional<Parts> partsOf(std::string_view text)
    {
        const auto open = text.find(kOpen);
        const auto close = text.find(kClose);
        const auto title = text.find(kTitle);
        if (open == std::string_view::npos || close == std::string_view::npos
            || title == std::string_view::npos || open > close || close > title || !text.ends_with(kEnd))
            return std::nullopt;
        Parts parts;
        parts.province = text.substr(0, open);
        parts.year = text.substr(open + kOpen.size(), close - open - kOpen.size());
        parts.place = text.substr(close + kClose.size(), title - close - kClose.size());
        text.remove_suffix(kEnd.size());
        if (text.size() < title + kTitle.size())
            return std::nullopt;
        parts.serial = text.substr(title + kTitle.size());
        const std::size_t placeLength = characterCount(parts.place);
        const bool placeFits = placeLength >= 2 && placeLength <= 12
            && parts.place.find(kOpen) == std::string_view::npos
            && parts.place.find(kClose) == std::string_view::npos;
        const bool yearFits
            = parts.year.size() == 4 && parts.year.starts_with("20") && onlyDigits(parts.year);
        return placeFits && yearFits && !parts.serial.empty() && onlyDigits(parts.serial)
            ? std::optional(parts)
            : std::nullopt;
    }

} // namespace

std::string CertificateNo::normalize(std::string_view text)
{
    std::string out;
    for (const char c : normalized(text)) {
        if (c == '(')
            out += kOpen;
        else if (c == ')')
            out += kClose;
        else if (c != ' ')
            out += c;
    }
    return out;
}

std::string CertificateNo::written(std::string_view text)
{
    const auto number = parse(text);
    return number ? number->text() : std::string(text);
}

Result<CertificateNo> CertificateNo::parse(std::string_view text)
{
    CertificateNo number(normalize(text));
    const auto warn = [&](const char* subject) {
        number.m_warning = Error {ErrorCode::InvalidArgument, subject, number.m_text};
    };
    const auto parts = partsOf(number.m_text);
    if (!parts) {
        if (!isLegacy(number.m_text))
            return fail(ErrorCode::InvalidArgument, "cert_no.syntax", number.m_text);
        warn("cert_no.legacy");
        return number;
    }
    if (!isProvince(parts->province))
        return fail(ErrorCode::InvalidArgument, "cert_no.province", number.m_text);
    number.m_year = std::stoi(std::string(parts->year));
    if (number.m_year < kFirstYear)
        return fail(ErrorCode::InvalidArgument, "cert_no.year", number.m_text);
    if (parts->province != kHunan || !isHuaihua(parts->place))
        warn("cert_no.other_place");
    else if (parts->serial.size() != kSerialDigits)
        warn("cert_no.serial_digits");
    return number;
}

} // namespace guanwu
