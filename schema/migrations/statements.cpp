#include "schema/migrations/statements.h"

#include <sstream>

namespace guanwu {

std::vector<std::string> statementsOf(std::string_view sql)
{
    std::vector<std::string> out;
    std::string current;
    while (!sql.empty()) {
        const auto end = sql.find('\n');
        const std::string_view line = sql.substr(0, end);
        sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 1);
        if (line.empty() || line.starts_with("--"))
            continue;
        current.append(line).append("\n");
        if (line.ends_with(';')) {
            current.resize(current.size() - 2);
            out.push_back(std::move(current));
            current.clear();
        }
    }
    return out;
}

std::optional<IndexStatement> indexStatement(std::string_view statement)
{
    if (!statement.starts_with(kCreateIndex))
        return std::nullopt;
    std::istringstream words(std::string(statement.substr(kCreateIndex.size())));
    IndexStatement out;
    std::string on;
    words >> out.index >> on >> out.table;
    return out;
}

} // namespace guanwu
