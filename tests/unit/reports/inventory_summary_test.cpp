#include "reports/inventory/inventory_summary.h"

#include "reports/inventory/inventory_checks.h"
#include "reports/inventory/inventory_detail.h"
#include "reports/writers/report_writer.h"
#include "tests/approval/inventory_fixture.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr auto kMonth = std::chrono::year(2022) / 9;

InventoryLine oneOf(const std::string& classCode, LineResult result, std::int64_t quantity = 1)
{
    InventoryLine line;
    line.book.classCode = classCode;
    line.book.quantity = quantity;
    line.book.original = Money::fromFen(1000);
    line.outcome.result = result;
    line.outcome.countedQuantity = isCounted(result) ? quantity : 0;
    return line;
}

InventorySummary summaryOf(std::initializer_list<InventoryLine> lines)
{
    InventorySummary summary(kMonth);
    for (const auto& line : lines)
        summary.add(line);
    return summary;
}

std::int64_t linesIn(const InventorySummary& summary, SummaryRow row)
{
    return summary.of(row).counters.book().lines;
}

class Labels final : public ReportWriter {
public:
    void row(const ReportRow& row) override
    {
        labels.push_back(printedText(row.cells.front(), MoneyUnit::Yuan));
    }
    void end(const ReportEnd& reportEnd) override { totals = reportEnd.totals; }
    std::vector<std::string> labels;
    std::vector<Cell> totals;
};

} // namespace

TEST_CASE("a line counts in its top class, and in the of-which row where there is one", "[inventory-summary]")
{
    const auto summary = summaryOf({oneOf("A01030100", LineResult::Match),
        oneOf("A01010100", LineResult::Match), oneOf("A01020000", LineResult::Match),
        oneOf("A02030500", LineResult::Match), oneOf("A08060300", LineResult::Match),
        oneOf("2010000", LineResult::Match), oneOf("", LineResult::Match)});
    CHECK(linesIn(summary, SummaryRow::Buildings) == 3);
    CHECK(linesIn(summary, SummaryRow::OfWhichLand) == 1);
    CHECK(linesIn(summary, SummaryRow::OfWhichHouses) == 1);
    CHECK(linesIn(summary, SummaryRow::Equipment) == 1);
    CHECK(linesIn(summary, SummaryRow::OfWhichVehicles) == 1);
    CHECK(linesIn(summary, SummaryRow::Intangibles) == 1);
    CHECK(linesIn(summary, SummaryRow::OtherEditions) == 2);
    CHECK(summary.total().counters.book().lines == 7);
}

TEST_CASE("the row of older editions is shown only when something is in it", "[inventory-summary]")
{
    for (const bool legacy : {false, true}) {
        const auto summary = summaryOf({oneOf(legacy ? "2010000" : "A02010105", LineResult::Match)});
        auto report = inventorySummaryReport({}, summary);
        Labels labels;
        streamRows(report.report, *report.rows, labels);
        CHECK(labels.labels.size() == (legacy ? 12 : 11));
        CHECK((labels.labels.back() == "其他（旧版分类）") == legacy);
        CHECK(labels.totals[1] == Cell(std::int64_t {1}));
    }
}

TEST_CASE("idle and let are attributes of what was counted", "[inventory-summary]")
{
    auto idleInBook = oneOf("A01010100", LineResult::Match);
    idleInBook.book.useState = UseState::Idle;
    idleInBook.area = Area::fromHundredths(12345);
    auto seenInUse = idleInBook;
    seenInUse.outcome.result = LineResult::StateDiffers;
    seenInUse.outcome.seenCondition = Condition::InUse;
    auto seenIdle = oneOf("A01010100", LineResult::StateDiffers);
    seenIdle.outcome.seenCondition = Condition::Idle;
    auto missing = idleInBook;
    missing.outcome.result = LineResult::Shortage;
    missing.outcome.countedQuantity = 0;
    auto lent = oneOf("A02010105", LineResult::Match, 3);
    lent.book.useState = UseState::Lent;

    const auto total = summaryOf({idleInBook, seenInUse, seenIdle, missing, lent}).total();
    CHECK(total.idleQuantity == 2);
    CHECK(total.idleOriginal == Money::fromFen(2000));
    CHECK(total.idleArea == Area::fromHundredths(12345));
    CHECK(total.leasedQuantity == 3);
    CHECK(total.leasedOriginal == Money::fromFen(1000));
    CHECK_FALSE(summaryOf({lent}).total().idleArea);
}

