#pragma once

#include "app/server/route.h"

namespace guanwu {

/// The HTTP status of an error: by its code, and by its subject where HTTP tells more apart.
[[nodiscard]] int statusOf(const Error& error);

/// The refusal as docs/api.md shows it, in the language of who asked.
[[nodiscard]] HttpResponse errorResponse(const Error& error, Language language);

/// 409 for a change that another one came before: what was sent and what is there now (security P5).
[[nodiscard]] HttpResponse conflictResponse(const Error& error, Language language,
    const nlohmann::ordered_json& yours, const nlohmann::ordered_json& current);

/// Chinese unless English is asked for.
[[nodiscard]] Language languageOf(const HttpRequest& request);

} // namespace guanwu
