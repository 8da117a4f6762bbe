#include "reports/inventory/gain_and_loss.h"

#include "reports/catalog.h"
#include "reports/inventory/inventory_head.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    /// A column with what stands in it.
    template <class Line> struct LineColumn {
        Column column;
        Cell (*cell)(const Line&, std::chrono::year_month baseMonth);
    };

    Cell foundOn(const SurplusLine& line)
    {
        if (line.foundOn)
            return *line.foundOn;
        return line.outcome.firstSeenAt ? Cell(chinaDate(*line.outcome.firstSeenAt)) : Cell();
    }

    using Month = std::chrono::year_month;

    const std::vector<LineColumn<SurplusLine>>& surplusColumns()
    {
        using Line = const SurplusLine&;
        static const std::vector<LineColumn<SurplusLine>> columns {
            {repeatedColumn("序号", CellKind::Integer, 5), nullptr},
            {repeatedColumn("临时编号", CellKind::Text, 12),
                [](Line l, Month) { return textCell(l.temporaryNo); }},
            {repeatedColumn("资产名称", CellKind::Text, 16), [](Line l, Month) { return textCell(l.name); }},
            {textColumn("分类", 14),
                [](Line l, Month) { return textCell(classText(l.classCode, l.className)); }},
            {textColumn("规格型号", 13), [](Line l, Month) { return textCell(l.model); }},
            {countColumn("数量", 6), [](Line l, Month) -> Cell { return l.outcome.countedQuantity; }},
            {textColumn("计量单位", 6), [](Line l, Month) { return textCell(l.unitOfMeasure); }},
            {textColumn("存放地点", 13),
                [](Line l, Month) {
                    return textCell(l.placeName.empty() ? l.outcome.seenPlace : l.placeName);
                }},
            {textColumn("发现人", 8),
                [](Line l, Month) {
                    return textCell(l.finderName.empty() ? l.outcome.counter : l.finderName);
                }},
            {dateColumn("发现日期"), [](Line l, Month) { return foundOn(l); }},
            {textColumn("形成原因", 16), [](Line l, Month) { return textCell(l.cause); }},
            {textColumn("价值依据", 14), [](Line l, Month) { return textCell(l.valueBasis); }},
            {estimateColumn("估价金额"), [](Line l, Month) { return optionalCell(l.estimate); }},
            {estimateColumn("拟入账原值"), [](Line l, Month) { return optionalCell(l.entryValue); }},
            {numberColumn("尚可使用月数", 8), [](Line l, Month) { return optionalCell(l.monthsLeft); }},
            {textColumn("附件", 14), [](Line l, Month) { return textCell(l.attachments); }},
            {textColumn("核实意见", 16), [](Line l, Month) { return textCell(l.verification); }},
            {textColumn("批复文号", 14), [](Line l, Month) { return textCell(l.approvalNo); }},
        };
        return columns;
    }

    Money accumulatedOf(const ShortageLine& line, Month month)
    {
        return line.book.schedule.accumulatedAt(month);
    }

    const std::vector<LineColumn<ShortageLine>>& shortageColumns()
    {
        using Line = const ShortageLine&;
        static const std::vector<LineColumn<ShortageLine>> columns {
            {repeatedColumn("序号", CellKind::Integer, 5), nullptr},
            {repeatedColumn("资产编号", CellKind::Text, 13),
                [](Line l, Month) { return textCell(l.book.assetNo); }},
            {repeatedColumn("资产名称", CellKind::Text, 16),
                [](Line l, Month) { return textCell(l.book.name); }},
            {textColumn("分类", 14),
                [](Line l, Month) { return textCell(classText(l.book.classCode, l.className)); }},
            {textColumn("规格型号", 13), [](Line l, Month) { return textCell(l.book.model); }},
            {countColumn("数量", 6), [](Line l, Month) -> Cell { return l.book.quantity; }},
            {dateColumn("取得日期"), [](Line l, Month) { return optionalCell(l.book.acquiredOn); }},
            {moneyColumn("原值"), [](Line l, Month) -> Cell { return l.book.original; }},
            {moneyColumn("累计折旧"), [](Line l, Month m) -> Cell { return accumulatedOf(l, m); }},
            {moneyColumn("净值"),
                [](Line l, Month m) -> Cell { return l.book.original - accumulatedOf(l, m); }},
            {textColumn("盘亏原因", 15), [](Line l, Month) { return textCell(l.cause); }},
            {textColumn("责任认定", 15), [](Line l, Month) { return textCell(l.responsibility); }},
            {estimateColumn("赔偿金额"), [](Line l, Month) { return optionalCell(l.compensation); }},
            {moneyColumn("申报损失金额"), [](Line l, Month m) -> Cell { return l.declaredLoss(m); }},
            {textColumn("证据清单", 16), [](Line l, Month) { return textCell(l.evidence); }},
            {textColumn("中介鉴证号", 14), [](Line l, Month) { return textCell(l.intermediaryNo); }},
            {textColumn("单位意见", 14), [](Line l, Month) { return textCell(l.unitOpinion); }},
            {textColumn("核实意见", 14), [](Line l, Month) { return textCell(l.verification); }},
            {textColumn("批复文号", 14), [](Line l, Month) { return textCell(l.approvalNo); }},
        };
        return columns;
    }

    template <class Line> class LineRows final : public RowSource {
    public:
        LineRows(const std::vector<LineColumn<Line>>& columns, Month baseMonth, LineSource<Line> lines)
            : m_columns(columns)
            , m_baseMonth(baseMonth)
            , m_lines(std::move(lines))
        {
        }

        bool next(ReportRow& row) override
        {
            if (!m_lines(m_line))
                return false;
            row.cells.front() = ++m_serial;
            for (std::size_t i = 1; i < m_columns.size(); ++i)
                row.cells[i] = m_columns[i].cell(m_line, m_baseMonth);
            return true;
        }

    private:
        const std::vector<LineColumn<Line>>& m_columns;
        Month m_baseMonth;
        LineSource<Line> m_lines;
        Line m_line;
        std::int64_t m_serial = 0;
    };

    template <class Line>
    StreamedReport lineReport(const ReportInfo& info, const InventoryHead& head,
        const std::vector<LineColumn<Line>>& columns, LineSource<Line> lines)
    {
        Report report = reportWithHead(std::string(info.titleZh), head);
        for (const auto& entry : columns)
            report.columns.push_back(entry.column);
        report.signatures = {"单位负责人", "财务负责人", "填表人", "复核人", "填表日期", "联系电话"};
        return {
            std::move(report), std::make_unique<LineRows<Line>>(columns, head.baseMonth(), std::move(lines))};
    }

} // namespace

StreamedReport surplusReport(const InventoryHead& head, LineSource<SurplusLine> lines)
{
    return lineReport(kSurplusReport, head, surplusColumns(), std::move(lines));
}

StreamedReport shortageReport(const InventoryHead& head, LineSource<ShortageLine> lines)
{
    return lineReport(kShortageReport, head, shortageColumns(), std::move(lines));
}

} // namespace guanwu
