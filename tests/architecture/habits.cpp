#include "tests/architecture/habits.h"

#include "tests/architecture/source_text.h"

#include <algorithm>
#include <regex>

namespace guanwu::test {

namespace {

    enum class Where {
        Code, ///< C++ without comments and literals
        Everywhere, ///< comments, literals and SQL too
    };

    struct ForbiddenWord {
        std::regex word;
        Where where;
        std::string_view reason;
    };

    const std::vector<ForbiddenWord>& forbidden()
    {
        // Spelled in two halves, or this table would forbid itself.
        static const std::vector<ForbiddenWord> words {
            {std::regex(R"(\b(system|popen)\s*\()"), Where::Code, "runs a shell"},
            {std::regex(R"(\busing namespace std\s*;)"), Where::Code, "opens std"},
            {std::regex("INSERT"
                        " IGNORE"),
                Where::Everywhere, "hides errors (X9)"},
            {std::regex("GET_"
                        "LOCK|LOCK"
                        " TABLES|\\bXA"
                        " START"),
                Where::Everywhere, "does not work on a cluster (D10)"},
            {std::regex("My"
                        "ISAM"),
                Where::Everywhere, "survives no crash (D10)"},
            {std::regex("\\b(TO"
                        "DO|FIX"
                        "ME|XX"
                        "X)\\b"),
                Where::Everywhere, "is left over"},
            {std::regex("(^|[ \"'(])/(ho"
                        "me|wo"
                        "rk|ro"
                        "ot)/"),
                Where::Everywhere, "is a path of one machine"},
        };
        return words;
    }

    Findings linesWith(
        const SourceFile& file, std::string_view text, const std::regex& word, std::string_view reason)
    {
        Findings findings;
        std::size_t number = 0;
        for (const std::string_view line : linesOf(text)) {
            ++number;
            std::cmatch match;
            if (std::regex_search(line.begin(), line.end(), match, word))
                findings.push_back({file.path, number, match.str() + " " + std::string(reason)});
        }
        return findings;
    }

    void append(Findings& all, const Findings& more) { all.insert(all.end(), more.begin(), more.end()); }

} // namespace

Findings tooLong(const SourceFile& file)
{
    const std::size_t lines = linesOf(file.text).size();
    if (lines <= kMaxLines)
        return {};
    return {{file.path, lines, "has " + std::to_string(lines) + " lines"}};
}

Findings withoutPragmaOnce(const SourceFile& file)
{
    const SourceText source = takeApart(file.text);
    const auto first = source.code.find_first_not_of(" \t\r\n");
    const bool isFirst = first != std::string::npos
        && std::string_view(source.code).substr(first).starts_with("#pragma once");
    const auto line
        = std::count(source.code.begin(),
              source.code.begin() + static_cast<std::ptrdiff_t>(std::min(first, source.code.size())), '\n')
        + 1;
    const bool beforeIncludes
        = source.includes.empty() || source.includes.front().line > static_cast<std::size_t>(line);
    if (isFirst && beforeIncludes)
        return {};
    return {{file.path, 1, "does not begin with #pragma once"}};
}

Findings ownHeaderNotFirst(const SourceFile& file, const std::function<bool(const std::string&)>& isThere)
{
    const std::string header = file.path.substr(0, file.path.rfind('.')) + ".h";
    if (!isThere(header))
        return {};
    const auto includes = takeApart(file.text).includes;
    if (!includes.empty() && includes.front().path == header)
        return {};
    return {
        {file.path, includes.empty() ? 0 : includes.front().line, "does not include its own header first"}};
}

Findings floatingPoint(const SourceFile& file)
{
    static const std::regex word(R"(\b(float|double)\b)");
    return linesWith(file, takeApart(file.text).code, word, "rounds money and areas");
}

Findings forbiddenWords(const SourceFile& file)
{
    Findings findings;
    const std::string code = file.isCode() ? takeApart(file.text).code : std::string();
    for (const ForbiddenWord& word : forbidden())
        append(
            findings, linesWith(file, word.where == Where::Code ? code : file.text, word.word, word.reason));
    return findings;
}

Findings missingPages(const SourceFile& file, const std::function<bool(const std::string&)>& isThere)
{
    // A page names others by links from where it is, a source file by their path from the root.
    static const std::regex link(R"(\]\(([^):#]+)(#[^)]*)?\))");
    static const std::regex page(R"(([A-Za-z0-9_/-]+\.md)\b)");
    const bool isPage = file.endsIn(".md");
    const std::string folder = isPage ? file.path.substr(0, file.path.rfind('/') + 1) : std::string();
    Findings findings;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(file.text)) {
        ++number;
        for (std::cregex_iterator match(line.begin(), line.end(), isPage ? link : page), end; match != end;
             ++match)
            if (!isThere(folder + (*match)[1].str()))
                findings.push_back({file.path, number, "there is no " + folder + (*match)[1].str()});
    }
    return findings;
}

Findings missingFolders(const SourceFile& file, const std::function<bool(const std::string&)>& isThere)
{
    static const std::regex named(R"(`(([a-z_]+)/[a-z_/]*)`)");
    Findings findings;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(file.text)) {
        ++number;
        for (std::cregex_iterator match(line.begin(), line.end(), named), end; match != end; ++match)
            if ((*match)[2] != "build" && isThere((*match)[2]) && !isThere((*match)[1]))
                findings.push_back({file.path, number, "there is no " + (*match)[1].str()});
    }
    return findings;
}

} // namespace guanwu::test
