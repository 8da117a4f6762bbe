#pragma once

#include "app/server/route.h"

#include <functional>

namespace guanwu {

/// Does a write, or gives its first answer again where its Idempotency-Key was seen before; key, write and
/// answer are one transaction. Errors: request.key_form, request.key_reused, and those of the work.
[[nodiscard]] Result<HttpResponse> writeOnce(
    RouteCall& call, const std::function<Result<HttpResponse>()>& work);

/// A JSON answer about something that carries a revision, which becomes its ETag.
[[nodiscard]] HttpResponse versionedResponse(
    const nlohmann::ordered_json& body, std::int64_t revision, int status = 200);

/// The revision that a change says it has seen. Errors: request.if_match.
[[nodiscard]] Result<std::int64_t> seenRevision(const RouteCall& call);

/// Rows a page. Errors: request.limit (1 to 500).
[[nodiscard]] Result<int> pageLimit(const RouteCall& call);

/// An id that a page ended with; 0 = none was given. Errors: request.after.
[[nodiscard]] Result<std::int64_t> pageStart(const RouteCall& call);

/// What goes by pages takes these in its query.
inline constexpr RouteField kLimitField {
    "limit", FieldKind::Integer, FieldNeed::Optional, "Rows a page, 1 to 500; 50 if not given."};
inline constexpr RouteField kAfterField {
    "after", FieldKind::Text, FieldNeed::Optional, "`next` of the page before."};

} // namespace guanwu
