#pragma once

#include "core/base/error.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace guanwu {

/// One enumerator with the token that is stored and sent, and the name the offices use.
/// Tokens are for ever: add, never rename or reuse.
template <class Enum>
struct Token {
    Enum value;
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
};

template <class Enum, std::size_t N>
using TokenTable = std::array<Token<Enum>, N>;

template <class Enum, std::size_t N>
[[nodiscard]] constexpr const Token<Enum>& tokenRow(const TokenTable<Enum, N>& table, Enum value)
{
    return table[static_cast<std::size_t>(value)];
}

/// Accepts the token or the Chinese name; anything else is an error that carries `subject`, never a default.
template <class Enum, std::size_t N>
[[nodiscard]] Result<Enum> parseToken(const TokenTable<Enum, N>& table, std::string_view text, std::string_view subject)
{
    for (const auto& row : table)
        if (row.token == text || row.nameZh == text)
            return row.value;
    return fail(ErrorCode::InvalidArgument, subject, std::string(text));
}

/// A table is sound when row i describes enumerator i: what tokenRow relies on. Use in a static_assert.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr bool isDense(const TokenTable<Enum, N>& table)
{
    for (std::size_t i = 0; i < N; ++i)
        if (static_cast<std::size_t>(table[i].value) != i)
            return false;
    return true;
}

} // namespace guanwu
