#include "schema/premises/space_register.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/premises/room_rows.h"
#include "schema/premises/use_certificates.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    /// Of a person e: the last seat was given up because he left. Whoever is no longer seconded is still in
    /// post where he came from.
    constexpr std::string_view kHasNotLeft
        = " AND NOT EXISTS (SELECT 1 FROM room_occupant x WHERE x.person_id = e.id AND x.kind <> 'seconded' AND "
          "x.end_ground = 'left' AND NOT EXISTS (SELECT 1 FROM room_occupant y WHERE y.person_id = e.id AND "
          "y.kind <> 'seconded' AND y.id > x.id))";

} // namespace

Result<std::vector<Reference>> SpaceRegister::units(const std::string& code)
{
    std::vector<Reference> out;
    Query query(m_session);
    query.add("SELECT u.id, u.code, u.name FROM registered_unit u WHERE ");
    if (code.empty())
        query.add("u.id IN (SELECT p.unit_id FROM registered_room r JOIN place p ON p.id = r.place_id)");
    else
        query.add("u.code = ", code);
    query.add(ScopeCondition(m_scope, "u.id")).add(" ORDER BY u.code");
    while (query.next(3))
        out.push_back(referenceAt(query, 0));
    if (out.empty() && !code.empty())
        return fail(ErrorCode::NotFound, "unit.not_found", code);
    return out;
}

Result<UnitFacts> SpaceRegister::facts(const std::string& unitCode)
{
    UnitFacts out;
    {
        Query query(m_session);
        query.add("SELECT u.id, u.code, u.name, u.organ_level, u.posts_established, u.posts_filled "
                  "FROM registered_unit u WHERE u.code = ",
            unitCode);
        query.add(ScopeCondition(m_scope, "u.id"));
        if (!query.next(6))
            return fail(ErrorCode::NotFound, "unit.not_found", unitCode);
        out.unit = referenceAt(query, 0);
        out.level = storedToken(kOrganLevels, query.text(3));
        out.established = query.integer(4);
        out.filled = query.integer(5);
    }
    Query people(m_session);
    people
        .add("SELECT e.grade, count(*) FROM registered_person e WHERE e.in_post <> 0 AND e.unit_id = ",
            out.unit.id)
        .add(kHasNotLeft)
        .add(" GROUP BY e.grade ORDER BY e.grade");
    while (people.next(2))
        out.people.push_back({people.text(0), people.integer(1)});
    Query posts(m_session);
    posts.add("SELECT grade, posts FROM unit_post WHERE unit_id = ", out.unit.id).add(" ORDER BY grade");
    while (posts.next(2))
        out.posts.push_back({posts.text(0), posts.integer(1)});
    return out;
}

