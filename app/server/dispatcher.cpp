#include "app/server/dispatcher.h"

#include "app/packing/gzip.h"
#include "app/security/openssl_signatures.h"
#include "app/server/api_error.h"
#include "app/server/metrics.h"
#include "app/server/request_body.h"
#include "app/server/wall_board.h"
#include "core/access/access_service.h"
#include "core/access/device_service.h"
#include "schema/access/soci_account_store.h"
#include "schema/access/soci_device_store.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/session.h"
#include "schema/connection/sha256.h"
#include "schema/connection/unit_of_work.h"

#include <spdlog/spdlog.h>

namespace guanwu {

namespace {

    constexpr std::uint64_t kJsonBytes = 256 << 10;
    constexpr std::uint64_t kLinesBytes = 1 << 20;
    constexpr std::size_t kWorthPacking = 4096; // less is not worth its time: it fits into three packets
    constexpr std::string_view kProtocol = "1";
    constexpr std::string_view kBearer = "Bearer ";
    constexpr std::string_view kApiPath = "/api/v1/";

    std::uint64_t limitOf(const Route& route)
    {
        if (route.bodyKind == BodyKind::None)
            return 0;
        if (route.bodyLimit > 0)
            return route.bodyLimit;
        return route.bodyKind == BodyKind::Json ? kJsonBytes : kLinesBytes;
    }

    /// Also the last word on how long it took.
    Answer finishing(Answer answer, Metrics& metrics, const HttpRequest& request)
    {
        const bool takesGzip = request.headers["Accept-Encoding"].find("gzip") != std::string_view::npos;
        const bool overTls = request.overTls;
        const auto start = std::chrono::steady_clock::now();
        return [answer = std::move(answer), &metrics, takesGzip, overTls, start](HttpResponse response) {
            response.headers.add("Cache-Control", "no-store");
            response.headers.add("X-Content-Type-Options", "nosniff");
            if (overTls) // browsers then let nobody click a wrong certificate away
                response.headers.add("Strict-Transport-Security", "max-age=31536000");
            const bool packs = takesGzip
                && (response.ready ? response.ready->plain : response.body).size() >= kWorthPacking;
            if (response.ready)
                response.body = packs ? response.ready->packed : response.ready->plain;
            else if (packs)
                response.body = gzip(response.body);
            if (packs) {
                response.headers.add("Content-Encoding", "gzip");
                response.headers.add("Vary", "Accept-Encoding");
            }
            metrics.request(response.status,
                std::chrono::duration_cast<std::chrono::microseconds>(
                    std::chrono::steady_clock::now() - start));
            answer(std::move(response));
        };
    }

    /// Whether log-ins end by it, or what they allow changes.
    bool changesRights(AuditAction action)
    {
        switch (action) {
        case AuditAction::LogOut:
        case AuditAction::ChangePassword:
        case AuditAction::GrantRole:
        case AuditAction::DisableAccount:
        case AuditAction::ResetPassword:
        case AuditAction::RevokeDevice:
            return true;
        default:
            return false;
        }
    }

    /// Events that come in are not asked about: there are too many, and the wall is soon made anew.
    bool changesCampaign(const Route& route)
    {
        return route.respond.action != AuditAction::Read && route.path.starts_with("/tasks");
    }

    std::optional<std::string_view> bearerToken(const HttpRequest& request)
    {
        const std::string_view header = request.headers["Authorization"];
        return header.starts_with(kBearer) ? std::optional(header.substr(kBearer.size())) : std::nullopt;
    }

    Result<void> mayCall(const Caller& caller, const Route& route)
    {
        if (route.admission != Admission::Permitted)
            return {};
        if (caller.account.mustChangePassword)
            return fail(ErrorCode::Forbidden, "access.password_due");
        if (!route.permission || !caller.may(*route.permission))
            return fail(ErrorCode::Forbidden, "access.forbidden");
        return {};
    }

