// P7 as the auditor sees it: the trail of commands, sealed, anchored and proven.
#include "schema/connection/query.h"
#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

Json lastLine(const std::string& text)
{
    const auto lines = linesOf(text);
    REQUIRE_FALSE(lines.empty());
    return Json::parse(lines.back());
}

} // namespace

TEST_CASE(
    "P7: what commands do is in the trail, and an auditor proves that nobody edited it, or is told where")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    const std::string key = (registry.folder() / "registry.key").string();
    const auto run = [&](std::vector<std::string> arguments, int exitCode = 0) {
        arguments.insert(arguments.begin(), {"--json", "--key-file", key});
        return mustRun(registry.url(), arguments, exitCode);
    };
    const std::string anchor = (registry.folder() / "anchor.json").string();
    run({"user", "setup"});
    const Json entry = Json::parse(linesOf(run({"audit", "list", "--object", "user setup"}).out).front());
    CHECK(entry.at("action") == "command");
    CHECK(entry.at("actor").get<std::string>().starts_with("local:"));
    CHECK(entry.at("outcome") == "done");
    CHECK_THAT(run({"audit", "list", "--action", "dance"}, 2).err, Catch::Contains("audit.action"));

    CHECK_THAT(run({"audit", "anchor", "--out", anchor}, 3).err, Catch::Contains("audit.nothing_sealed"));
    CHECK_THAT(run({"audit", "seal", "--algorithm", "md5"}, 2).err, Catch::Contains("audit.algorithm"));
    run({"audit", "seal", "--dry-run"});
    const Json sealed = lastLine(run({"audit", "seal"}).out);
    CHECK(sealed.at("sealed") > 0);
    run({"audit", "anchor", "--out", anchor});
    const Json good = lastLine(run({"audit", "verify", "--anchors", anchor}).out);
    CHECK(good.at("findings") == 0);
    CHECK(good.at("anchored") == sealed.at("sealed"));
    const std::string publicKey = Json::parse(readFile(anchor)).at("key");
    run({"audit", "verify", "--anchors", anchor, "--anchor-key", publicKey});
    CHECK_THAT(run({"audit", "verify", "--anchors", anchor, "--anchor-key", publicKey + "A"}, 1).out,
        Catch::Contains("anchor_forged"));

    const auto session = guanwu::Session(*guanwu::parseDatabaseUrl(registry.url()), "").another();
    guanwu::Query(*session)
        .add("UPDATE audit_entry SET actor = 'nobody' WHERE id = ",
            std::stoll(entry.at("entry").get<std::string>()))
        .run();
    const ProgramRun bad = run({"audit", "verify", "--anchors", anchor}, 1);
    CHECK(Json::parse(linesOf(bad.out).front()).at("fault") == "entry_changed");
    CHECK(lastLine(bad.out).at("first_bad_entry") == entry.at("entry"));
}

TEST_CASE("P7, A3: a signed paper proves later that somebody wrote the history again as a whole")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    const std::string key = (registry.folder() / "registry.key").string();
    const auto run = [&](std::vector<std::string> arguments, int exitCode = 0) {
        arguments.insert(arguments.begin(), {"--json", "--key-file", key});
        return mustRun(registry.url(), arguments, exitCode);
    };
    run({"user", "setup"});
    run({"audit", "seal"});
    run({"audit", "anchor", "--out", (registry.folder() / "anchor.json").string()});

    // A table and a text, as they are handed in; the pictures stand for what a phone sees of the paper.
    std::string lines;
    for (const std::string report : {"certificates", "idle-disposal"}) {
        CAPTURE(report);
        const std::string pdf = (registry.folder() / (report + ".pdf")).string();
        run({"report", report, "--out", pdf});
        const std::string again = (registry.folder() / "again.pdf").string();
        run({"report", report, "--out", again});
        CHECK(readFile(pdf) == readFile(again));
        const std::string pages = (registry.folder() / report).string();
        std::filesystem::create_directory(pages);
        REQUIRE(std::system(("pdftoppm -r 150 -png '" + pdf + "' '" + pages + "/page'").c_str()) == 0);
        std::vector<std::string> anchors;
        for (const std::string& line : linesOf(run({"scan", pages}).out))
            if (const Json text = Json::parse(line).at("text");
                text.is_string() && text.get<std::string>().starts_with("GWA1|"))
                anchors.push_back(text);
        REQUIRE(anchors.size() == 1);
        lines += anchors.front() + "\n";
    }
    const std::string paper = (registry.folder() / "paper.txt").string();
    writeFile(paper, lines);
    CHECK(lastLine(run({"audit", "verify", "--anchors", paper}).out).at("anchored") > 0);

    const auto session = guanwu::Session(*guanwu::parseDatabaseUrl(registry.url()), "").another();
    for (const std::string table : {"audit_anchor", "audit_seal", "audit_block"})
        guanwu::Query(*session).add("DELETE FROM " + table).run();
    guanwu::Query(*session).add("UPDATE audit_entry SET actor = 'nobody'").run();
    run({"audit", "seal"});
    CHECK(lastLine(run({"audit", "verify"}).out).at("findings") == 0);
    const ProgramRun bad = run({"audit", "verify", "--anchors", paper}, 1);
    CHECK(Json::parse(linesOf(bad.out).front()).at("fault") == "anchor_differs");
    CHECK(Json::parse(linesOf(bad.out).front()).at("about") == "paper.txt:1");
}
