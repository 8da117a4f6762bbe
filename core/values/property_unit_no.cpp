#include "core/values/property_unit_no.h"

#include "core/base/text.h"

namespace guanwu {

namespace {

    bool isOneOf(char c, std::string_view letters) { return letters.find(c) != std::string_view::npos; }

    bool isParcelFeature(std::string_view feature)
    {
        return isOneOf(feature[0], "GJZ") && isOneOf(feature[1], "ABSXCDEFHGWY");
    }

} // namespace

std::string PropertyUnitNo::normalize(std::string_view text)
{
    std::string out = upper(normalized(text));
    std::erase_if(out, [](char c) { return c == ' ' || c == '-'; });
    return out;
}

Result<PropertyUnitNo> PropertyUnitNo::parse(std::string_view text)
{
    std::string number = normalize(text);
    const std::string_view view = number;
    const auto error
        = [&](std::string_view subject) { return fail(ErrorCode::InvalidArgument, subject, number); };
    if (view.size() == 19 && onlyDigits(view.substr(0, 12)) && isParcelFeature(view.substr(12, 2)))
        return error("unit_no.parcel_code");
    if (view.size() != 28)
        return error("unit_no.length");
    if (!onlyDigits(view.substr(0, 12)) || !onlyDigits(view.substr(14, 5)) || !onlyDigits(view.substr(20)))
        return error("unit_no.digits");
    if (!isParcelFeature(view.substr(12, 2)))
        return error("unit_no.parcel_feature");
    if (view.substr(14, 5) == "00000")
        return error("unit_no.serial");
    if (!isOneOf(view[19], "FLQW"))
        return error("unit_no.fixture_feature");
    if (view[19] == 'W' && view.substr(20) != "00000000")
        return error("unit_no.land_tail");
    return PropertyUnitNo(std::move(number));
}

std::string PropertyUnitNo::display() const
{
    std::string out = m_text;
    for (const std::size_t gap : {19U, 12U, 6U})
        out.insert(gap, 1, ' ');
    return out;
}

} // namespace guanwu
