// Reforms of units: a preview of what would move, and the move.
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "app/units/reform_json.h"
#include "core/values/calendar.h"
#include "schema/repositories/unit_reforms.h"

namespace guanwu {

namespace reform_routes {

    Result<ReformOrder> orderOf(const RouteCall& call)
    {
        ReformOrder out;
        const auto kind = parseToken(kReformKinds, call.text("kind"), "unit.reform_kind");
        if (!kind)
            return fail(kind.error());
        out.kind = *kind;
        out.unit = call.text("unit");
        out.successor = call.text("successor");
        out.newName = call.text("new_name");
        out.paperNo = call.text("paper_no");
        out.reason = call.text("reason");
        if (call.has("departments"))
            for (const auto& name : call.body["departments"]) {
                if (!name.is_string())
                    return fail(ErrorCode::InvalidArgument, "request.type", "departments");
                out.departments.push_back(name.get<std::string>());
            }
        out.on = call.server.today();
        if (const auto on = call.text("on"); !on.empty()) {
            const auto day = parseDate(on);
            if (!day)
                return fail(day.error());
            out.on = *day;
        }
        return out;
    }

    Result<HttpResponse> preview(RouteCall& call)
    {
        const auto order = orderOf(call);
        if (!order)
            return fail(order.error());
        const auto plan = UnitReforms(call.session).plan(*order);
        if (!plan)
            return fail(plan.error());
        return jsonResponse(reformJson(*order, *plan, problemsOf(*order, *plan, call.server.today())));
    }

    Result<HttpResponse> carryOut(RouteCall& call)
    {
        const auto order = orderOf(call);
        if (!order)
            return fail(order.error());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto done
                = UnitReforms(call.session).carryOut(*order, call.caller.account.login, call.server.now());
            return done ? Result<HttpResponse>(jsonResponse(reformJson(*order, *done, {}), 201))
                        : fail(done.error());
        });
    }

    constexpr RouteField kBody[] = {
        {"kind", FieldKind::Text, FieldNeed::Required, "merge, split, abolish or rename."},
        {"unit", FieldKind::Text, FieldNeed::Required, "Code."},
        {"successor", FieldKind::Text, FieldNeed::Optional, "Code of who takes over."},
        {"new_name", FieldKind::Text, FieldNeed::Optional, "Of a rename."},
        {"departments", FieldKind::List, FieldNeed::Optional, "Names; of a split: who goes."},
        {"paper_no", FieldKind::Text, FieldNeed::Required, "Number of the decision."},
        {"on", FieldKind::Text, FieldNeed::Optional, "Day, today if not said."},
        {"reason", FieldKind::Text, FieldNeed::Optional, "Remark."},
    };

    const Route kRoutes[] = {
        {"POST", "/unit-reforms/preview", Admission::Permitted, Permission::ImportTables, Reach::Common,
            "What a reform would move, and what stands in its way.", preview, {}, BodyKind::Json, kBody, 0,
            Lane::Long},
        {"POST", "/unit-reforms", Admission::Permitted, Permission::ImportTables, Reach::Common,
            "Merges, splits, abolishes or renames a unit.", {AuditAction::ReformUnit, carryOut}, {},
            BodyKind::Json, kBody, 0, Lane::Long},
    };

} // namespace reform_routes

std::span<const Route> reformRoutes() { return reform_routes::kRoutes; }

} // namespace guanwu
