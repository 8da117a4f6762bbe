#include "reports/idle/idle_reports.h"

#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/idle/idle_disposal_text.h"
#include "reports/model/columns.h"

#include <algorithm>
#include <set>

namespace guanwu {

namespace {

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
        DueOn,
        UnitName,
        ClassName,
        Since,
        Length,
        Way,
        Trouble,
        Source
    };

    template <class... Sheets> constexpr std::uint32_t on(Sheets... sheets)
    {
        return ((std::uint32_t {1} << static_cast<unsigned>(sheets)) | ...);
    }

    std::vector<Column> columnsOfSheets()
    {
        using S = IdleSheet;
        constexpr std::uint32_t kAmounts
            = on(S::Ways, S::Classes, S::Units, S::Lengths, S::Troubles, S::Lines);
        const auto shown = [](Column column, std::uint32_t sheets) {
            column.onSheets = sheets;
            return column;
        };
        return {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("事项", CellKind::Text, 28),
            shown(countColumn("项数", 8), kAmounts | on(S::Titles, S::Scope, S::Leases)),
            shown(moneyColumn("原值"), kAmounts | on(S::Steps)), shown(moneyColumn("净值"), kAmounts),
            shown(areaSumColumn("面积"), kAmounts | on(S::Titles)),
            shown(estimateColumn("预计收益"), on(S::Ways, S::Lines)),
            shown(textColumn("批复文号", 18), on(S::Disposed)),
            shown(moneyColumn("已处置原值"), on(S::Disposed)),
            shown(moneyColumn("应缴收入"), on(S::Disposed)), shown(moneyColumn("已缴收入"), on(S::Disposed)),
            shown(moneyColumn("差额"), on(S::Disposed)), shown(textColumn("措施", 20), on(S::Steps)),
            shown(textColumn("责任单位", 14), on(S::Steps)), shown(dateColumn("期限"), on(S::Steps)),
            shown(textColumn("单位", 24), on(S::Lines, S::Leases)),
            shown(textColumn("类别", 14), on(S::Lines)), shown(dateColumn("闲置起始日"), on(S::Lines)),
            shown(textColumn("闲置时间", 10), on(S::Lines)),
            shown(textColumn("拟处置方式", 12), on(S::Lines)), shown(textColumn("问题", 16), on(S::Lines)),
            shown(textColumn("说明", 60), on(S::Sources, S::OpenUnits, S::Leases))};
    }

    constexpr std::uint32_t numberOf(IdleSheet sheet) { return static_cast<std::uint32_t>(sheet); }

    /// The sheets behind the text. Only the ways and what was disposed of are added to the total: everything
    /// else says the same things again.
    class DisposalRows final : public RowSource {
    public:
        DisposalRows(IdleDisposal input, IdleSums sums, std::vector<CitedFigure> sources)
            : m_input(std::move(input))
            , m_sums(std::move(sums))
            , m_sources(std::move(sources))
        {
        }

        bool next(ReportRow& row) override
        {
            row.cells.assign(row.cells.size(), Cell());
            row.key.clear();
            for (; m_sheet < numberOf(IdleSheet::Lines); ++m_sheet, m_at = 0) {
                if (m_at >= sizeOf(IdleSheet {static_cast<std::uint8_t>(m_sheet)}))
                    continue;
                row.sheet = m_sheet;
                row.role = RowRole::OfWhich;
                row.cells[Serial] = static_cast<std::int64_t>(m_at + 1);
                write(row, m_at++);
                return true;
            }
            return nextLine(row);
        }

