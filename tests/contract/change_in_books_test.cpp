// What slips change of values and lives changes in the books of the unit too, in its month and not before.
#include "schema/books/book_changes.h"
#include "schema/books/book_reader.h"
#include "schema/books/depreciation_posting.h"
#include "tests/contract/paperwork.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::chrono::year_month monthOf(std::string_view text) { return parseMonth(text).value(); }
Money yuan(std::string_view text) { return Money::parseYuan(text).value(); }

void post(Paperwork& unit, std::string_view through)
{
    DepreciationPosting::Request request {monthOf(through), {}, {}, "caiwu01", {}};
    DepreciationPosting::Listener listener;
    listener.month = [](const PostedMonth& month) { CHECK(month.ties()); };
    const auto posted = DepreciationPosting(*unit.session, Scope::everything()).run(request, listener);
    INFO(refusalOf(posted));
    REQUIRE(posted);
}

PostedLine lineOf(Paperwork& unit, std::string_view month, const std::string& assetNo)
{
    PostedLines lines = BookReader(*unit.session, Scope::everything()).lines(UnitId {1}, monthOf(month));
    for (PostedLine line; lines.next(line);)
        if (line.assetNo == assetNo)
            return line;
    FAIL("no line of " << assetNo);
    return {};
}

} // namespace

TEST_CASE("A slip about a life waits in the books for its month, and the months before stay as they were",
    "[contract][change][books]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "1800.00", "2026-01-05");
    post(unit, "2026-09");
    const Document slip = unit.slip("life", {desk}, {{1, "life_months", "210"}});
    const auto changes = BookChanges(*unit.session, Scope::everything()).of(unit.card(desk).card.id);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == BookChangeKind::LifeChanged);
    CHECK(changes[0].documentNo == slip.no);
    CHECK(changes[0].monthsLeft == 200);
    post(unit, "2026-11");
    CHECK(lineOf(unit, "2026-10", desk).taken == yuan("10.00"));
    const PostedLine line = lineOf(unit, "2026-11", desk);
    CHECK(line.taken == yuan("8.50"));
    CHECK(line.accumulated == yuan("108.50"));
    CHECK(line.entry.lifeMonths == 210);
    CHECK(unit.card(desk).schedule == line.entry.schedule);
}

TEST_CASE("A slip closed in a month that is posted takes effect in the next one, on the card and in the books",
    "[contract][change][books]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "1800.00", "2026-01-05");
    post(unit, "2026-11");
    unit.slip("value", {desk}, {{1, "original_yuan", "2140.00"}});
    // Eleven months of 10.00 stand.
    CHECK(unit.card(desk).schedule
        == DepreciationSchedule {yuan("2030.00"), monthOf("2026-12"), 169, yuan("110.00")});
    // A second one of the same month says the last word, and both are named.
    unit.slip("value", {desk}, {{1, "original_yuan", "2138.00"}});
    const auto changes = BookChanges(*unit.session, Scope::everything()).of(unit.card(desk).card.id);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].documentNo == "BD-2026-000001、BD-2026-000002");
    post(unit, "2026-12");
    CHECK(lineOf(unit, "2026-11", desk).entry.original == yuan("1800.00"));
    CHECK(lineOf(unit, "2026-12", desk).taken == yuan("12.00"));
    CHECK(unit.card(desk).schedule == lineOf(unit, "2026-12", desk).entry.schedule);
}

TEST_CASE("Final accounts and the months they leave stand in the books", "[contract][change][books]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string house = unit.addCard("A01010200", "500000.00", "2026-01-05",
        {{"value_type", "estimated"}, {"structure", "brick_concrete"}, {"floor_m2", "100"},
            {"area_self_m2", "100"}, {"right_holder", "U001"}, {"life_months", "360"},
            {"final_accounts", "open"}, {"address", "某路1号"}});
    post(unit, "2026-10");
    unit.slip("final_accounts", {house}, {{1, "original_yuan", "520000"}, {1, "months_left", "360"}});
    post(unit, "2026-11");
    const PostedLine line = lineOf(unit, "2026-11", house);
    CHECK(line.entry.original == yuan("520000.00"));
    CHECK(line.entry.schedule.months == 360);
    CHECK(line.taken == yuan("1405.86")); // 506,111.10 over 360 months
    CHECK(lineOf(unit, "2026-10", house).entry.original == yuan("500000.00"));
}

TEST_CASE("A rebuild stops in the books with its month and goes on with a new base and life",
    "[contract][change][books]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string house = unit.addCard("A01010200", "1000000.00", "2016-11-05",
        {{"structure", "brick_concrete"}, {"floor_m2", "100"}, {"area_self_m2", "100"},
            {"right_holder", "U001"}, {"life_months", "360"}, {"address", "某路1号"}});
    post(unit, "2026-08");
    Document document
        = unit.approved(unit.paper(unit.draft(DocumentKind::Change, "rebuild", {house}), "basis"));
    document
        = unit.moved(kClerk1, document, moveOf(DocumentAction::Execute, {{0, "started_on", "2026-11-28"}}));
    // The books are behind: September and October are taken, and November is not.
    post(unit, "2026-12");
    CHECK(lineOf(unit, "2026-10", house).taken == yuan("2777.78"));
    CHECK(lineOf(unit, "2026-11", house).taken == Money());
    CHECK(lineOf(unit, "2026-12", house).state == DepreciationStanding::Stopped);
    CHECK(lineOf(unit, "2026-12", house).accumulated == yuan("333333.60"));
    const Instant later = std::chrono::sys_days(std::chrono::year(2027) / 5 / 20);
    document = unit.moved(kClerk1, unit.paper(document, "acceptance"),
        moveOf(DocumentAction::Close,
            {{0, "effective_on", "2027-05-20"}, {0, "voucher_no", "记-5"}, {1, "added_yuan", "200000"},
                {1, "months_left", "300"}}),
        later);
    post(unit, "2027-05");
    CHECK(lineOf(unit, "2027-04", house).entry.original == yuan("1000000.00"));
    CHECK(lineOf(unit, "2027-04", house).taken == Money());
    const PostedLine line = lineOf(unit, "2027-05", house);
    CHECK(line.entry.original == yuan("1200000.00"));
    CHECK(line.taken == yuan("2888.89"));
    CHECK(unit.card(house, later).schedule == line.entry.schedule);
}
