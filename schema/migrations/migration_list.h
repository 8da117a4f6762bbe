#pragma once

#include "schema/connection/database_url.h"

#include <span>
#include <string_view>

namespace guanwu {

struct Migration {
    int version;
    std::string_view name;
    std::string_view sql;
};

/// The numbered steps of one dialect, in order. Both dialects have the same numbers and names.
[[nodiscard]] std::span<const Migration> migrationsFor(Dialect dialect);

/// Those of the local store of a handheld, which is always SQLite.
[[nodiscard]] std::span<const Migration> handheldMigrations();

} // namespace guanwu
