// The invariants of ARCHITECTURE.md, read from the source itself.
#include "tests/architecture/habits.h"
#include "tests/architecture/layers.h"
#include "tests/architecture/tokens.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

using namespace guanwu::test;

namespace {

using Choice = std::function<bool(const SourceFile&)>;
using Check = std::function<Findings(const SourceFile&)>;

std::vector<SourceFile> chosen(const Choice& choice)
{
    std::vector<SourceFile> files;
    std::copy_if(sourceTree().begin(), sourceTree().end(), std::back_inserter(files), choice);
    return files;
}

/// What a check finds in the chosen files. At least so many there must be: a check of nothing finds nothing.
Findings found(std::size_t atLeast, const Choice& choice, const Check& check)
{
    const auto files = chosen(choice);
    REQUIRE(files.size() >= atLeast);
    Findings all;
    for (const SourceFile& file : files) {
        const Findings some = check(file);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

bool isProductCode(const SourceFile& file) { return file.isCode() && file.isProduct(); }

/// From top to bottom; a sorted table of texts is looked into, and pages are no source.
bool isRead(const SourceFile& file) { return !file.endsIn(".md") && !file.endsIn(".inc"); }

const SourceFile& explanations()
{
    const auto found = std::find_if(sourceTree().begin(), sourceTree().end(),
        [](const SourceFile& file) { return file.path == "app/text/explanations.inc"; });
    REQUIRE(found != sourceTree().end());
    return *found;
}

bool isThere(const std::string& path) { return isInProject(path); }

} // namespace

TEST_CASE("includes point down only", "[architecture]")
{
    CHECK(found(200, isProductCode, upwardIncludes) == Findings {});
}

TEST_CASE("libraries are included where they belong, and core knows the language only", "[architecture]")
{
    CHECK(found(200, isProductCode, foreignLibraries) == Findings {});
}

TEST_CASE("X15: the server opens no connection to anywhere", "[architecture]")
{
    CHECK(found(200, isProductCode, outgoingConnections) == Findings {});
}

TEST_CASE("every error is explained, in Chinese and in English", "[architecture]")
{
    const Tokens used = errorTokens(
        chosen([](const SourceFile& file) { return isProductCode(file) && !file.endsIn(".inc"); }));
    CHECK(used.size() > 150);
    CHECK(missingTokens(used, explainedTokens(explanations()), "is not explained") == Findings {});
}

TEST_CASE("every explanation is of an error that can happen", "[architecture]")
{
    const Tokens used = errorTokens(
        chosen([](const SourceFile& file) { return isProductCode(file) && !file.endsIn(".inc"); }));
    CHECK(missingTokens(explainedTokens(explanations()), used, "is used nowhere") == Findings {});
}

TEST_CASE("the explanations are sorted entries in both languages", "[architecture]")
{
    CHECK(explainedTokens(explanations()).size() > 150);
    CHECK(badExplanations(explanations()) == Findings {});
}

TEST_CASE("no source file is longer than 600 lines", "[architecture]")
{
    CHECK(found(250, isRead, tooLong) == Findings {});
}

TEST_CASE("every header begins with #pragma once", "[architecture]")
{
    CHECK(found(
              100, [](const SourceFile& file) { return file.endsIn(".h"); }, withoutPragmaOnce)
        == Findings {});
}

TEST_CASE("every .cpp includes its own header first, so each header stands alone", "[architecture]")
{
    CHECK(found(
              150, [](const SourceFile& file) { return file.endsIn(".cpp"); },
              [](const SourceFile& file) { return ownHeaderNotFirst(file, isThere); })
        == Findings {});
}

TEST_CASE("D11: there is no floating point in core", "[architecture]")
{
    CHECK(found(
              50, [](const SourceFile& file) { return file.isIn("core") && file.isCode(); }, floatingPoint)
        == Findings {});
}

TEST_CASE("X9, D10: no shell, no statement that hides errors, nothing left over", "[architecture]")
{
    CHECK(found(
              200, [](const SourceFile& file) { return file.isProduct() && !file.endsIn(".md"); },
              forbiddenWords)
        == Findings {});
}

TEST_CASE("pages and folders that are named are there", "[architecture]")
{
    CHECK(found(
              250, [](const SourceFile& file) { return !file.isIn("tests/architecture"); },
              [](const SourceFile& file) { return missingPages(file, isThere); })
        == Findings {});
    CHECK(found(
              5, [](const SourceFile& file) { return file.endsIn(".md"); },
              [](const SourceFile& file) { return missingFolders(file, isThere); })
        == Findings {});
}
