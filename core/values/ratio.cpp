#include "core/values/ratio.h"

#include "core/values/decimal.h"

#include <numeric>

namespace guanwu {

std::string percentText(std::int64_t part, std::int64_t whole)
{
    const auto percent = percentOf(part, whole);
    return percent ? formatHundredths(*percent) : std::string();
}

Money averagePrice(Money value, Area area)
{
    return Money::fromFen(roundedHalfUp(static_cast<Int128>(value.fen()) * 100, area.hundredths()));
}

std::vector<Money> splitByArea(Money value, const std::vector<Area>& parts)
{
    std::vector<Money> out(parts.size());
    const Area whole = std::accumulate(parts.begin(), parts.end(), Area());
    Money left = value;
    std::size_t last = parts.size();
    for (std::size_t i = 0; i < parts.size() && whole > Area(); ++i) {
        if (parts[i] == Area())
            continue;
        out[i] = Money::fromFen(
            roundedHalfUp(static_cast<Int128>(value.fen()) * parts[i].hundredths(), whole.hundredths()));
        left -= out[i];
        last = i;
    }
    if (last < parts.size())
        out[last] += left;
    return out;
}

} // namespace guanwu
