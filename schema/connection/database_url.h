#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

enum class Dialect : std::uint8_t { Sqlite, Mysql };

/// Where the registry stands. Carries no password: that comes from a file or a credential store.
struct DatabaseUrl {
    Dialect dialect = Dialect::Sqlite;
    std::string path; ///< sqlite: file
    std::string user; ///< mysql, and all below
    std::string host;
    std::uint16_t port = 3306;
    std::string socket; ///< unix socket, used instead of host and port when given
    std::string caFile; ///< PEM; when given, the server must prove itself by it and speak TLS
    std::string name;
};

/// "sqlite:PATH", "mysql://USER@HOST:PORT/NAME" or "mysql://USER@localhost/NAME?socket=PATH"; "?ca=FILE" asks
/// for TLS with a server that an authority of this file vouches for. Errors: db.url (unknown form),
/// db.password_in_url, db.remote_without_tls (a host that is not this machine, and no authority).
[[nodiscard]] Result<DatabaseUrl> parseDatabaseUrl(std::string_view url);

} // namespace guanwu
