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

TEST_CASE(
    "Who looks at the second half of a batch is told of the first, and under which rule the whole would fall")
{
    const DemoRegistry city("sqlite");
    const auto cards = city.folder() / "cards.csv";
    std::string rows
        = "asset_no,unit,using_unit,class_edition,class_code,name,quantity,unit_of_measure,original_yuan,"
          "acquired_on,booked_on,acquisition_method,life_months,use_state\n";
    for (const char* number : {"TY2011000911", "TY2011000912", "TY2011000913"})
        rows += std::string(number)
            + ",U008,U008,2022,A02061804,空调机组,1,台,95000,2011-05-01,2011-05-05,purchase,60,in_use\n";
    writeFile(cards, rows);
    mustRun(city.url(), {"import", "assets", cards.string()});
    const PaperTrail trail(city, "U008");
    const auto scrap = [&](std::vector<std::string> assets) {
        std::vector<std::string> more {"--fact", "ground=beyond_use"};
        for (const std::string& asset : assets)
            more.insert(more.end(), {"--asset", asset});
        const std::string no = trail.draft("disposal", "scrap", more);
        trail.addPapers(no, {"request"});
        trail.run({"file", no, "--as", "clerk"});
        return no;
    };
    const auto shown = [&](const std::string& no) {
        return mustRun(city.url(), {"document", "show", no}).out;
    };
    const std::string first = scrap({"TY2011000911", "TY2011000912"});
    CHECK_THAT(shown(first), !Catch::Contains("拆分"));
    const std::string second = scrap({"TY2011000913"});
    CHECK_THAT(shown(second),
        Catch::Contains("提示：疑似拆分") && Catch::Contains(first) && Catch::Contains("285000.00"));
}
