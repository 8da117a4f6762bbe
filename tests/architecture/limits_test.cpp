// Each limit has a test at it and behind it: limits.tsv says which, and this that the list is whole.
#include "tests/architecture/finding.h"
#include "tests/architecture/source_text.h"
#include "tests/architecture/source_tree.h"
#include "tests/support/places.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>

using namespace guanwu::test;

namespace {

struct LimitRow {
    std::string path;
    std::string name;
    std::string proof; ///< the beginning of a test's name, or "- " and why there is none
};

std::vector<LimitRow> limitRows()
{
    std::vector<LimitRow> out;
    std::ifstream in(sourceFolder() / "tests/architecture/limits.tsv");
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        REQUIRE(second != std::string::npos);
        out.push_back(
            {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return out;
}

/// The names of limits that a file of the product defines. The layout of papers limits nothing that comes
/// from outside, and the client asks a server that has limits of its own. A fraction is no limit but a
/// threshold, by which a reader of pictures tells one thing from another.
std::set<std::string> limitsOf(const SourceFile& file)
{
    if (!file.isCode() || file.isIn("app/client")
        || (!file.isIn("core") && !file.isIn("schema") && !file.isIn("app") && !file.isIn("scanner")))
        return {};
    static const std::regex form(
        R"(constexpr(?! (?:double|float) )[\w :<>,]*\b(k(?:Max|Most|Longest|Largest|Greatest)\w*)\s*[={])");
    std::set<std::string> out;
    const SourceText text = takeApart(file.text);
    for (std::sregex_iterator at(text.code.begin(), text.code.end(), form), end; at != end; ++at)
        out.insert((*at)[1]);
    return out;
}

/// Limits without a row.
Findings unlisted(const SourceFile& file, const std::vector<LimitRow>& rows)
{
    Findings out;
    for (const std::string& name : limitsOf(file))
        if (std::ranges::none_of(
                rows, [&](const LimitRow& row) { return row.path == file.path && row.name == name; }))
            out.push_back({file.path, 0, name + " has no row in tests/architecture/limits.tsv"});
    return out;
}

/// Rows whose test is that of others as well, and names them not: it could lose the case of one unnoticed. It
/// names a limit by its file and name, in the case or above it.
Findings sharedButNotNamed(const std::vector<LimitRow>& rows, const std::string& tests)
{
    Findings out;
    for (const LimitRow& row : rows) {
        const auto sharing
            = std::ranges::count_if(rows, [&](const LimitRow& other) { return other.proof == row.proof; });
        if (row.proof.starts_with("- ") || sharing < 2)
            continue;
        // A name that no other file has says enough, and best where the test uses it.
        const bool isOwn
            = std::ranges::count_if(rows, [&](const LimitRow& other) { return other.name == row.name; }) == 1;
        const std::regex named("\\b" + (isOwn ? "" : row.path + " ") + row.name + "\\b");
        if (!std::regex_search(tests, named))
            out.push_back({row.path, 0, row.name + " is not named by the test it shares with others"});
    }
    return out;
}

} // namespace

TEST_CASE("every limit that is named has the test that tries it at its greatest value and one above",
    "[architecture]")
{
    const auto rows = limitRows();
    Findings all;
    std::string tests;
    for (const SourceFile& file : sourceTree()) {
        const Findings some = unlisted(file, rows);
        all.insert(all.end(), some.begin(), some.end());
        if (file.isIn("tests"))
            tests += file.text;
    }
    CHECK(all == Findings {});
    CHECK(sharedButNotNamed(rows, tests) == Findings {});
    for (const LimitRow& row : rows) {
        CAPTURE(row.path, row.name, row.proof);
        const auto file = std::ranges::find(sourceTree(), row.path, &SourceFile::path);
        REQUIRE(file != sourceTree().end());
        CHECK(std::regex_search(file->text, std::regex("\\b" + row.name + "\\b")));
        // Whoever says why there is no test says it.
        CHECK((row.proof.starts_with("- ") ? row.proof.size() > 10
                                           : tests.find("\"" + row.proof) != std::string::npos));
    }
}

TEST_CASE("a limit without its row is found", "[architecture][checks]")
{
    const SourceFile file {"core/a.cpp", "constexpr std::size_t kMostThings = 7;\nint kMostOthers = 1;\n"};
    CHECK(unlisted(file, {{"core/a.cpp", "kMostThings", "x"}}).empty());
    CHECK(unlisted(file, {{"core/b.cpp", "kMostThings", "x"}}).size() == 1);
    CHECK(unlisted({"scanner/a.cpp", file.text}, {}).size() == 1);
    CHECK(unlisted({"reports/a.cpp", file.text}, {}).empty());
    CHECK(unlisted({"scanner/a.cpp", "constexpr double kMostShare = 0.35;"}, {}).empty());
}

TEST_CASE("a limit that shares its test and is not named there is found", "[architecture][checks]")
{
    const std::vector<LimitRow> rows {
        {"core/a.cpp", "kMost", "one"}, {"core/b.cpp", "kMost", "one"}, {"core/b.cpp", "kMostOthers", "two"}};
    CHECK(sharedButNotNamed(rows, "core/a.cpp kMost\ncore/b.cpp kMost\n").empty());
    CHECK(sharedButNotNamed(rows, "core/a.cpp kMost\ncore/b.cpp kMostOthers\n").size() == 1);
    const std::vector<LimitRow> own {{"core/a.cpp", "kMostA", "one"}, {"core/b.cpp", "kMostB", "one"}};
    CHECK(sharedButNotNamed(own, "take(kMostA), take(kMostB)").empty());
    CHECK(sharedButNotNamed(own, "take(kMostA)").size() == 1);
}
