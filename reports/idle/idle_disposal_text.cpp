#include "reports/idle/idle_disposal_text.h"

#include "core/values/calendar.h"
#include "core/values/ratio.h"
#include "reports/model/cell_lines.h"

namespace guanwu {

namespace {

    constexpr std::size_t kMostUnits = 10; ///< 前十 (reports 5, section 2)
    constexpr std::size_t kMostRows = 30; ///< of a table in the text; the sheet holds all

    std::string wan(Money money) { return printedText(money, MoneyUnit::WanYuan) + " 万元"; }
    std::string number(std::int64_t value) { return printedText(value, MoneyUnit::Yuan); }
    std::string square(Area area) { return printedText(area, MoneyUnit::Yuan) + " ㎡"; }

    std::string sheetName(IdleSheet sheet)
    {
        return std::string(kIdleSheets[static_cast<std::size_t>(sheet)]);
    }

    std::string rowOf(IdleSheet sheet, std::size_t serial)
    {
        return "附表“" + sheetName(sheet) + "”序号 " + std::to_string(serial);
    }

    std::string totalOf(IdleSheet sheet) { return "附表“" + sheetName(sheet) + "”合计行"; }

    std::string subtotalOf(IdleSheet sheet) { return "附表“" + sheetName(sheet) + "”小计行"; }

    std::string rowCountOf(IdleSheet sheet) { return "附表“" + sheetName(sheet) + "”的行数"; }

    std::string linesWhere(std::string_view column, std::string_view value)
    {
        return "；逐项：附表“" + sheetName(IdleSheet::Lines) + "”" + std::string(column) + "＝"
            + std::string(value);
    }

    class IdleText {
    public:
        IdleText(const IdleDisposal& input, const IdleSums& sums)
            : m_input(input)
            , m_sums(sums)
            , m_moneyHeading(input.head.moneyUnit == MoneyUnit::Yuan ? "（元）" : "（万元）")
        {
        }

        ReportDocument make()
        {
            ReportDocument out;
            out.sections = {scope(), stock(), titles(), ways(), disposed(), troubles(), steps()};
            m_cited.settle(out);
            return out;
        }

    private:
        [[nodiscard]] std::string money(Money value) const
        {
            return printedText(value, m_input.head.moneyUnit);
        }
        [[nodiscard]] std::string tableCaption(const std::string& text)
        {
            return "表" + std::to_string(++m_tables) + "　" + text;
        }
        [[nodiscard]] std::string chartCaption(const std::string& text)
        {
            return "图" + std::to_string(++m_charts) + "　" + text + "（原值，万元）";
        }
        std::string cite(std::string value, std::string source, std::string_view row = {},
            std::size_t column = kIdleOriginal)
        {
            return m_cited.cite(
                std::move(value), std::move(source), row.empty() ? std::string() : cellKeyText(row, column));
        }

        /// Number, original and net value of the same things.
        std::string citedFigures(const IdleFigures& figures, const std::string& source, std::string_view row)
        {
            return cite(
                number(figures.things) + " 项，原值 " + wan(figures.original) + "，净值 " + wan(figures.net),
                source, row);
        }

        [[nodiscard]] std::vector<DocumentColumn> figureColumns(
            const std::string& first, bool withIncome) const
        {
            std::vector<DocumentColumn> columns {{"序号", 5}, {first, 22}, {"项数", 7, true},
                {"原值" + m_moneyHeading, 15, true}, {"净值" + m_moneyHeading, 15, true},
                {"面积（㎡）", 11, true}};
            if (withIncome)
                columns.push_back({"预计收益" + m_moneyHeading, 14, true});
            return columns;
        }

        [[nodiscard]] std::vector<std::string> figureRow(const std::string& serial, const std::string& name,
            const IdleFigures& figures, bool withIncome) const
        {
            std::vector<std::string> row {serial, name, number(figures.things), money(figures.original),
                money(figures.net), printedText(figures.area, MoneyUnit::Yuan)};
            if (withIncome)
                row.push_back(figures.income ? money(*figures.income) : "");
            return row;
        }