std::vector<AllocationLine> SpaceRegister::allocations(const AllocationQuery& asked)
{
    std::vector<AllocationLine> out;
    Query query(m_session);
    query.add(
        "SELECT a.certificate_no, u.id, u.code, u.name, p.id, p.code, p.name, "
        "q1.id, q1.code, q1.name, q1.kind, q2.id, q2.code, q2.name, "
        "r.usable_m2_x100, a.approved_m2_x100, a.agreement_no, a.approval_no, a.approved_on, a.handed_over_on, "
        "a.published_on, a.remark, a.term_from, a.term_to, r.room_kind, ");
    query.add(kCurrentCertificate)
        .add(" FROM registered_allocation a JOIN unit u ON u.id = a.unit_id "
             "JOIN place p ON p.id = a.place_id LEFT JOIN place q1 ON q1.id = p.parent_id "
             "LEFT JOIN place q2 ON q2.id = q1.parent_id LEFT JOIN registered_room r ON r.place_id = p.id");
    query.add(kReissueJoin).add("WHERE 1 = 1");
    if (asked.from)
        query.add(" AND a.approved_on >= ", formatDate(*asked.from));
    if (asked.to)
        query.add(" AND a.approved_on <= ", formatDate(*asked.to));
    if (!asked.unitCode.empty())
        query.add(" AND u.code = ", asked.unitCode);
    if (!asked.certificateNo.empty())
        query.add(" AND ").add(kCurrentCertificate).add(" = ", asked.certificateNo);
    if (asked.isOpenOnly)
        query.add(" AND a.vacated_on IS NULL");
    query.add(ScopeCondition(m_scope, "a.unit_id")).add(" ORDER BY a.approved_on, a.certificate_no, p.code");
    while (query.next(26)) {
        AllocationLine line;
        line.certificateNo = query.text(0);
        line.currentNo = query.text(25);
        line.unit = referenceAt(query, 1);
        line.room = referenceAt(query, 4);
        line.building = referenceAt(query, query.text(10) == "building" ? 7 : 11);
        line.usable = Area::fromHundredths(query.integer(14));
        line.approved = Area::fromHundredths(query.integer(15));
        line.agreementNo = query.text(16);
        line.approvalNo = query.text(17);
        line.approvedOn = *fromDayColumn(query.text(18));
        line.handedOverOn = fromDayColumn(query.text(19));
        line.publishedOn = fromDayColumn(query.text(20));
        line.remark = query.text(21);
        line.termFrom = fromDayColumn(query.text(22));
        line.termTo = fromDayColumn(query.text(23));
        if (!query.text(24).empty()) // of a room that is no longer in the register nothing is known
            line.kind = storedToken(kRoomKinds, query.text(24));
        out.push_back(std::move(line));
    }
    // Who had the room before: the last who gave it back by then. One who has to leave it for this unit does
    // so when it is handed over, behind the approval.
    for (AllocationLine& line : out) {
        const Day by = std::max(line.approvedOn, line.handedOverOn.value_or(line.approvedOn));
        Query before(m_session, Query::Lifetime::Kept);
        before.add("SELECT u.id, u.code, u.name, a.vacated_on FROM registered_allocation a "
                   "JOIN unit u ON u.id = a.unit_id WHERE a.place_id = ",
            line.room.id);
        before.add(" AND a.certificate_no <> ", line.certificateNo)
            .add(" AND a.vacated_on <= ", formatDate(by))
            .add(" AND a.approved_on <= ", formatDate(line.approvedOn))
            .add(" ORDER BY a.vacated_on DESC LIMIT 1");
        if (before.next(4)) {
            line.before = referenceAt(before, 0);
            line.vacatedOn = fromDayColumn(before.text(3));
        }
    }
    return out;
}

std::vector<VacatedLine> SpaceRegister::vacated(Day from, Day to, const std::string& unitCode)
{
    std::vector<VacatedLine> out;
    Query query(m_session);
    query.add(
        "SELECT u.id, u.code, u.name, p.id, p.code, p.name, q1.id, q1.code, q1.name, q1.kind, q2.id, q2.code, "
        "q2.name, r.usable_m2_x100, a.vacated_on, a.remark, a.certificate_no FROM registered_allocation a "
        "JOIN unit u ON u.id = a.unit_id JOIN place p ON p.id = a.place_id "
        "LEFT JOIN place q1 ON q1.id = p.parent_id LEFT JOIN place q2 ON q2.id = q1.parent_id "
        "LEFT JOIN registered_room r ON r.place_id = p.id WHERE a.vacated_on >= ",
        formatDate(from));
    query.add(" AND a.vacated_on <= ", formatDate(to));
    if (!unitCode.empty())
        query.add(" AND u.code = ", unitCode);
    query.add(ScopeCondition(m_scope, "a.unit_id")).add(" ORDER BY a.vacated_on, p.code");
    while (query.next(17)) {
        VacatedLine& line = out.emplace_back();
        line.unit = referenceAt(query, 0);
        line.room = referenceAt(query, 3);
        line.building = referenceAt(query, query.text(9) == "building" ? 6 : 10);
        line.usable = Area::fromHundredths(query.integer(13));
        line.vacatedOn = *fromDayColumn(query.text(14));
        line.remark = query.text(15);
        line.certificateNo = query.text(16);
    }
    for (VacatedLine& line : out) {
        const std::string day = formatDate(line.vacatedOn);
        Query next(m_session, Query::Lifetime::Kept);
        next.add("SELECT u.id, u.code, u.name, ")
            .add(kCurrentCertificate)
            .add(" FROM registered_allocation a JOIN unit u ON u.id = a.unit_id")
            .add(kReissueJoin)
            .add("WHERE a.place_id = ", line.room.id);
        next.add(" AND a.certificate_no <> ", line.certificateNo)
            .add(" AND (a.approved_on >= ", day)
            .add(" OR a.handed_over_on >= ", day)
            .add(" OR (a.handed_over_on IS NULL AND a.vacated_on IS NULL)) ORDER BY a.approved_on LIMIT 1");
        if (next.next(4)) {
            line.next = referenceAt(next, 0);
            line.nextCertificateNo = next.text(3);
        }
    }
    return out;
}

