#include "schema/bulk/statement_text.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace guanwu {

void appendInteger(std::string& out, std::int64_t value)
{
    char digits[24];
    const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), value);
    out.append(digits, end);
}

std::string withIntegers(std::string_view sql, std::span<const std::int64_t> values)
{
    std::string out;
    auto value = values.begin();
    for (const char c : sql) {
        if (c == '?' && value != values.end())
            appendInteger(out, *value++);
        else
            out += c;
    }
    return out;
}

std::string insertStatement(std::string_view table, std::string_view columns)
{
    std::string sql = "INSERT INTO " + std::string(table) + " (" + std::string(columns) + ") VALUES (?";
    for (auto more = std::count(columns.begin(), columns.end(), ','); more > 0; --more)
        sql += ",?";
    return sql + ")";
}

} // namespace guanwu
