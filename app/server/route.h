#pragma once

#include "app/server/http/message.h"
#include "app/text/language.h"
#include "core/access/account.h"
#include "core/audit/audit_entry.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <variant>

namespace guanwu {

class Session;
struct ServerContext;

/// What a route takes, as data: one table makes the routing, the checks of what comes in, the OpenAPI
/// document and the tests of who may what.

enum class FieldKind : std::uint8_t { Text, Integer, Boolean, Object, List };

enum class FieldNeed : std::uint8_t { Required, Optional };

/// A field of a JSON body or of a query. Null is taken for a field that may be left out.
struct RouteField {
    std::string_view name;
    FieldKind kind = FieldKind::Text;
    FieldNeed need = FieldNeed::Optional;
    std::string_view about {};
};

/// What the body of a request has to be.
enum class BodyKind : std::uint8_t { None, Json, Lines, File };

/// Where the work of a route is done: what takes long or much memory must not keep what is quick waiting.
enum class Lane : std::uint8_t {
    Quick, ///< a few questions to the store
    Picture, ///< opens one in a child process
    Password, ///< hashes one: 64 MiB and 100 ms
    Long, ///< seconds: folds, freezes, files
};

/// Who may call a route.
enum class Admission : std::uint8_t {
    Everybody, ///< without a log-in
    LoggedIn, ///< also while a first password waits to be changed
    Permitted, ///< who has the permission
};

/// Whose rows a route shows or changes, which the matrix of rights proves (security P6).
enum class Reach : std::uint8_t {
    System, ///< of the server itself, outside /api/v1
    Common, ///< the same for all who may call it
    OwnUnit, ///< names a unit or a record of one: 404 outside the scope
    OwnRows, ///< a list: rows outside the scope are left out
};

/// One request, checked as far as its route says, with a session of the registry lent to it.
struct RouteCall {
    const HttpRequest& request;
    const std::map<std::string, std::string, std::less<>>& path; ///< by the names in the route's path
    const std::map<std::string, std::string, std::less<>>& query; ///< only names the route knows
    std::string& content; ///< the body unpacked, where the route takes lines or a file; it may take it over
    const nlohmann::json& body; ///< an object with the route's fields, or null
    const Caller& caller; ///< of nobody where everybody may call
    Session& session;
    ServerContext& server;
    Language language;

    [[nodiscard]] const std::string& pathValue(std::string_view name) const
    {
        return path.find(name)->second;
    }
    /// Empty when it was not given.
    [[nodiscard]] std::string queryValue(std::string_view name) const;
    /// A text of the body; empty when it was not given.
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] Scope scope() const { return caller.scope(); }
};

using Responder = Result<HttpResponse> (*)(RouteCall& call);
/// Answers by itself, later: `answer` is called exactly once unless an error is returned.
using LateResponder = Result<void> (*)(RouteCall& call, const Answer& answer);

/// What stands ready for a caller who may have it, given at once by whoever took the request in; nothing = it
/// has to be made.
using ReadyResponder = std::optional<HttpResponse> (*)(
    const Caller& caller, const std::map<std::string, std::string, std::less<>>& path, ServerContext& server);

/// What a route does when it is called, and as what the audit trail keeps it: a route that changes something
/// names its action.
struct Respond {
    std::variant<Responder, LateResponder> call;
    AuditAction action = AuditAction::Read;

    Respond(Responder reads)
        : call(reads)
    {
    }
    Respond(AuditAction does, Responder changes)
        : call(changes)
        , action(does)
    {
    }
    Respond(AuditAction does, LateResponder changes)
        : call(changes)
        , action(does)
    {
    }
};

struct Route {
    std::string_view method;
    std::string_view path; ///< below /api/v1, but for the system's own; {name} takes a part
    Admission admission = Admission::Permitted;
    std::optional<Permission> permission;
    Reach reach = Reach::Common;
    std::string_view about; ///< one English sentence for the OpenAPI document
    Respond respond;
    std::span<const RouteField> query {};
    BodyKind bodyKind = BodyKind::None;
    std::span<const RouteField> body {};
    std::uint64_t bodyLimit = 0; ///< bytes, as sent; 0 = what is usual for the kind
    Lane lane = Lane::Quick;
    ReadyResponder ready = nullptr; ///< asked first, of a read without a query
};

/// Null for an empty text.
[[nodiscard]] nlohmann::ordered_json textOrNull(const std::string& text);
/// The whole text as a number, or nothing: an id of a path, a limit.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view text);

/// The day of a field of the body; today when it was not sent. Errors: those of parseDate().
[[nodiscard]] Result<std::chrono::year_month_day> dayOrToday(const RouteCall& call, std::string_view name);

/// A JSON answer.
[[nodiscard]] HttpResponse jsonResponse(const nlohmann::ordered_json& body, int status = 200);
/// An answer that is a file.
[[nodiscard]] HttpResponse fileResponse(const char* type, std::string bytes);
/// An answer without a body.
[[nodiscard]] HttpResponse emptyResponse();

} // namespace guanwu
