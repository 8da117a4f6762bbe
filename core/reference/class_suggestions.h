#pragma once

#include "core/reference/classification.h"

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Why a class is suggested. The order is that of trust.
enum class SuggestReason : std::uint8_t { SameName, Word, NameHolds, HeldByName, AlikeName, Successor };

inline constexpr TokenTable<SuggestReason, 6> kSuggestReasons {{
    {SuggestReason::SameName, "same_name", "名称与分类名称相同", "The name of the class"},
    {SuggestReason::Word, "word", "常用名称", "What offices call it"},
    {SuggestReason::NameHolds, "name_holds", "名称中含分类名称", "The name holds that of the class"},
    {SuggestReason::HeldByName, "held_by_name", "分类名称中含资产名称", "The class holds the name"},
    {SuggestReason::AlikeName, "alike_name", "名称相近", "A name alike"},
    {SuggestReason::Successor, "successor", "旧版分类的对应大类", "Where the old class went"},
}};
static_assert(isDense(kSuggestReasons));

/// A class of the 2022 edition that a thing may belong to. A suggestion: a person decides.
struct ClassSuggestion {
    const ClassCode* of = nullptr;
    int score = 0; ///< 0 to 100
    SuggestReason reason {};
    bool fitsOldClass = false; ///< lies where the class of the older edition went
    std::string source; ///< of the word or of the old class; empty = the names alone
};

/// For a thing by its name and, where it has one, its class in an older edition; the best first, at most `most`. A class
/// that lies where the old one went goes before one that does not: 2030000 is vehicles, so 客车 there is no railway
/// coach. Names and old classes are compared as they are; nothing is learned.
[[nodiscard]] std::vector<ClassSuggestion> suggestClasses(
    std::string_view name, ClassEdition edition, std::string_view oldCode, std::size_t most);

} // namespace guanwu