        /// A table and its picture. Serial numbers are those of the sheet, so every figure is found there.
        void compare(DocumentSection& into, const std::string& by, const std::string& first,
            const std::vector<NamedFigures>& rows, std::size_t most, bool withIncome)
        {
            DocumentTable table {tableCaption(by), figureColumns(first, withIncome), {}, true};
            DocumentChart chart {chartCaption(by), {}};
            for (std::size_t i = 0; i < rows.size() && i < most; ++i) {
                const IdleFigures& figures = rows[i].figures;
                table.rows.push_back(figureRow(std::to_string(i + 1), rows[i].name, figures, withIncome));
                chart.bars.push_back({rows[i].name, figures.original.fen(),
                    printedText(figures.original, MoneyUnit::WanYuan) + "（"
                        + ratioText(figures.original.fen(), m_sums.all.original.fen()) + "）"});
            }
            if (rows.size() > most) {
                IdleFigures rest;
                for (std::size_t i = most; i < rows.size(); ++i)
                    rest.add(rows[i].figures);
                table.rows.push_back(figureRow("",
                    "其余 " + number(static_cast<std::int64_t>(rows.size() - most)) + " 家", rest, false));
            }
            table.rows.push_back(figureRow("", "合计", m_sums.all, withIncome));
            into.tables.push_back(std::move(table));
            into.charts.push_back(std::move(chart));
        }

        static std::string ratioText(std::int64_t part, std::int64_t whole)
        {
            return whole > 0 ? percentText(part, whole) + "%" : std::string("—");
        }

        DocumentSection scope()
        {
            DocumentSection out {"一、清查范围", {}, {}, {}};
            if (!m_input.count) {
                out.paragraphs.emplace_back(
                    "本报告的范围内没有可引用的清查任务，底数直接取自资产卡片上登记的闲置状态。");
                return out;
            }
            const IdleCount& count = *m_input.count;
            const std::string source = "；清查任务 " + count.taskNo + " 的盘点表";
            std::string text = "本报告以清查任务“" + count.taskName + "”（" + count.taskNo + "，基准日 "
                + formatDate(count.baseDate) + "）为基础。应清查单位 "
                + cite(number(count.due) + " 家", rowOf(IdleSheet::Scope, 1) + source,
                    idleScopeKey(IdleScopeRow::UnitsDue), kIdleThings)
                + "，已完成 "
                + cite(number(count.done) + " 家",
                    rowOf(IdleSheet::Scope, 2) + source + "，状态为单位已核对及以后",
                    idleScopeKey(IdleScopeRow::UnitsDone), kIdleThings)
                + "，完成率 " + ratioText(count.done, count.due) + "。";
            if (count.open.empty()) {
                out.paragraphs.push_back(text);
                return out;
            }
            out.paragraphs.push_back(text + "尚未完成的单位见下表，其闲置资产以卡片登记为准。");
            DocumentTable table {
                tableCaption("未完成清查的单位"), {{"序号", 6}, {"单位", 50}, {"盘点表状态", 34}}, {}};
            for (std::size_t i = 0; i < count.open.size() && i < kMostRows; ++i)
                table.rows.push_back({std::to_string(i + 1), count.open[i].name, count.open[i].state});
            addRest(table, count.open.size(), IdleSheet::OpenUnits);
            out.tables.push_back(std::move(table));
            return out;
        }

        static void addRest(DocumentTable& table, std::size_t all, IdleSheet sheet)
        {
            if (all <= kMostRows)
                return;
            std::vector<std::string> row(table.columns.size());
            row[1] = "其余 " + number(static_cast<std::int64_t>(all - kMostRows)) + " 行见附表“"
                + sheetName(sheet) + "”";
            table.rows.push_back(std::move(row));
        }

