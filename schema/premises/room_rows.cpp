#include "schema/premises/room_rows.h"

#include "core/documents/document_kind.h"
#include "core/documents/premises_effect.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/premises/use_certificates.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    // A room hangs on a floor or straight on its building: whichever of the three above is a building is the
    // one it stands in.
    constexpr std::string_view kRooms
        = "SELECT p.id, p.code, p.name, q1.id, q1.code, q1.name, q1.kind, q2.id, q2.code, q2.name, q2.kind, "
          "q3.id, q3.code, q3.name, q3.kind, r.room_kind, r.service_kind, r.usable_m2_x100, "
          "r.floor_area_share_m2_x100, r.toilet_m2_x100, r.rest_m2_x100, r.state, u.id, u.code, u.name, "
          "a.approved_on, a.vacate_by, h.id, h.code, h.name, "
          "(SELECT max(x.reformed_on) FROM unit_reform x WHERE x.unit_id = h.id AND x.kind IN ('merge', 'abolish')), "
          "n.over_reason, n.over_deadline, n.revision, ";
    constexpr std::string_view kFromRooms
        = " FROM registered_room r JOIN place p ON p.id = r.place_id LEFT JOIN place q1 ON q1.id = p.parent_id "
          "LEFT JOIN place q2 ON q2.id = q1.parent_id LEFT JOIN place q3 ON q3.id = q2.parent_id "
          "LEFT JOIN unit u ON u.id = p.unit_id "
          "LEFT JOIN registered_allocation a ON a.place_id = p.id AND a.vacated_on IS NULL "
          "LEFT JOIN unit h ON h.id = a.unit_id LEFT JOIN room_note n ON n.place_id = p.id";
    constexpr std::size_t kColumns = 35;

    RoomLine readRoom(const Query& row)
    {
        RoomLine line;
        line.room = referenceAt(row, 0);
        for (const std::size_t at : {std::size_t {3}, std::size_t {7}, std::size_t {11}}) {
            const std::string& kind = row.text(at + 3);
            if (kind == "floor")
                line.floor = referenceAt(row, at);
            else if (kind == "building")
                line.building = referenceAt(row, at);
            else if (kind == "compound")
                line.compound = referenceAt(row, at);
        }
        line.kind = storedToken(kRoomKinds, row.text(15));
        line.serviceKind = row.text(16);
        line.usable = Area::fromHundredths(row.integer(17));
        line.floorShare = Area::fromHundredths(row.integer(18));
        line.toilet = Area::fromHundredths(row.integer(19));
        line.rest = Area::fromHundredths(row.integer(20));
        line.state = storedToken(kRoomStates, row.text(21));
        line.usedBy = referenceAt(row, 22);
        line.allocatedOn = fromDayColumn(row.text(25));
        line.vacateBy = fromDayColumn(row.text(26));
        line.heldBy = referenceAt(row, 27);
        line.holderEndedOn = fromDayColumn(row.text(30));
        line.overReason = row.text(31);
        line.overDeadline = fromDayColumn(row.text(32));
        line.noteRevision = row.integer(33);
        line.useCertificate = row.text(34);
        return line;
    }

    void addSeats(Session& session, std::vector<RoomLine>& rooms)
    {
        std::map<std::int64_t, RoomLine*> byId;
        std::vector<std::int64_t> ids;
        for (RoomLine& room : rooms) {
            byId[room.room.id] = &room;
            ids.push_back(room.room.id);
        }
        inPieces(std::span<const std::int64_t>(ids), [&](std::span<const std::int64_t> piece) {
            Query query(session);
            query.add("SELECT o.place_id, o.id, e.id, e.code, e.name, e.grade, e.post, d.name, u.organ_level, "
                      "e.in_post, o.kind, o.from_on, o.ended_on, o.end_ground "
                      "FROM registered_occupant o JOIN person e ON e.id = o.person_id "
                      "JOIN unit u ON u.id = e.unit_id LEFT JOIN department d ON d.id = e.department_id "
                      "WHERE o.to_on IS NULL AND o.place_id IN ");
            query.addList(piece).add(" ORDER BY o.place_id, o.id");
            while (query.next(14)) {
                Seat seat;
                seat.id = query.integer(1);
                seat.person = referenceAt(query, 2);
                seat.rank = query.text(5);
                seat.post = query.text(6);
                seat.department = query.text(7);
                seat.level = storedToken(kOrganLevels, query.text(8));
                seat.inPost = query.integer(9) != 0;
                seat.kind = storedToken(kSeatKinds, query.text(10));
                seat.from = *fromDayColumn(query.text(11));
                seat.endedOn = fromDayColumn(query.text(12));
                seat.ground = storedTokenOrNone(kSeatEnds, query.text(13));
                byId.at(query.integer(0))->seats.push_back(std::move(seat));
            }
            Query gone(session);
            gone.add(
                "SELECT o.place_id, max(o.to_on) FROM registered_occupant o WHERE o.to_on IS NOT NULL AND "
                "o.place_id IN ");
            gone.addList(piece).add(" GROUP BY o.place_id");
            while (gone.next(2))
                byId.at(gone.integer(0))->lastOutOn = fromDayColumn(gone.text(1));
        });
    }

    /// Rented is what a document of renting handed over, whoever got it from there since.
    void addRents(Session& session, std::vector<RoomLine>& rooms)
    {
        std::map<std::int64_t, RoomLine*> byId;
        std::vector<std::int64_t> ids;
        for (RoomLine& room : rooms) {
            byId[room.room.id] = &room;
            ids.push_back(room.room.id);
        }
        inPieces(std::span<const std::int64_t>(ids), [&](std::span<const std::int64_t> piece) {
            Query query(session);
            query
                .add(
                    "SELECT DISTINCT a.place_id FROM registered_allocation a JOIN document d ON d.document_no = "
                    "replace(a.certificate_no, ",
                    std::string(kUseCertificateLetters) + '-')
                .add(", ", std::string(lettersOf(DocumentKind::Space)) + '-')
                .add(") WHERE d.method = 'rent' AND a.handed_over_on IS NOT NULL AND a.place_id IN ")
                .addList(piece);
            while (query.next(1))
                byId.at(query.integer(0))->isRented = true;
        });
    }

    void addTitles(Session& session, std::vector<RoomLine>& rooms)
    {
        std::map<std::int64_t, std::vector<RoomLine*>> byBuilding;
        for (RoomLine& room : rooms)
            if (room.building.id != 0)
                byBuilding[room.building.id].push_back(&room);
        std::vector<std::int64_t> ids;
        for (const auto& [id, lines] : byBuilding)
            ids.push_back(id);
        inPieces(std::span<const std::int64_t>(ids), [&](std::span<const std::int64_t> piece) {
            Query query(session);
            query.add("SELECT b.place_id, c.cert_no, h.id, h.code, h.name FROM certificate_building b "
                      "JOIN registered_certificate c ON c.id = b.certificate_id "
                      "JOIN unit h ON h.id = c.right_holder_id "
                      "WHERE c.state NOT IN ('history', 'ended', '历史', '终止') AND b.place_id IN ");
            query.addList(piece).add(" ORDER BY b.place_id, c.cert_no");
            while (query.next(5)) {
                const Reference holder = referenceAt(query, 2);
                for (RoomLine* room : byBuilding.at(query.integer(0))) {
                    room->certificates.push_back(query.text(1));
                    if (std::find(room->onPaper.begin(), room->onPaper.end(), holder) == room->onPaper.end())
                        room->onPaper.push_back(holder);
                }
            }
        });
    }

} // namespace

