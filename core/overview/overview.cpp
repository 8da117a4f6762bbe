#include "core/overview/overview.h"

#include "core/books/class_key.h"
#include "core/values/ratio.h"

#include <algorithm>

namespace guanwu {

AssetSum& AssetSum::operator+=(const AssetSum& other)
{
    cards += other.cards;
    things += other.things;
    original += other.original;
    accumulated += other.accumulated;
    return *this;
}

AgeBand ageBandOf(Day acquired, Day on)
{
    const auto isOlder = [&](int years) {
        // 29 February ends its year with the last of February.
        Day end = acquired + std::chrono::years(years);
        if (!end.ok())
            end = end.year() / end.month() / std::chrono::last;
        return end <= on;
    };
    return isOlder(10) ? AgeBand::From10 : isOlder(6) ? AgeBand::From6 : isOlder(3) ? AgeBand::From3 : AgeBand::Under3;
}

IndicatorRule ruleOf(Indicator indicator)
{
    switch (indicator) {
    case Indicator::ClearTitle:
        return {"有现行权证的房屋 ÷ 全部房屋（栋）", "buildings with a current certificate ÷ all buildings"};
    case Indicator::SoundAllocation:
        return {"经配置单据审核的本年购置资产 ÷ 全部本年购置资产（张卡片）",
            "cards bought this year through a checked request ÷ all cards bought this year"};
    case Indicator::EfficientUse:
        return {"1 − 闲置资产原值 ÷ 全部资产原值", "1 − original value of what is idle ÷ original value of all"};
    case Indicator::ProperDisposal:
        return {"先批准后核销的本年处置 ÷ 全部本年处置（张卡片）",
            "cards disposed of this year after the approval ÷ all cards disposed of this year"};
    case Indicator::PromptWork:
        return {"未逾期的在办单据 ÷ 全部在办单据", "open documents that are not overdue ÷ all open documents"};
    }
    return {};
}

std::optional<std::int64_t> IndicatorFigure::rate() const { return percentOf(part, whole); }

AssetSum sumOfCard(const OverviewCard& card, Day on)
{
    if (card.useState == UseState::WrittenOff)
        return {};
    const std::chrono::year_month closed = on.year() / on.month() - std::chrono::months(1);
    return {1, card.quantity, card.original, card.schedule.accumulatedAt(closed)};
}

OverviewSum::OverviewSum(Day on) { m_overview.on = on; }

void OverviewSum::beginUnit(std::string code, std::string name)
{
    m_overview.byUnit.push_back({std::move(code), std::move(name), {}});
}

void OverviewSum::add(const OverviewCard& card)
{
    if (card.useState == UseState::WrittenOff)
        return;
    const AssetSum one = sumOfCard(card, m_overview.on);
    m_overview.all += one;
    if (card.useState == UseState::Idle)
        m_overview.idle += one;
    m_byKey[card.classKey] += one;
    m_overview.byAge[static_cast<std::size_t>(ageBandOf(card.acquiredOn, m_overview.on))] += one;
    m_overview.byUnit.back().sum += one;
}

Overview OverviewSum::result() const
{
    Overview out = m_overview;
    for (const auto& [key, sum] : m_byKey)
        out.byClass[bookClassOf(key)] += sum;
    std::stable_sort(out.byUnit.begin(), out.byUnit.end(), [](const Overview::OfUnit& a, const Overview::OfUnit& b) {
        return a.sum.original > b.sum.original;
    });
    out.indicators[static_cast<std::size_t>(Indicator::EfficientUse)]
        = {(out.all.original - out.idle.original).fen(), out.all.original.fen()};
    return out;
}

} // namespace guanwu