        void close(ReportEnd& end) override
        {
            const auto same = [](const auto& a, const IdleTotals& b) {
                return a.things == b.things && a.original == b.original;
            };
            const auto figures = [](std::int64_t things, Money original) {
                return countText(things) + " 项 " + yuanText(original);
            };
            const IdleTotals& totals = m_input.head.totals;
            const std::string stock = figures(totals.things, totals.original);
            IdleFigures ways;
            for (const NamedFigures& way : m_sums.byWay)
                ways.add(way.figures);
            end.checks.push_back({same(ways, totals),
                "各方式合计 " + figures(ways.things, ways.original) + " = 底数 " + stock});
            // Read again while the rows went by: an asset that came twice, or went, shows here.
            end.checks.push_back({same(m_listed, totals) && !m_hasTwice,
                "明细合计 " + figures(m_listed.things, m_listed.original) + " = 底数 " + stock
                    + (m_hasTwice ? "，有资产重复出现" : "，资产不重复")});
            // A page of a city prints 41.77 ㎡ for 604 properties: no total is less than its largest line.
            end.checks.push_back({totals.original >= m_sums.largest,
                "合计 " + yuanText(totals.original) + "不小于最大一项 " + yuanText(m_sums.largest)});
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (cell.row.starts_with("scope:"))
                return heldLines(countedBehind(cell.row));
            if (cell.row.starts_with("title:"))
                return heldLines(titlesBehind(cell.row));
            if (cell.row == "leases") {
                std::vector<CellLine> out;
                for (const IdleLease& lease : m_input.longLeases)
                    out.push_back({lease.contractNo, lease.counterparty, lease.unitName, leaseText(lease),
                        std::int64_t {1}, {}});
                return heldLines(std::move(out));
            }
            if (cell.column >= DisposedOriginal && cell.column <= Gap)
                return heldLines(disposedBehind(cell.column));
            if (cell.column < Things || cell.column > Income)
                return std::nullopt;
            return CellLines {[lines = m_input.lines(), head = m_input.head, cell](CellLine& out) {
                for (IdleLine line; lines(line);) {
                    const auto rows = idleRowsOf(line, head);
                    if (cell.row != kTotalKey && std::find(rows.begin(), rows.end(), cell.row) == rows.end())
                        continue;
                    IdleFigures one;
                    one.add(line, idleNet(line, head.asOf));
                    ReportRow row;
                    row.cells.resize(Source + 1);
                    writeFigures(row, {}, one);
                    out = {line.assetNo, line.name, line.unitName, "闲置始于 " + formatDate(line.idleSince),
                        std::move(row.cells[cell.column]), {}};
                    if (!addsNothing(out))
                        return true;
                }
                return false;
            }};
        }

    private:
        [[nodiscard]] Cell countOf(IdleScopeRow row) const
        {
            const auto planned = static_cast<std::int64_t>(m_sums.steps.size());
            switch (row) {
            case IdleScopeRow::UnitsDue:
                return m_input.count ? Cell(m_input.count->due) : Cell();
            case IdleScopeRow::UnitsDone:
                return m_input.count ? Cell(m_input.count->done) : Cell();
            case IdleScopeRow::UnitsWithIdle:
                return static_cast<std::int64_t>(m_sums.byUnit.size());
            case IdleScopeRow::Planned:
                return planned;
            case IdleScopeRow::Unplanned:
                return m_sums.all.things - planned;
            case IdleScopeRow::Disposed:
                return static_cast<std::int64_t>(m_input.disposed.size());
            }
            return {};
        }

        [[nodiscard]] std::vector<CellLine> countedBehind(const std::string& row) const
        {
            const Cell one = std::int64_t {1};
            std::vector<CellLine> out;
            const auto addUnits = [&](const std::vector<IdleOpenUnit>& units) {
                for (const IdleOpenUnit& unit : units)
                    out.push_back({{}, unit.name, unit.name, unit.state, one, {}});
            };
            const bool isDue = row == idleScopeKey(IdleScopeRow::UnitsDue);
            if (m_input.count && (isDue || row == idleScopeKey(IdleScopeRow::UnitsDone)))
                addUnits(m_input.count->checked);
            if (m_input.count && isDue)
                addUnits(m_input.count->open);
            if (row == idleScopeKey(IdleScopeRow::UnitsWithIdle))
                for (const NamedFigures& unit : m_sums.byUnit)
                    out.push_back(
                        {{}, unit.name, unit.name, std::to_string(unit.figures.things) + " 项", one, {}});
            if (row == idleScopeKey(IdleScopeRow::Disposed))
                for (const IdleDisposed& disposed : m_input.disposed)
                    out.push_back({disposed.approvalNo, disposed.wayName, {},
                        std::to_string(disposed.things) + " 项", one, {}});
            const bool isPlanned = row == idleScopeKey(IdleScopeRow::Planned);
            if (isPlanned || row == idleScopeKey(IdleScopeRow::Unplanned)) {
                const IdleLines lines = m_input.lines();
                for (IdleLine line; lines(line);)
                    if (hasStep(line) == isPlanned)
                        out.push_back({line.assetNo, line.name, line.unitName, line.note.measure, one, {}});
            }
            return out;
        }

        [[nodiscard]] std::vector<CellLine> titlesBehind(const std::string& row) const
        {
            std::vector<CellLine> out;
            std::set<std::int64_t> seen;
            for (const IdleTitle& title : m_input.certificates) {
                const auto add = [&](std::string name, Cell value) {
                    out.push_back({title.certNo, std::move(name), title.holder,
                        title.isIncomplete ? "容缺" : "", std::move(value), {}});
                };
                if (row == idleTitleKey(IdleTitleRow::Buildings)) {
                    for (const Reference& building : title.buildings)
                        if (seen.insert(building.id).second)
                            add(building.name, std::int64_t {1});
                } else if (row == idleTitleKey(IdleTitleRow::LandShare)) {
                    add({}, title.landShare);
                } else if (row == idleTitleKey(IdleTitleRow::FloorArea)) {
                    add({}, title.floorArea);
                } else if (title.isIncomplete || row == idleTitleKey(IdleTitleRow::Certificates)) {
                    add({}, std::int64_t {1});
                }
            }
            return out;
        }

