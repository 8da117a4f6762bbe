#pragma once

#include "app/server/route.h"

#include <functional>

namespace guanwu {

/// Does a write, or gives its first answer again where its Idempotency-Key was seen before; key, write and
/// answer are one transaction. Errors: request.key_form, request.key_reused, and those of the work.
[[nodiscard]] Result<HttpResponse> writeOnce(
    RouteCall& call, const std::function<Result<HttpResponse>()>& work);

/// Takes the last step of a write and gives its answer, both in one transaction.
using FinishWrite = std::function<Result<HttpResponse>(const std::function<Result<HttpResponse>()>& step)>;

/// The same for work of several transactions, which can be asked for again where it stopped: it calls
/// `finish` once, with its last step. Before that nothing of it is an answer that is kept.
[[nodiscard]] Result<HttpResponse> writeResumed(
    RouteCall& call, const std::function<Result<HttpResponse>(const FinishWrite& finish)>& work);

} // namespace guanwu
