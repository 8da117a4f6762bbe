#include "core/values/ratio.h"
#include "reports/books/book_head.h"
#include "reports/books/yearly_figures.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <cstdlib>

namespace guanwu {

namespace {

    constexpr std::int64_t kHundredthsAPercent = 100;
    constexpr std::size_t kFirstFigure = 1; ///< column

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
            setText(row.cells[0], from.classText);
            for (std::size_t i = 0; i < kYearlyFigures; ++i)
                row.cells[kFirstFigure + i] = yearlyCell(from, static_cast<YearlyFigure>(i));
            setText(row.cells[kFirstFigure + kYearlyFigures], reasonText(from, m_moves));
            if (const auto sum = from.expected(); !from.ties())
                m_wrong.push_back({false,
                    from.classText + " 年初+增加−减少=" + countText(sum.quantity) + "/"
                        + yuanText(sum.original) + "，年末=" + countText(from.closing.quantity) + "/"
                        + yuanText(from.closing.original)});
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
            if (!m_lines || cell.column < kFirstFigure || cell.column >= kFirstFigure + kYearlyFigures)
                return std::nullopt;
            return linesOfYear(m_lines, static_cast<YearlyFigure>(cell.column - kFirstFigure),
                [row = cell.row](const MovementLine& line) {
                    return row == kTotalKey || row == "class:" + line.classCode;
                });
        }

    private:
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
    return percentOf((row.closing.original - before).fen(), before.fen());
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
    report.columns = {repeatedColumn("资产类别", CellKind::Text, 16)};
    for (std::size_t i = 0; i < kYearlyFigures; ++i)
        report.columns.push_back(yearlyColumn(static_cast<YearlyFigure>(i)));
    report.columns.push_back(textColumn("变动原因", 20)); // just what a page still holds
    return {std::move(report), std::make_unique<YearlyRows>(std::move(rows), moves, std::move(lines))};
}

} // namespace guanwu
