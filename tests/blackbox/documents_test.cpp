#include "tests/blackbox/paper_trail.h"

#include <catch2/catch.hpp>

using namespace guanwu::test;

TEST_CASE("A thing is given away from request to closed by command line, with its papers and its dossier")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry city(backEnd);
    const std::string& url = city.url();
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
    PaperTrail trail(city, unit);
    const auto document = [&](std::vector<std::string> arguments, int exitCode = 0) {
        return trail.run(std::move(arguments), exitCode);
    };
    const std::vector<std::string> make {"new", "--kind", "disposal", "--method", "donate", "--unit", unit,
        "--as", "clerk", "--reason", "支援", "--asset", asset, "--fact", "receiver=某小学"};
    auto dry = make;
    dry.emplace_back("--dry-run");
    document(dry);
    CHECK(document({"list"}).out == "[]\n");
    const std::string no = trail.answer(make).at("no");
    CHECK_THAT(document({"file", no, "--as", "clerk"}, 3).err, Catch::Contains("[document.paper_missing]"));
    // What is missing is named in the language of whoever asks.
    CHECK_THAT(document({"file", no, "--as", "clerk"}, 3).err, Catch::Contains("单位申请文件"));
    CHECK_THAT(document({"file", no, "--as", "clerk", "--lang", "en"}, 3).err,
        Catch::Contains("a paper is missing: Request of the unit"));
    CHECK_THAT(document({"file", no}, 3).err, Catch::Contains("[document.actor]"));
    trail.addPapers(no, {"request", "receiver_identity", "donation_agreement"});
    document({"file", no, "--as", "clerk"});
    CHECK_THAT(document({"decide", no, "--approve", "--as", "clerk"}, 3).err,
        Catch::Contains("document.applicant_signs"));
    document({"return", no, "--as", "officer", "--opinion", "补正"});
    const std::string day = trail.approve(no);
    document({"execute", no, "--as", "clerk", "--fact", "executed_on=" + day});
    trail.addPapers(no, {"donation_receipt"});
    document({"close", no, "--as", "clerk", "--fact", "removed_on=" + day, "--fact", "voucher_no=记-1"});
    CHECK_THAT(city.exported("assets"), Catch::Contains(asset));

    const auto form = (city.folder() / "form.csv").string();
    mustRun(url, {"report", "disposal-form", "--document", no, "--out", form});
    CHECK_THAT(readFile(form), Catch::Contains(asset));
    const auto dossier = (city.folder() / "dossier.pdf").string();
    document({"dossier", no, "--out", dossier});
    CHECK(trail.answer({"verify", dossier}).at("holds") == true);
    const auto altered = (city.folder() / "altered.pdf").string();
    writeFile(altered, readFile(dossier) + "\n");
    CHECK_THAT(document({"verify", altered}, 1).err, Catch::Contains("[document.no_dossier]"));

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
