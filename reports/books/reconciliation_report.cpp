#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <algorithm>
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
                                                : yuanText(Money::fromFen(amount));
    }

    /// Each line of the table, with its items below it.
    class ReconcileRows final : public RowSource {
    public:
        ReconcileRows(const Reconciliation& table,
            const std::function<std::string(const std::string&)>& className, std::size_t columns,
            ReconcileLines lines)
            : m_table(table)
            , m_lines(std::move(lines))
            , m_unexplained(table.unexplained())
        {
            for (std::size_t i = 0; i < table.lines.size(); ++i) {
                const ReconcileLine& line = table.lines[i];
                const auto items = table.itemsOf(line);
                m_rows.push_back(lineRow(line, items, className, columns));
                if (i < m_lines.keys.size())
                    m_rows.back().key = m_lines.keys[i];
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

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            const bool isSum = cell.row == kTotalKey || cell.row.starts_with(kAccountKey);
            if (!m_lines.of || cell.column < kFirstFigure)
                return std::nullopt;
            if (isSum)
                return heldLines(sumsBehind(cell));
            const auto line = std::find(m_lines.keys.begin(), m_lines.keys.end(), cell.row);
            if (line == m_lines.keys.end())
                return std::nullopt;
            const auto at = static_cast<std::size_t>(line - m_lines.keys.begin());
            return heldLines(cell.column < kFirstDifference
                    ? m_lines.of(at, ReconcileColumn {static_cast<std::uint8_t>(cell.column - kFirstFigure)})
                    : differencesBehind(
                        at, ReconcileSide {static_cast<std::uint8_t>(cell.column - kFirstDifference)}));
        }

    private:
        static constexpr std::size_t kFirstFigure = 2;
        static inline const std::string kAccountKey = "account:";

        static CellLine named(const std::string& no, std::string_view name, std::string note, Cell value)
        {
            return {no, std::string(name), {}, std::move(note), std::move(value), {}};
        }

        /// Of a sum the lines of the table that it adds up.
        [[nodiscard]] std::vector<CellLine> sumsBehind(const CellKey& cell) const
        {
            std::vector<CellLine> out;
            for (const ReportRow& row : m_rows) {
                const auto* account = std::get_if<std::string>(&row.cells[1]);
                if (row.role != RowRole::Line
                    || (cell.row != kTotalKey && (!account || cell.row != kAccountKey + *account)))
                    continue;
                const auto* name = std::get_if<std::string>(&row.cells[0]);
                out.push_back(named(account ? *account : std::string(), name ? *name : std::string(), {},
                    row.cells[cell.column]));
            }
            return out;
        }

        /// The items that explain a difference and what none explains; of one that others explain its two
        /// sides.
        [[nodiscard]] std::vector<CellLine> differencesBehind(std::size_t at, ReconcileSide side) const
        {
            const ReconcileLine& line = m_table.lines[at];
            std::vector<CellLine> out;
            if (!line.mustBeExplained(side)) {
                out.push_back(named(line.account, "财务总账", {}, moneyCell(line.ledger)));
                out.push_back(named(line.account, "资产卡片", "减",
                    differenceCell(side, -line.cards.value_or(Money()).fen())));
                return out;
            }
            for (const ReconcileItem* item : m_table.itemsOf(line))
                if (item->side == side)
                    out.push_back(named(item->assetNo, tokenRow(kReconcileReasons, item->reason).nameZh,
                        item->note, differenceCell(side, item->amount)));
            for (const auto& rest : m_unexplained)
                if (rest.line == at && rest.side == side)
                    out.push_back(named({}, "无逐项说明", {}, differenceCell(side, rest.amount)));
            return out;
        }

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
                row.key = m_lines.of ? kAccountKey + account : std::string();
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

        Reconciliation m_table;
        ReconcileLines m_lines;
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

    /// The letter that the differences call it by; in a file for programs it goes by its name alone.
    Column lettered(const char* letter, Column column)
    {
        column.csvHeading = column.heading;
        column.heading += std::string(" (") + letter + ")";
        return column;
    }

} // namespace

StreamedReport reconciliationReport(const BookHead& head, const Reconciliation& table,
    const std::function<std::string(const std::string& classCode)>& className, ReconcileLines lines)
{
    Report report = reportOfBooks(std::string(kReconciliationReport.titleZh), head);
    report.columns = {repeatedColumn("资产类别", CellKind::Text, 16),
        repeatedColumn("科目", CellKind::Text, 6), lettered("a", knownMoneyColumn("财务总账")),
        lettered("b", knownMoneyColumn("明细账")), lettered("c", knownMoneyColumn("资产卡片")),
        lettered("d", knownMoneyColumn("实物")), lettered("c", areaColumn("卡片面积")),
        lettered("e", areaColumn("权证面积")), knownMoneyColumn("a−b"), knownMoneyColumn("b−c"),
        knownMoneyColumn("a−c"), knownMoneyColumn("c−d"), areaColumn("c−e"), textColumn("原因", 26),
        textColumn("调整单号", 12), textColumn("完成日期", 10)};
    const std::size_t columns = report.columns.size();
    return {std::move(report), std::make_unique<ReconcileRows>(table, className, columns, std::move(lines))};
}

} // namespace guanwu
