#pragma once

#include "app/server/http/http_server.h"
#include "app/server/recent_callers.h"
#include "app/server/router.h"
#include "app/server/server_context.h"
#include "app/server/work_pool.h"

#include <array>

namespace guanwu {

struct AuditAct;

/// From a request to its answer: finds the route, hands the work to the lane it belongs to, and there asks
/// who is calling, checks what was sent, and lets the route respond. The one place where errors and
/// exceptions become answers.
class Dispatcher final : public HttpHandler {
public:
    struct Lanes {
        WorkPool& quick;
        WorkPool& picture;
        WorkPool& password;
        WorkPool& slow;
    };
    Dispatcher(ServerContext& context, Lanes lanes);

    std::uint64_t bodyLimit(const HttpRequest& head) override;
    void handle(HttpRequest request, Answer answer) override;
    HttpResponse refuse(HttpRefusal refusal, const HttpRequest& head) override;

private:
    [[nodiscard]] WorkPool& laneOf(const Route& route) const;
    /// What stands ready for whoever asks, when he was let in a moment ago: without a thread or a session of
    /// its own.
    [[nodiscard]] std::optional<HttpResponse> standing(const HttpRequest& request, const RouteMatch& match);
    void work(Session* session, const HttpRequest& request, const RouteMatch& match, const Answer& answer);
    [[nodiscard]] AuditAct actOf(Session& session, const HttpRequest& request, const RouteMatch& match) const;
    void noteRefusal(Session& session, const RouteMatch& match, const std::string& rule) const;
    [[nodiscard]] Result<void> respond(
        Session& session, const HttpRequest& request, const RouteMatch& match, const Answer& answer);
    [[nodiscard]] Result<Caller> admit(Session& session, const HttpRequest& request, const Route& route);
    [[nodiscard]] Result<Caller> callerOf(Session& session, std::string_view token);

    ServerContext& m_context;
    Lanes m_lanes;
    Router m_router;
    RecentCallers m_recent;
};

} // namespace guanwu
