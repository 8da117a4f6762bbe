#include "app/server/routes/versions.h"

#include "app/server/api_error.h"

#include <charconv>

namespace guanwu {

std::string etag(std::int64_t revision) { return '"' + std::to_string(revision) + '"'; }

HttpResponse withRevision(HttpResponse response, std::int64_t revision)
{
    response.headers.add("ETag", etag(revision));
    return response;
}

Result<std::int64_t> seenRevision(const RouteCall& call)
{
    std::string_view tag = call.request.headers["If-Match"];
    // A proxy that compresses may have made the tag weak.
    if (tag.starts_with("W/"))
        tag.remove_prefix(2);
    std::int64_t revision = 0;
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"'
        || std::from_chars(tag.data() + 1, tag.data() + tag.size(), revision).ptr
            != tag.data() + tag.size() - 1)
        return fail(ErrorCode::InvalidArgument, "request.if_match");
    return revision;
}

std::optional<HttpResponse> unseenRevision(
    const RouteCall& call, std::int64_t revision, const nlohmann::ordered_json& current)
{
    const auto seen = seenRevision(call);
    if (!seen)
        return errorResponse(seen.error(), call.language);
    if (*seen == revision)
        return std::nullopt;
    return withRevision(conflictResponse({ErrorCode::StaleRevision, "request.old_revision", {}},
                            call.language, nlohmann::ordered_json(call.body), current),
        revision);
}

} // namespace guanwu
