// Every check of the architecture on a source that was made up to break it, and on one that keeps it.
#include "tests/architecture/habits.h"
#include "tests/architecture/layers.h"
#include "tests/architecture/source_text.h"
#include "tests/architecture/tokens.h"

#include <catch2/catch.hpp>

using namespace guanwu::test;

namespace {

/// "line what" of each finding, for short comparisons.
std::vector<std::string> told(const Findings& findings)
{
    std::vector<std::string> out;
    for (const Finding& finding : findings)
        out.push_back(std::to_string(finding.line) + " " + finding.what);
    return out;
}

using Told = std::vector<std::string>;

const auto kOnlyMoney = [](const std::string& path) { return path == "core/values/money.h"; };

} // namespace

TEST_CASE("a source is taken apart into code, literals and includes", "[architecture][checks]")
{
    const SourceText source
        = takeApart("// a \"comment\"\n#include <vector>\n  #  include \"core/base/error.h\" // why\n"
                    "int a = 1'000; /* \"two\nlines\" */ char q = '\"';\n"
                    "auto s = \"x\\\"y\"; auto r = R\"(raw \"here\"\n)\"; f(\"last\");\n");
    CHECK(
        source.code == "\n\n\nint a = 1'000; \n char q = '\"';\nauto s = \"\"; auto r = \"\"\n; f(\"\");\n");
    REQUIRE(source.literals.size() == 3);
    CHECK(source.literals[0].text == "x\\\"y");
    CHECK(source.literals[1].text == "raw \"here\"\n");
    CHECK(source.literals[2].text == "last");
    CHECK(source.literals[2].line == 7);
    REQUIRE(source.includes.size() == 2);
    CHECK(source.includes[0].path == "vector");
    CHECK_FALSE(source.includes[0].isOurs);
    CHECK(source.includes[1].path == "core/base/error.h");
    CHECK(source.includes[1].isOurs);
    CHECK(source.includes[1].line == 3);
}

TEST_CASE("an include that points up or sideways is found", "[architecture][checks]")
{
    const auto findings = [](const std::string& path, const std::string& include) {
        return told(
            upwardIncludes({path, "// head\n#include \"" + include + "\"\n#include <soci/soci.h>\n"}));
    };
    CHECK(findings("app/cli/a.cpp", "schema/connection/session.h").empty());
    CHECK(findings("schema/a.cpp", "core/values/money.h").empty());
    CHECK(findings("core/values/a.cpp", "schema/a.h") == Told {"2 core must not know schema: schema/a.h"});
    CHECK(findings("schema/a.cpp", "app/a.h") == Told {"2 schema must not know app: app/a.h"});
    CHECK(findings("scanner/a.cpp", "reports/a.h") == Told {"2 scanner must not know reports: reports/a.h"});
    CHECK(findings("reports/a.cpp", "schema/a.h") == Told {"2 reports must not know schema: schema/a.h"});
    CHECK(findings("app/a.cpp", "tests/a.h") == Told {"2 \"tests/a.h\" is not named from the root"});
    CHECK(findings("app/client/a.cpp", "moc_a.cpp").empty());
    CHECK(findings("app/cli/a.cpp", "a.h") == Told {"2 \"a.h\" is not named from the root"});
    CHECK(findings("library/a.cpp", "core/values/money.h") == Told {"0 no layer of this name"});
}

TEST_CASE("an include that points up inside core is found", "[architecture][checks]")
{
    const auto findings = [](const std::string& folder, const std::string& include) {
        return told(upwardIncludes({"core/" + folder + "/a.h", "#include \"core/" + include + "/b.h\"\n"}));
    };
    CHECK(findings("inventory", "rules").empty());
    CHECK(findings("values", "values").empty());
    CHECK(findings("base", "values") == Told {"1 points up inside core: core/values/b.h"});
    CHECK(findings("registry", "inventory") == Told {"1 points up inside core: core/inventory/b.h"});
    CHECK(findings("values", "elsewhere") == Told {"1 points up inside core: core/elsewhere/b.h"});
    CHECK(findings("elsewhere", "base") == Told {"0 the order of core does not know this folder"});
}

TEST_CASE("a connection that the server would open is found", "[architecture][checks]")
{
    const auto findings = [](const std::string& path, const std::string& text) {
        return told(outgoingConnections({path, text + "\n"}));
    };
    CHECK(findings("app/server/a.cpp", "#include \"app/handheld/server_link.h\"")
        == Told {"1 app/handheld/server_link.h opens a connection"});
    CHECK(findings("app/server/a.cpp", "int n = ::connect(s, a, 1);") == Told {"1 opens a connection"});
    CHECK(findings("app/server/a.cpp", "socket.async_connect(end, done);") == Told {"1 opens a connection"});
    CHECK(findings("app/server/a.cpp", "context.connect();").empty()); // to the registry
    CHECK(findings("app/handheld/a.cpp", "#include <curl/curl.h>").empty());
}

