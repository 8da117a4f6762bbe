#include "app/server/router.h"

#include "app/server/request_body.h"

namespace guanwu {

namespace {

    constexpr std::string_view kPrefix = "/api/v1";

    std::vector<std::string_view> partsOf(std::string_view path)
    {
        std::vector<std::string_view> parts;
        while (!path.empty()) {
            path.remove_prefix(1); // the slash
            parts.push_back(path.substr(0, path.find('/')));
            path.remove_prefix(parts.back().size());
        }
        return parts;
    }

    bool isPlace(std::string_view part) { return part.starts_with('{'); }

    bool fits(const std::vector<std::string_view>& route, const std::vector<std::string_view>& asked)
    {
        if (route.size() != asked.size())
            return false;
        for (std::size_t i = 0; i < route.size(); ++i)
            if (isPlace(route[i]) ? asked[i].empty() : route[i] != asked[i])
                return false;
        return true;
    }

} // namespace

Router::Router(std::span<const Route> routes)
    : m_routes(routes)
{
    for (const Route& route : routes)
        m_parts.push_back(partsOf(route.path));
}

Result<RouteMatch> Router::match(std::string_view method, std::string_view target) const
{
    RouteMatch out;
    std::string_view path = target.substr(0, target.find('?'));
    if (path.size() < target.size())
        out.query = target.substr(path.size() + 1);
    if (!path.starts_with('/'))
        return fail(ErrorCode::InvalidArgument, "request.target");
    const bool isApi = path.starts_with(kPrefix) && path.substr(kPrefix.size()).starts_with('/');
    if (isApi)
        path.remove_prefix(kPrefix.size());
    const auto asked = partsOf(path);
    std::string methods;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const Route& route = m_routes[i];
        if ((route.reach == Reach::System) == isApi || !fits(m_parts[i], asked))
            continue;
        if (route.method != method) {
            methods.append(methods.empty() ? "" : ", ").append(route.method);
            continue;
        }
        for (std::size_t part = 0; part < asked.size(); ++part)
            if (isPlace(m_parts[i][part])) {
                auto value = percentDecoded(asked[part], false);
                if (!value)
                    return fail(value.error());
                out.path.emplace(m_parts[i][part].substr(1, m_parts[i][part].size() - 2), std::move(*value));
            }
        out.route = &route;
        return out;
    }
    return methods.empty() ? Result<RouteMatch>(fail(ErrorCode::NotFound, "request.no_route"))
                           : fail(ErrorCode::InvalidArgument, "request.method", methods);
}

std::string fullPath(const Route& route)
{
    return std::string(route.reach == Reach::System ? "" : kPrefix).append(route.path);
}

} // namespace guanwu
