#include "reports/overview/overview_report.h"

#include "core/books/class_key.h"
#include "core/reference/classification.h"
#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    struct Line {
        std::string key;
        std::string group;
        std::string name;
        AssetSum sum;
        bool isPart = false; ///< of what the classes have counted already
    };

    std::vector<Line> linesOfOverview(const Overview& overview)
    {
        std::vector<Line> out;
        for (const auto& [code, sum] : overview.byClass)
            out.push_back({"class:" + code, "按类别", overviewClassName(code), sum, false});
        out.push_back({"idle", "其中", "闲置", overview.idle, true});
        for (const auto& band : kAgeBands)
            out.push_back({"age:" + std::string(band.token), "按年限", std::string(band.nameZh),
                overview.byAge[static_cast<std::size_t>(band.value)], true});
        for (const Overview::OfUnit& unit : overview.byUnit)
            out.push_back({"unit:" + unit.code, "按单位", unit.name, unit.sum, true});
        return out;
    }

    /// Whether a card is counted in the row with this key.
    bool isIn(const std::string& key, const OverviewItem& item, Day on)
    {
        if (key == kTotalKey)
            return true;
        if (key == "idle")
            return item.card.useState == UseState::Idle;
        return key == "class:" + bookClassOf(item.card.classKey) || key == "unit:" + item.unitCode
            || key == "age:" + std::string(tokenRow(kAgeBands, ageBandOf(item.card.acquiredOn, on)).token);
    }

    constexpr std::size_t kShare = 7; ///< column

    Cell figureOf(const AssetSum& sum, std::size_t column)
    {
        switch (column) {
        case 2:
            return sum.cards;
        case 3:
            return sum.things;
        case 5:
            return sum.accumulated;
        case 6:
            return sum.net();
        default:
            return sum.original;
        }
    }

    std::string checkText(std::string_view what, const AssetSum& sum, const AssetSum& all)
    {
        const bool holds = sum.original == all.original && sum.cards == all.cards;
        return std::string(what) + "之和 " + countText(sum.cards) + "（" + yuanText(sum.original) + "） "
            + (holds ? "=" : "≠") + " 合计 " + countText(all.cards) + "（" + yuanText(all.original) + "）";
    }

    class OverviewRows final : public RowSource {
    public:
        OverviewRows(const Overview& overview, OverviewItems items)
            : m_lines(linesOfOverview(overview))
            , m_items(std::move(items))
            , m_on(overview.on)
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
            row.key = line.key;
            for (std::size_t column = 2; column < kShare; ++column)
                row.cells[column] = figureOf(line.sum, column);
            if (const auto share = IndicatorFigure {line.sum.original.fen(), m_all.original.fen()}.rate())
                row.cells[kShare] = Percent {*share};
            else
                row.cells[kShare] = std::monostate();
            return true;
        }
        void close(ReportEnd& end) override
        {
            for (const auto& [what, sum] : {std::pair("各类别", m_classes), {"各年限", m_ages}, {"各单位", m_units}})
                end.checks.push_back({sum.original == m_all.original && sum.cards == m_all.cards,
                    checkText(what, sum, m_all)});
        }

        /// Of a share every card is a line, as the whole is made of all.
        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            const bool isShare = cell.column == kShare;
            const std::string unit
                = !isShare && cell.row.starts_with("unit:") ? cell.row.substr(5) : std::string();
            return CellLines {[items = m_items(unit), cell, isShare, on = m_on](CellLine& line) {
                                  for (OverviewItem item; items(item);) {
                                      const bool isPart = isIn(cell.row, item, on);
                                      if (!isPart && !isShare)
                                          continue;
                                      const AssetSum sum = sumOfCard(item.card, on);
                                      line = {item.assetNo, item.name, item.unitName,
                                          std::string(tokenRow(kUseStates, item.card.useState).nameZh), {},
                                          {}};
                                      line.value = isPart ? figureOf(sum, cell.column) : Money();
                                      if (isShare)
                                          line.whole = sum.original;
                                      if (!addsNothing(line))
                                          return true;
                                  }
                                  return false;
                              },
                CellKind::Money};
        }

    private:
        std::vector<Line> m_lines;
        OverviewItems m_items;
        Day m_on;
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

StreamedReport overviewReport(
    const std::string& preparer, MoneyUnit moneyUnit, const Overview& overview, OverviewItems items)
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
    report.columns = {repeatedColumn("口径", CellKind::Text, 8), repeatedColumn("项目", CellKind::Text, 24),
        countColumn("卡片数", 9), countColumn("数量", 9), moneyColumn("原值"), moneyColumn("累计折旧"),
        moneyColumn("净值"), percentColumn("占原值比", 10)};
    report.signatures = usualSignatures();
    return {std::move(report), std::make_unique<OverviewRows>(overview, std::move(items))};
}

} // namespace guanwu
