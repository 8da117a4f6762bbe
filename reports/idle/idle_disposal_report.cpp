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

    /// 问题, in the order of the report (reports 5, section 6).
    enum class Trouble : std::uint8_t { NoTitle, Incomplete, Unsafe, Encumbered };
    constexpr std::array<std::string_view, 4> kTroubles {
        "无权属证书", "权属证书容缺", "房屋安全 C、D 级", "抵押、查封"};

    /// 下一步: what was said of a thing.
    struct NextStep {
        std::string thing;
        std::string measure;
        std::string responsible;
        std::optional<Day> dueOn;
        Money original;
    };

    /// Sections 2, 4, 6 and 7 from one pass over the lines.
    struct IdleSums {
        IdleFigures all;
        std::array<IdleFigures, kTroubles.size()> byTrouble;
        std::vector<NextStep> steps;
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
                const auto hasTrouble = [&](Trouble trouble, bool has) {
                    if (has)
                        byTrouble[static_cast<std::size_t>(trouble)].add(line, net);
                };
                hasTrouble(Trouble::NoTitle, line.isEstate() && line.certificateNo.empty());
                hasTrouble(Trouble::Incomplete, line.isCertificateIncomplete);
                hasTrouble(Trouble::Unsafe, line.safety >= SafetyGrade::C);
                hasTrouble(Trouble::Encumbered, line.isMortgaged || line.isSealed);
                if (!line.note.measure.empty() || line.note.dueOn)
                    steps.push_back({line.assetNo + " " + line.name, line.note.measure, line.note.responsible,
                        line.note.dueOn, line.original});
            }
            // Whoever is first to be done; what has no day comes last.
            std::stable_sort(steps.begin(), steps.end(), [](const NextStep& a, const NextStep& b) {
                return a.dueOn && (!b.dueOn || *a.dueOn < *b.dueOn);
            });
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

    /// Where the columns stand.
    enum Place : std::size_t {
        Serial,
        Item,
        Things,
        Original,
        Net,
        Surface,
        Income,
        Approval,
        DisposedOriginal,
        Due,
        Paid,
        Gap,
        Measure,
        Responsible,
        DueOn
    };

    enum Sheet : std::uint32_t { WaySheet, DisposedSheet, TroubleSheet, StepSheet };

    class DisposalRows final : public RowSource {
    public:
        DisposalRows(IdleSums sums, const IdleTotals& totals, std::vector<IdleDisposed> disposed)
            : m_sums(std::move(sums))
            , m_totals(totals)
            , m_disposed(std::move(disposed))
        {
        }

        bool next(ReportRow& row) override
        {
            row.cells.assign(row.cells.size(), Cell());
            row.role = RowRole::Line;
            for (; m_sheet <= StepSheet; ++m_sheet) {
                const std::size_t size = sizeOf(m_sheet);
                while (m_at < size && isEmpty(m_sheet, m_at))
                    ++m_at;
                if (m_at < size) {
                    row.sheet = m_sheet;
                    row.cells[Serial] = ++m_serial;
                    write(row, m_at++);
                    return true;
                }
                m_at = 0;
                m_serial = 0;
            }
            return false;
        }

        void close(ReportEnd& end) override
        {
            // An asset appears once: the ways add up to what is idle (section 2 against section 4).
            end.checks.push_back({m_things == m_totals.things && m_original == m_totals.original,
                "各方式合计 " + std::to_string(m_things) + " 项 " + m_original.toYuanString() + " 元 = 底数 "
                    + std::to_string(m_totals.things) + " 项 " + m_totals.original.toYuanString() + " 元"});
        }

    private:
        [[nodiscard]] std::size_t sizeOf(std::uint32_t sheet) const
        {
            return sheet == WaySheet ? kProposedWays.size()
                : sheet == DisposedSheet ? m_disposed.size()
                : sheet == TroubleSheet  ? kTroubles.size()
                                         : m_sums.steps.size();
        }
        [[nodiscard]] bool isEmpty(std::uint32_t sheet, std::size_t at) const
        {
            return (sheet == WaySheet && m_sums.byWay[at].things == 0)
                || (sheet == TroubleSheet && m_sums.byTrouble[at].things == 0);
        }

        void write(ReportRow& row, std::size_t at)
        {
            switch (row.sheet) {
            case WaySheet:
                setText(row.cells[Item], kProposedWays[at].nameZh);
                writeFigures(row, m_sums.byWay[at]);
                m_things += m_sums.byWay[at].things;
                m_original += m_sums.byWay[at].original;
                return;
            case DisposedSheet:
                return writeDisposed(row, m_disposed[at]);
            case TroubleSheet: // some of the same things again
                row.role = RowRole::OfWhich;
                setText(row.cells[Item], kTroubles[at]);
                return writeFigures(row, m_sums.byTrouble[at]);
            default:
                return writeStep(row, m_sums.steps[at]);
            }
        }

        static void writeFigures(ReportRow& row, const IdleFigures& figures)
        {
            row.cells[Things] = figures.things;
            row.cells[Original] = figures.original;
            row.cells[Net] = figures.net;
            row.cells[Surface] = figures.area;
            row.cells[Income] = figures.income ? Cell(*figures.income) : Cell();
        }

        /// These are idle no longer, so they stand in columns of their own.
        static void writeDisposed(ReportRow& row, const IdleDisposed& disposed)
        {
            setText(row.cells[Item], disposed.wayName + " " + std::to_string(disposed.things) + " 项");
            setText(row.cells[Approval], disposed.approvalNo);
            row.cells[DisposedOriginal] = disposed.original;
            row.cells[Due] = disposed.due;
            row.cells[Paid] = disposed.paid;
            row.cells[Gap] = disposed.due - disposed.paid;
        }

        static void writeStep(ReportRow& row, const NextStep& step)
        {
            row.role = RowRole::OfWhich;
            setText(row.cells[Item], step.thing);
            row.cells[Original] = step.original;
            setText(row.cells[Measure], step.measure);
            setText(row.cells[Responsible], step.responsible);
            if (step.dueOn)
                row.cells[DueOn] = *step.dueOn;
        }

        IdleSums m_sums;
        IdleTotals m_totals;
        std::vector<IdleDisposed> m_disposed;
        std::uint32_t m_sheet = WaySheet;
        std::size_t m_at = 0; ///< of what the sheet shows
        std::int64_t m_serial = 0;
        std::int64_t m_things = 0;
        Money m_original;
    };

    std::string titlesText(const IdleTitles& titles)
    {
        return "权属：现势证书 " + std::to_string(titles.certificates) + " 本，楼 " + std::to_string(titles.buildings)
            + " 栋，土地使用权分摊 " + titles.landShare.toString() + " ㎡，建筑面积 " + titles.floorArea.toString()
            + " ㎡，容缺 " + std::to_string(titles.incomplete) + " 本";
    }

} // namespace

