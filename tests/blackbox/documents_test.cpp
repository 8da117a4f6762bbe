#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace guanwu::test;

TEST_CASE("A thing is given away from request to closed by command line, with its papers and its dossier")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry city(backEnd);
    const std::string& url = city.url();
    const std::string key = (city.folder() / "registry.key").string();
    mustRun(url, {"--key-file", key, "user", "setup"});
    const auto addUser = [&](const char* login, const char* role, const char* unit) {
        std::vector<std::string> arguments {
            "--key-file", key, "user", "add", login, "--name", login, "--role", role};
        if (*unit != '\0')
            arguments.insert(arguments.end(), {"--unit", unit});
        mustRun(url, arguments);
    };
    // A piece of furniture in use, and its unit.
    const auto cards = linesOf(city.exported("assets"));
    std::string asset, unit;
    for (const std::string& line : cards)
        if (line.starts_with("JJ") && line.find(",in_use,") != std::string::npos) {
            asset = line.substr(0, line.find(','));
            const auto from = line.find(",U") + 1;
            unit = line.substr(from, line.find(',', from) - from);
            break;
        }
    REQUIRE_FALSE(asset.empty());
    addUser("clerk", "unit_clerk", unit.c_str());
    addUser("officer", "asset_officer", unit.c_str());
    addUser("bureau", "asset_section", "");
    addUser("second", "asset_section", "");
    addUser("third", "asset_section", "");

    const auto document = [&](std::vector<std::string> arguments, int exitCode = 0) {
        arguments.insert(arguments.begin(), {"--json", "document"});
        return mustRun(url, arguments, exitCode);
    };
    const std::vector<std::string> make {"new", "--kind", "disposal", "--method", "donate", "--unit", unit,
        "--as", "clerk", "--reason", "支援", "--asset", asset, "--fact", "receiver=某小学"};
    auto dry = make;
    dry.emplace_back("--dry-run");
    document(dry);
    CHECK(document({"list"}).out == "[]\n");
    const std::string no = nlohmann::json::parse(document(make).out).at("no");
    CHECK_THAT(document({"file", no, "--as", "clerk"}, 3).err, Catch::Contains("[document.paper_missing]"));
    CHECK_THAT(document({"file", no}, 3).err, Catch::Contains("[document.actor]"));
    const auto pdf = (city.folder() / "paper.pdf").string();
    const auto paper = [&](const char* name) {
        writeFile(pdf, std::string("%PDF-1.4\n% ") + name);
        document({"paper", no, "--paper", name, "--file", pdf, "--as", "clerk"});
    };
    for (const char* name : {"request", "receiver_identity", "donation_agreement"})
        paper(name);
    document({"file", no, "--as", "clerk"});
    CHECK_THAT(document({"decide", no, "--approve", "--as", "clerk"}, 3).err,
        Catch::Contains("document.applicant_signs"));
    document({"decide", no, "--approve", "--as", "officer", "--meeting", "党组会", "--minutes", "纪要1"});
    auto look = nlohmann::json::parse(document({"show", no}).out);
    if (look.at("step") == "dept_review") {
        addUser("parent", "asset_officer", look.at("supervising").at("code").get<std::string>().c_str());
        document({"decide", no, "--approve", "--as", "parent"});
    }
    for (const char* who : {"bureau", "second", "third"}) {
        look = nlohmann::json::parse(document({"show", no}).out);
        if (look.at("state") == "in_review")
            document({"decide", no, "--approve", "--as", who, "--paper-no", "批1号", "--opinion", "同意"});
    }
    look = nlohmann::json::parse(document({"show", no}).out);
    REQUIRE(look.at("state") == "approved");
    const std::string day = look.at("approved_on");
    document({"execute", no, "--as", "clerk", "--fact", "executed_on=" + day});
    paper("donation_receipt");
    document({"close", no, "--as", "clerk", "--fact", "removed_on=" + day, "--fact", "voucher_no=记-1"});
    CHECK_THAT(city.exported("assets"), Catch::Contains(asset));

    const auto form = (city.folder() / "form.csv").string();
    mustRun(url, {"report", "disposal-form", "--document", no, "--out", form});
    CHECK_THAT(readFile(form), Catch::Contains(asset));
    const auto dossier = (city.folder() / "dossier.pdf").string();
    document({"dossier", no, "--out", dossier});
    CHECK(nlohmann::json::parse(document({"verify", dossier}).out).at("holds") == true);
    writeFile(pdf, readFile(dossier) + "\n");
    CHECK_THAT(document({"verify", pdf}, 1).err, Catch::Contains("[document.no_dossier]"));

    const auto routes = (city.folder() / "routes.csv").string();
    document({"routes", "--check"});
    document({"routes", "--export", routes});
    CHECK_THAT(document({"routes", "--check-file", routes}).out, Catch::Contains("\"problems\":[]"));
    CHECK_THAT(document({"routes", "--import", routes, "--as", "clerk"}, 3).err,
        Catch::Contains("[access.forbidden]"));
    std::string gap = readFile(routes);
    gap.replace(gap.find(",100000.00,0.00,200000.00,"), 26, ",100000.00,0.00,199999.99,");
    writeFile(routes, gap);
    CHECK_THAT(document({"routes", "--check-file", routes}, 1).out, Catch::Contains("routes.gap"));
    CHECK_THAT(
        document({"routes", "--import", routes, "--as", "bureau"}, 3).err, Catch::Contains("[routes.gap]"));
}
