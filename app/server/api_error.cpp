#include "app/server/api_error.h"

#include "app/text/explain.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    struct SubjectStatus {
        std::string_view subject;
        int status;
    };

    constexpr std::array kSubjectStatus {
        SubjectStatus {"access.locked", 429},
        SubjectStatus {"access.log_in", 401},
        SubjectStatus {"access.no_session", 401},
        SubjectStatus {"batch.too_large", 413},
        SubjectStatus {"batch.too_many_events", 413},
        SubjectStatus {"device.proof", 401},
        SubjectStatus {"protocol.unsupported", 426},
        SubjectStatus {"request.content_type", 415},
        SubjectStatus {"request.header_too_large", 431},
        SubjectStatus {"request.if_match", 428},
        SubjectStatus {"request.method", 405},
        SubjectStatus {"request.too_large", 413},
        SubjectStatus {"server.busy", 503},
        SubjectStatus {"server.failed", 500},
        SubjectStatus {"server.store", 503},
        SubjectStatus {"server.unknown_outcome", 503},
    };

    /// Seconds after which it is worth to come again.
    constexpr const char* kRetryAfter = "5";

    nlohmann::ordered_json errorJson(const Error& error, Language language)
    {
        nlohmann::ordered_json out {{"code", error.subject}, {"message", explain(error, language)}};
        if (!error.detail.empty())
            out["detail"] = error.detail;
        if (!error.field.empty())
            out["field"] = error.field;
        if (error.index >= 0)
            out["index"] = error.index;
        return out;
    }

} // namespace

int statusOf(const Error& error)
{
    const auto found = std::find_if(kSubjectStatus.begin(), kSubjectStatus.end(),
        [&](const SubjectStatus& row) { return row.subject == error.subject; });
    if (found != kSubjectStatus.end())
        return found->status;
    switch (error.code) {
    case ErrorCode::InvalidArgument:
        return 400;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
    case ErrorCode::StaleRevision:
        return 409;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::RuleViolated:
        return 422;
    }
    return 500;
}

HttpResponse errorResponse(const Error& error, Language language)
{
    HttpResponse out = jsonResponse({{"error", errorJson(error, language)}}, statusOf(error));
    out.refusedBy = error.subject;
    if (out.status == 503 || out.status == 429)
        out.headers.add("Retry-After", kRetryAfter);
    if (out.status == 401)
        out.headers.add("WWW-Authenticate", "Bearer");
    return out;
}

HttpResponse conflictResponse(const Error& error, Language language, const nlohmann::ordered_json& yours,
    const nlohmann::ordered_json& current)
{
    HttpResponse out = jsonResponse(
        {{"error", errorJson(error, language)}, {"yours", yours}, {"current", current}}, statusOf(error));
    out.refusedBy = error.subject;
    return out;
}

Language languageOf(const HttpRequest& request)
{
    return request.headers["Accept-Language"].starts_with("en") ? Language::En : Language::ZhCn;
}

} // namespace guanwu
