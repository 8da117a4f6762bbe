#include "reports/idle/idle_reports.h"

#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <algorithm>
#include <array>
#include <map>

namespace guanwu {

namespace {

    struct IdleFigures {
        std::int64_t things = 0;
        Money original;
        Money net;
        Area area;
        std::optional<Money> income; ///< unknown while nobody expects any

        void add(const IdleLine& line, Money netValue)
        {
            ++things;
            original += line.original;
            net += netValue;
            area += line.kind == CardKind::Land ? line.landShare : line.floorArea;
            if (line.note.expectedIncome)
                income = income.value_or(Money()) + *line.note.expectedIncome;
        }
    };

    /// Sections 2 and 4 from one pass over the lines.
    struct IdleSums {
        IdleFigures all;
        std::array<IdleFigures, kProposedWays.size()> byWay;
        std::array<IdleFigures, kIdleLengths.size()> byLength;
        std::map<std::string, IdleFigures> byUnit;

        IdleSums(const IdleHead& head, const IdleLines& lines)
        {
            const auto month = head.asOf.year() / head.asOf.month();
            for (IdleLine line; lines(line);) {
                const Money net = line.original - line.schedule.accumulatedAt(month);
                all.add(line, net);
                byWay[static_cast<std::size_t>(line.note.way)].add(line, net);
                byLength[static_cast<std::size_t>(idleLength(line.idleSince, head.asOf, head.termMonths))]
                    .add(line, net);
                byUnit[line.unitName].add(line, net);
            }
        }
    };

    std::string figuresText(const IdleFigures& figures)
    {
        return std::to_string(figures.things) + " 项，原值 " + figures.original.toWanYuanString()
            + " 万元，净值 " + figures.net.toWanYuanString() + " 万元";
    }

    std::string lengthText(const IdleSums& sums)
    {
        std::string text;
        for (std::size_t i = 0; i < sums.byLength.size(); ++i)
            if (sums.byLength[i].things > 0)
                text += (text.empty() ? "按闲置时间：" : "；") + std::string(kIdleLengths[i].nameZh) + " "
                    + figuresText(sums.byLength[i]);
        return text;
    }

    /// The ten units with the most original value.
    std::string unitsText(const IdleSums& sums)
    {
        constexpr std::size_t kShown = 10;
        std::vector<std::pair<std::string, IdleFigures>> units(sums.byUnit.begin(), sums.byUnit.end());
        std::stable_sort(units.begin(), units.end(),
            [](const auto& a, const auto& b) { return a.second.original > b.second.original; });
        std::string text;
        for (std::size_t i = 0; i < units.size() && i < kShown; ++i)
            text += (i == 0 ? "原值居前的单位：" : "；") + units[i].first + " "
                + units[i].second.original.toWanYuanString() + " 万元";
        return text;
    }

    class WayRows final : public RowSource {
    public:
        WayRows(IdleSums sums, const IdleTotals& totals)
            : m_sums(std::move(sums))
            , m_totals(totals)
        {
        }

        bool next(ReportRow& row) override
        {
            while (m_way < kProposedWays.size() && m_sums.byWay[m_way].things == 0)
                ++m_way;
            if (m_way == kProposedWays.size())
                return false;
            const IdleFigures& figures = m_sums.byWay[m_way];
            row.cells[0] = ++m_serial;
            setText(row.cells[1], kProposedWays[m_way].nameZh);
            row.cells[2] = figures.things;
            row.cells[3] = figures.original;
            row.cells[4] = figures.net;
            row.cells[5] = figures.area;
            row.cells[6] = figures.income ? Cell(*figures.income) : Cell();
            m_things += figures.things;
            m_original += figures.original;
            ++m_way;
            return true;
        }

        void close(ReportEnd& end) override
        {
            // An asset appears once: the ways add up to what is idle (section 2 against section 4).
            end.checks.push_back({m_things == m_totals.things && m_original == m_totals.original,
                "各方式合计 " + std::to_string(m_things) + " 项 " + m_original.toYuanString() + " 元 = 底数 "
                    + std::to_string(m_totals.things) + " 项 " + m_totals.original.toYuanString() + " 元"});
        }

    private:
        IdleSums m_sums;
        IdleTotals m_totals;
        std::size_t m_way = 0;
        std::int64_t m_serial = 0;
        std::int64_t m_things = 0;
        Money m_original;
    };

} // namespace

StreamedReport idleDisposalReport(const IdleHead& head, IdleLines lines)
{
    IdleSums sums(head, lines);
    Report report;
    report.title = std::string(kIdleDisposalReport.titleZh);
    report.preparer = head.preparer;
    report.period = "基准日：" + formatDate(head.asOf);
    report.asOf = head.asOf;
    report.moneyUnit = head.moneyUnit;
    report.notes.push_back("底数：" + figuresText(sums.all));
    for (std::string note : {lengthText(sums), unitsText(sums)})
        if (!note.empty())
            report.notes.push_back(std::move(note));
    Column area = countColumn("面积", 12);
    area.kind = CellKind::Area;
    area.unit = "㎡";
    report.columns = {repeatedColumn("序号", CellKind::Integer, 5), textColumn("拟处置方式", 24),
        countColumn("项数", 8), moneyColumn("原值"), moneyColumn("净值"), std::move(area),
        estimateColumn("预计收益")};
    report.signatures = {"单位负责人", "财务负责人", "填表人", "复核人", "填表日期", "联系电话"};
    return {std::move(report), std::make_unique<WayRows>(std::move(sums), head.totals)};
}

} // namespace guanwu
