#include "schema/connection/query.h"
#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

Json answerOf(const std::string& url, std::vector<std::string> arguments, int exitCode = 0)
{
    arguments.insert(arguments.begin(), "--json");
    return Json::parse(linesOf(mustRun(url, arguments, exitCode).out).at(0));
}

/// The first unit that has cards.
std::string aUnit(const DemoRegistry& city)
{
    const auto cards = linesOf(city.exported("assets"));
    const auto from = cards.at(1).find(",U") + 1;
    return cards.at(1).substr(from, cards.at(1).find(',', from) - from);
}

} // namespace

TEST_CASE("Depreciation is previewed, posted once, and printed, by command line")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const std::string& url = city.url();
    const std::string unit = aUnit(city);
    const std::vector<std::string> post {"depreciate", "--through", "2022-09", "--opening", "2022-07"};
    auto dry = post;
    dry.emplace_back("--dry-run");
    const Json plan = answerOf(url, dry);
    CHECK(plan.at("units").at(0).at("from") == "2022-08");
    CHECK(plan.at("units").at(0).at("opens") == true);
    CHECK(mustRun(url, {"report", "depreciation", "--month", "2022-09", "--out",
                           (city.folder() / "none.csv").string()},
              3)
              .err.find("[books.not_posted]")
        != std::string::npos);
    const Json posted = answerOf(url, post);
    CHECK(posted.at("months").size() == 2);
    CHECK(posted.at("untied").empty());
    CHECK(answerOf(url, post).at("posted") == 0);
    CHECK(mustRun(url, {"depreciate", "--through", "2022-13"}, 2).err.find("[") != std::string::npos);
    const auto out = (city.folder() / "depreciation.csv").string();
    mustRun(url, {"report", "depreciation", "--month", "2022-09", "--unit", unit, "--out", out});
    const auto lines = linesOf(readFile(out));
    REQUIRE(lines.size() > 2);
    CHECK(lines.back().find("合计") != std::string::npos);
}

TEST_CASE("A posting that somebody overtakes tells what it had posted, as the trail does")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const std::string& url = city.url();
    answerOf(url, {"depreciate", "--through", "2022-09", "--opening", "2022-08"});
    // Of one unit somebody else is at November, while October is still open for all.
    const auto session = guanwu::Session(*guanwu::parseDatabaseUrl(url), "").another();
    guanwu::Query(*session)
        .add(
            "INSERT INTO depreciation_month (unit_id, month, state, cursor_entry, cards, quantity, original_fen, "
            "taken_fen, accumulated_fen, added_cards, added_before_fen, removed_cards, removed_accumulated_fen, "
            "difference_fen, run_id) SELECT unit_id, month + 2, 'posting', cursor_entry, 0, 0, 0, 0, 0, 0, 0, 0, "
            "0, 0, run_id FROM depreciation_month ORDER BY unit_id LIMIT 1")
        .run();
    const std::vector<std::string> post {"--json", "depreciate", "--through", "2022-11"};
    const ProgramRun run = mustRun(url, post, 1);
    CHECK(run.err.find("[books.busy]") != std::string::npos);
    const Json told = Json::parse(linesOf(run.out).at(0));
    CHECK(told.at("stopped_by") == "books.busy");
    CHECK(told.at("posted") > 0);
    CHECK(told.at("months").at(0).at("month") == "2022-10");
    const auto trail = linesOf(mustRun(url, {"--json", "audit", "list", "--object", "depreciate"}).out);
    REQUIRE(trail.size() == 2); // one a run
    for (const std::string& entry : trail)
        CHECK(Json::parse(entry).at("outcome") == "done");
    // The next run takes up what was left open.
    CHECK(answerOf(url, post).at("stopped_by").is_null());
    CHECK(answerOf(url, post).at("posted") == 0);
}

TEST_CASE("A ledger that differs fails the reconciliation until its difference has a reason")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const std::string& url = city.url();
    const std::string unit = aUnit(city);
    mustRun(url, {"depreciate", "--through", "2022-09", "--opening", "2022-08", "--unit", unit});
    const std::vector<std::string> look {"reconcile", "--unit", unit, "--month", "2022-09"};
    // Without a ledger nothing differs, because nothing was compared: that is no pass.
    const Json cards = answerOf(url, look, 1);
    CHECK(cards.at("passes") == false);
    CHECK(cards.at("unexplained") == 0);
    CHECK(cards.at("without_ledger") > 0);
    const auto& line = cards.at("lines").at(0);
    const std::string account = line.at("account");
    const std::string classCode = line.at("class");
    // The ledger has 800 yuan more than the cards in one class.
    const std::string yuan = line.at("cards_yuan");
    const auto dot = yuan.find('.');
    const std::string more = std::to_string(std::stoll(yuan.substr(0, dot)) + 800) + yuan.substr(dot);
    const auto file = (city.folder() / "ledger.csv").string();
    const std::string head = "unit,month,account,class_code,balance_yuan\n";
    const auto row = [&](const Json& one, const std::string& balance) {
        return unit + ",2022-09," + one.at("account").get<std::string>() + ","
            + one.at("class").get<std::string>() + "," + balance + "\n";
    };
    std::string ledger = head + row(line, more);
    for (std::size_t i = 1; i < cards.at("lines").size(); ++i) {
        const auto& one = cards.at("lines").at(i);
        if (!one.at("cards_yuan").is_null())
            ledger += row(one, one.at("cards_yuan"));
    }
    writeFile(file, ledger);
    mustRun(url, {"import", "ledger", file});
    const Json failing = answerOf(url, look, 1);
    CHECK(failing.at("unexplained") == 1);
    std::vector<std::string> explain {"reconcile", "--unit", unit, "--month", "2022-09", "--side", "a-c",
        "--class", classCode, "--account", account, "--amount", "800", "--reason", "other"};
    CHECK(mustRun(url, explain, 2).err.find("[reconcile.needs_note]") != std::string::npos);
    explain.insert(explain.end(), {"--note", "在途"});
    auto dry = explain;
    dry.emplace_back("--dry-run");
    mustRun(url, dry);
    CHECK(answerOf(url, look, 1).at("unexplained") == 1);
    CHECK(answerOf(url, explain).at("passes") == true);
    std::string id;
    const Json explained = answerOf(url, look);
    for (const auto& one : explained.at("lines"))
        for (const auto& item : one.at("items"))
            if (!item.at("id").is_null())
                id = item.at("id");
    REQUIRE_FALSE(id.empty());
    mustRun(url, {"reconcile", "--remove", id});
    answerOf(url, look, 1);
}

