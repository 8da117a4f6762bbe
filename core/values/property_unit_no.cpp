#include "core/values/property_unit_no.h"

#include "core/base/text.h"

namespace guanwu {

namespace {

bool onlyDigits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isOneOf(char c, std::string_view set)
{
    return set.find(c) != std::string_view::npos;
}

} // namespace

Result<PropertyUnitNo> PropertyUnitNo::parse(std::string_view text)
{
    std::string number;
    for (const char c : upper(normalized(text)))
        if (c != ' ')
            number += c;
    const auto error = [&](const char* subject) { return fail(ErrorCode::InvalidArgument, subject, number); };
    const std::string_view parts = number;
    const bool parcelForm = parts.size() >= 19 && onlyDigits(parts.substr(0, 12)) && isOneOf(parts[12], "GJZ")
        && isOneOf(parts[13], "ABSXCDEFHGWY") && onlyDigits(parts.substr(14, 5));
    if (parts.size() == 19 && parcelForm)
        return error("unit_no.parcel_code");
    if (parts.size() != 28)
        return error("unit_no.length");
    if (!parcelForm || !isOneOf(parts[19], "FLQW") || !onlyDigits(parts.substr(20)))
        return error("unit_no.syntax");
    if (parts.substr(14, 5) == "00000")
        return error("unit_no.serial");
    if (parts[19] == 'W' && parts.substr(20) != "00000000")
        return error("unit_no.land_tail");
    return PropertyUnitNo(std::move(number));
}

std::string PropertyUnitNo::display() const
{
    return m_text.substr(0, 6) + ' ' + m_text.substr(6, 6) + ' ' + m_text.substr(12, 7) + ' ' + m_text.substr(19);
}

} // namespace guanwu
