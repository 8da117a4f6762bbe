#include "core/values/money.h"

#include "core/values/decimal.h"
#include "core/values/ratio.h"

namespace guanwu {

Result<Money> Money::parseYuan(std::string_view text)
{
    const auto fen = parseHundredths(text, "money");
    return fen ? Result<Money>(Money(*fen)) : fail(fen.error());
}

std::string Money::toYuanString() const { return formatHundredths(m_fen); }

std::string Money::toWanYuanString() const
{
    // 0.01 万元 is 100 yuan.
    return formatHundredths(roundedHalfUp(m_fen, 10000));
}

} // namespace guanwu