Reference referenceAt(const Query& row, std::size_t at)
{
    return {row.integer(at), row.text(at + 1), row.text(at + 2)};
}

std::vector<RoomLine> readRooms(Session& session, const Scope& scope, const RoomQuery& asked)
{
    std::vector<RoomLine> out;
    Query query(session);
    query.add(kRooms).add(kCurrentCertificate).add(kFromRooms).add(kReissueJoin).add("WHERE 1 = 1");
    if (asked.unit && *asked.unit == 0)
        query.add(" AND p.unit_id IS NULL");
    else if (asked.unit)
        query.add(" AND p.unit_id = ", *asked.unit);
    if (!asked.building.empty())
        query.add(" AND ((q1.kind = 'building' AND q1.code = ", asked.building)
            .add(") OR (q2.kind = 'building' AND q2.code = ", asked.building)
            .add("))");
    if (!asked.room.empty())
        query.add(" AND p.code = ", asked.room);
    if (!asked.rooms.empty())
        query.add(" AND p.code IN ").addList(asked.rooms);
    if (asked.state)
        query.add(" AND r.state = ", tokenRow(kRoomStates, *asked.state).token);
    if (asked.kind)
        query.add(" AND r.room_kind = ", tokenRow(kRoomKinds, *asked.kind).token);
    if (!asked.afterRoom.empty())
        query.add(" AND p.code > ", asked.afterRoom);
    query.add(ScopeCondition(scope, "p.unit_id")).add(" ORDER BY p.code");
    if (asked.limit > 0)
        query.add(" LIMIT ", std::int64_t {asked.limit});
    while (query.next(kColumns))
        // Two open certificates on one room are a fault of what was imported: the first is shown.
        if (RoomLine line = readRoom(query); out.empty() || out.back().room.id != line.room.id)
            out.push_back(std::move(line));
    addSeats(session, out);
    addTitles(session, out);
    addRents(session, out);
    return out;
}

std::vector<RoomLine> namedRooms(Session& session, const Scope& scope, const std::vector<std::string>& codes)
{
    if (codes.empty())
        return {};
    RoomQuery asked;
    asked.rooms = codes;
    const std::vector<RoomLine> found = readRooms(session, scope, asked);
    std::vector<RoomLine> out;
    for (const std::string& code : codes) {
        const auto room = std::find_if(
            found.begin(), found.end(), [&](const RoomLine& one) { return one.room.code == code; });
        RoomLine unknown;
        unknown.room.code = code;
        out.push_back(room == found.end() ? std::move(unknown) : *room);
    }
    return out;
}

} // namespace guanwu
