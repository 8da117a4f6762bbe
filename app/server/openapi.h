#pragma once

#include "app/server/route.h"

namespace guanwu {

/// The routes as an OpenAPI 3 document.
[[nodiscard]] nlohmann::ordered_json openApiDocument(std::span<const Route> routes);

} // namespace guanwu
