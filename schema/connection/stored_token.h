#pragma once

#include "core/base/token_table.h"
#include "schema/connection/storage_error.h"

#include <optional>

namespace guanwu {

/// Reads a stored token; one that the program does not know means the data is damaged or newer.
template <class Enum, std::size_t N>
[[nodiscard]] Enum storedToken(const TokenTable<Enum, N>& table, std::string_view text)
{
    for (const auto& row : table)
        if (row.token == text)
            return row.value;
    throw CorruptData("unknown token " + std::string(text));
}

/// As storedToken(); nullopt for an empty column.
template <class Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> storedTokenOrNone(const TokenTable<Enum, N>& table, std::string_view text)
{
    return text.empty() ? std::optional<Enum>() : storedToken(table, text);
}

} // namespace guanwu