        [[nodiscard]] std::vector<CellLine> disposedBehind(std::size_t column) const
        {
            std::vector<CellLine> out;
            for (const IdleDisposed& disposed : m_input.disposed) {
                ReportRow row;
                row.cells.resize(Source + 1);
                writeDisposed(row, disposed);
                out.push_back({disposed.approvalNo, disposed.wayName, {},
                    std::to_string(disposed.things) + " 项", std::move(row.cells[column]), {}});
            }
            return out;
        }

        [[nodiscard]] std::size_t sizeOf(IdleSheet sheet) const
        {
            switch (sheet) {
            case IdleSheet::Scope:
                return kIdleScopeRows.size();
            case IdleSheet::Leases:
                // A row in front says how many there are, and opens them.
                return m_input.longLeases.empty() ? 0 : m_input.longLeases.size() + 1;
            case IdleSheet::Ways:
                return m_sums.byWay.size();
            case IdleSheet::Classes:
                return m_sums.byClass.size();
            case IdleSheet::Units:
                return m_sums.byUnit.size();
            case IdleSheet::Lengths:
                return m_sums.byLength.size();
            case IdleSheet::Titles:
                return kIdleTitleRows.size();
            case IdleSheet::Disposed:
                return m_input.disposed.size();
            case IdleSheet::Troubles:
                return kIdleTroubles.size();
            case IdleSheet::Steps:
                return m_sums.steps.size();
            case IdleSheet::OpenUnits:
                return m_input.count ? m_input.count->open.size() : 0;
            case IdleSheet::Sources:
                return m_sources.size();
            case IdleSheet::Lines:
                break;
            }
            return 0;
        }

        void write(ReportRow& row, std::size_t at)
        {
            switch (IdleSheet {static_cast<std::uint8_t>(row.sheet)}) {
            case IdleSheet::Scope:
                row.key = idleScopeKey(IdleScopeRow {static_cast<std::uint8_t>(at)});
                setText(row.cells[Item], kIdleScopeRows.at(at));
                row.cells[Things] = countOf(IdleScopeRow {static_cast<std::uint8_t>(at)});
                return;
            case IdleSheet::Leases:
                return writeLease(row, at);
            case IdleSheet::Ways:
                row.role = RowRole::Line;
                return writeNamed(row, m_sums.byWay[at]);
            case IdleSheet::Classes:
                return writeNamed(row, m_sums.byClass[at]);
            case IdleSheet::Units:
                return writeNamed(row, m_sums.byUnit[at]);
            case IdleSheet::Lengths:
                return writeNamed(row, m_sums.byLength[at]);
            case IdleSheet::Titles:
                return writeTitle(row, IdleTitleRow {static_cast<std::uint8_t>(at)});
            case IdleSheet::Disposed:
                row.role = RowRole::Line;
                return writeDisposed(row, m_input.disposed[at]);
            case IdleSheet::Troubles:
                row.key = idleTroubleKey(at);
                return writeFigures(row, kIdleTroubles.at(at), m_sums.byTrouble.at(at));
            case IdleSheet::Steps:
                return writeStep(row, m_sums.steps[at]);
            case IdleSheet::OpenUnits:
                setText(row.cells[Item], m_input.count->open[at].name);
                return setText(row.cells[Source], m_input.count->open[at].state);
            case IdleSheet::Sources:
                setText(row.cells[Item], m_sources[at].value);
                return setText(row.cells[Source], m_sources[at].source);
            case IdleSheet::Lines:
                return;
            }
        }

        bool nextLine(ReportRow& row)
        {
            if (!m_lines)
                m_lines = m_input.lines();
            const std::string before = m_line.unitCode + '\n' + m_line.assetNo;
            if (!m_lines(m_line))
                return false;
            m_hasTwice
                = m_hasTwice || (m_listed.things > 0 && before == m_line.unitCode + '\n' + m_line.assetNo);
            IdleFigures one;
            one.add(m_line, idleNet(m_line, m_input.head.asOf));
            row.sheet = numberOf(IdleSheet::Lines);
            row.role = RowRole::OfWhich;
            ++m_listed.things;
            m_listed.original += m_line.original;
            row.cells[Serial] = m_listed.things;
            writeFigures(row, m_line.assetNo + " " + m_line.name, one);
            setText(row.cells[UnitName], m_line.unitName);
            setText(row.cells[ClassName], idleClassName(m_line));
            row.cells[Since] = m_line.idleSince;
            const IdleLength length
                = idleLength(m_line.idleSince, m_input.head.asOf, m_input.head.termMonths);
            setText(row.cells[Length], tokenRow(kIdleLengths, length).nameZh);
            setText(row.cells[Way], tokenRow(kProposedWays, m_line.note.way).nameZh);
            std::string troubles;
            for (std::size_t i = 0; i < kIdleTroubles.size(); ++i)
                if (hasTrouble(m_line, IdleTrouble {static_cast<std::uint8_t>(i)}))
                    troubles.append(troubles.empty() ? "" : "；").append(kIdleTroubles[i]);
            setText(row.cells[Trouble], troubles);
            return true;
        }

