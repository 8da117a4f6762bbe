#pragma once

#include "app/server/route.h"

namespace guanwu {

/// The ETag of what carries a revision.
[[nodiscard]] std::string etag(std::int64_t revision);
[[nodiscard]] HttpResponse withRevision(HttpResponse response, std::int64_t revision);

/// The revision that a change says it has seen. Errors: request.if_match.
[[nodiscard]] Result<std::int64_t> seenRevision(const RouteCall& call);

/// Whether the caller has seen the revision that he changes: nullopt = yes. Else what to answer, 428 or 409
/// with both versions.
[[nodiscard]] std::optional<HttpResponse> unseenRevision(
    const RouteCall& call, std::int64_t revision, const nlohmann::ordered_json& current);

} // namespace guanwu
