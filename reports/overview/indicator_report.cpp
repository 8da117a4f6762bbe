#include "reports/overview/indicator_report.h"

#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    constexpr std::string_view kKeyStart = "indicator:";

    /// Columns behind the name and the rule.
    enum class IndicatorColumn : std::uint8_t { Part = 2, Whole, PartValue, WholeValue, Rate };

    constexpr std::size_t at(IndicatorColumn column) { return static_cast<std::size_t>(column); }

    /// Why a thing is of the part, or is not.
    std::string noteOf(Indicator indicator, const IndicatorItem& item)
    {
        const auto dayOr = [](const std::optional<Day>& day, const char* none) {
            return day ? formatDate(*day) : std::string(none);
        };
        switch (indicator) {
        case Indicator::ClearTitle:
            return item.paper.empty() ? "无现行权证" : "权证 " + item.paper;
        case Indicator::SoundAllocation:
            return item.paper.empty() ? "无配置单据" : "配置单据 " + item.paper;
        case Indicator::EfficientUse:
            return item.useState ? std::string(tokenRow(kUseStates, *item.useState).nameZh) : std::string();
        case Indicator::ProperDisposal:
            return (item.first ? formatDate(*item.first) + " 批准" : std::string("未见批准")) + "，"
                + dayOr(item.second, "") + " 核销";
        case Indicator::PromptWork:
            return item.part == 0 ? "已逾期，办理期限 " + dayOr(item.first, "")
                                  : "办理期限 " + dayOr(item.first, "未定");
        }
        return {};
    }

    /// The lines of a column; `fill` says what a thing adds to it.
    template <class Fill>
    CellLines linesFilled(
        Indicator indicator, std::function<bool(IndicatorItem&)> items, CellKind kind, Fill fill)
    {
        return {[indicator, items = std::move(items), fill](CellLine& line) {
                    for (IndicatorItem item; items(item);) {
                        line = {item.no, item.name, item.unitName, noteOf(indicator, item), {}, {}};
                        fill(line, item);
                        if (!addsNothing(line))
                            return true;
                    }
                    return false;
                },
            kind};
    }

    class IndicatorRows final : public RowSource {
    public:
        IndicatorRows(const Overview& overview, IndicatorItems items)
            : m_overview(overview)
            , m_items(std::move(items))
        {
        }

        bool next(ReportRow& row) override
        {
            if (m_next == kIndicators.size())
                return false;
            const auto& indicator = kIndicators[m_next];
            const IndicatorFigure& figure = m_overview.indicators[m_next++];
            row.role = RowRole::Line;
            row.key = indicatorKey(indicator.value);
            row.cells.assign(row.cells.size(), Cell());
            setText(row.cells[0], indicator.nameZh);
            setText(row.cells[1], ruleOf(indicator.value).zh);
            const auto put
                = [&row](IndicatorColumn column, Cell cell) { row.cells[at(column)] = std::move(cell); };
            if (isOfValue(indicator.value)) {
                put(IndicatorColumn::Part, m_overview.all.cards - m_overview.idle.cards);
                put(IndicatorColumn::Whole, m_overview.all.cards);
                put(IndicatorColumn::PartValue, Money::fromFen(figure.part));
                put(IndicatorColumn::WholeValue, Money::fromFen(figure.whole));
            } else {
                put(IndicatorColumn::Part, figure.part);
                put(IndicatorColumn::Whole, figure.whole);
            }
            if (const auto rate = figure.rate())
                put(IndicatorColumn::Rate, Percent {*rate});
            return true;
        }

        /// Buildings, cards and documents come to no sum.
        void close(ReportEnd& end) override { end.totals.clear(); }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            const auto indicator = indicatorOfKey(cell.row);
            if (!indicator || cell.column < at(IndicatorColumn::Part))
                return std::nullopt;
            const auto column = static_cast<IndicatorColumn>(cell.column);
            if (column == IndicatorColumn::Rate)
                return linesOfRate(*indicator, m_items(*indicator));
            const bool isMoney
                = column == IndicatorColumn::PartValue || column == IndicatorColumn::WholeValue;
            const bool isPart = column == IndicatorColumn::Part || column == IndicatorColumn::PartValue;
            return linesFilled(*indicator, m_items(*indicator), isMoney ? CellKind::Money : CellKind::Integer,
                [indicator = *indicator, isMoney, isPart](CellLine& line, const IndicatorItem& item) {
                    if (isMoney)
                        line.value = Money::fromFen(isPart ? item.part : item.whole);
                    else
                        line.value = std::int64_t {isPart ? isFulfilled(indicator, item) : true};
                });
        }

    private:
        /// What has no value counts as a thing all the same.
        static bool isFulfilled(Indicator indicator, const IndicatorItem& item)
        {
            return isOfValue(indicator) ? item.useState != UseState::Idle : item.part != 0;
        }

        const Overview m_overview;
        IndicatorItems m_items;
        std::size_t m_next = 0;
    };

} // namespace

std::string indicatorKey(Indicator indicator)
{
    return std::string(kKeyStart).append(tokenRow(kIndicators, indicator).token);
}

std::optional<Indicator> indicatorOfKey(std::string_view key)
{
    for (const auto& row : kIndicators)
        if (key == indicatorKey(row.value))
            return row.value;
    return std::nullopt;
}

std::string indicatorCell(Indicator indicator)
{
    return cellKeyText(indicatorKey(indicator), at(IndicatorColumn::Rate));
}

CellLines linesOfRate(Indicator indicator, std::function<bool(IndicatorItem& item)> items)
{
    const bool isMoney = isOfValue(indicator);
    return linesFilled(indicator, std::move(items), isMoney ? CellKind::Money : CellKind::Integer,
        [isMoney](CellLine& line, const IndicatorItem& item) {
            line.value = isMoney ? Cell(Money::fromFen(item.part)) : Cell(item.part);
            line.whole = isMoney ? Cell(Money::fromFen(item.whole)) : Cell(item.whole);
        });
}

StreamedReport indicatorReport(
    const std::string& preparer, MoneyUnit moneyUnit, const Overview& overview, IndicatorItems items)
{
    Report report;
    report.title = kIndicatorReport.titleZh;
    report.preparer = preparer;
    report.period = "截至：" + formatDate(overview.on);
    report.asOf = overview.on;
    report.moneyUnit = moneyUnit;
    report.notes.push_back("本年指 " + std::to_string(static_cast<int>(overview.on.year()))
        + " 年 1 月 1 日至截至日；没有分母的指标不计算");
    report.columns = {repeatedColumn("指标", CellKind::Text, 10), textColumn("计算方法", 44),
        countColumn("符合数", 9), countColumn("全部数", 9), moneyColumn("符合的原值"),
        moneyColumn("全部原值"), percentColumn("比率", 10)};
    report.signatures = usualSignatures();
    return {std::move(report), std::make_unique<IndicatorRows>(overview, std::move(items))};
}

} // namespace guanwu
