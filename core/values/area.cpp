#include "core/values/area.h"

#include "core/values/decimal.h"

namespace guanwu {

Result<Area> Area::parse(std::string_view text)
{
    const auto hundredths = parseHundredths(text, "area");
    if (!hundredths)
        return fail(hundredths.error());
    if (*hundredths < 0)
        return fail(ErrorCode::InvalidArgument, "area.negative", std::string(text));
    return Area(*hundredths);
}

std::string Area::toString() const { return formatHundredths(m_hundredths); }

} // namespace guanwu
