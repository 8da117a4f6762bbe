#include "reports/books/yearly_text.h"

#include "core/values/calendar.h"
#include "core/values/ratio.h"
#include "reports/books/book_head.h"
#include "reports/books/yearly_sheets.h"
#include "reports/catalog.h"

#include <algorithm>

namespace guanwu {

namespace {

    using C = YearlyColumn;
    using F = YearlyFigure;

    std::string wanText(Money money) { return printedText(money, MoneyUnit::WanYuan) + " 万元"; }
    std::string countText(std::int64_t value) { return printedText(value, MoneyUnit::Yuan); }
    std::string rateText(std::int64_t hundredths)
    {
        return printedText(Percent {hundredths}, MoneyUnit::Yuan);
    }

    std::string figuresText(const MovementFigures& figures)
    {
        return countText(figures.quantity) + " 件、原值 " + wanText(figures.original);
    }

    /// "增加 12.00 万元", "减少 12.00 万元", "没有变动".
    std::string moved(Money before, Money after)
    {
        if (before == after)
            return "没有变动";
        return after > before ? "增加 " + wanText(after - before) : "减少 " + wanText(before - after);
    }

    class YearlyWords {
    public:
        explicit YearlyWords(const YearlySheets& sheets)
            : m_sheets(sheets)
            , m_paper(sheets.paper)
            , m_moneyHeading(m_paper.head.moneyUnit == MoneyUnit::Yuan ? "（元）" : "（万元）")
        {
        }

        ReportDocument make()
        {
            ReportDocument out;
            std::vector<DocumentSection> sections {
                whole(), movement(true), movement(false), reasons(), depreciation()};
            if (m_paper.use)
                sections.push_back(use());
            if (m_paper.reporting)
                sections.push_back(reporting());
            constexpr std::array<const char*, 7> kNumbers {"一", "二", "三", "四", "五", "六", "七"};
            for (std::size_t i = 0; i < sections.size(); ++i)
                sections[i].heading = std::string(kNumbers.at(i)) + "、" + sections[i].heading;
            out.sections = std::move(sections);
            m_cited.settle(out);
            return out;
        }

    private:
        [[nodiscard]] std::string money(Money value) const
        {
            return printedText(value, m_paper.head.moneyUnit);
        }

        static std::string sheetName(YearlySheet sheet)
        {
            return std::string(kYearlySheets[static_cast<std::size_t>(sheet)]);
        }
        std::string citeRow(
            std::string value, YearlySheet sheet, std::size_t row, std::string_view key, C column)
        {
            return m_cited.cite(std::move(value),
                "附表“" + sheetName(sheet) + "”序号 " + std::to_string(row + 1),
                key.empty() ? std::string() : cellKeyText(key, static_cast<std::size_t>(column)));
        }
        std::string citeTotal(std::string value, YearlySheet sheet, C column)
        {
            return m_cited.cite(std::move(value), "附表“" + sheetName(sheet) + "”小计行",
                cellKeyText(kTotalKey, static_cast<std::size_t>(column)));
        }

        DocumentSection whole()
        {
            DocumentSection out {"资产总体情况", {}, {}, {}};
            const MovementRow& all = m_sheets.all;
            const Money net = all.closing.original - all.closingAccumulated;
            std::string text = "截至 " + std::to_string(m_paper.year) + " 年 12 月 31 日，" + m_paper.whose
                + "账面资产 "
                + citeTotal(figuresText(all.closing), YearlySheet::Classes, columnOf(F::ClosingOriginal))
                + "，累计折旧 "
                + citeTotal(
                    wanText(all.closingAccumulated), YearlySheet::Classes, columnOf(F::ClosingAccumulated))
                + "，净值 " + citeTotal(wanText(net), YearlySheet::Classes, columnOf(F::ClosingNet))
                + "。原值比年初 "
                + citeTotal(wanText(all.opening.original), YearlySheet::Classes, columnOf(F::OpeningOriginal))
                + moved(all.opening.original, all.closing.original);
            if (const auto change = moveOf(all))
                text += "，变动 " + rateText(*change);
            out.paragraphs.push_back(text + "。");
            if (m_paper.rows.empty())
                return out;
            std::string classes = "按类别：";
            DocumentTable table {"表1　按资产类别",
                {{"序号", 5}, {"资产类别", 20}, {"年初原值" + m_moneyHeading, 16, true},
                    {"年末数量", 9, true}, {"年末原值" + m_moneyHeading, 16, true},
                    {"年末净值" + m_moneyHeading, 16, true}, {"变动", 9, true}},
                {}, true};
            DocumentChart chart {"图1　按资产类别（年末原值，万元）", {}};
            for (std::size_t i = 0; i < m_paper.rows.size(); ++i) {
                const MovementRow& row = m_paper.rows[i];
                classes += (i == 0 ? "" : "；") + row.classText + " "
                    + citeRow(figuresText(row.closing), YearlySheet::Classes, i, yearlyClassKey(row),
                        columnOf(F::ClosingOriginal));
                table.rows.push_back(tableRow(std::to_string(i + 1), row.classText, row));
                chart.bars.push_back({row.classText, row.closing.original.fen(),
                    printedText(row.closing.original, MoneyUnit::WanYuan)});
            }
            table.rows.push_back(tableRow("", "合计", all));
            out.paragraphs.push_back(classes + "。");
            out.tables.push_back(std::move(table));
            out.charts.push_back(std::move(chart));
            return out;
        }

