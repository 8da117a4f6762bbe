#include "app/server/routes/routes.h"
#include "app/server/web/web_files.h"

namespace guanwu {

namespace page_routes {

    /// Nothing but what came with the page is run, and nobody else's page shows it in a frame.
    constexpr const char* kContentPolicy
        = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action "
          "'none'; frame-ancestors 'none'";

    HttpResponse page(const char* type, std::string_view text)
    {
        HttpResponse out;
        out.contentType = type;
        out.body = text;
        out.headers.add("Content-Security-Policy", kContentPolicy);
        out.headers.add("Referrer-Policy", "no-referrer");
        return out;
    }

    Result<HttpResponse> wall(RouteCall& /*call*/) { return page("text/html; charset=utf-8", kWallHtml); }
    Result<HttpResponse> wallStyle(RouteCall& /*call*/) { return page("text/css; charset=utf-8", kWallCss); }
    Result<HttpResponse> wallScript(RouteCall& /*call*/) { return page("text/javascript; charset=utf-8", kWallJs); }
    Result<HttpResponse> wallWords(RouteCall& /*call*/)
    {
        return page("text/javascript; charset=utf-8", kWallWordsJs);
    }

    const Route kRoutes[] = {
        {"GET", "/wall", Admission::Everybody, {}, Reach::System, "The wall of a campaign, for any browser.", wall},
        {"GET", "/wall.css", Admission::Everybody, {}, Reach::System, "How the wall looks.", wallStyle},
        {"GET", "/wall.js", Admission::Everybody, {}, Reach::System, "What the wall does.", wallScript},
        {"GET", "/wall-words.js", Admission::Everybody, {}, Reach::System, "What the wall says.", wallWords},
    };

} // namespace page_routes

std::span<const Route> pageRoutes() { return page_routes::kRoutes; }

} // namespace guanwu