    bool isOfKind(const HttpRequest& request, BodyKind kind)
    {
        const std::string_view type = request.headers["Content-Type"];
        switch (kind) {
        case BodyKind::Json:
            return type.starts_with("application/json");
        case BodyKind::Lines:
            return type.starts_with("application/x-ndjson");
        case BodyKind::None:
        case BodyKind::File:
            break;
        }
        return true;
    }

} // namespace

Dispatcher::Dispatcher(ServerContext& context, Lanes lanes)
    : m_context(context)
    , m_lanes(lanes)
    , m_router(context.routes)
{
}

WorkPool& Dispatcher::laneOf(const Route& route) const
{
    switch (route.lane) {
    case Lane::Picture:
        return m_lanes.picture;
    case Lane::Password:
        return m_lanes.password;
    case Lane::Long:
        return m_lanes.slow;
    case Lane::Quick:
        break;
    }
    return m_lanes.quick;
}

std::uint64_t Dispatcher::bodyLimit(const HttpRequest& head)
{
    const auto match = m_router.match(head.method, head.target);
    // Small bodies of requests that go nowhere are read, so that the answer says why.
    return match ? limitOf(*match->route) : kJsonBytes;
}

HttpResponse Dispatcher::refuse(HttpRefusal refusal, const HttpRequest& head)
{
    const auto error = [&]() -> Error {
        switch (refusal) {
        case HttpRefusal::HeaderTooLarge:
            return {ErrorCode::InvalidArgument, "request.header_too_large", {}};
        case HttpRefusal::BodyTooLarge:
            return {ErrorCode::InvalidArgument, "request.too_large", std::to_string(bodyLimit(head))};
        case HttpRefusal::Busy:
            return {ErrorCode::Conflict, "server.busy", {}};
        case HttpRefusal::PlainFromAfar:
            return {ErrorCode::Forbidden, "request.no_tls", {}};
        case HttpRefusal::Malformed:
            break;
        }
        return {ErrorCode::InvalidArgument, "request.malformed", {}};
    }();
    HttpResponse response = errorResponse(error, languageOf(head));
    m_context.metrics.request(response.status, std::chrono::microseconds(0));
    return response;
}

void Dispatcher::handle(HttpRequest request, Answer answer)
{
    const Answer finish = finishing(std::move(answer), m_context.metrics, request);
    const auto theRequest = std::make_shared<const HttpRequest>(std::move(request));
    // The match looks into the request, so it is made after that has found its place.
    auto match = m_router.match(theRequest->method, theRequest->target);
    const std::string_view protocol = theRequest->headers["Guanwu-Protocol"];
    if (match && !protocol.empty() && protocol != kProtocol)
        match = fail(ErrorCode::InvalidArgument, "protocol.unsupported", std::string(protocol));
    if (!match) {
        HttpResponse refusal = errorResponse(match.error(), languageOf(*theRequest));
        if (refusal.status == 405)
            refusal.headers.add("Allow", match.error().detail);
        return finish(std::move(refusal));
    }
    if (auto response = standing(*theRequest, *match))
        return finish(std::move(*response));
    const bool queued
        = laneOf(*match->route).submit([this, theRequest, match = *match, finish](Session* session) {
              work(session, *theRequest, match, finish);
          });
    if (!queued)
        finish(errorResponse({ErrorCode::Conflict, "server.busy", {}}, languageOf(*theRequest)));
}

std::optional<HttpResponse> Dispatcher::standing(const HttpRequest& request, const RouteMatch& match)
{
    const auto token = bearerToken(request);
    if (!match.route->ready || !match.query.empty() || !token)
        return std::nullopt;
    const auto caller = m_recent.find(m_context.secrets.digest(*token), m_context.now());
    // A handheld proves each request by its key, for which the store has to be asked.
    if (!caller || caller->session.device.value != 0 || !mayCall(*caller, *match.route))
        return std::nullopt;
    return match.route->ready(*caller, match.path, m_context);
}

void Dispatcher::work(
    Session* session, const HttpRequest& request, const RouteMatch& match, const Answer& toPeer)
{
    const Language language = languageOf(request);
    std::string requestId; ///< by which the audit trail and the log know it
    Answer answer = [&](HttpResponse response) { toPeer(std::move(response)); };
    const auto failed = [&](const char* rule, const char* what) {
        spdlog::error("{} {} {}: {}", match.route->method, match.route->path, requestId, what);
        answer(errorResponse({ErrorCode::Conflict, rule, {}}, language));
    };
    if (!session)
        return answer(errorResponse({ErrorCode::Conflict, "server.store", {}}, language));
    try {
        AuditAct act = actOf(*session, request, match);
        requestId = act.requestId;
        answer = [toPeer, requestId](HttpResponse response) {
            response.headers.add("Guanwu-Request", requestId);
            toPeer(std::move(response));
        };
        const Acting acting(session->audit(), {std::move(act)});
        // What takes long is done in pieces, each with attempts of its own, and can be asked for again.
        const auto done = match.route->lane == Lane::Long
            ? respond(*session, request, match, answer)
            : retrying(*session, [&] { return respond(*session, request, match, answer); });
        if (!done) {
            noteRefusal(*session, match, done.error().subject);
            answer(errorResponse(done.error(), language));
        }
    } catch (const UnknownOutcome& error) {
        WorkPool::dropSession();
        failed("server.unknown_outcome", error.what());
    } catch (const TextTooLong& error) {
        WorkPool::dropSession();
        spdlog::warn("{} {} {}: {}", match.route->method, match.route->path, requestId, error.what());
        answer(errorResponse({ErrorCode::InvalidArgument, "text.no_room", {}}, language));
    } catch (const StorageError& error) {
        WorkPool::dropSession();
        failed("server.store", error.what());
    } catch (const std::exception& error) {
        WorkPool::dropSession();
        failed("server.failed", error.what());
    }
}

AuditAct Dispatcher::actOf(Session& session, const HttpRequest& request, const RouteMatch& match) const
{
    AuditAct act;
    act.action = match.route->respond.action;
    const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
    act.object = path.substr(path.starts_with(kApiPath) ? kApiPath.size() : 0);
    act.source = request.peer;
    act.requestId = std::to_string(session.newId());
    act.now = m_context.now;
    return act;
}

/// Of a write, or of a read of what one has no right to; strangers are only counted, but for those who try to
/// log in.
void Dispatcher::noteRefusal(Session& session, const RouteMatch& match, const std::string& rule) const
{
    const AuditAction action = match.route->respond.action;
    const bool isKnown = !session.audit().acts().front().actor.empty();
    if (action == AuditAction::LogIn
        || (isKnown && (action != AuditAction::Read || rule == "access.forbidden")))
        session.audit().refuse(rule);
}

Result<void> Dispatcher::respond(
    Session& session, const HttpRequest& request, const RouteMatch& match, const Answer& answer)
{
    const Route& route = *match.route;
    const auto caller = admit(session, request, route);
    if (!caller)
        return fail(caller.error());
    const auto query = parseQuery(match.query, route.query);
    if (!query)
        return fail(query.error());
    std::string content;
    nlohmann::json body;
    if (route.bodyKind != BodyKind::None) {
        if (!isOfKind(request, route.bodyKind))
            return fail(ErrorCode::InvalidArgument, "request.content_type",
                std::string(request.headers["Content-Type"]));
        auto text = unpackedBody(request, limitOf(route));
        if (!text)
            return fail(text.error());
        content = std::move(*text);
        if (route.bodyKind == BodyKind::Json) {
            auto parsed = parseBody(content, route.body);
            if (!parsed)
                return fail(parsed.error());
            body = std::move(*parsed);
        }
    }
    RouteCall call {
        request, match.path, *query, content, body, *caller, session, m_context, languageOf(request)};
    if (const auto* late = std::get_if<LateResponder>(&route.respond.call))
        return (*late)(call, answer);
    auto response = std::get<Responder>(route.respond.call)(call);
    // Before the answer: whoever has that asks for what was changed next.
    if (changesRights(route.respond.action))
        m_recent.forgetAll();
    if (changesCampaign(route))
        m_context.wall.forget();
    if (!response)
        return fail(response.error());
    if (!response->refusedBy.empty())
        noteRefusal(session, match, response->refusedBy);
    answer(std::move(*response));
    return {};
}

Result<Caller> Dispatcher::callerOf(Session& session, std::string_view token)
{
    const Instant now = m_context.now();
    const auto edition = m_recent.edition();
    if (auto recent = m_recent.find(m_context.secrets.digest(token), now))
        return *std::move(recent);
    SociAccountStore store(session);
    auto caller = AccessService(store, m_context.secrets, m_context.now).authenticate(token);
    if (caller)
        m_recent.keep(*caller, now, edition);
    return caller;
}

Result<Caller> Dispatcher::admit(Session& session, const HttpRequest& request, const Route& route)
{
    if (route.admission == Admission::Everybody)
        return Caller {};
    const auto token = bearerToken(request);
    if (!token)
        return fail(ErrorCode::Forbidden, "access.no_session");
    auto caller = callerOf(session, *token);
    if (!caller)
        return caller;
    const std::int64_t device = caller->session.device.value;
    session.audit().setActor(
        caller->account.login, device == 0 ? request.peer : "device:" + std::to_string(device));
    if (caller->session.device.value != 0) {
        SociDeviceStore devices(session);
        const OpensslSignatures signatures;
        const std::string body = sha256Hex(request.body);
        const auto proven = DeviceService(devices, m_context.secrets, signatures, m_context.now)
                                .admit(*caller, {request.method, request.target, body, *token},
                                    request.headers["Guanwu-Proof"]);
        if (!proven)
            return fail(proven.error());
    }
    const auto may = mayCall(*caller, route);
    return may ? std::move(caller) : Result<Caller>(fail(may.error()));
}

} // namespace guanwu
