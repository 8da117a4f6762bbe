#include "core/values/ratio.h"
#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <cstdlib>

namespace guanwu {

namespace {

    constexpr std::int64_t kHundredthsAPercent = 100;

    class YearlyRows final : public RowSource {
    public:
        YearlyRows(std::vector<MovementRow> rows, YearlyMoves moves, MovementLines lines)
            : m_rows(std::move(rows))
            , m_moves(std::move(moves))
            , m_lines(std::move(lines))
        {
        }

        bool next(ReportRow& row) override
        {
            if (m_at == m_rows.size())
                return false;
            const MovementRow& from = m_rows[m_at++];
            row.key = m_lines ? "class:" + from.classCode : std::string();
            std::size_t column = 0;
            setText(row.cells[column++], from.classText);
            const auto put = [&](const MovementFigures& figures) {
                row.cells[column++] = figures.quantity;
                row.cells[column++] = figures.original;
            };
            const auto putValues = [&](const MovementFigures& figures, Money accumulated) {
                put(figures);
                row.cells[column++] = accumulated;
                row.cells[column++] = figures.original - accumulated;
            };
            putValues(from.opening, from.openingAccumulated);
            put(from.increase());
            put(from.decrease());
            putValues(from.closing, from.closingAccumulated);
            const auto change = moveOf(from);
            row.cells[column++] = change ? Cell(Percent {*change}) : Cell();
            setText(row.cells[column++], reasonFor(from));
            if (const auto sum = from.expected(); !from.ties())
                m_wrong.push_back({false,
                    from.classText + " 年初+增加−减少=" + std::to_string(sum.quantity) + "/"
                        + sum.original.toYuanString() + "，年末=" + std::to_string(from.closing.quantity) + "/"
                        + from.closing.original.toYuanString()});
            return true;
        }

        void close(ReportEnd& end) override
        {
            end.checks = m_wrong;
            if (m_wrong.empty())
                end.checks.push_back({true, "年初＋增加－减少＝年末，数量与原值均相符"});
            end.checks.push_back(reasonsCheck(m_rows, m_moves));
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (!m_lines || cell.column == 0 || cell.column > kChange)
                return std::nullopt;
            std::vector<MovementPart> parts {MovementPart::Moved};
            if (cell.column == kChange)
                parts = {MovementPart::Opening, MovementPart::Closing};
            else if (cell.column <= 4)
                parts = {MovementPart::Opening};
            else if (cell.column >= 9)
                parts = {MovementPart::Closing};
            return CellLines {[lines = m_lines(std::move(parts)), cell](CellLine& line) {
                                  for (MovementLine from; lines(from);) {
                                      if (cell.row != kTotalKey && cell.row != "class:" + from.classCode)
                                          continue;
                                      line = {
                                          from.assetNo, from.name, from.unitName, movementNote(from), {}, {}};
                                      fill(line, from, cell.column);
                                      if (!addsNothing(line))
                                          return true;
                                  }
                                  return false;
                              },
                CellKind::Money};
        }

    private:
        static constexpr std::size_t kChange = 13;

        /// What a card adds to a column: number, original, accumulated and net value at both ends, in between
        /// what came and what went; the change is what the ends differ by, of the beginning.
        static void fill(CellLine& line, const MovementLine& from, std::size_t column)
        {
            const Money original = from.figures.original;
            switch (column) {
            case kChange:
                line.value = from.part == MovementPart::Opening ? -original : original;
                line.whole = from.part == MovementPart::Opening ? original : Money();
                return;
            case 1:
            case 9:
                line.value = from.figures.quantity;
                return;
            case 3:
            case 11:
                line.value = from.accumulated;
                return;
            case 4:
            case 12:
                line.value = original - from.accumulated;
                return;
            default:
                break;
            }
            if (column >= 5 && column <= 8 && isIncrease(from.kind) != (column <= 6))
                return;
            line.value = column == 5 || column == 7 ? Cell(from.figures.quantity) : Cell(original);
        }

        [[nodiscard]] std::string reasonFor(const MovementRow& row) const
        {
            const auto found = m_moves.reasons.find(row.classCode);
            if (found != m_moves.reasons.end() && !found->second.empty())
                return found->second;
            return isLargeMove(row, m_moves.limitPercent) ? "须说明：" : "";
        }

        std::vector<MovementRow> m_rows;
        YearlyMoves m_moves;
        MovementLines m_lines;
        std::size_t m_at = 0;
        std::vector<CheckLine> m_wrong;
    };

} // namespace

std::optional<std::int64_t> moveOf(const MovementRow& row)
{
    const Money before = row.opening.original;
    if (before == Money())
        return std::nullopt;
    return roundedHalfUp(
        Int128 {(row.closing.original - before).fen()} * 100 * kHundredthsAPercent, before.fen());
}

bool isLargeMove(const MovementRow& row, std::int64_t limitPercent)
{
    const auto change = moveOf(row);
    return change ? std::abs(*change) > limitPercent * kHundredthsAPercent : row.closing.original != Money();
}

std::string movementNote(const MovementLine& line)
{
    switch (line.part) {
    case MovementPart::Opening:
        return "年初";
    case MovementPart::Closing:
        return "年末";
    case MovementPart::Moved:
        break;
    }
    return std::string(isIncrease(line.kind) ? "增加：" : "减少：")
        + std::string(tokenRow(kMovementKinds, line.kind).nameZh);
}

CheckLine reasonsCheck(std::span<const MovementRow> rows, const YearlyMoves& moves)
{
    std::string missing;
    for (const MovementRow& row : rows)
        if (const auto reason = moves.reasons.find(row.classCode);
            isLargeMove(row, moves.limitPercent) && (reason == moves.reasons.end() || reason->second.empty()))
            missing += (missing.empty() ? "" : "、") + row.classText;
    const std::string limit = std::to_string(moves.limitPercent);
    return {missing.empty(),
        missing.empty() ? "原值变动超过 " + limit + "% 的类别均已说明原因"
                        : "原值变动超过 " + limit + "% 而未说明原因的类别：" + missing};
}

StreamedReport yearlyReport(
    const BookHead& head, std::vector<MovementRow> rows, const YearlyMoves& moves, MovementLines lines)
{
    Report report = reportOfBooks(std::string(kYearlyReport.titleZh), head);
    const auto add = [&](const std::string& group, bool hasDepreciation) {
        Column quantity = countColumn("数量", 7, group);
        quantity.csvHeading = group + "数量";
        report.columns.push_back(std::move(quantity));
        for (const char* what : {"原值", "累计折旧", "净值"})
            if (hasDepreciation || std::string_view(what) == "原值")
                report.columns.push_back(moneyColumn(what, group, group + what));
    };
    report.columns = {repeatedColumn("资产类别", CellKind::Text, 16)};
    add("年初", true);
    add("本年增加", false);
    add("本年减少", false);
    add("年末", true);
    Column change = numberColumn("原值变动", 8);
    change.kind = CellKind::Percent;
    change.unit = "%";
    report.columns.push_back(std::move(change));
    report.columns.push_back(textColumn("变动原因", 24));
    return {std::move(report), std::make_unique<YearlyRows>(std::move(rows), moves, std::move(lines))};
}

} // namespace guanwu
