#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanwu::test {

struct Literal {
    std::size_t line = 0;
    std::string text; ///< as written, escapes and all
};

struct Include {
    std::size_t line = 0;
    std::string path;
    bool isOurs = false; ///< "quoted", not <angled>
};

/// A C++ file taken apart.
struct SourceText {
    std::string code; ///< comments gone, string literals empty; lines as they were
    std::vector<Literal> literals; ///< neither those of includes nor single characters
    std::vector<Include> includes;
};

[[nodiscard]] SourceText takeApart(std::string_view text);

/// The lines, without their ends.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

} // namespace guanwu::test