        static void writeFigures(ReportRow& row, std::string_view name, const IdleFigures& figures)
        {
            setText(row.cells[Item], name);
            row.cells[Things] = figures.things;
            row.cells[Original] = figures.original;
            row.cells[Net] = figures.net;
            row.cells[Surface] = figures.area;
            row.cells[Income] = figures.income ? Cell(*figures.income) : Cell();
        }

        static void writeNamed(ReportRow& row, const NamedFigures& named)
        {
            row.key = named.key;
            writeFigures(row, named.name, named.figures);
        }

        void writeLease(ReportRow& row, std::size_t at) const
        {
            if (at == 0) {
                row.key = "leases";
                setText(
                    row.cells[Item], "租期超过 " + std::to_string(m_input.leaseTermMonths) + " 个月的租约");
                row.cells[Things] = static_cast<std::int64_t>(m_input.longLeases.size());
                row.cells[Serial] = Cell();
                return;
            }
            const IdleLease& lease = m_input.longLeases[at - 1];
            row.cells[Serial] = static_cast<std::int64_t>(at);
            setText(row.cells[Item], lease.contractNo);
            setText(row.cells[UnitName], lease.unitName);
            setText(row.cells[Source], leaseText(lease));
        }

        static std::string leaseText(const IdleLease& lease)
        {
            return lease.counterparty + "，" + formatDate(lease.from) + " 至 " + formatDate(lease.to) + "，"
                + std::to_string(lease.months) + " 个月";
        }

        void writeTitle(ReportRow& row, IdleTitleRow of) const
        {
            const IdleTitles& titles = m_input.titles;
            row.key = idleTitleKey(of);
            setText(row.cells[Item], kIdleTitleRows.at(static_cast<std::size_t>(of)));
            switch (of) {
            case IdleTitleRow::Certificates:
                row.cells[Things] = titles.certificates;
                return;
            case IdleTitleRow::Buildings:
                row.cells[Things] = titles.buildings;
                return;
            case IdleTitleRow::LandShare:
                row.cells[Surface] = titles.landShare;
                return;
            case IdleTitleRow::FloorArea:
                row.cells[Surface] = titles.floorArea;
                return;
            case IdleTitleRow::Incomplete:
                row.cells[Things] = titles.incomplete;
                return;
            }
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

        static void writeStep(ReportRow& row, const IdleStep& step)
        {
            setText(row.cells[Item], step.thing);
            row.cells[Original] = step.original;
            setText(row.cells[Measure], step.measure);
            setText(row.cells[Responsible], step.responsible);
            if (step.dueOn)
                row.cells[DueOn] = *step.dueOn;
        }

        IdleDisposal m_input;
        IdleSums m_sums;
        std::vector<CitedFigure> m_sources;
        std::uint32_t m_sheet = 0;
        std::size_t m_at = 0; ///< of what the sheet shows
        IdleLines m_lines;
        IdleLine m_line;
        IdleTotals m_listed; ///< what went by a second time
        bool m_hasTwice = false;
    };

} // namespace

StreamedReport idleDisposalReport(IdleDisposal input)
{
    IdleSums sums(input.head, input.lines());
    Report report;
    report.title = std::string(kIdleDisposalReport.titleZh);
    report.preparer = input.head.preparer;
    report.period = "基准日：" + formatDate(input.head.asOf);
    report.asOf = input.head.asOf;
    report.moneyUnit = input.head.moneyUnit;
    report.sheets.assign(kIdleSheets.begin(), kIdleSheets.end());
    report.columns = columnsOfSheets();
    report.signatures = {"单位负责人", "财务负责人", "填表人", "复核人", "填表日期", "联系电话"};
    report.document = idleDisposalText(input, sums);
    std::vector<CitedFigure> sources = report.document->figures;
    return {std::move(report),
        std::make_unique<DisposalRows>(std::move(input), std::move(sums), std::move(sources))};
}

} // namespace guanwu