        [[nodiscard]] std::vector<std::string> tableRow(
            std::string serial, std::string name, const MovementRow& row) const
        {
            const auto change = moveOf(row);
            return {std::move(serial), std::move(name), money(row.opening.original),
                countText(row.closing.quantity), money(row.closing.original),
                money(row.closing.original - row.closingAccumulated),
                change ? rateText(*change) : std::string("—")};
        }

        DocumentSection movement(bool isIncrease)
        {
            const std::string word = isIncrease ? "增加" : "减少";
            const YearlySheet sheet = isIncrease ? YearlySheet::Increases : YearlySheet::Decreases;
            const C column = isIncrease ? columnOf(F::IncreaseOriginal) : columnOf(F::DecreaseOriginal);
            DocumentSection out {"本年" + word, {}, {}, {}};
            const auto& kinds = isIncrease ? m_sheets.increases : m_sheets.decreases;
            if (kinds.empty()) {
                out.paragraphs.push_back("本年没有" + word + "的资产。");
                return out;
            }
            std::string text = "本年" + word + "资产 "
                + citeTotal(figuresText(isIncrease ? m_sheets.all.increase() : m_sheets.all.decrease()),
                    sheet, column)
                + "，其中：";
            DocumentTable table {"表" + std::to_string(++m_tables) + "　本年" + word + "的方式",
                {{"序号", 6}, {"方式", 24}, {"数量", 12, true}, {"原值" + m_moneyHeading, 20, true}}, {},
                true};
            for (std::size_t i = 0; i < kinds.size(); ++i) {
                const auto& [kind, figures] = kinds[i];
                const std::string name(tokenRow(kMovementKinds, kind).nameZh);
                text += (i == 0 ? "" : "；") + name + " "
                    + citeRow(figuresText(figures), sheet, i, yearlyKindKey(kind), column);
                table.rows.push_back(
                    {std::to_string(i + 1), name, countText(figures.quantity), money(figures.original)});
            }
            const MovementFigures sum = isIncrease ? m_sheets.all.increase() : m_sheets.all.decrease();
            table.rows.push_back({"", "合计", countText(sum.quantity), money(sum.original)});
            out.paragraphs.push_back(text + "。");
            out.tables.push_back(std::move(table));
            return out;
        }

        DocumentSection reasons()
        {
            const std::string limit = std::to_string(m_paper.moves.limitPercent) + "%";
            DocumentSection out {"变动超过 " + limit + " 的类别及原因", {}, {}, {}};
            for (std::size_t i = 0; i < m_paper.rows.size(); ++i) {
                const MovementRow& row = m_paper.rows[i];
                if (!isLargeMove(row, m_paper.moves.limitPercent))
                    continue;
                const auto change = moveOf(row);
                const auto reason = m_paper.moves.reasons.find(row.classCode);
                const std::string value = change ? rateText(*change) : wanText(row.closing.original);
                std::string text = row.classText + (change ? "年末原值比年初变动 " : "年初没有，年末原值 ")
                    + citeRow(value, YearlySheet::Classes, i, yearlyClassKey(row),
                        change ? columnOf(F::Change) : columnOf(F::ClosingOriginal));
                text += reason == m_paper.moves.reasons.end() ? "，原因尚未说明。"
                                                              : "，原因：" + reason->second;
                out.paragraphs.push_back(std::move(text));
            }
            if (out.paragraphs.empty())
                out.paragraphs.push_back("没有原值变动超过 " + limit + " 的类别。");
            return out;
        }