TEST_CASE("summaries of parts add up to the summary of the whole", "[inventory-summary]")
{
    const auto fixture = inventoryFixture();
    InventorySummary whole(kMonth);
    InventorySummary odd(kMonth);
    InventorySummary even(kMonth);
    for (std::size_t i = 0; i < fixture.lines.size(); ++i) {
        whole.add(fixture.lines[i]);
        (i % 2 ? odd : even).add(fixture.lines[i]);
    }
    whole.addSurplus(fixture.surplus.front());
    odd.addSurplus(fixture.surplus.front());
    odd += even;
    CHECK(odd.total().counters == whole.total().counters);
    CHECK(odd.total().accumulated == whole.total().accumulated);
    CHECK(odd.total().surplusValue == whole.total().surplusValue);
    CHECK(odd.of(SummaryRow::Equipment).counters == whole.of(SummaryRow::Equipment).counters);
}

TEST_CASE(
    "the identities of a count are told in number and value, and broken ones are said", "[inventory-summary]")
{
    SECTION("a finished count")
    {
        const auto fixture = inventoryFixture();
        InventorySummary summary(kMonth);
        for (const auto& line : fixture.lines)
            summary.add(line);
        summary.addSurplus(fixture.surplus.front());
        const auto checks = inventoryChecks(summary.total().counters, summary.total().surplusValue);
        REQUIRE(checks.size() == 3);
        for (const auto& check : checks)
            CHECK(check.holds);
        // Before surplus, surplus, and with it: all three, never one.
        CHECK(checks[1].text.find("实盘 8（12,574,977.89 元） = 账面 10（12,584,977.89 元）") == 0);
        CHECK(checks[1].text.find("另有盘盈 1（4,500.00 元），实盘与盘盈合计 9（12,579,477.89 元）")
            != std::string::npos);
    }
    SECTION("a line nobody has looked at")
    {
        const auto counters
            = summaryOf({oneOf("A02", LineResult::Match), oneOf("A02", LineResult::NotChecked)})
                  .total()
                  .counters;
        const auto checks = inventoryChecks(counters, {});
        CHECK_FALSE(checks[0].holds);
        CHECK(checks[1].holds);
        CHECK_FALSE(checks[2].holds);
        CHECK(checks[2].text == "未盘 1 项，存疑 0 项");
    }
    SECTION("three of five chairs found")
    {
        auto chairs = oneOf("A05", LineResult::Match, 5);
        chairs.outcome.countedQuantity = 3;
        const auto checks = inventoryChecks(summaryOf({chairs}).total().counters, {});
        CHECK(checks[0].holds);
        CHECK_FALSE(checks[1].holds);
    }
}

TEST_CASE("every column of a report has its own name in CSV", "[inventory-summary]")
{
    const auto fixture = inventoryFixture();
    for (const auto& report : {inventorySummaryReport({}, InventorySummary(kMonth)).report,
             citySummaryReport({}, linesOf<UnitSummary>({})).report,
             inventoryDetailReport({}, linesOf(fixture.lines), linesOf(fixture.surplus)).report}) {
        std::set<std::string> names;
        for (const auto& column : report.columns) {
            CAPTURE(column.nameInCsv());
            CHECK(names.insert(column.nameInCsv()).second);
        }
    }
}