        DocumentSection stock()
        {
            DocumentSection out {"二、底数", {}, {}, {}};
            const std::string all = totalOf(IdleSheet::Lines);
            out.paragraphs.push_back("截至 " + formatDate(m_input.head.asOf) + "，登记为闲置的资产共 "
                + citedFigures(m_sums.all, all, kTotalKey) + "；其中房屋、土地面积 "
                + cite(square(m_sums.all.area), all, kTotalKey, kIdleArea) + "。");
            std::string lengths;
            for (std::size_t i = 0; i < m_sums.byLength.size(); ++i) {
                const auto& [key, name, figures] = m_sums.byLength[i];
                lengths += (lengths.empty() ? "按闲置时间，" : "；") + name + " "
                    + citedFigures(
                        figures, rowOf(IdleSheet::Lengths, i + 1) + linesWhere("闲置时间", name), key);
            }
            if (!lengths.empty())
                out.paragraphs.push_back(lengths + "。闲置期限为 " + std::to_string(m_input.head.termMonths)
                    + " 个月（依据：" + m_input.head.termBasis + "）。");
            if (!m_sums.byUnit.empty()) {
                const NamedFigures& first = m_sums.byUnit.front();
                out.paragraphs.push_back("涉及单位 "
                    + cite(number(static_cast<std::int64_t>(m_sums.byUnit.size())) + " 家",
                        rowCountOf(IdleSheet::Units), idleScopeKey(IdleScopeRow::UnitsWithIdle), kIdleThings)
                    + "，原值最多的是" + first.name + "，"
                    + citedFigures(
                        first.figures, rowOf(IdleSheet::Units, 1) + linesWhere("单位", first.name), first.key)
                    + "。");
            }
            if (m_sums.all.things == 0)
                return out;
            compare(out, "按资产类别", "资产类别", m_sums.byClass, m_sums.byClass.size(), false);
            compare(out, "按闲置时间", "闲置时间", m_sums.byLength, m_sums.byLength.size(), false);
            compare(out, m_sums.byUnit.size() > kMostUnits ? "按单位，原值前十" : "按单位", "单位",
                m_sums.byUnit, kMostUnits, false);
            return out;
        }

        DocumentSection titles()
        {
            const auto of = [this](IdleTitleRow row, std::string value, std::size_t column = kIdleThings) {
                return cite(std::move(value),
                    rowOf(IdleSheet::Titles, static_cast<std::size_t>(row) + 1)
                        + "；逐本：报表“不动产权证台账”",
                    idleTitleKey(row), column);
            };
            const IdleTitles& titles = m_input.titles;
            const IdleFigures& untitled = m_sums.byTrouble[static_cast<std::size_t>(IdleTrouble::NoTitle)];
            std::string text = "现势不动产权证书 "
                + of(IdleTitleRow::Certificates, number(titles.certificates) + " 本") + "，所载房屋 "
                + of(IdleTitleRow::Buildings, number(titles.buildings) + " 栋") + "，土地使用权分摊面积 "
                + of(IdleTitleRow::LandShare, square(titles.landShare), kIdleArea) + "，建筑面积 "
                + of(IdleTitleRow::FloorArea, square(titles.floorArea), kIdleArea) + "；其中容缺备案 "
                + of(IdleTitleRow::Incomplete, number(titles.incomplete) + " 本") + "。";
            if (untitled.things > 0)
                text += "闲置的房屋、土地中仍无权属证书的 "
                    + citedFigures(untitled,
                        rowOf(IdleSheet::Troubles, 1) + linesWhere("问题", "含“无权属证书”"),
                        idleTroubleKey(static_cast<std::size_t>(IdleTrouble::NoTitle)))
                    + "。";
            return {"三、权属", {std::move(text)}, {}, {}};
        }

