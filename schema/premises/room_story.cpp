#include "schema/premises/room_story.h"

#include "core/documents/premises_effect.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/premises/room_rows.h"
#include "schema/premises/use_certificates.h"

#include <algorithm>

namespace guanwu {

namespace {

    std::vector<RoomHold> holdsOf(Session& session, const Scope& scope, std::int64_t room)
    {
        std::vector<RoomHold> out;
        Query query(session);
        query.add(
            "SELECT a.certificate_no, u.id, u.code, u.name, a.approval_no, a.approved_on, a.handed_over_on, "
            "a.vacated_on, ");
        query.add(kCurrentCertificate).add(" FROM registered_allocation a JOIN unit u ON u.id = a.unit_id");
        query.add(kReissueJoin).add("WHERE a.place_id = ", room);
        query.add(ScopeCondition(scope, "a.unit_id")).add(" ORDER BY a.approved_on DESC, a.id DESC");
        while (query.next(9))
            out.push_back({query.text(0), query.text(8), referenceAt(query, 1), query.text(4),
                *fromDayColumn(query.text(5)), fromDayColumn(query.text(6)), fromDayColumn(query.text(7))});
        return out;
    }

    std::vector<PastSeat> seatsOf(Session& session, const Scope& scope, std::int64_t room)
    {
        std::vector<PastSeat> out;
        Query query(session);
        query.add("SELECT e.id, e.code, e.name, o.kind, o.from_on, o.to_on FROM registered_occupant o "
                  "JOIN person e ON e.id = o.person_id WHERE o.to_on IS NOT NULL AND o.place_id = ",
            room);
        query.add(ScopeCondition(scope, "e.unit_id")).add(" ORDER BY o.to_on DESC, o.id DESC");
        while (query.next(6))
            out.push_back({referenceAt(query, 0), storedToken(kSeatKinds, query.text(3)),
                *fromDayColumn(query.text(4)), *fromDayColumn(query.text(5))});
        return out;
    }

    /// Documents name rooms in one text; what only looks like the code of the room is sorted out.
    std::vector<RoomDocument> documentsOf(Session& session, const Scope& scope, const std::string& code)
    {
        std::vector<RoomDocument> out;
        Query query(session);
        query.add("SELECT d.document_no, d.method, d.state, u.id, u.code, u.name, f.value FROM document d "
                  "JOIN unit u ON u.id = d.unit_id "
                  "JOIN document_fact f ON f.document_id = d.id AND f.line_no = 0 AND f.name = 'rooms' "
                  "WHERE d.kind IN ('space', 'repair') AND f.value LIKE ",
            "%" + code + "%");
        query.add(ScopeCondition(scope, "d.unit_id", "d.department_id")).add(" ORDER BY d.id DESC");
        while (query.next(7)) {
            const auto codes = codeList(query.text(6));
            if (std::find(codes.begin(), codes.end(), code) != codes.end())
                out.push_back({query.text(0), query.text(1), query.text(2), referenceAt(query, 3)});
        }
        return out;
    }

    std::vector<PastChange> changesOf(Session& session, std::int64_t room)
    {
        std::vector<PastChange> out;
        Query query(session);
        query.add("SELECT field, was, became, reason, actor, at FROM room_change WHERE place_id = ", room)
            .add(" ORDER BY id DESC");
        while (query.next(6))
            out.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4),
                fromInstantColumn(query.integer(5))});
        return out;
    }

} // namespace

RoomStory readStory(Session& session, const Scope& scope, const Reference& room)
{
    return {holdsOf(session, scope, room.id), seatsOf(session, scope, room.id),
        documentsOf(session, scope, room.code), changesOf(session, room.id)};
}

} // namespace guanwu
