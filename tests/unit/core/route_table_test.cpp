#include "core/documents/route_table.h"
#include "core/reference/embedded.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;

namespace {

const std::string kTableHead
    = "version,effective_from,example,row,kind,methods,class_prefix,unit_types,"
      "single_from_yuan,single_below_yuan,batch_from_yuan,batch_below_yuan,steps,source\n";

/// A table whose rows are given from the column `row` on to the steps.
Result<RouteTable> table(const std::vector<std::string>& rows)
{
    std::string csv = kTableHead;
    for (const std::string& row : rows)
        csv += "v1,2026-01-01,no," + row + ",test\n";
    return readRouteTable(ReferenceTable(csv));
}

std::vector<std::string> subjects(const RouteTable& routes)
{
    std::vector<std::string> out;
    for (const Error& error : problemsOf(routes))
        out.push_back(error.subject);
    return out;
}

Document aDisposal(std::int64_t fen, const std::string& classCode, int lines = 1)
{
    Document out;
    out.method = "scrap";
    out.supervising = {9, "U009", "主管部门"};
    for (int i = 1; i <= lines; ++i) {
        DocumentLine line;
        line.no = i;
        line.asset = AssetId {i};
        line.classCode = classCode;
        line.original = Money::fromFen(fen);
        out.lines.push_back(line);
    }
    return out;
}

std::string routeOf(const Document& document)
{
    const auto route = planRoute(exampleRoutes(), document);
    return route ? route->rule.row + " " + stepsText(route->steps) : route.error().subject;
}

} // namespace

TEST_CASE("the table that comes with the program is an example, and has no gap and no overlap", "[routes]")
{
    CHECK(exampleRoutes().isExample);
    CHECK(exampleRoutes().rows.size() == 36);
    for (const Error& error : problemsOf(exampleRoutes()))
        CHECK(error.subject + " " + error.detail == "");
    for (const RouteRow& row : exampleRoutes().rows)
        CHECK_FALSE(row.source.empty());
    CHECK(routeTableCsv(exampleRoutes()).substr(0, 60) == embeddedTable("document_routes").substr(0, 60));
    CHECK(readRouteTable(ReferenceTable(routeTableCsv(exampleRoutes()))).value() == exampleRoutes());
}