        DocumentSection ways()
        {
            DocumentSection out {"四、拟处置方式", {}, {}, {}};
            std::string text;
            for (std::size_t i = 0; i < m_sums.byWay.size(); ++i) {
                const auto& [key, name, figures] = m_sums.byWay[i];
                const std::string source = rowOf(IdleSheet::Ways, i + 1) + linesWhere("拟处置方式", name);
                text += (text.empty() ? "拟采取的处置方式：" : "；") + name + " "
                    + cite(number(figures.things) + " 项，原值 " + wan(figures.original), source, key);
            }
            if (m_sums.byWay.empty()) {
                out.paragraphs.emplace_back("没有闲置资产，无须提出处置方式。");
                return out;
            }
            if (m_sums.all.income)
                text += "。预计收益合计 "
                    + cite(wan(*m_sums.all.income), subtotalOf(IdleSheet::Ways), kTotalKey, kIdleIncome);
            out.paragraphs.push_back(text + "。");
            compare(out, "按拟处置方式", "拟处置方式", m_sums.byWay, m_sums.byWay.size(), true);
            return out;
        }

        DocumentSection disposed()
        {
            DocumentSection out {"五、本年已办结", {}, {}, {}};
            if (m_input.disposed.empty()) {
                out.paragraphs.emplace_back("本年至基准日，没有办结的闲置资产处置。");
                return out;
            }
            IdleDisposed all;
            DocumentTable table {tableCaption("本年已办结的处置"),
                {{"序号", 6}, {"批复文号", 22}, {"方式", 13}, {"项数", 6, true},
                    {"原值" + m_moneyHeading, 14, true}, {"应缴收入" + m_moneyHeading, 13, true},
                    {"已缴收入" + m_moneyHeading, 13, true}, {"差额" + m_moneyHeading, 12, true}},
                {}, true};
            for (std::size_t i = 0; i < m_input.disposed.size(); ++i) {
                const IdleDisposed& one = m_input.disposed[i];
                all.things += one.things;
                all.original += one.original;
                all.due += one.due;
                all.paid += one.paid;
                if (i < kMostRows)
                    table.rows.push_back(
                        {std::to_string(i + 1), one.approvalNo, one.wayName, number(one.things),
                            money(one.original), money(one.due), money(one.paid), money(one.due - one.paid)});
            }
            addRest(table, m_input.disposed.size(), IdleSheet::Disposed);
            table.rows.push_back({"", "合计", "", number(all.things), money(all.original), money(all.due),
                money(all.paid), money(all.due - all.paid)});
            const std::string sum = subtotalOf(IdleSheet::Disposed);
            out.paragraphs.push_back("本年至基准日办结 "
                + cite(number(static_cast<std::int64_t>(m_input.disposed.size())) + " 件",
                    rowCountOf(IdleSheet::Disposed), idleScopeKey(IdleScopeRow::Disposed), kIdleThings)
                + "，原值 "
                + cite(wan(all.original) + "；应缴收入 " + wan(all.due) + "，已缴 " + wan(all.paid)
                        + "，差额 " + wan(all.due - all.paid),
                    sum, kTotalKey, kIdleDisposedOriginal)
                + "。");
            out.tables.push_back(std::move(table));
            return out;
        }

        DocumentSection troubles()
        {
            DocumentSection out {"六、问题", {}, {}, {}};
            DocumentTable table {{}, figureColumns("问题", false), {}, false};
            std::string text;
            for (std::size_t i = 0; i < m_sums.byTrouble.size(); ++i) {
                const IdleFigures& figures = m_sums.byTrouble[i];
                if (figures.things == 0)
                    continue;
                const std::string name(kIdleTroubles[i]);
                table.rows.push_back(figureRow(std::to_string(i + 1), name, figures, false));
                text += (text.empty() ? "闲置资产存在下列问题：" : "；") + name + " "
                    + citedFigures(figures,
                        rowOf(IdleSheet::Troubles, i + 1) + linesWhere("问题", "含“" + name + "”"),
                        idleTroubleKey(i));
            }
            if (table.rows.empty()) {
                out.paragraphs.emplace_back("闲置资产中没有无证、容缺、危房、抵押、查封或权属争议的情形。");
            } else {
                table.caption = tableCaption("问题（同一资产可有几项，不相加）");
                out.paragraphs.push_back(text + "。");
                out.tables.push_back(std::move(table));
            }
            addLeases(out);
            return out;
        }

