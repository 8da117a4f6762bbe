#include "app/exchange/events/event_json.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "schema/audit/audit_trail.h"

namespace guanwu {

namespace audit_routes {

    using Json = nlohmann::ordered_json;

    Json entryJson(const AuditEntry& entry)
    {
        return {{"entry", std::to_string(entry.id)}, {"at", formatInstant(entry.at)},
            {"actor", textOrNull(entry.actor)}, {"source", entry.source}, {"request", entry.requestId},
            {"action", tokenRow(kAuditActions, entry.action).token}, {"object", entry.object},
            {"objects", entry.objects}, {"outcome", tokenRow(kAuditOutcomes, entry.outcome).token},
            {"rule", textOrNull(entry.rule)}, {"before", textOrNull(entry.before)},
            {"after", textOrNull(entry.after)}};
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!limit || !start)
            return fail(!limit ? limit.error() : start.error());
        const AuditFilter filter {
            call.queryValue("actor"), call.queryValue("action"), call.queryValue("object"), *start};
        if (!filter.action.empty())
            if (const auto action = parseToken(kAuditActions, filter.action, "audit.action"); !action)
                return fail(action.error());
        const auto entries = auditEntries(call.session, filter, *limit);
        Json rows = Json::array();
        for (const AuditEntry& entry : entries)
            rows.push_back(entryJson(entry));
        const bool mayBeMore = entries.size() == static_cast<std::size_t>(*limit);
        return jsonResponse({{"entries", rows}, {"next", mayBeMore ? rows.back()["entry"] : Json()}});
    }

    constexpr RouteField kListQuery[] = {
        {"actor", FieldKind::Text, FieldNeed::Optional, "A login."},
        {"action", FieldKind::Text, FieldNeed::Optional, "What was done, as a token."},
        {"object", FieldKind::Text, FieldNeed::Optional, "How what it was done to begins: assets/TY2022."},
        kLimitField,
        kAfterField,
    };

    const Route kRoutes[] = {
        {"GET", "/audit", Admission::Permitted, Permission::ReadAudit, Reach::Common,
            "Who changed, was refused or logged in, the newest first.", list, kListQuery},
    };

} // namespace audit_routes

std::span<const Route> auditRoutes() { return audit_routes::kRoutes; }

} // namespace guanwu
