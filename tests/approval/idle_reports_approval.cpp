#include "core/values/calendar.h"
#include "reports/idle/idle_reports.h"
#include "reports/writers/lines_of_cell.h"
#include "tests/approval/approval.h"
#include "tests/support/values.h"
#include "tests/unit/reports/xlsx_parts.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// The idle desk of the worked example (base date 2022-09-30), with a building of awkward texts beside it.
std::vector<IdleLine> idleThings(bool withBuilding)
{
    IdleLine desk;
    desk.assetNo = "JJ2015000002";
    desk.name = "办公桌";
    desk.classCode = "A05010201";
    desk.model = "1.4m";
    desk.kind = CardKind::Furniture;
    desk.unitName = desk.usingUnitName = "市某局";
    desk.original = Money::fromFen(150000);
    desk.schedule = scheduleOfNew(desk.original, std::chrono::year(2015) / 5, 180);
    desk.idleSince = day("2022-01-10");
    if (!withBuilding)
        return {desk};
    IdleLine building;
    building.assetNo = "FW1998000003";
    building.name = "=旧办公楼";
    building.classCode = "A01010100";
    building.kind = CardKind::Building;
    building.unitName = building.usingUnitName = "市某中心";
    building.location = "鹤城区某路1号";
    building.floorArea = Area::fromHundredths(141000);
    building.original = Money::fromFen(85000000);
    building.schedule = scheduleOfNew(building.original, std::chrono::year(1998) / 3, 360);
    building.idleSince = day("2018-01-31");
    building.certificateNo = "湘（2022）怀化市不动产权第0000001号";
    building.isCertificateIncomplete = true;
    building.safety = SafetyGrade::C;
    building.isSealed = true;
    building.note.way = ProposedWay::Sell;
    building.note.reason = IdleReason::Unsuitable;
    building.note.condition = IdleCondition::Repairable;
    building.note.expectedIncome = Money::fromFen(30000000);
    building.note.responsible = "市某中心";
    building.note.measure = "公开拍卖";
    building.note.dueOn = day("2022-12-31");
    building.note.revision = 1;
    return {building, desk};
}

IdleHead headOf(const std::vector<IdleLine>& things)
{
    IdleHead head;
    head.preparer = "国有资产管理科";
    head.asOf = day("2022-09-30");
    head.termMonths = 6;
    head.termBasis = "ours";
    for (const IdleLine& thing : things) {
        ++head.totals.things;
        head.totals.original += thing.original;
    }
    return head;
}

IdleLines everyOf(std::vector<IdleLine> things)
{
    return [things = std::move(things), next = std::size_t {0}](IdleLine& line) mutable {
        if (next == things.size())
            return false;
        line = things[next++];
        return true;
    };
}

/// Of these things, without anything beside them.
IdleDisposal disposalOf(IdleHead head, std::vector<IdleLine> things)
{
    IdleDisposal input;
    input.head = std::move(head);
    input.lines = [things = std::move(things)] { return everyOf(things); };
    return input;
}

/// The document as it is read, without its layout.
std::string textOf(const ReportDocument& document)
{
    std::string out;
    const auto line = [&out](const std::vector<std::string>& cells) {
        for (const std::string& cell : cells)
            out += cell + (&cell == &cells.back() ? "\n" : " | ");
    };
    for (const DocumentSection& section : document.sections) {
        out += "# " + section.heading + "\n";
        for (const std::string& paragraph : section.paragraphs)
            out += paragraph + "\n";
        for (const DocumentTable& table : section.tables) {
            out += table.caption + "\n";
            for (const auto& row : table.rows)
                line(row);
        }
        for (const DocumentChart& chart : section.charts) {
            out += chart.caption + "\n";
            for (const ChartBar& bar : chart.bars)
                line({bar.name, std::to_string(bar.length), bar.value});
        }
    }
    for (std::size_t i = 0; i < document.figures.size(); ++i)
        line({"[" + std::to_string(i + 1) + "]", document.figures[i].value, document.figures[i].source});
    return out;
}

} // namespace

TEST_CASE("The idle desk of the worked example has 8 months and 758.63 yuan left", "[approval]")
{
    const TempFolder folder;
    const auto things = idleThings(false);
    const std::string list
        = written(idleListReport(headOf(things), [&] { return everyOf(things); }), folder / "list.csv");
    CHECK(list.find("1500.00,741.37,758.63,2022-01-10,8,") != std::string::npos);
    IdleHead wan = headOf(things);
    wan.moneyUnit = MoneyUnit::WanYuan;
    const std::string ways = written(idleDisposalReport(disposalOf(wan, things)), folder / "ways.csv");
    CHECK(ways.find("待定,1,0.15,0.08,") != std::string::npos);
}

