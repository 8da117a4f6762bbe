#include "core/premises/floor_plan.h"

#include <catch2/catch.hpp>

using namespace guanwu;

namespace {

std::string refusal(const std::string& corners, std::int64_t width = 100, std::int64_t height = 80)
{
    const auto parsed = parseCorners(corners);
    if (!parsed)
        return parsed.error().subject;
    const auto checked = checkMark({"R-1", *parsed}, width, height);
    return checked ? "" : checked.error().subject;
}

/// A polygon of as many corners as are asked for: a comb.
std::vector<PlanPoint> comb(std::size_t corners)
{
    std::vector<PlanPoint> out;
    for (std::size_t i = 0; i + 2 < corners; ++i)
        out.push_back({static_cast<std::int64_t>(10 * i), i % 2 == 0 ? 0 : 10});
    out.push_back({1000, 50});
    out.push_back({0, 50});
    return out;
}

} // namespace

TEST_CASE("A mark is a polygon inside its picture", "[floor_plan]")
{
    CHECK(refusal("0,0 100,80").empty()); // a rectangle by two of its corners, as large as the picture
    CHECK(refusal("10,10 40,10 40,40 25,40 25,60 10,60").empty());
    CHECK(refusal("0,0 101,80") == "space.mark_outside");
    CHECK(refusal("-1,0 50,50") == "space.mark_outside");
    CHECK(refusal("5,5") == "space.mark_corners");
    CHECK(refusal("0,0 4,4").empty());
    CHECK(refusal("0,0 3,40") == "space.mark_shape"); // too narrow to be tapped
    CHECK(refusal("0,0 40,40 40,0 0,40") == "space.mark_shape"); // a bow tie
    CHECK(refusal("0,0 50,0 25,0 25,30") == "space.mark_shape"); // goes back on itself
    CHECK(refusal("0,0 20,20 40,40 60,60") == "space.mark_shape");
    CHECK(refusal("0,0 0,0 40,0 40,40") == "space.mark_shape");
    CHECK(refusal("0,0 60,0 60,60 30,0 0,60") == "space.mark_shape"); // touches its own edge
    for (const char* text : {"", "1", "1,", "1,2 ", " 1,2", "1,2  3,4", "1,2;3,4", "1.5,2 3,4", "a,b 3,4",
             "9999999999999999999,2 3,4", "1000001,2 3,4"}) {
        CAPTURE(text);
        CHECK(refusal(text) == "space.mark_form");
    }
    CHECK(cornersText(*parseCorners("40,30 10,20")) == "10,20 40,20 40,30 10,30");
}

TEST_CASE("P8: a mark takes its most corners, a floor its most rooms, and one more of each is refused",
    "[floor_plan]")
{
    CHECK(checkMark({"R", comb(kMostMarkCorners)}, 1000, 100));
    CHECK(checkMark({"R", comb(kMostMarkCorners + 1)}, 1000, 100).error().subject == "space.mark_corners");
    CHECK(parseCorners(cornersText(comb(kMostMarkCorners))));
    std::vector<RoomMark> marks;
    for (std::size_t i = 0; i < kMostMarks; ++i)
        marks.push_back({"R-" + std::to_string(i), *parseCorners("0,0 10,10")});
    CHECK(checkMarks(marks, 100, 100));
    marks.push_back({"R-more", *parseCorners("0,0 10,10")});
    CHECK(checkMarks(marks, 100, 100).error().subject == "space.too_many_marks");
    marks.resize(2);
    marks[1].room = marks[0].room;
    CHECK(checkMarks(marks, 100, 100).error().subject == "space.mark_twice");
}

TEST_CASE("Marks keep their place on a drawing of another size", "[floor_plan]")
{
    auto corners = *parseCorners("10,20 50,80");
    rescale(corners, {"a", 100, 80, 1}, {"b", 300, 160, 2});
    CHECK(cornersText(corners) == "30,40 150,40 150,160 30,160");
    rescale(corners, {}, {"b", 300, 160, 2});
    CHECK(cornersText(corners) == "30,40 150,40 150,160 30,160");
}
