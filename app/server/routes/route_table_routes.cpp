// The rules by which documents find their way: the table in force, and a new one, which is proved before it
// holds.
#include "app/documents/document_json.h"
#include "app/documents/document_work.h"
#include "app/exchange/route_table_file.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/sent_file.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"

namespace guanwu {

namespace route_table_routes {

    constexpr std::uint64_t kMostBytes = 1 << 20;

    DocumentWork workOf(RouteCall& call) { return {call.session, call.caller.account, call.server.now}; }

    Result<HttpResponse> current(RouteCall& call)
    {
        return jsonResponse(routesJson(workOf(call).store().routes(call.server.today())));
    }

    Result<HttpResponse> currentFile(RouteCall& call)
    {
        const RouteTable table = workOf(call).store().routes(call.server.today());
        HttpResponse out;
        out.contentType = "text/csv; charset=utf-8";
        out.headers.add("Content-Disposition", "attachment; filename=\"document_routes.csv\"");
        out.body = routeTableCsv(
            call.queryValue("with_examples") == "true" ? completed(table, exampleRoutes()) : table);
        return out;
    }

    Result<HttpResponse> add(RouteCall& call)
    {
        const SentFile file(call.content);
        const auto table = readRouteTableFile(file.path(), call.server.readerProgram);
        if (!table)
            return fail(table.error());
        const auto problems = problemsOf(*table);
        if (call.queryValue("dry_run") == "true")
            return jsonResponse(routeCheckJson(*table, problems, call.language));
        if (!problems.empty())
            return fail(problems.front());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto added
                = workOf(call).store().addRoutes(*table, call.caller.account.login, call.server.now());
            return added
                ? Result<HttpResponse>(jsonResponse(routeCheckJson(*table, problems, call.language), 201))
                : fail(added.error());
        });
    }

    constexpr RouteField kFileQuery[] = {
        {"with_examples", FieldKind::Boolean, FieldNeed::Optional,
            "true = with rows of the example for the methods that have none."},
    };
    constexpr RouteField kAddQuery[] = {
        {"dry_run", FieldKind::Boolean, FieldNeed::Optional, "true: proves it only."},
    };

    const Route kRoutes[] = {
        {"GET", "/document-routes", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "The route table in force.", current},
        {"GET", "/document-routes.csv", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "The same as a file to be changed and sent back.", currentFile, kFileQuery},
        {"POST", "/document-routes", Admission::Permitted, Permission::ManageRoutes, Reach::Common,
            "A new version from a CSV, XLSX or ODS file, if it has no gap and no overlap.",
            {AuditAction::AddRoutes, add}, kAddQuery, BodyKind::File, {}, kMostBytes},
    };

} // namespace route_table_routes

std::span<const Route> routeTableRoutes() { return route_table_routes::kRoutes; }

} // namespace guanwu