StreamedReport idleDisposalReport(const IdleHead& head, const IdleLines& lines, const IdleTitles& titles,
    std::vector<IdleDisposed> disposed)
{
    IdleSums sums(head, lines);
    Report report;
    report.title = std::string(kIdleDisposalReport.titleZh);
    report.preparer = head.preparer;
    report.period = "基准日：" + formatDate(head.asOf);
    report.asOf = head.asOf;
    report.moneyUnit = head.moneyUnit;
    report.notes.push_back("底数：" + figuresText(sums.all));
    for (std::string note : {lengthText(sums), unitsText(sums), titlesText(titles)})
        if (!note.empty())
            report.notes.push_back(std::move(note));
    report.sheets = {"拟处置方式", "本年已办结", "问题", "下一步"};
    report.columns = {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("事项", CellKind::Text, 24),
        countColumn("项数", 8), moneyColumn("原值"), moneyColumn("净值"), areaSumColumn("面积"),
        estimateColumn("预计收益"), textColumn("批复文号", 18), moneyColumn("已处置原值"),
        moneyColumn("应缴收入"), moneyColumn("已缴收入"), moneyColumn("差额"), textColumn("措施", 20),
        textColumn("责任单位", 14), dateColumn("期限")};
    report.signatures = {"单位负责人", "财务负责人", "填表人", "复核人", "填表日期", "联系电话"};
    return {std::move(report), std::make_unique<DisposalRows>(std::move(sums), head.totals, std::move(disposed))};
}

} // namespace guanwu
