#pragma once

#include "core/base/error.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace guanwu {

/// One enumerator with the token that is stored and sent, and the name the offices use.
/// Tokens are for ever: add, never rename or reuse.
template <class Enum> struct Token {
    Enum value;
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
    std::string_view otherNames {}; ///< what offices write as well, separated by '|'
};

template <class Enum, std::size_t N> using TokenTable = std::array<Token<Enum>, N>;

template <class Enum, std::size_t N>
[[nodiscard]] constexpr const Token<Enum>& tokenRow(const TokenTable<Enum, N>& table, Enum value)
{
    return table[static_cast<std::size_t>(value)];
}

/// Whether `names`, separated by '|', hold `text`.
[[nodiscard]] constexpr bool isOneOfNames(std::string_view names, std::string_view text)
{
    while (!names.empty()) {
        const auto end = names.find('|');
        if (names.substr(0, end) == text)
            return true;
        names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
    }
    return false;
}

/// Accepts the token, the Chinese name or one of the other names; anything else is an error that carries
/// `subject`, never a default.
template <class Enum, std::size_t N>
[[nodiscard]] Result<Enum> parseToken(
    const TokenTable<Enum, N>& table, std::string_view text, std::string_view subject)
{
    for (const auto& row : table)
        if (row.token == text || row.nameZh == text || isOneOfNames(row.otherNames, text))
            return row.value;
    return fail(ErrorCode::InvalidArgument, subject, std::string(text));
}

/// A table is sound when row i describes enumerator i: what tokenRow relies on. Use in a static_assert.
template <class Enum, std::size_t N> [[nodiscard]] constexpr bool isDense(const TokenTable<Enum, N>& table)
{
    for (std::size_t i = 0; i < N; ++i)
        if (static_cast<std::size_t>(table[i].value) != i)
            return false;
    return true;
}

} // namespace guanwu
