#pragma once

#include "app/server/route.h"

#include <functional>

namespace guanwu {

/// Does a write, or gives its first answer again where its Idempotency-Key was seen before; key, write and
/// answer are one transaction. Errors: request.key_form, request.key_reused, and those of the work.
[[nodiscard]] Result<HttpResponse> writeOnce(
    RouteCall& call, const std::function<Result<HttpResponse>()>& work);

} // namespace guanwu