TEST_CASE("The idle-asset reports are the approved CSV files, and the same PDF each time", "[approval]")
{
    const TempFolder folder;
    const auto things = idleThings(true);
    const auto list = [&] { return idleListReport(headOf(things), [&] { return everyOf(things); }); };
    IdleDisposal input = disposalOf(headOf(things), things);
    input.count = IdleCount {"QC2022", "2022年资产清查", day("2022-09-30"), 219, 218, {{"市某中心", "清查中"}}};
    input.disposed = {{"怀机管〔2022〕7号", "转让", 2, Money::fromFen(1200000), Money::fromFen(800000),
        Money::fromFen(500000)}};
    input.leaseTermMonths = 60;
    input.leaseTermBasis = "ours";
    input.longLeases = {{"ZL-2019-3", "市某中心", "某商贸公司", day("2019-01-01"), day("2028-12-31"), 120}};
    input.titles = {50, 60, 3, Area::fromHundredths(2529850), Area::fromHundredths(8460301)};
    const auto ways = [&] { return idleDisposalReport(input); };
    CHECK(isApproved("idle-list.csv", written(list(), folder / "report.csv")));
    CHECK(isApproved("idle-disposal.csv", written(ways(), folder / "report.csv")));
    CHECK(written(list(), folder / "1.pdf") == written(list(), folder / "2.pdf"));
    CHECK(written(ways(), folder / "1.pdf") == written(ways(), folder / "2.pdf"));
    CHECK(isApproved("idle-disposal.text.txt", textOf(*ways().report.document)));
    // The spreadsheet behind the text: its last sheet holds the lines, and shows no columns of other sheets.
    (void)written(ways(), folder / "report.xlsx");
    const std::string lines = xlsxPart(folder / "report.xlsx", "xl/worksheets/sheet13.xml");
    CHECK(isApproved("idle-disposal.lines.txt", cellDump(lines)));
    CHECK(lines.find("hidden=\"1\"") != std::string::npos);
}

TEST_CASE("Every figure of the disposal report opens what is behind it, those of its text too", "[approval]")
{
    auto things = idleThings(true);
    for (IdleLine& thing : things)
        thing.unitCode = thing.unitName;
    IdleDisposal input = disposalOf(headOf(things), things);
    input.count = IdleCount {"QC2022", "2022年资产清查", day("2022-09-30"), 2, 1, {{"市某中心", "清查中"}},
        {{"市某局", "已审核"}}};
    input.disposed = {{"怀机管〔2022〕7号", "转让", 2, Money::fromFen(1200000), Money::fromFen(800000),
        Money::fromFen(500000)}};
    input.leaseTermMonths = 60;
    input.longLeases = {{"ZL-2019-3", "市某中心", "某商贸公司", day("2019-01-01"), day("2028-12-31"), 120}};
    // Two certificates share a building, which counts once.
    const Reference shared {7, "B7", "七号楼"};
    input.certificates = {{"湘1", "市某局", {shared, {8, "B8", "八号楼"}}, false, Area::fromHundredths(100),
                              Area::fromHundredths(900)},
        {"湘2", "市某局", {shared}, true, Area::fromHundredths(50), Area::fromHundredths(400)}};
    input.titles = {2, 2, 1, Area::fromHundredths(150), Area::fromHundredths(1300)};
    const auto report = [&] { return idleDisposalReport(input); };
    CHECK(openedCells(report) > 60);
    std::vector<OpenCell> cells;
    StreamedReport made = report();
    REQUIRE(toOpenCells(cells)(made.report, *made.rows));
    for (const CitedFigure& figure : made.report.document->figures) {
        CAPTURE(figure.value, figure.cell);
        CHECK(std::any_of(
            cells.begin(), cells.end(), [&](const OpenCell& cell) { return cell.key == figure.cell; }));
    }
}

TEST_CASE("Every figure of the summary of the idle list opens its things", "[approval]")
{
    const auto things = idleThings(true);
    CHECK(openedCells([&] { return idleListReport(headOf(things), [&] { return everyOf(things); }); }) > 20);
}

TEST_CASE("A list that lost a thing says on its face that it does not tie", "[approval]")
{
    const TempFolder folder;
    const auto things = idleThings(true);
    IdleHead head = headOf(things);
    ++head.totals.things;
    written(idleListReport(head, [&] { return everyOf(things); }), folder / "list.xlsx", false);
    written(idleDisposalReport(disposalOf(head, things)), folder / "ways.xlsx", false);
}
