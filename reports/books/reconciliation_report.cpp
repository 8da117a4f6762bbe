#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <map>

namespace guanwu {

namespace {

    constexpr std::size_t kFirstDifference = 8;

    Cell moneyCell(const std::optional<Money>& value) { return value ? Cell(*value) : Cell(); }
    Cell areaCell(const std::optional<Area>& value) { return value ? Cell(*value) : Cell(); }

    Cell differenceCell(ReconcileSide side, std::int64_t amount)
    {
        return side == ReconcileSide::CardTitle ? Cell(Area::fromHundredths(amount))
                                                : Cell(Money::fromFen(amount));
    }

    std::string text(ReconcileSide side, std::int64_t amount)
    {
        return side == ReconcileSide::CardTitle ? Area::fromHundredths(amount).toString() + " ㎡"
                                                : Money::fromFen(amount).toYuanString();
    }

    /// Each line of the table, with its items below it.
    class ReconcileRows final : public RowSource {
    public:
        ReconcileRows(const Reconciliation& table,
            const std::function<std::string(const std::string&)>& className, std::size_t columns)
            : m_unexplained(table.unexplained())
        {
            for (std::size_t i = 0; i < table.lines.size(); ++i) {
                const ReconcileLine& line = table.lines[i];
                const auto items = table.itemsOf(line);
                m_rows.push_back(lineRow(line, items, className, columns));
                for (const ReconcileItem* item : items)
                    m_rows.push_back(itemRow(*item, columns));
            }
            addSums(table, columns);
            for (const auto& rest : m_unexplained) {
                const ReconcileLine& line = table.lines[rest.line];
                m_checks.push_back({false,
                    className(line.classCode) + " " + line.account + " "
                        + std::string(tokenRow(kReconcileSides, rest.side).nameZh) + "差异 "
                        + text(rest.side, rest.amount) + " 无逐项说明"});
            }
            if (m_checks.empty())
                m_checks.push_back({true, "每项差异均已逐项列明，且合计与差异相等"});
        }

        bool next(ReportRow& row) override
        {
            if (m_at == m_rows.size())
                return false;
            row = m_rows[m_at++];
            return true;
        }
        void close(ReportEnd& end) override { end.checks = m_checks; }

    private:
        static ReportRow lineRow(const ReconcileLine& line, const std::vector<const ReconcileItem*>& items,
            const std::function<std::string(const std::string&)>& className, std::size_t columns)
        {
            ReportRow row;
            row.cells.resize(columns);
            setText(row.cells[0], className(line.classCode));
            setText(row.cells[1], line.account);
            row.cells[2] = moneyCell(line.ledger);
            row.cells[3] = moneyCell(line.detail);
            row.cells[4] = moneyCell(line.cards);
            row.cells[5] = moneyCell(line.objects);
            row.cells[6] = areaCell(line.cardArea);
            row.cells[7] = areaCell(line.titleArea);
            for (const auto& side : kReconcileSides)
                if (const auto difference = line.difference(side.value))
                    row.cells[kFirstDifference + static_cast<std::size_t>(side.value)]
                        = differenceCell(side.value, *difference);
            std::string reasons;
            for (const ReconcileItem* item : items) {
                const std::string_view name = tokenRow(kReconcileReasons, item->reason).nameZh;
                if (reasons.find(name) == std::string::npos)
                    reasons += (reasons.empty() ? "" : "；") + std::string(name);
            }
            setText(row.cells[kFirstDifference + kReconcileSides.size()], reasons);
            return row;
        }

        /// An account over its classes: 1601 and 1602 are not added to each other.
        void addSums(const Reconciliation& table, std::size_t columns)
        {
            std::map<std::string, std::vector<const ReconcileLine*>> byAccount;
            for (const ReconcileLine& line : table.lines)
                byAccount[line.account].push_back(&line);
            for (const auto& [account, lines] : byAccount) {
                if (lines.size() < 2)
                    continue;
                ReconcileLine sum;
                sum.account = account;
                const auto add = [&](std::optional<Money> ReconcileLine::*column) {
                    for (const ReconcileLine* line : lines)
                        if (line->*column)
                            sum.*column = (sum.*column).value_or(Money()) + *(line->*column);
                };
                add(&ReconcileLine::ledger);
                add(&ReconcileLine::detail);
                add(&ReconcileLine::cards);
                add(&ReconcileLine::objects);
                ReportRow row = lineRow(
                    sum, {}, [](const std::string&) { return "各类合计"; }, columns);
                row.role = RowRole::OfWhich;
                m_rows.push_back(std::move(row));
            }
        }

        static ReportRow itemRow(const ReconcileItem& item, std::size_t columns)
        {
            ReportRow row;
            row.role = RowRole::OfWhich;
            row.cells.resize(columns);
            setText(row.cells[0], item.assetNo.empty() ? "其中" : "其中：" + item.assetNo);
            setText(row.cells[1], item.account);
            row.cells[kFirstDifference + static_cast<std::size_t>(item.side)]
                = differenceCell(item.side, item.amount);
            std::string reason(tokenRow(kReconcileReasons, item.reason).nameZh);
            if (!item.note.empty())
                reason += "（" + item.note + "）";
            if (item.id == 0)
                reason += " [按记录列示，待确认]";
            const std::size_t last = kFirstDifference + kReconcileSides.size();
            setText(row.cells[last], reason);
            setText(row.cells[last + 1], item.adjustmentNo);
            setText(row.cells[last + 2], item.doneOn);
            return row;
        }

        std::vector<Reconciliation::Rest> m_unexplained;
        std::vector<ReportRow> m_rows;
        std::vector<CheckLine> m_checks;
        std::size_t m_at = 0;
    };

    Column areaColumn(std::string heading)
    {
        return {{}, std::move(heading), {}, "㎡", CellKind::Area, 10, Total::SumOfKnown, Repeat::Once};
    }

    Column knownMoneyColumn(std::string heading)
    {
        Column column = moneyColumn(std::move(heading));
        column.total = Total::None; // 1601 and 1602 are not added to each other
        return column;
    }

} // namespace

StreamedReport reconciliationReport(const BookHead& head, const Reconciliation& table,
    const std::function<std::string(const std::string& classCode)>& className)
{
    Report report = reportOfBooks(std::string(kReconciliationReport.titleZh), head);
    report.columns
        = {repeatedColumn("资产类别", CellKind::Text, 16), repeatedColumn("科目", CellKind::Text, 6),
            knownMoneyColumn("财务总账"), knownMoneyColumn("明细账"), knownMoneyColumn("资产卡片"),
            knownMoneyColumn("实物"), areaColumn("卡片面积"), areaColumn("权证面积"), knownMoneyColumn("a−b"),
            knownMoneyColumn("b−c"), knownMoneyColumn("a−c"), knownMoneyColumn("c−d"), areaColumn("c−e"),
            textColumn("原因", 26), textColumn("调整单号", 12), textColumn("完成日期", 10)};
    const std::size_t columns = report.columns.size();
    return {std::move(report), std::make_unique<ReconcileRows>(table, className, columns)};
}

} // namespace guanwu