std::int64_t SpaceRegister::publish(Day on, const std::string& unitCode)
{
    if (m_scope.reach() != Scope::Reach::Everything)
        return 0;
    const Day year = on.year() / 1 / 1;
    m_session.audit().note({"space/publication", {}, formatDate(on)});
    Query update(m_session);
    update.add("UPDATE room_allocation SET published_on = ", formatDate(on))
        .add(" WHERE vacated_on IS NULL AND (published_on IS NULL OR published_on < ", formatDate(year))
        .add(")");
    if (!unitCode.empty())
        update.add(" AND unit_id = (SELECT u.id FROM unit u WHERE u.code = ", unitCode).add(")");
    return update.run();
}

std::vector<PublishedSpace> SpaceRegister::publication(Day ofYear)
{
    std::vector<PublishedSpace> out;
    Query query(m_session);
    query.add("SELECT u.id, u.code, u.name, count(*), sum(r.usable_m2_x100), "
              "sum(CASE WHEN a.published_on >= ",
        formatDate(ofYear.year() / 1 / 1));
    query.add(" THEN 1 ELSE 0 END), max(a.published_on) FROM registered_allocation a "
              "JOIN unit u ON u.id = a.unit_id LEFT JOIN registered_room r ON r.place_id = a.place_id "
              "WHERE a.vacated_on IS NULL");
    query.add(ScopeCondition(m_scope, "a.unit_id")).add(" GROUP BY u.id, u.code, u.name ORDER BY u.code");
    while (query.next(7))
        out.push_back({referenceAt(query, 0), query.integer(3), Area::fromHundredths(query.integer(4)),
            query.integer(5), fromDayColumn(query.text(6))});
    return out;
}

std::vector<BuildingLine> SpaceRegister::buildings()
{
    std::vector<BuildingLine> out;
    Query query(m_session);
    query.add("SELECT b.id, b.code, b.name, count(*), sum(r.usable_m2_x100), count(DISTINCT p.unit_id), "
              "sum(CASE WHEN r.state = 'available' THEN 1 ELSE 0 END) "
              "FROM registered_room r JOIN place p ON p.id = r.place_id JOIN place q ON q.id = p.parent_id "
              "JOIN place b ON b.kind = 'building' AND (b.id = q.id OR b.id = q.parent_id) WHERE 1 = 1");
    query.add(ScopeCondition(m_scope, "p.unit_id")).add(" GROUP BY b.id, b.code, b.name ORDER BY b.code");
    while (query.next(7))
        out.push_back({referenceAt(query, 0), query.integer(3), Area::fromHundredths(query.integer(4)),
            query.integer(5), query.integer(6)});
    return out;
}

bool SpaceRegister::reaches(const std::string& place)
{
    Query query(m_session);
    query.add("SELECT r.id FROM place r WHERE (r.code = ", place);
    query.add(" OR r.parent_id IN (SELECT p.id FROM place p WHERE p.code = ", place)
        .add(
            ") OR r.parent_id IN (SELECT f.id FROM place f JOIN place b ON b.id = f.parent_id WHERE b.code = ",
            place)
        .add("))");
    query.add(ScopeCondition(m_scope, "r.unit_id")).add(" LIMIT 1");
    return query.next(1);
}

Result<Reference> SpaceRegister::building(const std::string& code)
{
    Query query(m_session);
    query.add("SELECT p.id, p.code, p.name FROM place p WHERE p.kind = 'building' AND p.code = ", code);
    query.add(ScopeCondition::ofPlaces(m_scope, "p"));
    if (!query.next(3))
        return fail(ErrorCode::NotFound, "space.building_not_found", code);
    return referenceAt(query, 0);
}

