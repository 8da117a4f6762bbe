#include "core/reference/class_suggestions.h"

#include <catch2/catch.hpp>

using namespace guanwu;

namespace {

ClassSuggestion best(std::string_view name, std::string_view code2010 = {})
{
    const auto found = suggestClasses(
        name, code2010.empty() ? ClassEdition::Edition2022 : ClassEdition::Edition2010, code2010, 3);
    REQUIRE_FALSE(found.empty());
    return found.front();
}

} // namespace

TEST_CASE("A name that is that of a class means this class", "[reference][class]")
{
    const ClassSuggestion desk = best("办公桌");
    CHECK(desk.of->code == "A05010201");
    CHECK(desk.score == 100);
    CHECK(desk.reason == SuggestReason::SameName);
    // The name decides, not the code that the catalogue of 2013 used for it.
    CHECK(best("便携式计算机").of->code == "A02010108");
}

TEST_CASE("What offices call a thing, and longer names, find their class with the reason", "[reference][class]")
{
    const ClassSuggestion notebook = best("联想笔记本电脑");
    CHECK(notebook.of->code == "A02010108");
    CHECK(notebook.reason == SuggestReason::Word);
    CHECK_FALSE(notebook.source.empty());
    const ClassSuggestion printer = best("惠普 A4 黑白打印机");
    CHECK(printer.of->code == "A02021003");
    CHECK(printer.reason == SuggestReason::NameHolds);
}

TEST_CASE("The old class says which of two classes of one name is meant", "[reference][class]")
{
    // 2030000 is vehicles: a coach on the road, not one on rails.
    const ClassSuggestion coach = best("客车", "2030103");
    CHECK(coach.of->code.starts_with("A0203"));
    CHECK(coach.fitsOldClass);
    CHECK_FALSE(coach.source.empty());
}

TEST_CASE("Without a hint in the name the old class gives where to look, with little trust", "[reference][class]")
{
    const auto found = suggestClasses("甲乙丙", ClassEdition::Edition2010, "2020100", 50);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().reason == SuggestReason::Successor);
    CHECK(found.front().score < 50);
    for (const ClassSuggestion& one : found)
        CHECK(one.of->code.starts_with("A0202"));
    CHECK(suggestClasses("甲乙丙", ClassEdition::Edition2022, "", 5).empty());
}
