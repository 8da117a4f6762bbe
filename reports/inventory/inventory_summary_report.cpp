#include "reports/inventory/inventory_summary.h"

#include "reports/catalog.h"
#include "reports/inventory/inventory_checks.h"
#include "reports/inventory/inventory_head.h"
#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// A column of figures with the figure that stands in it: the heading and its meaning are one entry.
    struct FigureColumn {
        Column column;
        Cell (*figure)(const SummaryFigures&);
    };

    Cell quantityOf(const SummaryFigures& figures, LineResult result)
    {
        return figures.counters.of(result).bookQuantity;
    }

    Cell originalOf(const SummaryFigures& figures, LineResult result)
    {
        return figures.counters.of(result).original;
    }

    const std::vector<FigureColumn>& figureColumns()
    {
        using Figures = const SummaryFigures&;
        static const std::vector<FigureColumn> columns {
            {countColumn("账面数量", 7, "账面数"),
                [](Figures f) -> Cell { return f.counters.book().bookQuantity; }},
            {moneyColumn("账面原值", "账面数"), [](Figures f) -> Cell { return f.counters.book().original; }},
            {moneyColumn("累计折旧", "账面数"), [](Figures f) -> Cell { return f.accumulated; }},
            {moneyColumn("净值", "账面数"),
                [](Figures f) -> Cell { return f.counters.book().original - f.accumulated; }},
            {countColumn("实盘数量", 7, "实盘数"),
                [](Figures f) -> Cell { return countedFigures(f.counters).quantity; }},
            {moneyColumn("实盘原值", "实盘数"),
                [](Figures f) -> Cell { return countedFigures(f.counters).original; }},
            {countColumn("盘盈数量", 7, "盘盈"),
                [](Figures f) -> Cell { return f.counters.of(LineResult::Surplus).countedQuantity; }},
            {moneyColumn("盘盈金额", "盘盈"), [](Figures f) -> Cell { return f.surplusValue; }},
            {countColumn("盘亏数量", 7, "盘亏"),
                [](Figures f) { return quantityOf(f, LineResult::Shortage); }},
            {moneyColumn("盘亏金额", "盘亏"), [](Figures f) { return originalOf(f, LineResult::Shortage); }},
            {countColumn("毁损", 7, "毁损、被盗"),
                [](Figures f) { return quantityOf(f, LineResult::Damaged); }},
            {countColumn("被盗", 7, "毁损、被盗"),
                [](Figures f) { return quantityOf(f, LineResult::Stolen); }},
            {countColumn("待报废数量", 7, "待报废"),
                [](Figures f) { return quantityOf(f, LineResult::ToScrap); }},
            {moneyColumn("原值", "待报废", "待报废原值"),
                [](Figures f) { return originalOf(f, LineResult::ToScrap); }},
            {countColumn("已处置未核销数量", 7, "已处置未核销"),
                [](Figures f) { return quantityOf(f, LineResult::DisposedNotRemoved); }},
            {moneyColumn("原值", "已处置未核销", "已处置未核销原值"),
                [](Figures f) { return originalOf(f, LineResult::DisposedNotRemoved); }},
            {countColumn("闲置数量", 7, "闲置"), [](Figures f) -> Cell { return f.idleQuantity; }},
            {moneyColumn("原值", "闲置", "闲置原值"), [](Figures f) -> Cell { return f.idleOriginal; }},
            {{"闲置", "面积", "闲置面积", "㎡", CellKind::Area, 10, Total::SumOfKnown, Repeat::Once},
                [](Figures f) -> Cell { return f.idleArea ? Cell(*f.idleArea) : Cell(); }},
            {countColumn("出租出借数量", 7, "出租出借"), [](Figures f) -> Cell { return f.leasedQuantity; }},
            {moneyColumn("原值", "出租出借", "出租出借原值"),
                [](Figures f) -> Cell { return f.leasedOriginal; }},
            {percentColumn("账实相符率", 8),
                [](Figures f) -> Cell {
                    // Without lines there is nothing to agree with, which is not the same as 0 %.
                    return f.counters.book().lines == 0 ? Cell() : Cell(Percent {f.counters.matchRate()});
                }},
        };
        return columns;
    }

    Report summaryReport(const InventoryHead& head, std::string title, std::vector<Column> labels)
    {
        Report report = reportWithHead(std::move(title), head);
        report.columns = std::move(labels);
        for (const auto& entry : figureColumns())
            report.columns.push_back(entry.column);
        report.signatures = {"单位负责人", "财务负责人", "资产管理员", "复核人", "填表日期", "联系电话"};
        return report;
    }

    void fillFigures(ReportRow& row, std::size_t labels, const SummaryFigures& figures)
    {
        const auto& columns = figureColumns();
        for (std::size_t i = 0; i < columns.size(); ++i)
            row.cells[labels + i] = columns[i].figure(figures);
    }

    CellLine lineOf(const CountedItem& item, std::chrono::year_month baseMonth, SummaryFigures& figures)
    {
        if (const auto* line = std::get_if<InventoryLine>(&item.thing)) {
            figures.add(*line, line->book.schedule.accumulatedAt(baseMonth));
            return {line->book.assetNo, line->book.name, item.unitName,
                line->className + "　" + std::string(tokenRow(kLineResults, line->outcome.result).nameZh), {},
                {}};
        }
        const auto& surplus = std::get<SurplusLine>(item.thing);
        figures.addSurplus(surplus);
        return {surplus.temporaryNo, surplus.name, item.unitName, surplus.className + "　盘盈", {}, {}};
    }

    const std::string& classOf(const CountedItem& item)
    {
        const auto* line = std::get_if<InventoryLine>(&item.thing);
        return line ? line->book.classCode : std::get<SurplusLine>(item.thing).classCode;
    }

    /// What each thing adds to a column: the figure of the summary over that thing alone. `row` = of this
    /// class only.
    CellLines linesBehind(LineSource<CountedItem> items, std::size_t figure,
        std::chrono::year_month baseMonth, std::optional<SummaryRow> row)
    {
        const bool isRate = figure + 1 == figureColumns().size();
        return {[items = std::move(items), figure, isRate, baseMonth, row](CellLine& out) {
            for (CountedItem item; items(item);) {
                if (row) {
                    const auto rows = summaryRowsOf(classOf(item));
                    if (std::find(rows.begin(), rows.end(), *row) == rows.end())
                        continue;
                }
                SummaryFigures figures;
                out = lineOf(item, baseMonth, figures);
                if (isRate) {
                    out.value = figures.counters.of(LineResult::Match).lines;
                    out.whole = figures.counters.book().lines;
                } else {
                    out.value = figureColumns()[figure].figure(figures);
                }
                if (!addsNothing(out))
                    return true;
            }
            return false;
        }};
    }

    /// The rate of the total row is no sum: it is made from all lines.
    void closeWithTotal(ReportEnd& end, const SummaryFigures& total)
    {
        end.totals.back() = figureColumns().back().figure(total);
        end.checks = inventoryChecks(total.counters, total.surplusValue);
    }

    struct ClassRow {
        SummaryRow row;
        RowRole role;
        std::string_view label;
    };

    constexpr std::array<ClassRow, 12> kClassRows {{
        {SummaryRow::Buildings, RowRole::Line, "房屋和构筑物"},
        {SummaryRow::OfWhichLand, RowRole::OfWhich, "其中：土地"},
        {SummaryRow::OfWhichHouses, RowRole::OfWhich, "其中：房屋"},
        {SummaryRow::Equipment, RowRole::Line, "设备"},
        {SummaryRow::OfWhichVehicles, RowRole::OfWhich, "其中：车辆"},
        {SummaryRow::Relics, RowRole::Line, "文物和陈列品"},
        {SummaryRow::Books, RowRole::Line, "图书和档案"},
        {SummaryRow::Furniture, RowRole::Line, "家具和用具"},
        {SummaryRow::SpeciesAndPlants, RowRole::Line, "特种动植物"},
        {SummaryRow::Materials, RowRole::Line, "物资"},
        {SummaryRow::Intangibles, RowRole::Line, "无形资产"},
        {SummaryRow::OtherEditions, RowRole::Line, "其他（旧版分类）"},
    }};

    class ClassRows final : public RowSource {
    public:
        ClassRows(const InventorySummary& summary, CountedItems items, std::chrono::year_month baseMonth)
            : m_summary(summary)
            , m_items(std::move(items))
            , m_baseMonth(baseMonth)
        {
        }

        bool next(ReportRow& row) override
        {
            if (m_next < kClassRows.size() && kClassRows[m_next].row == SummaryRow::OtherEditions
                && m_summary.of(SummaryRow::OtherEditions).isEmpty())
                ++m_next;
            if (m_next == kClassRows.size())
                return false;
            const ClassRow& entry = kClassRows[m_next++];
            row.role = entry.role;
            setText(row.cells.front(), entry.label);
            row.key = m_items ? keyOf(entry) : std::string();
            fillFigures(row, 1, m_summary.of(entry.row));
            return true;
        }

        void close(ReportEnd& end) override { closeWithTotal(end, m_summary.total()); }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            std::optional<SummaryRow> row;
            for (const ClassRow& entry : kClassRows)
                if (keyOf(entry) == cell.row)
                    row = entry.row;
            if (!m_items || cell.column < 1 || (!row && cell.row != kTotalKey))
                return std::nullopt;
            return linesBehind(m_items({}), cell.column - 1, m_baseMonth, row);
        }

    private:
        /// Its place in the table, which no edition of the classes changes.
        static std::string keyOf(const ClassRow& entry)
        {
            return "row" + std::to_string(static_cast<int>(entry.row) + 1);
        }

        InventorySummary m_summary;
        CountedItems m_items;
        std::chrono::year_month m_baseMonth;
        std::size_t m_next = 0;
    };

    class UnitRows final : public RowSource {
    public:
        UnitRows(LineSource<UnitSummary> units, CountedItems items, std::chrono::year_month baseMonth)
            : m_units(std::move(units))
            , m_items(std::move(items))
            , m_baseMonth(baseMonth)
        {
        }

        bool next(ReportRow& row) override
        {
            UnitSummary unit;
            if (!m_units(unit))
                return false;
            m_total += unit.figures;
            row.role = RowRole::Line;
            setText(row.cells[0], unit.department);
            setText(row.cells[1], unit.unit);
            row.key = m_items ? unit.unitCode : std::string();
            fillFigures(row, 2, unit.figures);
            return true;
        }

        void close(ReportEnd& end) override { closeWithTotal(end, m_total); }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (!m_items || cell.column < 2)
                return std::nullopt;
            return linesBehind(
                m_items(cell.row == kTotalKey ? std::string() : cell.row), cell.column - 2, m_baseMonth, {});
        }

    private:
        LineSource<UnitSummary> m_units;
        CountedItems m_items;
        std::chrono::year_month m_baseMonth;
        SummaryFigures m_total;
    };

} // namespace

StreamedReport inventorySummaryReport(
    const InventoryHead& head, const InventorySummary& summary, CountedItems items)
{
    return {summaryReport(head, std::string(kInventorySummaryReport.titleZh),
                {repeatedColumn("资产类别", CellKind::Text, 16)}),
        std::make_unique<ClassRows>(summary, std::move(items), head.baseMonth())};
}

StreamedReport citySummaryReport(const InventoryHead& head, LineSource<UnitSummary> units, CountedItems items)
{
    return {
        summaryReport(head, std::string(kInventorySummaryReport.titleZh),
            {repeatedColumn("主管部门", CellKind::Text, 18), repeatedColumn("单位名称", CellKind::Text, 22)}),
        std::make_unique<UnitRows>(std::move(units), std::move(items), head.baseMonth())};
}

} // namespace guanwu
