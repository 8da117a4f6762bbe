#include "tests/architecture/tokens.h"

#include "tests/architecture/source_text.h"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

namespace guanwu::test {

namespace {

    /// Literals of the form of a token that are none end like this: names of files, and columns that hold an
    /// id.
    constexpr std::array<std::string_view, 11> kNoTokens {
        ".csv", ".db", ".key", ".ndjson", ".pdf", ".pem", ".png", ".xlsx", ".xml", ".id", "_id"};

    const std::regex& entryForm()
    {
        static const std::regex form(R"re(^\{"([^"]*)", \{"([^"]*)", "([^"]*)"\}\},$)re");
        return form;
    }

    bool isToken(const std::string& text)
    {
        static const std::regex form(R"([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)");
        return std::regex_match(text, form)
            && std::none_of(kNoTokens.begin(), kNoTokens.end(),
                [&](std::string_view end) { return text.ends_with(end); });
    }

    bool isEntry(std::string_view line) { return !line.empty() && !line.starts_with("//"); }

    bool hasChinese(const std::string& text)
    {
        return std::any_of(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    }

    bool isAscii(const std::string& text)
    {
        return std::all_of(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    }

    std::string problemOf(const std::string& zh, const std::string& en)
    {
        if (!hasChinese(zh))
            return "the Chinese is missing";
        if (en.empty() || !isAscii(en))
            return "the English is missing";
        const auto hasDetail = [](const std::string& text) { return text.find("{}") != std::string::npos; };
        if (hasDetail(zh) != hasDetail(en))
            return "one language leaves the detail out";
        return {};
    }

    /// parseHundredths(text, "money") fails with money.empty and so on; the endings stand in the file that
    /// defines it.
    void addComposedTokens(const std::vector<SourceFile>& files, Tokens& tokens)
    {
        static const std::regex call(R"re(\bparseHundredths\([^";]*"([a-z_]+)"\))re");
        static const std::regex ending(R"(\.[a-z_]+)");
        std::set<std::string> endings;
        for (const SourceFile& file : files)
            if (file.path == "core/values/decimal.cpp")
                for (const Literal& literal : takeApart(file.text).literals)
                    if (std::regex_match(literal.text, ending))
                        endings.insert(literal.text);
        for (const SourceFile& file : files)
            for (std::sregex_iterator match(file.text.begin(), file.text.end(), call), end; match != end;
                 ++match)
                for (const std::string& what : endings)
                    tokens.try_emplace((*match)[1].str() + what, Finding {file.path, 0, {}});
    }

} // namespace

Tokens errorTokens(const std::vector<SourceFile>& files)
{
    Tokens tokens;
    for (const SourceFile& file : files)
        for (const Literal& literal : takeApart(file.text).literals)
            if (isToken(literal.text))
                tokens.try_emplace(literal.text, Finding {file.path, literal.line, {}});
    addComposedTokens(files, tokens);
    return tokens;
}

Tokens explainedTokens(const SourceFile& explanations)
{
    Tokens tokens;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(explanations.text)) {
        ++number;
        std::cmatch entry;
        if (std::regex_match(line.begin(), line.end(), entry, entryForm()))
            tokens.try_emplace(entry[1], Finding {explanations.path, number, {}});
    }
    return tokens;
}

Findings badExplanations(const SourceFile& explanations)
{
    Findings findings;
    std::string before;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(explanations.text)) {
        ++number;
        const auto add = [&](const std::string& what) {
            findings.push_back({explanations.path, number, what});
        };
        if (!isEntry(line))
            continue;
        std::cmatch entry;
        if (!std::regex_match(line.begin(), line.end(), entry, entryForm())) {
            add("is no entry");
            continue;
        }
        const std::string token = entry[1];
        if (token <= before)
            add(token + " is out of order");
        if (const std::string problem = problemOf(entry[2], entry[3]); !problem.empty())
            add(token + ": " + problem);
        before = token;
    }
    return findings;
}

Findings missingTokens(const Tokens& all, const Tokens& known, const std::string& what)
{
    Findings findings;
    for (const auto& [token, place] : all)
        if (!known.contains(token))
            findings.push_back({place.path, place.line, token + " " + what});
    return findings;
}

} // namespace guanwu::test
