#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// SOCI runs only the first statement of a text, silently: this splits it at the semicolons that end a line,
/// and leaves the comments out.
[[nodiscard]] std::vector<std::string> statementsOf(std::string_view sql);

inline constexpr std::string_view kCreateIndex = "CREATE INDEX IF NOT EXISTS ";

struct IndexStatement {
    std::string index;
    std::string table;
};
/// What a CREATE INDEX names; nothing for any other statement, and for a unique index, which is a rule.
[[nodiscard]] std::optional<IndexStatement> indexStatement(std::string_view statement);

} // namespace guanwu
