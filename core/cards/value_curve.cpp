#include "core/cards/value_curve.h"

#include "core/reference/useful_life.h"

#include <algorithm>

namespace guanwu {

namespace {

    bool classNeverDepreciates(const AssetCard& card)
    {
        if (card.classEdition != ClassEdition::Edition2022)
            return false;
        const UsefulLife* life = UsefulLives::current().find(card.classCode);
        return life && life->neverDepreciated;
    }

    /// The months that are told: each, or as many of them as fit.
    std::vector<std::chrono::year_month> monthsOf(
        const DepreciationSchedule& schedule, std::chrono::year_month acquired, std::chrono::year_month today)
    {
        std::vector<std::chrono::year_month> out {acquired};
        if (today > acquired)
            out.push_back(today);
        if (schedule.months > 0) {
            if (schedule.from > acquired)
                out.push_back(schedule.from - std::chrono::months(1));
            constexpr auto kRoom = static_cast<std::int32_t>(ValueCurve::kMostPoints) - 4;
            const std::int32_t step = (schedule.months + kRoom - 1) / kRoom;
            for (std::int32_t month = 0; month < schedule.months; month += step)
                out.push_back(schedule.from + std::chrono::months(month));
            out.push_back(schedule.lastMonth());
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        std::erase_if(out, [&](std::chrono::year_month month) { return month < acquired; });
        return out;
    }

} // namespace

ValueCurve valueCurve(const RegisteredCard& card, std::chrono::year_month today)
{
    const DepreciationSchedule& schedule = card.schedule;
    const std::chrono::year_month acquired = card.card.acquiredOn.year() / card.card.acquiredOn.month();
    ValueCurve out;
    if (schedule.months <= 0)
        out.reason = classNeverDepreciates(card.card) ? "curve.class_never" : "curve.card_never";
    for (const std::chrono::year_month month : monthsOf(schedule, acquired, today)) {
        // What was taken before the schedule is told at its end, not at the acquisition.
        const bool isOfBefore
            = month == acquired && schedule.months > 0 && month + std::chrono::months(1) < schedule.from;
        const Money taken = isOfBefore ? Money() : schedule.accumulatedAt(month);
        if (month == today)
            out.today = out.points.size();
        out.points.push_back({month, card.card.original - taken});
    }
    return out;
}

} // namespace guanwu