TEST_CASE("A class of the cards that a ledger with classes leaves out differs by all of it")
{
    const DemoRegistry city("sqlite");
    const std::string& url = city.url();
    const std::string unit = aUnit(city);
    mustRun(url, {"depreciate", "--through", "2022-09", "--opening", "2022-08", "--unit", unit});
    const std::vector<std::string> look {"reconcile", "--unit", unit, "--month", "2022-09"};
    const Json cards = answerOf(url, look, 1);
    std::string ledger = "unit,month,account,class_code,balance_yuan\n";
    std::size_t left = 0;
    std::size_t compared = 0;
    for (const auto& one : cards.at("lines")) {
        if (one.at("cards_yuan").is_null() || one.at("cards_yuan") == "0.00")
            continue;
        const bool isOriginal = one.at("account") == "1601";
        if (isOriginal && compared++ > 0)
            ++left;
        else
            ledger += unit + ",2022-09," + one.at("account").get<std::string>() + ","
                + one.at("class").get<std::string>() + "," + one.at("cards_yuan").get<std::string>() + "\n";
    }
    REQUIRE(left > 0);
    const auto file = (city.folder() / "ledger.csv").string();
    writeFile(file, ledger);
    mustRun(url, {"import", "ledger", file});
    const Json failing = answerOf(url, look, 1);
    CHECK(failing.at("unexplained") == left);
    CHECK(failing.at("without_ledger") == 0);
}

TEST_CASE("A unit is merged by command line with a preview that moves nothing")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const std::string& url = city.url();
    const std::string unit = aUnit(city);
    std::string other;
    for (const std::string& line : linesOf(city.exported("units")))
        if (const std::string code = line.substr(0, line.find(',')); code.starts_with('U') && code != unit)
            other = code;
    const std::vector<std::string> merge {"unit", "reform", "merge", unit, "--into", other, "--paper", "怀编〔2026〕2号"};
    auto dry = merge;
    dry.emplace_back("--dry-run");
    const std::string before = city.exported("assets");
    const Json plan = answerOf(url, dry);
    CHECK(plan.at("cards") > 0);
    CHECK(plan.at("problems").empty());
    CHECK(city.exported("assets") == before);
    CHECK(answerOf(url, merge).at("cards") == plan.at("cards"));
    CHECK(city.exported("assets").find("," + unit + ",") == std::string::npos);
    CHECK(mustRun(url, merge, 3).err.find("[unit.ended]") != std::string::npos);
}

TEST_CASE("What a count found is drafted as documents once, by command line")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const std::string& url = city.url();
    const std::string unit = aUnit(city);
    const std::string key = (city.folder() / "registry.key").string();
    mustRun(url, {"--key-file", key, "user", "setup"});
    mustRun(url, {"--key-file", key, "user", "add", "clerk", "--name", "clerk", "--role", "unit_clerk", "--unit",
                     unit});
    mustRun(url, {"task", "create", "QC", "--name", "清查", "--base-date", "2022-09-30", "--unit", unit});
    for (const char* step : {"issue", "freeze"})
        mustRun(url, {"task", step, "QC"});
    const std::vector<std::string> make {
        "document", "from-findings", "QC", "--unit", unit, "--as", "clerk"};
    CHECK(mustRun(url, make, 3).err.find("[document.not_verified]") != std::string::npos);
    mustRun(url, {"task", "advance", "QC", "--to", "verified"}); // nobody saw anything: all of it is missing
    auto dry = make;
    dry.emplace_back("--dry-run");
    const Json planned = answerOf(url, dry);
    REQUIRE_FALSE(planned.at("documents").empty());
    CHECK(answerOf(url, {"document", "list"}).empty());
    const Json made = answerOf(url, make);
    CHECK(made.at("documents").size() == planned.at("documents").size());
    CHECK(made.at("documents").at(0).at("result") == "shortage");
    CHECK(answerOf(url, make).at("documents").empty());
    CHECK(answerOf(url, {"document", "outstanding", "--unit", unit}, 1).at("documents").size()
        == made.at("documents").size());
    mustRun(url, {"document", "outstanding"}, 2);
    CHECK_THAT(mustRun(url, {"task", "advance", "QC", "--to", "adjusted"}).err,
        Catch::Contains(
            "尚有由清查生成的单据未办结，账面随其办结调整：" + std::to_string(made.at("documents").size())));
}
