#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    class MovementRows final : public RowSource {
    public:
        MovementRows(std::vector<MovementRow> rows, MovementLines lines)
            : m_rows(std::move(rows))
            , m_lines(std::move(lines))
        {
        }

        bool next(ReportRow& row) override
        {
            if (m_at == m_rows.size())
                return false;
            const MovementRow& from = m_rows[m_at++];
            row.role = RowRole::Line;
            row.key = m_lines ? "class:" + from.classCode : std::string();
            std::size_t column = 0;
            setText(row.cells[column++], from.classText);
            const auto put = [&](const MovementFigures& figures) {
                row.cells[column++] = figures.quantity;
                row.cells[column++] = figures.original;
            };
            put(from.opening);
            for (const MovementFigures& moved : from.moved)
                put(moved);
            put(from.closing);
            if (const auto sum = from.expected(); !from.ties())
                m_wrong.push_back({false,
                    from.classText + " 期初+增加−减少=" + countText(sum.quantity) + "/"
                        + yuanText(sum.original) + "，期末=" + countText(from.closing.quantity) + "/"
                        + yuanText(from.closing.original)});
            return true;
        }

        void close(ReportEnd& end) override
        {
            end.checks = m_wrong;
            if (m_wrong.empty())
                end.checks.push_back({true, "期初＋增加－减少＝期末，数量与原值均相符"});
        }

        /// Behind the class a pair of number and value for the opening, each kind, and the closing.
        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (!m_lines || cell.column == 0)
                return std::nullopt;
            const std::size_t pair = (cell.column - 1) / 2;
            const bool isValue = cell.column % 2 == 0;
            const MovementPart part = pair == 0 ? MovementPart::Opening
                : pair > kMovementKinds.size()  ? MovementPart::Closing
                                                : MovementPart::Moved;
            return CellLines {[lines = m_lines({part}), part, pair, isValue, row = cell.row](CellLine& line) {
                for (MovementLine from; lines(from);) {
                    if (part == MovementPart::Moved && static_cast<std::size_t>(from.kind) + 1 != pair)
                        continue;
                    if (row != kTotalKey && row != "class:" + from.classCode)
                        continue;
                    line = {from.assetNo, from.name, from.unitName, {}, {}, {}};
                    line.value = isValue ? Cell(from.figures.original) : Cell(from.figures.quantity);
                    if (!addsNothing(line))
                        return true;
                }
                return false;
            }};
        }

    private:
        std::vector<MovementRow> m_rows;
        MovementLines m_lines;
        std::size_t m_at = 0;
        std::vector<CheckLine> m_wrong;
    };

} // namespace

StreamedReport movementReport(const BookHead& head, std::vector<MovementRow> rows, MovementLines lines)
{
    Report report = reportOfBooks(std::string(kMovementsReport.titleZh), head);
    report.columns = {repeatedColumn("资产类别", CellKind::Text, 16), countColumn("期初数量", 7, "期初"),
        moneyColumn("原值", "期初", "期初原值")};
    for (const auto& row : kMovementKinds) {
        const std::string group = isIncrease(row.value) ? "增加" : "减少";
        const std::string kind(row.nameZh);
        // 其他 stands on both sides.
        const std::string named = kind == "其他" ? group + kind : kind;
        Column quantity = countColumn(kind + "数量", 7, group);
        quantity.csvHeading = named + "数量";
        report.columns.push_back(std::move(quantity));
        report.columns.push_back(moneyColumn(kind + "原值", group, named + "原值"));
    }
    report.columns.push_back(countColumn("期末数量", 7, "期末"));
    report.columns.push_back(moneyColumn("原值", "期末", "期末原值"));
    return {std::move(report), std::make_unique<MovementRows>(std::move(rows), std::move(lines))};
}

} // namespace guanwu