std::vector<RoomOption> SpaceRegister::options(std::span<const std::int64_t> units, bool all)
{
    std::vector<RoomOption> out;
    Query query(m_session);
    query.add("SELECT p.id, p.code, p.name, q1.kind, q1.id, q2.id, p.unit_id, r.usable_m2_x100 "
              "FROM registered_room r JOIN place p ON p.id = r.place_id LEFT JOIN place q1 ON q1.id = p.parent_id "
              "LEFT JOIN place q2 ON q2.id = q1.parent_id WHERE r.room_kind = 'office' AND "
              "((p.unit_id IS NULL AND r.state IN ('available', 'idle')) OR (r.state = 'allocated' AND p.unit_id IN ");
    query.addList(units);
    if (!all)
        query.add(" AND NOT EXISTS (SELECT 1 FROM room_occupant o WHERE o.place_id = p.id AND o.to_on IS NULL)");
    query.add("))").add(ScopeCondition(m_scope, "p.unit_id")).add(" ORDER BY p.code");
    while (query.next(8))
        out.push_back({referenceAt(query, 0), query.integer(query.text(3) == "building" ? 4 : 5),
            query.integer(6), Area::fromHundredths(query.integer(7))});
    return out;
}

std::vector<SeatSeeker> SpaceRegister::seekers(std::span<const std::int64_t> units, bool all)
{
    std::map<std::int64_t, std::map<std::int64_t, int>> roomsIn; // unit -> building -> rooms
    {
        Query query(m_session);
        query.add("SELECT p.unit_id, q1.kind, q1.id, q2.id FROM registered_room r JOIN place p ON p.id = r.place_id "
                  "LEFT JOIN place q1 ON q1.id = p.parent_id LEFT JOIN place q2 ON q2.id = q1.parent_id "
                  "WHERE p.unit_id IN ")
            .addList(units);
        while (query.next(4))
            ++roomsIn[query.integer(0)][query.integer(query.text(1) == "building" ? 2 : 3)];
    }
    std::vector<SeatSeeker> out;
    Query query(m_session);
    // Only what options() offers can be kept.
    query.add("SELECT e.id, e.code, e.name, e.unit_id, u.organ_level, e.grade, o.place_id, r.usable_m2_x100 "
              "FROM registered_person e JOIN unit u ON u.id = e.unit_id "
              "LEFT JOIN room_occupant o ON o.open_main_id = e.id "
              "LEFT JOIN place p ON p.id = o.place_id AND p.unit_id IN ");
    query.addList(units);
    query
        .add(
            " LEFT JOIN registered_room r ON r.place_id = p.id AND r.room_kind = 'office' AND r.state = 'allocated' "
            "WHERE e.in_post <> 0 AND e.unit_id IN ")
        .addList(units);
    if (!all)
        query.add(" AND o.id IS NULL");
    query.add(kHasNotLeft)
        .add(ScopeCondition(m_scope, "e.unit_id"))
        .add(" ORDER BY e.unit_id, o.place_id, e.code");
    while (query.next(8)) {
        SeatSeeker one;
        one.person = referenceAt(query, 0);
        one.unit = query.integer(3);
        one.level = storedToken(kOrganLevels, query.text(4));
        one.rank = query.text(5);
        one.present = query.integer(6);
        one.presentArea = Area::fromHundredths(query.integer(7));
        int most = 0;
        for (const auto& [building, rooms] : roomsIn[one.unit])
            if (rooms > most) {
                most = rooms;
                one.building = building;
            }
        out.push_back(std::move(one));
    }
    const auto limitOf = [](const SeatSeeker& one) {
        const auto limit = OfficeStandard::current().limitOf(one.level, one.rank);
        return limit ? limit->limit : Area();
    };
    std::stable_sort(out.begin(), out.end(),
        [&](const SeatSeeker& a, const SeatSeeker& b) { return limitOf(a) > limitOf(b); });
    return out;
}

} // namespace guanwu
