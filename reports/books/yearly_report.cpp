#include "core/values/ratio.h"
#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <cstdlib>

namespace guanwu {

namespace {

    constexpr std::int64_t kHundredthsAPercent = 100;

    /// By how many hundredths of a percent a value changed; nullopt = there was none before.
    std::optional<std::int64_t> changeOf(Money before, Money after)
    {
        if (before == Money())
            return std::nullopt;
        return roundedHalfUp(
            Int128 {(after - before).fen()} * 100 * kHundredthsAPercent, before.fen());
    }

    class YearlyRows final : public RowSource {
    public:
        YearlyRows(std::vector<MovementRow> rows, std::int64_t limitPercent)
            : m_rows(std::move(rows))
            , m_limitPercent(limitPercent)
        {
        }

        bool next(ReportRow& row) override
        {
            if (m_at == m_rows.size())
                return false;
            const MovementRow& from = m_rows[m_at++];
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
            const auto change = changeOf(from.opening.original, from.closing.original);
            row.cells[column++] = change ? Cell(Percent {*change}) : Cell();
            const bool isLarge = change ? std::abs(*change) > m_limitPercent * kHundredthsAPercent
                                        : from.closing.original != Money();
            setText(row.cells[column++], isLarge ? "须说明：" : "");
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
        }

    private:
        std::vector<MovementRow> m_rows;
        std::int64_t m_limitPercent;
        std::size_t m_at = 0;
        std::vector<CheckLine> m_wrong;
    };

} // namespace

StreamedReport yearlyReport(const BookHead& head, std::vector<MovementRow> rows, std::int64_t limitPercent)
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
    return {std::move(report), std::make_unique<YearlyRows>(std::move(rows), limitPercent)};
}

} // namespace guanwu
