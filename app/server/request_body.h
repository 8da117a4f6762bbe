#pragma once

#include "app/server/route.h"

namespace guanwu {

/// The body unpacked, if its Content-Encoding says gzip; counted while it is unpacked.
/// Errors: request.too_large, request.encoding.
[[nodiscard]] Result<std::string> unpackedBody(const HttpRequest& request, std::uint64_t limit);

/// A JSON object with fields that the route knows, each of the kind it says (security X3, X16).
/// Errors: request.json, request.deep, request.text, request.twice, request.unknown_field,
/// request.missing_field, request.type.
[[nodiscard]] Result<nlohmann::json> parseBody(std::string_view text, std::span<const RouteField> fields);

/// The values of a query by name. Errors: request.target, request.text, request.twice, request.unknown_field,
/// request.missing_field, request.type.
[[nodiscard]] Result<std::map<std::string, std::string, std::less<>>> parseQuery(
    std::string_view query, std::span<const RouteField> fields);

/// Percent signs resolved. Errors: request.target, request.text.
[[nodiscard]] Result<std::string> percentDecoded(std::string_view text, bool plusIsBlank);

} // namespace guanwu