TEST_CASE("a library away from home is found", "[architecture][checks]")
{
    const auto findings = [](const std::string& path, const std::string& header) {
        return told(foreignLibraries({path, "#include <" + header + ">\n"}));
    };
    CHECK(findings("schema/a.cpp", "soci/soci.h").empty());
    CHECK(findings("core/base/error.h", "tl/expected.hpp").empty());
    CHECK(findings("core/base/error.h", "string").empty());
    for (const char* header : {"soci/soci.h", "sqlite3.h", "nlohmann/json.hpp", "QString",
             "ZXing/ReadBarcode.h", "unistd.h", "fstream", "ctime", "cstdlib"}) {
        CAPTURE(header);
        CHECK(findings("core/values/a.cpp", header) == Told {"1 core must not know " + std::string(header)});
    }
    CHECK(findings("app/a.cpp", "soci/soci.h") == Told {"1 soci/soci.h belongs elsewhere"});
    CHECK(findings("reports/a.cpp", "nlohmann/json.hpp") == Told {"1 nlohmann/json.hpp belongs elsewhere"});
    CHECK(findings("scanner/a.cpp", "QImage") == Told {"1 QImage belongs elsewhere"});
    CHECK(findings("app/exchange/a.cpp", "expat.h") == Told {"1 expat.h belongs elsewhere"});
}

TEST_CASE(
    "an error that nobody explains is found, and an explanation that nobody needs", "[architecture][checks]")
{
    const std::vector<SourceFile> files {
        {"core/values/decimal.cpp", "error(\".empty\"); error(\".range\");"},
        {"core/values/money.cpp",
            "// \"comment.token\"\nparseHundredths(text, \"money\");\nfail(E::X, \"uscc.check\");"},
        {"app/a.cpp",
            "open(\"result.csv\"); sql << \"SELECT a.b FROM c\"; use(\"asset.asset_id\"); say(\"One. "
            "two\");"},
    };
    const Tokens used = errorTokens(files);
    const SourceFile explained {"app/text/explanations.inc",
        "// head\n{\"money.empty\", {\"金额为空\", \"the amount is empty\"}},\n{\"tag.old\", {\"旧\", "
        "\"old\"}},\n"};
    CHECK(missingTokens(used, explainedTokens(explained), "is not explained")
        == Findings {{"core/values/money.cpp", 0, "money.range is not explained"},
            {"core/values/money.cpp", 3, "uscc.check is not explained"}});
    CHECK(missingTokens(explainedTokens(explained), used, "is used nowhere")
        == Findings {{"app/text/explanations.inc", 3, "tag.old is used nowhere"}});
}

TEST_CASE("a bad explanation is found", "[architecture][checks]")
{
    const auto findings = [](const std::string& text) {
        return told(badExplanations({"app/text/explanations.inc", text}));
    };
    CHECK(findings("// head\n{\"a.b\", {\"甲 {}\", \"one {}\"}},\n{\"a.c\", {\"乙\", \"two\"}},\n").empty());
    CHECK(findings("{\"b.a\", {\"甲\", \"one\"}},\n{\"a.b\", {\"乙\", \"two\"}},\n")
        == Told {"2 a.b is out of order"});
    CHECK(findings("{\"a.b\", {\"甲\", \"one\"}},\n{\"a.b\", {\"乙\", \"two\"}},\n")
        == Told {"2 a.b is out of order"});
    CHECK(findings("{\"a.b\", {\"\", \"one\"}},\n") == Told {"1 a.b: the Chinese is missing"});
    CHECK(findings("{\"a.b\", {\"one\", \"one\"}},\n") == Told {"1 a.b: the Chinese is missing"});
    CHECK(findings("{\"a.b\", {\"甲\", \"\"}},\n") == Told {"1 a.b: the English is missing"});
    CHECK(findings("{\"a.b\", {\"甲\", \"甲\"}},\n") == Told {"1 a.b: the English is missing"});
    CHECK(
        findings("{\"a.b\", {\"甲 {}\", \"one\"}},\n") == Told {"1 a.b: one language leaves the detail out"});
    CHECK(findings("{\"a.b\", \"甲\"},\n") == Told {"1 is no entry"});
}

TEST_CASE("a file that is too long is found", "[architecture][checks]")
{
    std::string text;
    for (std::size_t i = 0; i < kMaxLines; ++i)
        text += "int a;\n";
    CHECK(tooLong({"core/a.cpp", text}).empty());
    CHECK(told(tooLong({"core/a.cpp", text + "int b;"})) == Told {"601 has 601 lines"});
}

