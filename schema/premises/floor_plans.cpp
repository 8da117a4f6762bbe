#include "schema/premises/floor_plans.h"

#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/cards/attachments.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

#include <map>

namespace guanwu {

namespace {

    /// CorruptData when what is stored is no polygon.
    std::vector<PlanPoint> storedCorners(const std::string& text)
    {
        auto corners = parseCorners(text);
        if (!corners)
            throw CorruptData("a stored mark is no polygon");
        return std::move(*corners);
    }

    std::string noted(const FloorPlan& plan)
    {
        return plan.revision == 0 ? std::string() : plan.hash + ' ' + std::to_string(plan.revision);
    }

} // namespace

Result<Reference> FloorPlans::reached(const std::string& floor)
{
    Query query(m_session);
    query.add("SELECT f.id, f.code, f.name FROM place f WHERE f.kind = 'floor' AND f.code = ", floor);
    if (m_scope.reach() != Scope::Reach::Everything)
        query
            .add(" AND EXISTS (SELECT 1 FROM registered_room r JOIN place p ON p.id = r.place_id "
                 "WHERE p.parent_id = f.id")
            .add(ScopeCondition(m_scope, "p.unit_id"))
            .add(")");
    if (!query.next(3))
        return fail(ErrorCode::NotFound, "space.floor_not_found", floor);
    return Reference {query.integer(0), query.text(1), query.text(2)};
}

Result<PlannedFloor> FloorPlans::find(const std::string& code)
{
    const auto floor = reached(code);
    if (!floor)
        return fail(floor.error());
    PlannedFloor out;
    out.floor = *floor;
    {
        Query query(m_session);
        query.add("SELECT hash, width_px, height_px, revision, drawn_by, drawn_at, marked_by, marked_at "
                  "FROM floor_plan WHERE place_id = ",
            floor->id);
        if (!query.next(8))
            return out;
        out.plan = {query.text(0), query.integer(1), query.integer(2), query.integer(3)};
        out.drawnBy = query.text(4);
        out.drawnAt = fromInstantColumn(query.integer(5));
        out.markedBy = query.text(6);
        if (const auto at = query.integerOrNone(7))
            out.markedAt = fromInstantColumn(*at);
    }
    Query marks(m_session);
    marks.add(
        "SELECT p.code, m.corners FROM floor_plan_mark m JOIN registered_room r ON r.place_id = m.room_id "
        "JOIN place p ON p.id = r.place_id WHERE p.parent_id = m.floor_id AND m.floor_id = ",
        floor->id);
    marks.add(ScopeCondition(m_scope, "p.unit_id")).add(" ORDER BY p.code");
    while (marks.next(2))
        out.marks.push_back({marks.text(0), storedCorners(marks.text(1))});
    return out;
}

Result<std::string> FloorPlans::picture(const std::string& floor)
{
    const auto found = find(floor);
    if (!found)
        return fail(found.error());
    if (found->plan.revision == 0)
        return fail(ErrorCode::NotFound, "space.no_plan", floor);
    // Whoever sees the floor sees its drawing, whoever sent that.
    auto content = Attachments(m_session, Scope::everything()).read(found->plan.hash);
    return content ? Result<std::string>(std::move(content->bytes)) : fail(content.error());
}

void FloorPlans::addTo(BuildingPicture& picture)
{
    std::map<std::int64_t, PictureFloor*> floors;
    std::map<std::int64_t, PictureRoom*> rooms;
    std::vector<std::int64_t> ids;
    for (PictureFloor& floor : picture.floors) {
        if (floor.floor.id == 0)
            continue;
        floors[floor.floor.id] = &floor;
        ids.push_back(floor.floor.id);
        for (PictureRoom& room : floor.rooms)
            rooms[room.room.id] = &room;
    }
    if (ids.empty())
        return;
    {
        Query query(m_session);
        query.add("SELECT place_id, hash, width_px, height_px, revision FROM floor_plan WHERE place_id IN ")
            .addList(ids);
        while (query.next(5))
            floors.at(query.integer(0))->plan
                = {query.text(1), query.integer(2), query.integer(3), query.integer(4)};
    }
    Query query(m_session);
    query
        .add(
            "SELECT m.room_id, m.floor_id, m.corners FROM floor_plan_mark m JOIN place p ON p.id = m.room_id "
            "WHERE p.parent_id = m.floor_id AND m.floor_id IN ")
        .addList(ids);
    while (query.next(3))
        if (const auto room = rooms.find(query.integer(0)); room != rooms.end())
            room->second->mark = storedCorners(query.text(2));
}

Result<PlannedFloor> FloorPlans::toChange(const std::string& floor, std::int64_t seen)
{
    auto found = find(floor);
    if (!found)
        return found;
    if (m_scope.reach() != Scope::Reach::Everything)
        return fail(ErrorCode::Forbidden, "space.not_yours", floor);
    if (found->plan.revision != seen)
        return fail(ErrorCode::StaleRevision, "space.plan_changed", floor);
    return found;
}

void FloorPlans::writeMarks(
    std::int64_t floor, const std::vector<std::pair<std::int64_t, std::string>>& marks)
{
    Query(m_session).add("DELETE FROM floor_plan_mark WHERE floor_id = ", floor).run();
    for (const auto& [room, corners] : marks)
        insertRow(
            m_session, "floor_plan_mark", {{"floor_id", floor}, {"room_id", room}, {"corners", corners}});
}

Result<PlannedFloor> FloorPlans::draw(const std::string& code, std::string_view png, std::int64_t width,
    std::int64_t height, std::int64_t seen, const std::string& actor, Instant now)
{
    const auto before = toChange(code, seen);
    if (!before)
        return before;
    const auto stored = Attachments(m_session, Scope::everything()).store(png, actor, now);
    if (!stored)
        return fail(stored.error());
    const FloorPlan plan {stored->hash, width, height, seen + 1};
    const std::int64_t floor = before->floor.id;
    if (seen == 0) {
        try {
            insertRow(m_session, "floor_plan",
                {{"place_id", floor}, {"hash", plan.hash}, {"width_px", width}, {"height_px", height},
                    {"drawn_by", actor}, {"drawn_at", toInstantColumn(now)}, {"revision", std::int64_t {1}}});
        } catch (const DuplicateKey&) {
            return fail(ErrorCode::StaleRevision, "space.plan_changed", code);
        }
    } else {
        const std::int64_t changed
            = Query(m_session)
                  .add("UPDATE floor_plan SET revision = revision + 1, hash = ", plan.hash)
                  .add(", width_px = ", width)
                  .add(", height_px = ", height)
                  .add(", drawn_by = ", actor)
                  .add(", drawn_at = ", toInstantColumn(now))
                  .add(" WHERE place_id = ", floor)
                  .add(" AND revision = ", seen)
                  .run();
        if (changed != 1)
            return fail(ErrorCode::StaleRevision, "space.plan_changed", code);
        // A new edition of a drawing may have another size: the rooms stay where they are in it.
        std::vector<std::pair<std::int64_t, std::string>> marks;
        {
            Query query(m_session);
            query.add("SELECT room_id, corners FROM floor_plan_mark WHERE floor_id = ", floor);
            while (query.next(2)) {
                auto corners = storedCorners(query.text(1));
                rescale(corners, before->plan, plan);
                marks.emplace_back(query.integer(0), cornersText(corners));
            }
        }
        writeMarks(floor, marks);
    }
    m_session.audit().note({"space/floors/" + code + "/plan", noted(before->plan), noted(plan)});
    return find(code);
}

Result<PlannedFloor> FloorPlans::mark(const std::string& code, const std::vector<RoomMark>& marks,
    std::int64_t seen, const std::string& actor, Instant now)
{
    const auto before = toChange(code, seen);
    if (!before)
        return before;
    if (before->plan.revision == 0)
        return fail(ErrorCode::NotFound, "space.no_plan", code);
    if (const auto checked = checkMarks(marks, before->plan.width, before->plan.height); !checked)
        return fail(checked.error());
    std::map<std::string, std::int64_t> rooms;
    {
        Query query(m_session);
        query.add(
            "SELECT p.code, p.id FROM registered_room r JOIN place p ON p.id = r.place_id WHERE p.parent_id = ",
            before->floor.id);
        while (query.next(2))
            rooms[query.text(0)] = query.integer(1);
    }
    std::vector<std::pair<std::int64_t, std::string>> rows;
    std::string all;
    for (const RoomMark& mark : marks) {
        const auto room = rooms.find(mark.room);
        if (room == rooms.end())
            return fail(ErrorCode::InvalidArgument, "space.mark_room", mark.room);
        rows.emplace_back(room->second, cornersText(mark.corners));
        all += mark.room + ' ' + rows.back().second + '\n';
    }
    const std::int64_t changed
        = Query(m_session)
              .add("UPDATE floor_plan SET revision = revision + 1, marked_by = ", actor)
              .add(", marked_at = ", toInstantColumn(now))
              .add(" WHERE place_id = ", before->floor.id)
              .add(" AND revision = ", seen)
              .run();
    if (changed != 1)
        return fail(ErrorCode::StaleRevision, "space.plan_changed", code);
    writeMarks(before->floor.id, rows);
    m_session.audit().note({"space/floors/" + code + "/plan/marks", noted(before->plan), all});
    return find(code);
}

Result<PlannedFloor> FloorPlans::remove(const std::string& code, std::int64_t seen)
{
    const auto before = toChange(code, seen);
    if (!before)
        return before;
    if (before->plan.revision == 0)
        return fail(ErrorCode::NotFound, "space.no_plan", code);
    const std::int64_t gone = Query(m_session)
                                  .add("DELETE FROM floor_plan WHERE place_id = ", before->floor.id)
                                  .add(" AND revision = ", seen)
                                  .run();
    if (gone != 1)
        return fail(ErrorCode::StaleRevision, "space.plan_changed", code);
    writeMarks(before->floor.id, {});
    m_session.audit().note({"space/floors/" + code + "/plan", noted(before->plan), {}});
    return find(code);
}

} // namespace guanwu
