#include "reports/overview/overview_report.h"

#include "core/reference/classification.h"
#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    struct Line {
        std::string group;
        std::string name;
        AssetSum sum;
        bool isPart = false; ///< of what the classes have counted already
    };

    std::vector<Line> linesOf(const Overview& overview)
    {
        std::vector<Line> out;
        for (const auto& [code, sum] : overview.byClass)
            out.push_back({"按类别", overviewClassName(code), sum, false});
        out.push_back({"其中", "闲置", overview.idle, true});
        for (const auto& band : kAgeBands)
            out.push_back({"按年限", std::string(band.nameZh),
                overview.byAge[static_cast<std::size_t>(band.value)], true});
        for (const Overview::OfUnit& unit : overview.byUnit)
            out.push_back({"按单位", unit.name, unit.sum, true});
        return out;
    }

    std::string checkText(std::string_view what, const AssetSum& sum, const AssetSum& all)
    {
        const bool holds = sum.original == all.original && sum.cards == all.cards;
        return std::string(what) + "之和 " + std::to_string(sum.cards) + "（" + sum.original.toYuanString() + " 元） "
            + (holds ? "=" : "≠") + " 合计 " + std::to_string(all.cards) + "（" + all.original.toYuanString() + " 元）";
    }

    class OverviewRows final : public RowSource {
    public:
        explicit OverviewRows(const Overview& overview)
            : m_lines(linesOf(overview))
            , m_all(overview.all)
        {
            for (const Line& line : m_lines) {
                if (line.group == "按年限")
                    m_ages += line.sum;
                if (line.group == "按单位")
                    m_units += line.sum;
                if (!line.isPart)
                    m_classes += line.sum;
            }
        }
        bool next(ReportRow& row) override
        {
            if (m_at == m_lines.size())
                return false;
            const Line& line = m_lines[m_at++];
            row.role = line.isPart ? RowRole::OfWhich : RowRole::Line;
            setText(row.cells[0], line.group);
            setText(row.cells[1], line.name);
            row.cells[2] = line.sum.cards;
            row.cells[3] = line.sum.things;
            row.cells[4] = line.sum.original;
            row.cells[5] = line.sum.accumulated;
            row.cells[6] = line.sum.net();
            if (const auto share = IndicatorFigure {line.sum.original.fen(), m_all.original.fen()}.rate())
                row.cells[7] = Percent {*share};
            else
                row.cells[7] = std::monostate();
            return true;
        }
        void close(ReportEnd& end) override
        {
            for (const auto& [what, sum] : {std::pair("各类别", m_classes), {"各年限", m_ages}, {"各单位", m_units}})
                end.checks.push_back({sum.original == m_all.original && sum.cards == m_all.cards,
                    checkText(what, sum, m_all)});
        }

    private:
        std::vector<Line> m_lines;
        AssetSum m_all;
        AssetSum m_classes;
        AssetSum m_ages;
        AssetSum m_units;
        std::size_t m_at = 0;
    };

    std::string indicatorText(Indicator indicator, const IndicatorFigure& figure)
    {
        const auto rate = figure.rate();
        return std::string(tokenRow(kIndicators, indicator).nameZh) + "："
            + (rate ? printedText(Percent {*rate}, MoneyUnit::Yuan) : std::string("无数据")) + "（"
            + std::string(ruleOf(indicator).zh) + "）";
    }

} // namespace

std::string overviewClassName(const std::string& classCode)
{
    return classCode.empty() ? "旧版分类" : std::string(Classification::edition2022().nameOf(classCode));
}

StreamedReport overviewReport(const std::string& preparer, MoneyUnit moneyUnit, const Overview& overview)
{
    Report report;
    report.title = kOverviewReport.titleZh;
    report.preparer = preparer;
    report.period = "年限与折旧计算至：" + formatDate(overview.on);
    report.asOf = overview.on;
    report.moneyUnit = moneyUnit;
    for (const auto& row : kIndicators)
        report.notes.push_back(
            indicatorText(row.value, overview.indicators[static_cast<std::size_t>(row.value)]));
    report.columns = {textColumn("口径", 8), repeatedColumn("项目", CellKind::Text, 24), countColumn("卡片数", 9),
        countColumn("数量", 9), moneyColumn("原值"), moneyColumn("累计折旧"), moneyColumn("净值"),
        {{}, "占原值比", {}, {}, CellKind::Percent, 10, Total::None, Repeat::Once}};
    report.signatures = {"单位负责人", "填表人", "复核人", "填表日期", "联系电话"};
    return {std::move(report), std::make_unique<OverviewRows>(overview)};
}

} // namespace guanwu
