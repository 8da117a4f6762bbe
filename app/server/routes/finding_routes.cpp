// What a verified count leads to: the documents of a unit, previewed and made in one go.
#include "app/documents/finding_documents.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"

namespace guanwu {

namespace finding_routes {

    FindingDocuments documentsOf(RouteCall& call)
    {
        return {call.session, call.caller.account, call.server.now};
    }

    Result<HttpResponse> preview(RouteCall& call)
    {
        const auto planned = documentsOf(call).preview(call.pathValue("task"), call.pathValue("unit"));
        return planned ? jsonResponse(findingsJson(*planned)) : Result<HttpResponse>(fail(planned.error()));
    }

    Result<HttpResponse> make(RouteCall& call)
    {
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto made = documentsOf(call).make(
                call.pathValue("task"), call.pathValue("unit"), DocumentStore::Commit::Yes);
            if (!made)
                return fail(made.error());
            return jsonResponse(findingsJson(*made), made->numbers.empty() ? 200 : 201);
        });
    }

    const Route kRoutes[] = {
        {"GET", "/tasks/{task}/sheets/{unit}/documents", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "The documents that would be made of the findings of a verified sheet.", preview, {},
            BodyKind::None, {}, 0, Lane::Long},
        {"POST", "/tasks/{task}/sheets/{unit}/documents", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "Makes them as drafts; done again it makes what is new and nothing twice.",
            {AuditAction::DraftFindings, make}, {}, BodyKind::None, {}, 0, Lane::Long},
    };

} // namespace finding_routes

std::span<const Route> findingRoutes() { return finding_routes::kRoutes; }

} // namespace guanwu
