#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <string_view>

namespace guanwu {

/// Languages of what people read. Chinese comes first everywhere.
enum class Language : std::uint8_t { ZhCn, En };

inline constexpr TokenTable<Language, 2> kLanguages {{
    {Language::ZhCn, "zh_CN", "中文", "Chinese"},
    {Language::En, "en", "英文", "English"},
}};
static_assert(isDense(kLanguages));

/// A text in both languages. Not a key: the two stand side by side where they are used.
struct Text {
    std::string_view zh;
    std::string_view en;
    [[nodiscard]] constexpr std::string_view in(Language language) const
    {
        return language == Language::ZhCn ? zh : en;
    }
};

/// The name of an enumerator as people of that language read it.
template <class Enum, std::size_t N>
[[nodiscard]] std::string_view nameOf(const TokenTable<Enum, N>& table, Enum value, Language language)
{
    const auto& row = tokenRow(table, value);
    return language == Language::ZhCn ? row.nameZh : row.nameEn;
}

} // namespace guanwu
