#pragma once

#include "app/server/route.h"

namespace guanwu {

inline constexpr int kMostRows = 500;
inline constexpr int kUsualRows = 50;

/// Rows a page: what was asked for, at most `most`. Errors: request.limit.
[[nodiscard]] Result<int> pageLimit(const RouteCall& call, int usual = kUsualRows, int most = kMostRows);

/// The id that the page before ended with; 0 = none was given. Errors: request.after.
[[nodiscard]] Result<std::int64_t> pageStart(const RouteCall& call);

/// What goes by pages takes these in its query.
inline constexpr RouteField kLimitField {
    "limit", FieldKind::Integer, FieldNeed::Optional, "Rows a page, 1 to 500; 50 if not given."};
inline constexpr RouteField kAfterField {
    "after", FieldKind::Text, FieldNeed::Optional, "`next` of the page before."};

} // namespace guanwu
