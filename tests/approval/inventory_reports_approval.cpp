#include "reports/inventory/gain_and_loss.h"
#include "reports/inventory/inventory_detail.h"
#include "reports/inventory/inventory_summary.h"
#include "tests/approval/approval.h"
#include "tests/approval/inventory_fixture.h"
#include "tests/unit/reports/xlsx_parts.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

StreamedReport detail()
{
    const auto fixture = inventoryFixture();
    return inventoryDetailReport(fixture.head, linesOf(fixture.lines), linesOf(fixture.surplus));
}

InventorySummary summaryOf(const InventoryFixture& fixture)
{
    InventorySummary summary(fixture.head.baseMonth());
    for (const auto& line : fixture.lines)
        summary.add(line);
    for (const auto& line : fixture.surplus)
        summary.addSurplus(line);
    return summary;
}

StreamedReport summary()
{
    const auto fixture = inventoryFixture();
    return inventorySummaryReport(fixture.head, summaryOf(fixture));
}

StreamedReport city()
{
    auto fixture = inventoryFixture();
    const SummaryFigures figures = summaryOf(fixture).total();
    fixture.head.units = ReportingUnits {3, 2, {{"市某中心", "系统未开通"}}};
    return citySummaryReport(fixture.head,
        linesOf<UnitSummary>({{"市政府办公室", "市某局", figures}, {"市教育局", "市某学校", figures}}));
}

StreamedReport surplus()
{
    const auto fixture = inventoryFixture();
    return surplusReport(fixture.head, linesOf(fixture.surplus));
}

StreamedReport shortage()
{
    const auto fixture = inventoryFixture();
    return shortageReport(fixture.head, linesOf(fixture.shortage));
}

/// Everything that was counted; in the city each unit counted the same.
CountedItems itemsOf(const InventoryFixture& fixture, int units)
{
    return [fixture, units](const std::string& unitCode) {
        std::vector<CountedItem> items;
        for (int unit = 0; unit < (unitCode.empty() ? units : 1); ++unit) {
            for (const auto& line : fixture.lines)
                items.push_back({"市某局", line});
            for (const auto& line : fixture.surplus)
                items.push_back({"市某局", line});
        }
        return linesOf(std::move(items));
    };
}

struct NamedReport {
    std::string name;
    StreamedReport (*make)();
};

const NamedReport kReports[] {{"inventory-detail", detail}, {"inventory-summary", summary},
    {"inventory-summary-city", city}, {"surplus", surplus}, {"shortage", shortage}};

} // namespace

TEST_CASE("the inventory reports of the worked example are the approved CSV files", "[approval]")
{
    const TempFolder folder;
    for (const auto& [name, make] : kReports) {
        CAPTURE(name);
        CHECK(isApproved(name + ".csv", written(make(), folder / "report.csv")));
    }
}

TEST_CASE("every figure of the inventory summary is the sum of the things behind it", "[approval]")
{
    const auto fixture = inventoryFixture();
    // Thirteen rows of 22 figures, less the areas and rates that there are none of.
    CHECK(openedCells([&] {
        return inventorySummaryReport(fixture.head, summaryOf(fixture), itemsOf(fixture, 1));
    }) > 200);
    const SummaryFigures figures = summaryOf(fixture).total();
    CHECK(openedCells([&] {
        return citySummaryReport(fixture.head,
            linesOf<UnitSummary>(
                {{"市政府办公室", "市某局", figures, "U001"}, {"市教育局", "市某学校", figures, "U002"}}),
            itemsOf(fixture, 2));
    }) > 60);
}

TEST_CASE("the inventory reports of the worked example are the approved XLSX cells", "[approval]")
{
    const TempFolder folder;
    for (const auto& [name, make] : kReports) {
        CAPTURE(name);
        written(make(), folder / "report.xlsx");
        const std::string sheet = xlsxPart(folder / "report.xlsx", "xl/worksheets/sheet1.xml");
        CHECK(isApproved(name + ".cells.txt", cellDump(sheet)));
        CHECK(sheet.find("<f>") == std::string::npos);
    }
}

TEST_CASE("the same inventory report is the same PDF, byte for byte", "[approval]")
{
    const TempFolder folder;
    for (const auto& [name, make] : kReports) {
        CAPTURE(name);
        const std::string first = written(make(), folder / "first.pdf");
        CHECK(first.starts_with("%PDF-"));
        CHECK(first.size() > 10'000);
        CHECK(written(make(), folder / "second.pdf") == first);
    }
}

TEST_CASE("the worked example adds up to the figures that were worked out by hand", "[approval]")
{
    const auto fixture = inventoryFixture();
    const auto month = fixture.head.baseMonth();

    SECTION("depreciation of each line at the end of September 2022")
    {
        const std::vector<std::int64_t> accumulated {
            304526724, 48608, 103884, 2060212, 2187450, 420000, 320000, 0, 9768, 74137};
        const std::vector<std::int64_t> thisMonth {2057613, 6944, 9444, 187292, 48610, 0, 0, 0, 444, 833};
        Money total;
        Money totalOfMonth;
        for (std::size_t i = 0; i < fixture.lines.size(); ++i) {
            const auto& book = fixture.lines[i].book;
            CAPTURE(book.assetNo);
            CHECK(book.schedule.accumulatedAt(month) == Money::fromFen(accumulated[i]));
            CHECK(book.schedule.takenIn(month) == Money::fromFen(thisMonth[i]));
            total += book.schedule.accumulatedAt(month);
            totalOfMonth += book.schedule.takenIn(month);
        }
        CHECK(total == Money::fromFen(309750783));
        CHECK(totalOfMonth == Money::fromFen(2311180));
    }

    SECTION("summary by class")
    {
        const auto all = summaryOf(fixture);
        CHECK(all.of(SummaryRow::Buildings).counters.book().original == Money::fromFen(1234567890));
        CHECK(all.of(SummaryRow::Equipment).counters.book().original == Money::fromFen(23399900));
        CHECK(all.of(SummaryRow::Equipment).accumulated == Money::fromFen(5140154));
        CHECK(all.of(SummaryRow::Books).accumulated == Money {});
        CHECK(all.of(SummaryRow::Furniture).accumulated == Money::fromFen(83905));
        CHECK(all.total().counters.book().original == Money::fromFen(1258497789));
        CHECK(all.total().counters.book().original - all.total().accumulated == Money::fromFen(948747006));
        CHECK(all.total().counters.matchRate() == 6000);
    }

    SECTION("declared loss of the portable computer")
    {
        ShortageLine portable = fixture.shortage.front();
        CHECK(portable.declaredLoss(month) == Money::fromFen(476116));
        portable.compensation.reset();
        CHECK(portable.declaredLoss(month) == Money::fromFen(576116));
    }
}
