#include "schema/premises/use_certificates.h"

#include "core/values/calendar.h"
#include "core/values/instant.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/premises/room_rows.h"

#include <map>

namespace guanwu {

namespace {

    using ByNo = std::map<std::string, UseCertificateLine>;

    void narrow(
        Query& query, const Scope& scope, const std::string& unitCode, const std::string& certificateNo)
    {
        // What is only reserved is held by no certificate yet; imported rows may lack the day of the
        // handover.
        query.add(" (a.handed_over_on IS NOT NULL OR a.certificate_no NOT LIKE ",
            std::string(kUseCertificateLetters) + "-%");
        query.add(")");
        if (!unitCode.empty())
            query.add(" AND u.code = ", unitCode);
        if (!certificateNo.empty())
            query.add(" AND (a.certificate_no = ", certificateNo)
                .add(" OR w.current_no = ", certificateNo)
                .add(")");
        query.add(ScopeCondition(scope, "a.unit_id"));
    }

    /// A room that came back on the day of a reissue was gone when it was made out.
    void addHeld(Session& session, ByNo& out, const Scope& scope, const std::string& unitCode,
        const std::string& certificateNo)
    {
        Query query(session);
        query.add("SELECT ").add(kCurrentCertificate);
        query.add(
            ", u.id, u.code, u.name, min(COALESCE(w.current_on, a.approved_on)), "
            "sum(CASE WHEN a.vacated_on IS NULL THEN 1 ELSE 0 END), "
            "sum(CASE WHEN a.vacated_on IS NULL THEN r.usable_m2_x100 ELSE 0 END), "
            "sum(CASE WHEN a.vacated_on IS NOT NULL AND (w.current_on IS NULL OR a.vacated_on > w.current_on) "
            "THEN 1 ELSE 0 END) FROM registered_allocation a JOIN unit u ON u.id = a.unit_id "
            "LEFT JOIN registered_room r ON r.place_id = a.place_id");
        query.add(kReissueJoin).add("WHERE");
        narrow(query, scope, unitCode, certificateNo);
        query.add(" GROUP BY ").add(kCurrentCertificate).add(", u.id, u.code, u.name");
        while (query.next(8)) {
            UseCertificateLine line;
            line.no = query.text(0);
            line.unit = referenceAt(query, 1);
            line.from = *fromDayColumn(query.text(4));
            line.rooms = query.integer(5);
            line.usable = Area::fromHundredths(query.integer(6));
            line.givenBack = query.integer(7);
            out[line.no] = std::move(line);
        }
    }

    void addRemeasured(Session& session, ByNo& out, const Scope& scope, const std::string& unitCode,
        const std::string& certificateNo)
    {
        Query query(session);
        query.add("SELECT ").add(kCurrentCertificate);
        query.add(
            ", max(c.at), max(COALESCE(w.current_on, a.handed_over_on, a.approved_on)) FROM room_change c "
            "JOIN registered_allocation a ON a.place_id = c.place_id AND a.vacated_on IS NULL "
            "JOIN unit u ON u.id = a.unit_id");
        query.add(kReissueJoin).add("WHERE c.field IN ('usable_m2', 'kind') AND");
        narrow(query, scope, unitCode, certificateNo);
        query.add(" GROUP BY c.place_id, ").add(kCurrentCertificate);
        while (query.next(3))
            if (const auto at = out.find(query.text(0)); at != out.end())
                at->second.remeasured
                    += chinaDate(fromInstantColumn(query.integer(1))) > *fromDayColumn(query.text(2));
    }

    void addReplaced(Session& session, ByNo& out, const Scope& scope, const std::string& unitCode,
        const std::string& certificateNo)
    {
        Query query(session);
        query.add("SELECT a.old_no, a.new_no, a.issued_on, a.ground, u.id, u.code, u.name "
                  "FROM use_certificate_reissue a JOIN unit u ON u.id = a.unit_id WHERE 1 = 1");
        if (!unitCode.empty())
            query.add(" AND u.code = ", unitCode);
        if (!certificateNo.empty())
            query.add(" AND (a.old_no = ", certificateNo).add(" OR a.new_no = ", certificateNo).add(")");
        query.add(ScopeCondition(scope, "a.unit_id")).add(" ORDER BY a.old_no");
        while (query.next(7)) {
            const std::string newNo = query.text(1);
            if (const auto at = out.find(newNo); at != out.end()) {
                at->second.replaces.push_back(query.text(0));
                at->second.ground = query.text(3);
            }
            UseCertificateLine line;
            line.no = query.text(0);
            line.unit = referenceAt(query, 4);
            line.replacedBy = newNo;
            line.replacedOn = fromDayColumn(query.text(2));
            out[line.no] = std::move(line);
        }
    }

} // namespace

std::vector<UseCertificateLine> readUseCertificates(
    Session& session, const Scope& scope, const std::string& unitCode, const std::string& certificateNo)
{
    ByNo byNo;
    addHeld(session, byNo, scope, unitCode, certificateNo);
    addRemeasured(session, byNo, scope, unitCode, certificateNo);
    addReplaced(session, byNo, scope, unitCode, certificateNo);
    std::vector<UseCertificateLine> out;
    for (auto& [no, line] : byNo)
        out.push_back(std::move(line));
    return out;
}

Result<void> reissue(Session& session, const SpaceEffect& effect)
{
    const std::string day = formatDate(effect.on.value_or(effect.approvedOn));
    for (const std::string& old : effect.replaced) {
        {
            Query query(session);
            query.add("SELECT new_no FROM use_certificate_reissue WHERE old_no = ", old);
            if (query.next(1))
                return fail(ErrorCode::Conflict, "space.certificate_replaced", old + " → " + query.text(0));
        }
        Query(session)
            .add("UPDATE use_certificate_reissue SET current_no = ", effect.certificateNo)
            .add(", current_on = ", day)
            .add(" WHERE current_no = ", old)
            .run();
        insertRow(session, "use_certificate_reissue",
            {{"old_no", old}, {"new_no", effect.certificateNo}, {"issued_on", day},
                {"current_no", effect.certificateNo}, {"current_on", day}, {"unit_id", effect.unit.value},
                {"ground", effect.ground}});
    }
    return {};
}

} // namespace guanwu
