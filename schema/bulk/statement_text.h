#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guanwu {

void appendInteger(std::string& out, std::int64_t value);

/// Puts integers in the place of each `?`. Safe because nothing but digits and a sign can come out.
[[nodiscard]] std::string withIntegers(std::string_view sql, std::span<const std::int64_t> values);

/// "INSERT INTO table (columns) VALUES (?,?,...)".
[[nodiscard]] std::string insertStatement(std::string_view table, std::string_view columns);

} // namespace guanwu
