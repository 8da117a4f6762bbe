#include "app/premises/plan_json.h"

#include "app/premises/space_json.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json instantJson(const std::optional<Instant>& at)
    {
        return at ? Json(at->time_since_epoch().count()) : Json();
    }

} // namespace

Json planJson(const FloorPlan& plan)
{
    if (plan.revision == 0)
        return {};
    return {{"hash", plan.hash}, {"width", plan.width}, {"height", plan.height}, {"revision", plan.revision}};
}

Json cornersJson(const std::vector<PlanPoint>& corners)
{
    Json out = Json::array();
    for (const PlanPoint& corner : corners)
        out.push_back({corner.x, corner.y});
    return out;
}

Json plannedFloorJson(const PlannedFloor& floor)
{
    Json marks = Json::array();
    for (const RoomMark& mark : floor.marks)
        marks.push_back({{"room", mark.room}, {"corners", cornersJson(mark.corners)}});
    const bool isThere = floor.plan.revision != 0;
    return {{"floor", floor.floor.code}, {"name", floor.floor.name}, {"plan", planJson(floor.plan)},
        {"drawn_by", textJson(floor.drawnBy)}, {"drawn_at", isThere ? instantJson(floor.drawnAt) : Json()},
        {"marked_by", textJson(floor.markedBy)}, {"marked_at", instantJson(floor.markedAt)}, {"marks", marks},
        {"revision", floor.plan.revision}};
}

Result<std::vector<RoomMark>> marksOf(const nlohmann::json& marks)
{
    std::vector<RoomMark> out;
    const auto refused = [](std::string what) {
        return fail(ErrorCode::InvalidArgument, "space.mark_form", std::move(what));
    };
    for (const auto& one : marks) {
        if (!one.is_object() || one.size() != 2 || !one.contains("room") || !one["room"].is_string()
            || !one.contains("corners") || !one["corners"].is_array())
            return refused("marks");
        RoomMark mark {one["room"].get<std::string>(), {}};
        // Through the form in which it is stored: one place says what a number of a plan is.
        std::string text;
        for (const auto& corner : one["corners"]) {
            if (!corner.is_array() || corner.size() != 2 || !corner[0].is_number_integer()
                || !corner[1].is_number_integer())
                return refused(mark.room);
            text.append(text.empty() ? "" : " ")
                .append(corner[0].dump())
                .append(",")
                .append(corner[1].dump());
        }
        auto corners = parseCorners(text);
        if (!corners)
            return refused(mark.room);
        mark.corners = std::move(*corners);
        out.push_back(std::move(mark));
    }
    return out;
}

} // namespace guanwu