TEST_CASE("a limit belongs to the higher band, and the stricter of single and batch decides", "[routes]")
{
    const std::string low = "unit_decision>dept_review>bureau_review";
    CHECK(routeOf(aDisposal(99'999'99, "A02010105")) == "D1 " + low);
    CHECK(routeOf(aDisposal(100'000'00, "A02010105")) == "D3 " + low + ">finance_review");
    CHECK(routeOf(aDisposal(50'000'00, "A02010105", 3)) == "D1 " + low);
    CHECK(routeOf(aDisposal(50'000'00, "A02010105", 4)) == "D2 " + low + ">finance_review");
    CHECK(routeOf(aDisposal(5'000'000'00, "A02010105")) == "D4 " + low + ">finance_review>government");
}

TEST_CASE("land, buildings and vehicles take the long route whatever they are worth", "[routes]")
{
    const std::string all = "unit_decision>dept_review>bureau_review>finance_review>government";
    CHECK(routeOf(aDisposal(1, "A01010100")) == "D5 " + all);
    CHECK(routeOf(aDisposal(1, "A01030100")) == "D5 " + all);
    CHECK(routeOf(aDisposal(1, "A02030501")) == "D6 " + all);
    // One such thing takes the whole sheet with it.
    Document mixed = aDisposal(1, "A02010105", 2);
    mixed.lines[1].classCode = "A02030501";
    CHECK(routeOf(mixed) == "D6 " + all);
}

TEST_CASE("a unit without a supervising department has no review by one", "[routes]")
{
    Document document = aDisposal(1, "A02010105");
    document.supervising = {};
    CHECK(routeOf(document) == "D1 unit_decision>bureau_review");
    document.method = "reallocate";
    CHECK(routeOf(document) == "document.counterpart");
    document.counterpart = {3, "U003", "第3局"};
    CHECK(routeOf(document) == "T1 unit_decision>counterpart_consent>bureau_review");
}

TEST_CASE("the check names the first cell of a gap and of an overlap", "[routes]")
{
    const auto whole = table({"1,disposal,*,,*,0,,0,,bureau_review"});
    REQUIRE(whole);
    CHECK(subjects(*whole).empty());

    const auto gap
        = table({"1,disposal,*,,*,0,,0,1000,bureau_review", "2,disposal,*,,*,0,,1000.01,,bureau_review"});
    REQUIRE(gap);
    REQUIRE(problemsOf(*gap).size() == 1);
    CHECK(problemsOf(*gap).front()
        == Error {
            ErrorCode::RuleViolated, "routes.gap", "disposal/allocate_free/*/administrative/0.00/1000.00"});

    const auto overlap
        = table({"1,disposal,*,,*,0,,0,1000,bureau_review", "2,disposal,*,,*,0,,999.99,,bureau_review"});
    REQUIRE(overlap);
    CHECK(problemsOf(*overlap).front()
        == Error {ErrorCode::RuleViolated, "routes.overlap",
            "disposal/allocate_free/*/administrative/0.00/999.99"});

    // One method, one type of unit that nobody thought of.
    const auto method = table({"1,disposal,scrap,,*,0,,0,,bureau_review"});
    CHECK(subjects(*method) == std::vector<std::string> {"routes.gap"});
    const auto type
        = table({"1,disposal,*,,administrative|institution|participating|temporary,0,,0,,bureau_review"});
    CHECK(problemsOf(*type).front().detail == "disposal/allocate_free/*/mass_organisation/0.00/0.00");

    // A special class covers its own cells only.
    const auto classes
        = table({"1,disposal,*,,*,0,,0,,bureau_review", "2,disposal,*,A0201,*,0,,5,,bureau_review"});
    CHECK(problemsOf(*classes).front().detail == "disposal/allocate_free/A0201/administrative/0.00/0.00");
}

TEST_CASE("a table that is older than a kind of document says so, and is completed from the example", "[routes]")
{
    CHECK(unroutedMethods(exampleRoutes()).empty());
    const auto old = table({"1,disposal,allocate_free|sell|scrap,,*,0,,0,,bureau_review"});
    const auto unrouted = unroutedMethods(*old);
    REQUIRE(unrouted.size() == kDocumentKinds.size());
    const auto of = [&](DocumentKind kind) {
        return *std::find_if(unrouted.begin(), unrouted.end(),
            [&](const UnroutedMethods& one) { return one.kind == kind; });
    };
    CHECK(of(DocumentKind::Surplus).isWholeKind);
    CHECK_FALSE(of(DocumentKind::Disposal).isWholeKind);
    for (const DocumentMethod* method : of(DocumentKind::Disposal).methods)
        CHECK(method->method != "scrap");

    const RouteTable whole = completed(*old, exampleRoutes());
    CHECK(unroutedMethods(whole).empty());
    CHECK(whole.rows.front() == old->rows.front());
    // What was there keeps its own rows alone, and what was added says where it is from.
    CHECK(subjects(whole).empty());
    for (const RouteRow& row : whole.rows)
        if (row.row != "1") {
            CHECK(row.source.find("example") != std::string::npos);
            CHECK(std::find(row.methods.begin(), row.methods.end(), "scrap") == row.methods.end());
        }
    CHECK(readRouteTable(ReferenceTable(routeTableCsv(whole))).value() == whole);
}

TEST_CASE("the check finds routes that get shorter with the value or for estate", "[routes]")
{
    const auto shorter = table(
        {"1,disposal,*,,*,0,,0,1000,dept_review>bureau_review", "2,disposal,*,,*,0,,1000,,bureau_review"});
    CHECK(subjects(*shorter) == std::vector<std::string> {"routes.not_stricter", "routes.estate_short"});
    const auto estate = table(
        {"1,disposal,*,,*,0,,0,1000,bureau_review", "2,disposal,*,,*,0,,1000,,bureau_review>government",
            "3,disposal,*,A0203,*,0,,0,,bureau_review>government"});
    REQUIRE(problemsOf(*estate).size() == 1);
    CHECK(problemsOf(*estate).front().detail == "disposal/allocate_free/A01/administrative/0.00/0.00");
}

TEST_CASE("a table that cannot be meant is refused with its row", "[routes]")
{
    const auto refusal = [](const std::string& row) {
        const auto read = table({row});
        return read ? std::string() : read.error().subject + " " + read.error().detail;
    };
    CHECK(refusal("7,disposal,*,,*,0,,0,,bureau_review").empty());
    CHECK(refusal("7,gift,*,,*,0,,0,,bureau_review") == "routes.kind 7: gift");
    CHECK(refusal("7,disposal,eat,,*,0,,0,,bureau_review") == "routes.method 7: eat");
    CHECK(refusal("7,disposal,*,,club,0,,0,,bureau_review") == "routes.unit_type 7: club");
    CHECK(refusal("7,disposal,*,,*,5,5,0,,bureau_review") == "routes.band 7: 5-5");
    CHECK(refusal("7,disposal,*,,*,0,,x,,bureau_review") == "routes.band 7: x");
    CHECK(refusal("7,disposal,*,,*,0,,0,,bureau_review>unit_decision") == "routes.step 7: unit_decision");
    CHECK(refusal("7,disposal,*,,*,0,,0,,bureau_review+0") == "routes.step 7: bureau_review+0");
    CHECK(refusal("7,disposal,*,,*,0,,0,,") == "routes.step 7: ");
    CHECK(readRouteTable(ReferenceTable(kTableHead)).error().subject == "routes.empty");
    CHECK(
        table({"7,disposal,*,,*,0,,0,,bureau_review", "7,disposal,*,,*,0,,0,,bureau_review"}).error().subject
        == "routes.row");
}
