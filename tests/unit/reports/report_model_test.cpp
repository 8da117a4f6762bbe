#include "reports/catalog.h"
#include "reports/writers/column_strips.h"
#include "reports/writers/name_breaks.h"
#include "reports/writers/report_writer.h"
#include "tests/unit/reports/report_samples.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Keeps what the writers get.
class RememberingWriter final : public ReportWriter {
public:
    void row(const ReportRow& row) override { rows.push_back(row); }
    void end(const ReportEnd& reportEnd) override { end_ = reportEnd; }
    std::vector<ReportRow> rows;
    ReportEnd end_;
};

} // namespace

TEST_CASE("a total is added from unrounded cells and rounded once", "[report]")
{
    // Three items of 149.00 yuan are 0.01 each in 万元, and 0.04 together.
    Report report = smallReport();
    report.moneyUnit = MoneyUnit::WanYuan;
    MadeRows rows(3, [](std::int64_t, ReportRow& row) { row.cells[2] = Money::fromFen(14900); });
    RememberingWriter writer;
    const auto written = streamRows(report, rows, writer);
    CHECK(written.rows == 3);
    CHECK(printedText(writer.rows.front().cells[2], MoneyUnit::WanYuan) == "0.01");
    CHECK(printedText(writer.end_.totals[2], MoneyUnit::WanYuan) == "0.04");
    CHECK(writer.end_.totals.front() == Cell(std::string("合计")));
    CHECK(writer.end_.totals[1] == Cell());
}

TEST_CASE("万元 are rounded half up at the hundredth", "[report]")
{
    const auto [fen, text] = GENERATE(table<std::int64_t, std::string>({
        {18619240000, "18,619.24"},
        {18619244999, "18,619.24"},
        {18619245000, "18,619.25"},
        {18619235000, "18,619.24"},
        {18619234999, "18,619.23"},
        {0, "0.00"},
        {-5000, "-0.01"},
    }));
    CAPTURE(fen);
    CHECK(printedText(Money::fromFen(fen), MoneyUnit::WanYuan) == text);
}

TEST_CASE("cells print with the separators and decimals of their kind", "[report]")
{
    CHECK(printedText(Cell(), MoneyUnit::Yuan).empty());
    CHECK(printedText(std::int64_t {1234567}, MoneyUnit::Yuan) == "1,234,567");
    CHECK(printedText(std::int64_t {-123}, MoneyUnit::Yuan) == "-123");
    CHECK(printedText(Money::fromFen(-123456), MoneyUnit::Yuan) == "-1,234.56");
    CHECK(printedText(Money::fromFen(99999), MoneyUnit::Yuan) == "999.99");
    CHECK(printedText(Area::fromHundredths(2529850), MoneyUnit::Yuan) == "25,298.50");
    CHECK(printedText(Percent {7980}, MoneyUnit::Yuan) == "79.80%");
    CHECK(printedText(std::chrono::year(2022) / 9 / 30, MoneyUnit::Yuan) == "2022-09-30");
}

TEST_CASE("of-which rows repeat a part and are not added again", "[report]")
{
    MadeRows rows(2, [](std::int64_t index, ReportRow& row) {
        row.role = index == 0 ? RowRole::Line : RowRole::OfWhich;
        row.cells[2] = Money::fromFen(700);
    });
    RememberingWriter writer;
    streamRows(smallReport(), rows, writer);
    CHECK(writer.end_.totals[2] == Cell(Money::fromFen(700)));
}

TEST_CASE("a total of unknown amounts is unknown, a total of no rows is nothing", "[report]")
{
    Report report = smallReport();
    report.columns[2] = estimateColumn("估价金额");
    RememberingWriter writer;
    SECTION("rows without an estimate")
    {
        MadeRows rows(2, [](std::int64_t, ReportRow&) {});
        streamRows(report, rows, writer);
        CHECK(writer.end_.totals.empty()); // a row of nothing but its name is not written
    }
    SECTION("one estimate of two")
    {
        MadeRows rows(2, [](std::int64_t index, ReportRow& row) {
            row.cells[2] = index == 0 ? Cell(Money::fromFen(5)) : Cell();
        });
        streamRows(report, rows, writer);
        CHECK(writer.end_.totals[2] == Cell(Money::fromFen(5)));
    }
    SECTION("no rows")
    {
        MadeRows rows(0, [](std::int64_t, ReportRow&) {});
        streamRows(report, rows, writer);
        CHECK(writer.end_.totals[2] == Cell(Money {}));
    }
}

TEST_CASE("a wide report is divided between blocks, each strip with the repeated columns", "[report]")
{
    Report report;
    report.columns = {repeatedColumn("序号", CellKind::Integer, 5), textColumn("甲", 20, "一"),
        textColumn("乙", 20, "一"), textColumn("丙", 20, "二"), textColumn("丁", 20, "二"),
        textColumn("戊", 20)};
    const auto strips = [&](double capacity) {
        return columnStrips(report, {5, 20, 20, 20, 20, 20}, capacity);
    };
    CHECK(strips(200) == std::vector<ColumnStrip> {{0, 1, 2, 3, 4, 5}});
    CHECK(strips(70) == std::vector<ColumnStrip> {{0, 1, 2}, {0, 3, 4, 5}});
    // A block that fits on no strip is divided; a column that fits on none stands alone.
    CHECK(strips(30) == std::vector<ColumnStrip> {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}});
    CHECK(strips(10) == std::vector<ColumnStrip> {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}});
}

