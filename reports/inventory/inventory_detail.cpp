#include "reports/inventory/inventory_detail.h"

#include "core/inventory/sheet_counters.h"
#include "reports/catalog.h"
#include "reports/inventory/inventory_checks.h"
#include "reports/inventory/inventory_head.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    /// A line of the book as a row is made from it.
    struct BookRow {
        const InventoryLine& line;
        const BookLine& book;
        const CountOutcome& outcome;
        Money accumulated;
        bool counted;
    };

    /// A column with what stands in it, for lines of the book and for surplus; null = the cell stays empty.
    struct DetailColumn {
        Column column;
        void (*ofBook)(Cell&, const BookRow&);
        void (*ofSurplus)(Cell&, const SurplusLine&);
    };

    /// The name if there is one, else the code.
    const std::string& nameOr(const std::string& name, const std::string& code)
    {
        return name.empty() ? code : name;
    }

    /// What was seen; where nobody stated it, what the book says (null in an event means: as in the book).
    const std::string& seenOr(
        const std::string& seenName, const std::string& seenCode, const std::string& book)
    {
        const std::string& seen = nameOr(seenName, seenCode);
        return seen.empty() ? book : seen;
    }

    template <class Enum, std::size_t N>
    void setToken(Cell& cell, const TokenTable<Enum, N>& table, const std::optional<Enum>& value)
    {
        setText(cell, value ? tokenRow(table, *value).nameZh : std::string_view {});
    }

    void setInstant(Cell& cell, const std::optional<Instant>& instant)
    {
        setText(cell, instant ? chinaTimeText(*instant) : std::string {});
    }

    void setActualState(Cell& cell, const BookRow& row)
    {
        if (row.outcome.seenCondition)
            setToken(cell, kConditions, row.outcome.seenCondition);
        else
            setToken(cell, kUseStates, std::optional(row.book.useState));
    }

    /// Wraps a cell that only a counted line fills.
    template <auto Fill> void ifCounted(Cell& cell, const BookRow& row)
    {
        if (row.counted)
            Fill(cell, row);
    }

    /// Wraps a cell that only a shortage fills.
    template <auto Fill> void ifShort(Cell& cell, const BookRow& row)
    {
        if (row.outcome.result == LineResult::Shortage)
            Fill(cell, row);
    }

    /// Identity and 账面数.
    void appendBookColumns(std::vector<DetailColumn>& columns)
    {
        using Row = const BookRow&;
        using Surplus = const SurplusLine&;
        const std::string kBook = "账面数";
        columns.push_back({repeatedColumn("序号", CellKind::Integer, 5), nullptr, nullptr});
        columns.push_back({repeatedColumn("资产编号", CellKind::Text, 13),
            [](Cell& c, Row r) { setText(c, r.book.assetNo); },
            [](Cell& c, Surplus s) { setText(c, s.temporaryNo); }});
        columns.push_back({repeatedColumn("资产名称", CellKind::Text, 16),
            [](Cell& c, Row r) { setText(c, r.book.name); }, [](Cell& c, Surplus s) { setText(c, s.name); }});
        columns.push_back(
            {textColumn("资产分类代码", 10), [](Cell& c, Row r) { setText(c, r.book.classCode); },
                [](Cell& c, Surplus s) { setText(c, s.classCode); }});
        columns.push_back({textColumn("规格型号", 13), [](Cell& c, Row r) { setText(c, r.book.model); },
            [](Cell& c, Surplus s) { setText(c, s.model); }});
        columns.push_back(
            {textColumn("计量单位", 6), [](Cell& c, Row r) { setText(c, r.book.unitOfMeasure); },
                [](Cell& c, Surplus s) { setText(c, s.unitOfMeasure); }});
        columns.push_back(
            {countColumn("数量", 6, kBook), [](Cell& c, Row r) { c = r.book.quantity; }, nullptr});
        columns.push_back({moneyColumn("原值", kBook), [](Cell& c, Row r) { c = r.book.original; }, nullptr});
        columns.push_back(
            {moneyColumn("累计折旧", kBook), [](Cell& c, Row r) { c = r.accumulated; }, nullptr});
        columns.push_back({moneyColumn("净值", kBook),
            [](Cell& c, Row r) { c = r.book.original - r.accumulated; }, nullptr});
        columns.push_back({dateColumn("取得日期", kBook),
            [](Cell& c, Row r) { c = r.book.acquiredOn ? Cell(*r.book.acquiredOn) : Cell(); }, nullptr});
        columns.push_back({textColumn("使用部门", 12, kBook),
            [](Cell& c, Row r) { setText(c, r.book.department); }, nullptr});
        columns.push_back({textColumn("使用人", 9, kBook),
            [](Cell& c, Row r) { setText(c, nameOr(r.book.userName, r.book.user)); }, nullptr});
        columns.push_back({textColumn("存放地点", 13, kBook),
            [](Cell& c, Row r) { setText(c, nameOr(r.book.placeName, r.book.place)); }, nullptr});
        columns.push_back({textColumn("使用状况", 8, kBook),
            [](Cell& c, Row r) { setToken(c, kUseStates, std::optional(r.book.useState)); }, nullptr});
    }

    /// 清查数: blank for what was not found.
    void appendCountColumns(std::vector<DetailColumn>& columns)
    {
        using Row = const BookRow&;
        using Surplus = const SurplusLine&;
        const std::string kCount = "清查数";
        columns.push_back({countColumn("实盘数量", 7, kCount),
            [](Cell& c, Row r) { c = r.counted ? r.outcome.countedQuantity : 0; }, nullptr});
        columns.push_back({moneyColumn("原值", kCount, "清查原值"),
            [](Cell& c, Row r) { c = r.counted ? r.book.original : Money {}; }, nullptr});
        columns.push_back({textColumn("实际使用部门", 12, kCount),
            ifCounted<[](Cell& c, Row r) { setText(c, nameOr(r.line.seenDepartment, r.book.department)); }>,
            [](Cell& c, Surplus s) { setText(c, s.department); }});
        columns.push_back(
            {textColumn("实际使用人", 9, kCount), ifCounted<[](Cell& c, Row r) {
                 setText(c,
                     seenOr(r.line.seenUserName, r.outcome.seenUser, nameOr(r.book.userName, r.book.user)));
             }>,
                [](Cell& c, Surplus s) { setText(c, nameOr(s.userName, s.outcome.seenUser)); }});
        columns.push_back({textColumn("实际存放地点", 13, kCount), ifCounted<[](Cell& c, Row r) {
                               setText(c,
                                   seenOr(r.line.seenPlaceName, r.outcome.seenPlace,
                                       nameOr(r.book.placeName, r.book.place)));
                           }>,
            [](Cell& c, Surplus s) { setText(c, nameOr(s.placeName, s.outcome.seenPlace)); }});
        columns.push_back({textColumn("实际状况", 8, kCount), ifCounted<setActualState>,
            [](Cell& c, Surplus s) { setToken(c, kConditions, s.outcome.seenCondition); }});
    }

    /// 差异.
    void appendDifferenceColumns(std::vector<DetailColumn>& columns)
    {
        using Row = const BookRow&;
        using Surplus = const SurplusLine&;
        const std::string kDifference = "差异";
        columns.push_back({countColumn("盘盈数量", 6, kDifference), nullptr,
            [](Cell& c, Surplus s) { c = s.outcome.countedQuantity; }});
        columns.push_back({moneyColumn("盘盈金额", kDifference), nullptr,
            [](Cell& c, Surplus s) { c = s.estimate ? Cell(*s.estimate) : Cell(); }});
        columns.push_back({countColumn("盘亏数量", 6, kDifference),
            ifShort<[](Cell& c, Row r) { c = r.book.quantity; }>, nullptr});
        columns.push_back({moneyColumn("盘亏金额", kDifference),
            ifShort<[](Cell& c, Row r) { c = r.book.original; }>, nullptr});
        columns.push_back({textColumn("盘点结果", 12, kDifference),
            [](Cell& c, Row r) { setText(c, tokenRow(kLineResults, r.outcome.result).nameZh); },
            [](Cell& c, Surplus) { setText(c, tokenRow(kLineResults, LineResult::Surplus).nameZh); }});
        columns.push_back(
            {textColumn("差异原因", 14, kDifference), [](Cell& c, Row r) { setText(c, r.line.reason); },
                [](Cell& c, Surplus s) { setText(c, s.cause); }});
        columns.push_back(
            {textColumn("拟处理意见", 14, kDifference), [](Cell& c, Row r) { setText(c, r.line.proposal); },
                [](Cell& c, Surplus s) { setText(c, s.proposal); }});
    }

    /// How the line came about.
    void appendTraceColumns(std::vector<DetailColumn>& columns)
    {
        using Row = const BookRow&;
        using Surplus = const SurplusLine&;
        const std::string kTrace = "盘点记录";
        columns.push_back({textColumn("盘点方式", 8, kTrace),
            [](Cell& c, Row r) { setToken(c, kEntryModes, r.outcome.entry); },
            [](Cell& c, Surplus s) { setToken(c, kEntryModes, s.outcome.entry); }});
        columns.push_back({textColumn("盘点人", 9, kTrace),
            [](Cell& c, Row r) { setText(c, nameOr(r.line.counterName, r.outcome.counter)); },
            [](Cell& c, Surplus s) { setText(c, nameOr(s.finderName, s.outcome.counter)); }});
        columns.push_back(
            {textColumn("盘点时间", 18, kTrace), [](Cell& c, Row r) { setInstant(c, r.outcome.firstSeenAt); },
                [](Cell& c, Surplus s) { setInstant(c, s.outcome.firstSeenAt); }});
        columns.push_back({countColumn("照片数", 6, kTrace), [](Cell& c, Row r) { c = r.outcome.photos; },
            [](Cell& c, Surplus s) { c = s.outcome.photos; }});
        columns.push_back(
            {textColumn("复核结果", 12, kTrace), [](Cell& c, Row r) { setText(c, r.line.review); },
                [](Cell& c, Surplus s) { setText(c, s.review); }});
        columns.push_back({textColumn("备注", 16, kTrace), [](Cell& c, Row r) { setText(c, r.line.remark); },
            [](Cell& c, Surplus s) { setText(c, s.remark); }});
    }

    const std::vector<DetailColumn>& detailColumns()
    {
        static const std::vector<DetailColumn> columns = [] {
            std::vector<DetailColumn> made;
            appendBookColumns(made);
            appendCountColumns(made);
            appendDifferenceColumns(made);
            appendTraceColumns(made);
            return made;
        }();
        return columns;
    }

    class DetailRows final : public RowSource {
    public:
        DetailRows(std::chrono::year_month baseMonth, LineSource<InventoryLine> lines,
            LineSource<SurplusLine> surplus)
            : m_baseMonth(baseMonth)
            , m_lines(std::move(lines))
            , m_surplus(std::move(surplus))
        {
        }

        bool next(ReportRow& row) override { return nextBookRow(row) || nextSurplusRow(row); }

        void close(ReportEnd& end) override { end.checks = inventoryChecks(m_counters, m_surplusValue); }

    private:
        bool nextBookRow(ReportRow& row)
        {
            if (m_linesDone || !m_lines(m_line)) {
                m_linesDone = true;
                return false;
            }
            m_counters.addLine(m_line.book, m_line.outcome);
            const BookRow book {m_line, m_line.book, m_line.outcome,
                m_line.book.schedule.accumulatedAt(m_baseMonth), isCounted(m_line.outcome.result)};
            fill(row, [&](Cell& cell, const DetailColumn& column) {
                if (column.ofBook)
                    column.ofBook(cell, book);
            });
            return true;
        }

        bool nextSurplusRow(ReportRow& row)
        {
            if (!m_surplus(m_surplusLine))
                return false;
            m_counters.addSurplus(m_surplusLine.outcome.countedQuantity);
            m_surplusValue += m_surplusLine.estimate.value_or(Money {});
            fill(row, [&](Cell& cell, const DetailColumn& column) {
                if (column.ofSurplus)
                    column.ofSurplus(cell, m_surplusLine);
            });
            return true;
        }

        template <class FillCell> void fill(ReportRow& row, FillCell fillCell)
        {
            const auto& columns = detailColumns();
            row.cells.front() = ++m_serial;
            for (std::size_t i = 1; i < columns.size(); ++i) {
                row.cells[i] = Cell();
                fillCell(row.cells[i], columns[i]);
            }
        }

        std::chrono::year_month m_baseMonth;
        LineSource<InventoryLine> m_lines;
        LineSource<SurplusLine> m_surplus;
        InventoryLine m_line;
        SurplusLine m_surplusLine;
        SheetCounters m_counters;
        Money m_surplusValue;
        std::int64_t m_serial = 0;
        bool m_linesDone = false;
    };

} // namespace

StreamedReport inventoryDetailReport(
    const InventoryHead& head, LineSource<InventoryLine> lines, LineSource<SurplusLine> surplus)
{
    Report report = reportWithHead(std::string(kInventoryDetailReport.titleZh), head);
    for (const auto& entry : detailColumns())
        report.columns.push_back(entry.column);
    report.signatures = {"盘点人", "监盘人", "资产管理责任人", "填表日期"};
    return {std::move(report),
        std::make_unique<DetailRows>(head.baseMonth(), std::move(lines), std::move(surplus))};
}

} // namespace guanwu