TEST_CASE("a header without its guard is found", "[architecture][checks]")
{
    const auto findings = [](const std::string& text) { return told(withoutPragmaOnce({"core/a.h", text})); };
    CHECK(findings("#pragma once\n\n#include <string>\n").empty());
    CHECK(findings("// what it is for\n#pragma once\nint a;\n").empty());
    for (const char* bad :
        {"", "int a;\n", "#include <string>\n#pragma once\n", "// #pragma once\nint a;\n"}) {
        CAPTURE(bad);
        CHECK(findings(bad) == Told {"1 does not begin with #pragma once"});
    }
}

TEST_CASE("a .cpp that includes something before its own header is found", "[architecture][checks]")
{
    const auto findings = [](const std::string& path, const std::string& text) {
        return told(ownHeaderNotFirst({path, text}, kOnlyMoney));
    };
    CHECK(findings("core/values/money.cpp", "#include \"core/values/money.h\"\n#include <string>\n").empty());
    CHECK(findings("core/values/other.cpp", "#include <string>\n").empty());
    CHECK(findings("core/values/money.cpp", "#include <string>\n#include \"core/values/money.h\"\n")
        == Told {"1 does not include its own header first"});
    CHECK(findings("core/values/money.cpp", "int a;\n") == Told {"0 does not include its own header first"});
}

TEST_CASE("floating point is found in code and not in words about it", "[architecture][checks]")
{
    CHECK(floatingPoint({"core/a.h", "// never a double\nstd::string s = \"float\"; int doubled = 1;\n"})
              .empty());
    CHECK(told(floatingPoint({"core/a.h", "int a;\ndouble b;\nstd::vector<float> c;\n"}))
        == Told {"2 double rounds money and areas", "3 float rounds money and areas"});
}

TEST_CASE("forbidden words are found where they count", "[architecture][checks]")
{
    const auto findings = [](const std::string& path, const std::string& text) {
        return told(forbiddenWords({path, text}));
    };
    CHECK(findings("app/a.cpp", "// system(\"ls\") would run a shell\nstd::system_error e; ecosystem(1);\n")
              .empty());
    CHECK(findings("app/a.cpp", "std::system(\"ls\");\n") == Told {"1 system( runs a shell"});
    CHECK(findings("app/a.cpp", "popen (name);\n") == Told {"1 popen ( runs a shell"});
    CHECK(findings("app/a.cpp", "using namespace std;\n") == Told {"1 using namespace std; opens std"});
    CHECK(findings("schema/a.sql", "INSERT IGNORE INTO t VALUES (1);\n")
        == Told {"1 INSERT IGNORE hides errors (X9)"});
    CHECK(findings("schema/a.cpp", "run(\"SELECT GET_LOCK('a', 1)\");\n")
        == Told {"1 GET_LOCK does not work on a cluster (D10)"});
    CHECK(findings("schema/a.sql", "-- x\n) ENGINE=MyISAM;\n") == Told {"2 MyISAM survives no crash (D10)"});
    CHECK(findings("core/a.h", "// TODO: later\n") == Told {"1 TODO is left over"});
    CHECK(findings("core/a.h", "open(\"/home/clerk/a\");\n") == Told {"1 \"/home/ is a path of one machine"});
}

TEST_CASE("a page or a folder that is named and not there is found", "[architecture][checks]")
{
    const auto isThere = [](const std::string& path) {
        return path == "docs/fold.md" || path == "docs/adr/../fold.md" || path == "core"
            || path == "core/values" || path == "build";
    };
    const auto pages = [&](const std::string& path, const std::string& text) {
        return told(missingPages({path, text}, isThere));
    };
    CHECK(
        pages("README.md", "see [the fold](docs/fold.md#rules), gone.md, [a site](https://a.example/b.md)\n")
            .empty());
    CHECK(pages("docs/adr/a.md", "[fold.md](../fold.md)\n").empty());
    CHECK(pages("docs/a.md", "first\nsee [it](gone.md)\n") == Told {"2 there is no docs/gone.md"});
    CHECK(pages("core/a.h", "/// rule by rule in docs/fold.md.\n").empty());
    CHECK(pages("core/a.h", "// see docs/gone.md\n") == Told {"1 there is no docs/gone.md"});
    const auto folders = [&](const std::string& text) {
        return told(missingFolders({"ARCHITECTURE.md", text}, isThere));
    };
    CHECK(folders("| `core/values` | `area.token` `application/json` |\n").empty());
    CHECK(folders("run `build/release/bin/guanwu_bench lookup`\n").empty());
    CHECK(folders("| `core/gone` | nothing |\n") == Told {"1 there is no core/gone"});
}