TEST_CASE("columns that do not fit across a page take what stands in them, and the letters shrink a little",
    "[report]")
{
    const auto laidOut = [](std::size_t texts, std::size_t amounts, const std::string& text, Money amount) {
        Report report;
        report.columns.push_back(repeatedColumn("序号", CellKind::Integer, 5));
        for (std::size_t i = 0; i < texts; ++i)
            report.columns.push_back(textColumn("备注", 20));
        for (std::size_t i = 0; i < amounts; ++i)
            report.columns.push_back(moneyColumn("原值"));
        ColumnFit fit(report);
        std::vector<Cell> cells {std::int64_t {1}};
        cells.insert(cells.end(), texts, textCell(text));
        cells.insert(cells.end(), amounts, amount);
        fit.add(cells);
        return fit.layout();
    };
    const Money small = Money::fromFen(1'00);
    const Money large = Money::fromFen(123'456'789'00);
    // As the report asks for them while there is room, whatever stands in them.
    const ColumnLayout asked = laidOut(8, 0, "", small);
    CHECK(asked.strips.size() == 1);
    CHECK(asked.scale == 1);
    CHECK(asked.widths[1] == 20);

    // Twenty columns with little in them need no smaller letters.
    const ColumnLayout empty = laidOut(20, 0, "闲置", small);
    CHECK(empty.strips.size() == 1);
    CHECK(empty.scale == 1);
    CHECK(laidOut(3, 14, "闲置", small).scale == 1);

    // Full ones: texts give way first, numbers keep their digits, and nothing is smaller than 6.5 points.
    const std::string full = "市级机关第一办公区一号办公楼";
    const ColumnLayout pressed = laidOut(5, 7, full, large);
    REQUIRE(pressed.strips.size() == 1);
    CHECK(pressed.scale < 1);
    CHECK(pressed.scale >= 0.866);
    CHECK(pressed.widths[1] < 20);
    for (std::size_t i = 6; i < pressed.widths.size(); ++i)
        CHECK(pressed.widths[i] > 14); // 123,456,789.00
    // The number of a thing is not divided.
    CHECK(laidOut(5, 7, "FW2007000001", large).widths[1] > 13);
    // What does not fit so either stays readable on two pages.
    const ColumnLayout wide = laidOut(12, 8, full, large);
    CHECK(wide.strips.size() == 2);
    CHECK(laidOut(11, 0, full, large).strips.size() == 1);

    // A spreadsheet knows no content when its widths are said.
    Report report;
    report.columns.assign(9, textColumn("备注", 20));
    CHECK(ColumnFit::withoutRows(report).strips.size() == 1);
    report.columns.assign(20, textColumn("备注", 20));
    CHECK(ColumnFit::withoutRows(report).strips.size() == 2);
}

TEST_CASE(
    "columns in which nothing is said stay out where the report is one page wide without them", "[report]")
{
    const auto laidOut = [](std::size_t empty, bool mayStayOut) {
        Report report;
        report.columns.assign(11, textColumn("坐落", 20));
        report.columns.resize(11 + empty, dateColumn("退出日期"));
        for (Column& column : report.columns)
            column.mayStayOut = mayStayOut;
        ColumnFit fit(report);
        std::vector<Cell> cells(11, textCell("市级机关第一办公区一号办公楼"));
        cells.resize(11 + empty);
        fit.add(cells);
        return fit.layout();
    };
    CHECK(laidOut(1, true).leftOut.empty()); // it fits as it is
    const ColumnLayout less = laidOut(40, true);
    CHECK(less.strips == std::vector<ColumnStrip> {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}});
    CHECK(less.leftOut.size() == 40);
    CHECK(less.scale >= 0.866);
    CHECK(laidOut(40, false).strips.size() == 2);
}

TEST_CASE("the name of an office is broken where a part of it ends, and no word in two", "[report]")
{
    const auto first = [](std::u32string_view name) {
        const auto breaks = nameBreaks(name);
        return std::u32string(breaks.empty() ? U"" : name.substr(0, breaks.front()));
    };
    CHECK(first(U"怀化市机关事务管理局") == U"怀化市机关");
    CHECK(first(U"怀化市委办公室") == U"怀化市委");
    CHECK(first(U"怀化市委统一战线工作部") == U"怀化市委");
    CHECK(first(U"怀化市中级人民法院") == U"怀化市");
    CHECK(nameBreaks(U"市场监督管理").empty());
    CHECK(nameBreaks(U"").empty());
}

TEST_CASE("a figure in a sentence has its separators and its unit", "[report]")
{
    CHECK(countText(1'234) == "1,234");
    CHECK(yuanText(Money::fromFen(-123'456'78)) == "-123,456.78 元");
}

TEST_CASE("every report of the catalogue has its own name, and is found by it", "[report]")
{
    std::set<std::string_view> names;
    for (const auto& report : kReportCatalog) {
        names.insert(report.name);
        CHECK(findReport(report.name)->titleZh == report.titleZh);
        CHECK_FALSE(report.titleEn.empty());
    }
    CHECK(names.size() == kReportCatalog.size());
    CHECK(findReport("no-such").error().subject == "report.name");
}
