#include "schema/connection/database_url.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    /// "socket=PATH&ca=FILE", in any order; false when something else is asked for.
    bool readQuery(std::string_view query, DatabaseUrl& out)
    {
        while (!query.empty()) {
            const std::string_view part = query.substr(0, query.find('&'));
            query.remove_prefix(std::min(query.size(), part.size() + 1));
            const auto equals = part.find('=');
            if (equals == std::string_view::npos || equals + 1 == part.size())
                return false;
            const std::string_view name = part.substr(0, equals);
            if (name != "socket" && name != "ca")
                return false;
            (name == "ca" ? out.caFile : out.socket) = part.substr(equals + 1);
        }
        return true;
    }

    Result<DatabaseUrl> parseMysql(std::string_view url)
    {
        const auto bad
            = [&] { return fail(ErrorCode::InvalidArgument, "db.url", "mysql://" + std::string(url)); };
        DatabaseUrl out;
        out.dialect = Dialect::Mysql;

        std::string_view rest = url;
        const auto at = rest.find('@');
        if (at == std::string_view::npos || at == 0)
            return bad();
        out.user = rest.substr(0, at);
        if (out.user.find(':') != std::string::npos)
            return fail(ErrorCode::InvalidArgument, "db.password_in_url");
        rest.remove_prefix(at + 1);

        const auto slash = rest.find('/');
        if (slash == std::string_view::npos)
            return bad();
        std::string_view hostPort = rest.substr(0, slash);
        std::string_view name = rest.substr(slash + 1);
        if (const auto query = name.find('?'); query != std::string_view::npos) {
            if (!readQuery(name.substr(query + 1), out))
                return bad();
            name = name.substr(0, query);
        }
        if (const auto colon = hostPort.rfind(':'); colon != std::string_view::npos) {
            const std::string_view port = hostPort.substr(colon + 1);
            const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
            if (error != std::errc {} || end != port.data() + port.size())
                return bad();
            hostPort = hostPort.substr(0, colon);
        }
        out.host = hostPort;
        out.name = name;
        if (out.host.empty() || out.name.empty() || out.name.find_first_of("`?/ ") != std::string::npos)
            return bad();
        // Without TLS the password and the books would cross the network in the clear (security X8).
        if (out.caFile.empty() && out.socket.empty() && out.host != "localhost" && out.host != "127.0.0.1"
            && out.host != "::1")
            return fail(ErrorCode::Forbidden, "db.remote_without_tls", out.host);
        return out;
    }

} // namespace

Result<DatabaseUrl> parseDatabaseUrl(std::string_view url)
{
    if (url.starts_with("sqlite:") && url.size() > 7) {
        DatabaseUrl out;
        out.path = url.substr(7);
        return out;
    }
    if (url.starts_with("mysql://"))
        return parseMysql(url.substr(8));
    return fail(ErrorCode::InvalidArgument, "db.url", std::string(url));
}

} // namespace guanwu
