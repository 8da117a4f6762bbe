#include "app/server/openapi.h"
#include "app/server/routes/routes.h"
#include "app/server/server_context.h"

#include "schema/connection/session.h"
#include "schema/migrations/migrator.h"

namespace guanwu {

namespace system_routes {

    Result<HttpResponse> health(RouteCall& call)
    {
        // A server whose registry is newer or older than itself would answer wrongly.
        const bool current = requireCurrent(call.session).has_value();
        return jsonResponse({{"status", current ? "ok" : "schema"}}, current ? 200 : 503);
    }

    Result<HttpResponse> metrics(RouteCall& call)
    {
        HttpResponse out;
        out.contentType = "text/plain; version=0.0.4; charset=utf-8";
        out.body = call.server.metricsText();
        return out;
    }

    Result<HttpResponse> openApi(RouteCall& call)
    {
        return jsonResponse(openApiDocument(call.server.routes));
    }

    const Route kRoutes[] = {
        {"GET", "/healthz", Admission::Everybody, {}, Reach::System,
            "Whether the server and its registry work.", health},
        {"GET", "/metrics", Admission::Everybody, {}, Reach::System,
            "What the server counts about itself, for Prometheus.", metrics},
        {"GET", "/openapi.json", Admission::Everybody, {}, Reach::Common, "This document.", openApi},
    };

} // namespace system_routes

std::span<const Route> systemRoutes() { return system_routes::kRoutes; }

} // namespace guanwu
