#include "core/premises/floor_plan.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace guanwu {

namespace {

    std::int64_t cross(const PlanPoint& a, const PlanPoint& b, const PlanPoint& c)
    {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    bool isOn(const PlanPoint& point, const PlanPoint& from, const PlanPoint& to)
    {
        return cross(from, to, point) == 0 && point.x >= std::min(from.x, to.x)
            && point.x <= std::max(from.x, to.x) && point.y >= std::min(from.y, to.y)
            && point.y <= std::max(from.y, to.y);
    }

    int sign(std::int64_t value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

    bool meet(const PlanPoint& a, const PlanPoint& b, const PlanPoint& c, const PlanPoint& d)
    {
        if (sign(cross(a, b, c)) * sign(cross(a, b, d)) < 0
            && sign(cross(c, d, a)) * sign(cross(c, d, b)) < 0)
            return true;
        return isOn(c, a, b) || isOn(d, a, b) || isOn(a, c, d) || isOn(b, c, d);
    }

    /// Neighbours share their corner and nothing else; others share nothing.
    bool isSimple(std::span<const PlanPoint> corners)
    {
        const std::size_t count = corners.size();
        const auto at = [&](std::size_t i) -> const PlanPoint& { return corners[i % count]; };
        for (std::size_t i = 0; i < count; ++i) {
            if (at(i) == at(i + 1) || isOn(at(i + 2), at(i), at(i + 1)) || isOn(at(i), at(i + 1), at(i + 2)))
                return false;
            for (std::size_t j = i + 2; j < count; ++j)
                if (!(i == 0 && j + 1 == count) && meet(at(i), at(i + 1), at(j), at(j + 1)))
                    return false;
        }
        return true;
    }

    struct Bounds {
        PlanPoint least;
        PlanPoint most;
    };

    Bounds boundsOf(std::span<const PlanPoint> corners)
    {
        Bounds out {corners.front(), corners.front()};
        for (const PlanPoint& corner : corners) {
            out.least = {std::min(out.least.x, corner.x), std::min(out.least.y, corner.y)};
            out.most = {std::max(out.most.x, corner.x), std::max(out.most.y, corner.y)};
        }
        return out;
    }

} // namespace

std::int64_t twiceArea(std::span<const PlanPoint> corners)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const PlanPoint& a = corners[i];
        const PlanPoint& b = corners[(i + 1) % corners.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum < 0 ? -sum : sum;
}

Result<void> checkMark(const RoomMark& mark, std::int64_t width, std::int64_t height)
{
    if (mark.corners.size() < 3 || mark.corners.size() > kMostMarkCorners)
        return fail(ErrorCode::InvalidArgument, "space.mark_corners", mark.room);
    for (const PlanPoint& corner : mark.corners)
        if (corner.x < 0 || corner.y < 0 || corner.x > width || corner.y > height)
            return fail(ErrorCode::InvalidArgument, "space.mark_outside",
                mark.room + " " + cornersText({&corner, 1}));
    const Bounds bounds = boundsOf(mark.corners);
    if (bounds.most.x - bounds.least.x < kLeastMarkSide || bounds.most.y - bounds.least.y < kLeastMarkSide
        || twiceArea(mark.corners) == 0 || !isSimple(mark.corners))
        return fail(ErrorCode::InvalidArgument, "space.mark_shape", mark.room);
    return {};
}

Result<void> checkMarks(std::span<const RoomMark> marks, std::int64_t width, std::int64_t height)
{
    if (marks.size() > kMostMarks)
        return fail(ErrorCode::InvalidArgument, "space.too_many_marks", std::to_string(kMostMarks));
    std::set<std::string_view> seen;
    for (const RoomMark& mark : marks) {
        if (!seen.insert(mark.room).second)
            return fail(ErrorCode::InvalidArgument, "space.mark_twice", mark.room);
        if (auto checked = checkMark(mark, width, height); !checked)
            return checked;
    }
    return {};
}

std::string cornersText(std::span<const PlanPoint> corners)
{
    std::string out;
    for (const PlanPoint& corner : corners)
        out.append(out.empty() ? "" : " ")
            .append(std::to_string(corner.x))
            .append(",")
            .append(std::to_string(corner.y));
    return out;
}

Result<std::vector<PlanPoint>> parseCorners(std::string_view text)
{
    std::vector<PlanPoint> out;
    const auto refused
        = [&] { return fail(ErrorCode::InvalidArgument, "space.mark_form", std::string(text)); };
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    const auto number = [&](std::int64_t& value) {
        const auto [next, error] = std::from_chars(at, end, value);
        // Nothing of a plan is that far away, and products of what is smaller do not overflow.
        const bool isGood = error == std::errc() && value >= -1'000'000 && value <= 1'000'000;
        at = next;
        return isGood;
    };
    while (at != end) {
        PlanPoint point;
        if (!number(point.x) || at == end || *at++ != ',' || !number(point.y)
            || out.size() > kMostMarkCorners)
            return refused();
        out.push_back(point);
        if (at != end && (*at++ != ' ' || at == end))
            return refused();
    }
    if (out.empty())
        return refused();
    if (out.size() == 2) {
        const auto [left, right] = std::minmax(out[0].x, out[1].x);
        const auto [top, bottom] = std::minmax(out[0].y, out[1].y);
        out = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    }
    return out;
}

void rescale(std::vector<PlanPoint>& corners, const FloorPlan& from, const FloorPlan& to)
{
    if (from.width <= 0 || from.height <= 0 || (from.width == to.width && from.height == to.height))
        return;
    for (PlanPoint& corner : corners)
        corner = {(corner.x * to.width + from.width / 2) / from.width,
            (corner.y * to.height + from.height / 2) / from.height};
}

} // namespace guanwu
