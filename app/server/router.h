#pragma once

#include "app/server/route.h"

#include <string>
#include <vector>

namespace guanwu {

/// A route that was found, and what stands in the places of its path.
struct RouteMatch {
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> path;
    std::string_view query; ///< of the target, undecoded
};

/// Finds the route of a request. What no route names is not there.
class Router {
public:
    explicit Router(std::span<const Route> routes);
    /// Errors: request.no_route, request.method (detail: the methods there are), request.target,
    /// request.text.
    [[nodiscard]] Result<RouteMatch> match(std::string_view method, std::string_view target) const;
    [[nodiscard]] std::span<const Route> routes() const { return m_routes; }

private:
    std::span<const Route> m_routes;
    std::vector<std::vector<std::string_view>> m_parts; ///< of each route's path
};

/// "/api/v1/assets/{no}": the whole path of a route.
[[nodiscard]] std::string fullPath(const Route& route);

} // namespace guanwu