        DocumentSection depreciation()
        {
            const MovementRow& all = m_sheets.all;
            std::string text = "年初累计折旧 "
                + citeTotal(
                    wanText(all.openingAccumulated), YearlySheet::Classes, columnOf(F::OpeningAccumulated))
                + "，年末累计折旧 "
                + citeTotal(
                    wanText(all.closingAccumulated), YearlySheet::Classes, columnOf(F::ClosingAccumulated))
                + "，" + moved(all.openingAccumulated, all.closingAccumulated)
                + "（本年计提，减去随资产减少而转出的部分）";
            if (all.closing.original > Money())
                text += "；年末净值为原值的 "
                    + percentText(
                        (all.closing.original - all.closingAccumulated).fen(), all.closing.original.fen())
                    + "%";
            return {"折旧", {text + "。"}, {}, {}};
        }

        DocumentSection use()
        {
            const Overview& overview = m_paper.use->overview;
            std::string text = "按卡片在 " + formatDate(overview.on) + " 的状态，登记为闲置的卡片 "
                + citeRow(
                    countText(overview.idle.cards) + " 张", YearlySheet::Use, 0, kYearlyIdleKey, C::Count)
                + "，原值 "
                + citeRow(wanText(overview.idle.original), YearlySheet::Use, 0, kYearlyIdleKey,
                    columnOf(F::ClosingOriginal))
                + "，净值 "
                + citeRow(wanText(overview.idle.net()), YearlySheet::Use, 0, kYearlyIdleKey,
                    columnOf(F::ClosingNet))
                + "。";
            std::string goals;
            for (std::size_t i = 0; i < kIndicators.size(); ++i) {
                const auto rate = overview.indicators[i].rate();
                goals += (goals.empty() ? "五项指标：" : "；") + std::string(kIndicators[i].nameZh) + " "
                    + (rate ? citeRow(rateText(*rate), YearlySheet::Use, i + 1,
                           indicatorKey(kIndicators[i].value), columnOf(F::Change))
                            : std::string("无数据"));
            }
            return {"使用情况", {std::move(text), goals + "。"}, {}, {}};
        }

        DocumentSection reporting()
        {
            const ReportingUnits& units = *m_paper.reporting;
            std::string text = "应报单位 "
                + citeRow(countText(units.due) + " 家", YearlySheet::Scope, 0, kYearlyDueKey, C::Count)
                + "，实报 "
                + citeRow(
                    countText(units.reported) + " 家", YearlySheet::Scope, 1, kYearlyReportedKey, C::Count)
                + "，报送率 "
                + (units.due > 0 ? percentText(units.reported, units.due) + "%" : std::string("—"));
            if (!units.missing.empty())
                text += "；尚未报送 "
                    + citeRow(countText(static_cast<std::int64_t>(units.missing.size())) + " 家",
                        YearlySheet::Scope, 2, kYearlyMissingKey, C::Count)
                    + "，名单见附表“" + sheetName(YearlySheet::OpenUnits) + "”";
            return {"报送情况", {text + "。"}, {}, {}};
        }

        const YearlySheets& m_sheets;
        const YearlyPaper& m_paper;
        std::string m_moneyHeading;
        Citations m_cited;
        int m_tables = 1;
    };

} // namespace

StreamedReport yearlyTextReport(YearlyPaper paper)
{
    auto sheets = std::make_unique<YearlySheets>(std::move(paper));
    Report report = reportOfBooks(std::string(kYearlyTextReport.titleZh), sheets->paper.head);
    report.sheets.assign(kYearlySheets.begin(), kYearlySheets.end());
    report.columns = yearlyColumns();
    report.document = YearlyWords(*sheets).make();
    sheets->takeText(*report.document);
    return {std::move(report), yearlyRows(std::move(sheets))};
}

} // namespace guanwu
