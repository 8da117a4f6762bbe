#pragma once

#include <string_view>

namespace guanwu {

class Session;

/// Whether the database has a table of this name.
[[nodiscard]] bool hasTable(Session& session, std::string_view name);

} // namespace guanwu