        /// What is let for too long comes back too late to be put to use.
        void addLeases(DocumentSection& out)
        {
            const std::string term
                = std::to_string(m_input.leaseTermMonths) + " 个月（依据：" + m_input.leaseTermBasis + "）";
            if (m_input.longLeases.empty()) {
                out.paragraphs.push_back("没有租期超过 " + term + "的租约。");
                return;
            }
            out.paragraphs.push_back("租期超过 " + term + "、尚在履行的租约 "
                + cite(number(static_cast<std::int64_t>(m_input.longLeases.size())) + " 份",
                    "附表“" + sheetName(IdleSheet::Leases) + "”首行，逐份列在其下", "leases", kIdleThings)
                + "，见下表。");
            DocumentTable table {tableCaption("超长租约"),
                {{"序号", 5}, {"合同号", 18}, {"出租单位", 22}, {"承租方", 20}, {"起止", 21},
                    {"月数", 6, true}},
                {}};
            for (std::size_t i = 0; i < m_input.longLeases.size() && i < kMostRows; ++i) {
                const IdleLease& lease = m_input.longLeases[i];
                table.rows.push_back(
                    {std::to_string(i + 1), lease.contractNo, lease.unitName, lease.counterparty,
                        formatDate(lease.from) + "—" + formatDate(lease.to), number(lease.months)});
            }
            addRest(table, m_input.longLeases.size(), IdleSheet::Leases);
            out.tables.push_back(std::move(table));
        }

        DocumentSection steps()
        {
            DocumentSection out {"七、下一步", {}, {}, {}};
            const auto planned = static_cast<std::int64_t>(m_sums.steps.size());
            const std::string source = rowCountOf(IdleSheet::Steps);
            std::string text = "已提出措施的 "
                + cite(number(planned) + " 项", source, idleScopeKey(IdleScopeRow::Planned), kIdleThings);
            if (const std::int64_t open = m_sums.all.things - planned; open > 0)
                text += "，尚未提出措施的 "
                    + cite(number(open) + " 项", totalOf(IdleSheet::Lines) + "减去" + source,
                        idleScopeKey(IdleScopeRow::Unplanned), kIdleThings)
                    + "，由使用单位补报";
            out.paragraphs.push_back(text + "。");
            if (m_sums.steps.empty())
                return out;
            DocumentTable table {tableCaption("措施、责任单位和期限"),
                {{"序号", 5}, {"资产", 28}, {"措施", 26}, {"责任单位", 20}, {"期限", 11}}, {}, false};
            for (std::size_t i = 0; i < m_sums.steps.size() && i < kMostRows; ++i) {
                const IdleStep& step = m_sums.steps[i];
                table.rows.push_back({std::to_string(i + 1), step.thing, step.measure, step.responsible,
                    step.dueOn ? formatDate(*step.dueOn) : ""});
            }
            addRest(table, m_sums.steps.size(), IdleSheet::Steps);
            out.tables.push_back(std::move(table));
            return out;
        }

        const IdleDisposal& m_input;
        const IdleSums& m_sums;
        std::string m_moneyHeading;
        Citations m_cited;
        int m_tables = 0;
        int m_charts = 0;
    };

} // namespace

ReportDocument idleDisposalText(const IdleDisposal& input, const IdleSums& sums)
{
    return IdleText(input, sums).make();
}

} // namespace guanwu
