#include "tests/blackbox/demo_city.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

using namespace guanwu::test;

namespace {

/// A frozen task over a unit with 40 cards and one with 3, whose numbers end in 1, 2, 3 ...
class Campaign {
public:
    explicit Campaign(const std::string& backEnd)
        : m_backEnd(backEnd)
    {
        run({"init"});
        writeFile(m_folder / "units.csv",
            "code,name,uscc,org_type,organ_level,parent,division,posts_established,posts_filled,in_"
            "inventory\n"
            "U1,一局,,administrative,municipal,,431201,10,9,1\nU2,二局,,administrative,municipal,,431201,10,"
            "9,1\n");
        run({"import", "units", path("units.csv")});
        writeFile(m_folder / "places.csv",
            "code,kind,name,parent,unit\nC1,compound,大院,,\nB1,building,一号楼,C1,\nR1,room,101室,B1,U1\nR2,"
            "room,102室,B1,U1\n");
        run({"import", "places", path("places.csv")});
        std::string cards = "asset_no,unit,class_code,name,quantity,unit_of_measure,original_yuan,acquired_"
                            "on,acquisition_method,"
                            "use_state,place\n";
        for (int i = 1; i <= 43; ++i)
            cards += assetNo(i) + (i <= 40 ? ",U1" : ",U2")
                + ",A05010201,办公桌,1,张,1000.00,2020-05-06,purchase,in_use,R1\n";
        writeFile(m_folder / "assets.csv", cards);
        run({"import", "assets", path("assets.csv")});
        run({"task", "create", "T1", "--name", "清查", "--base-date", "2022-12-31"});
        run({"task", "issue", "T1"});
        run({"task", "freeze", "T1"});
    }

    ProgramRun run(const std::vector<std::string>& arguments, int exitCode = 0) const
    {
        return mustRun(m_backEnd.url(), arguments, exitCode);
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    [[nodiscard]] std::string result() const
    {
        run({"task", "result", "T1", "--out", path("result.csv")});
        return readFile(m_folder / "result.csv");
    }
    void write(const std::string& name, const std::vector<std::string>& lines) const
    {
        std::string text;
        for (const std::string& line : lines)
            text += line + '\n';
        writeFile(m_folder / name, text);
    }

    static std::string assetNo(int i) { return "JJ2020" + std::to_string(1'000'000 + i).substr(1); }

private:
    BackEnd m_backEnd;
    TempFolder m_folder;
};

/// A sighting, with the fields that a test names put in place of the usual ones.
std::string event(int number, const nlohmann::json& fields)
{
    nlohmann::ordered_json json {
        {"event_id", "01932c5e-7b1a-7c3e-9f00-" + std::to_string(900'000'000'000 + number)},
        {"install_id", "5f0e5f0e5f0e5f0e5f0e5f0e5f0e5f0e"}, {"seq", number},
        {"at", "2023-01-09T09:31:22.120+08:00"}, {"actor", "clerk01"}, {"unit", "U1"}, {"kind", "seen"},
        {"code", nullptr}, {"place", nullptr}, {"user", nullptr}, {"condition", nullptr}, {"entry", "camera"},
        {"reason", nullptr}, {"name", nullptr}, {"class_code", nullptr}, {"quantity", 1},
        {"photos", nlohmann::json::array()}, {"corrects", nullptr}};
    json.update(fields);
    return json.dump();
}

/// A bit of everything: plain sightings, another place, a contradiction, an undo, a surplus, a stranger, a
/// note.
std::vector<std::string> variedEvents()
{
    std::vector<std::string> out;
    int number = 0;
    for (int i = 1; i <= 36; ++i)
        out.push_back(event(++number, {{"code", Campaign::assetNo(i)}, {"place", i % 9 == 0 ? "R2" : "R1"}}));
    out.push_back(event(++number,
        {{"code", Campaign::assetNo(5)}, {"place", "R2"}, {"at", "2023-01-10T09:00:00.000+08:00"}}));
    out.push_back(event(++number, {{"code", Campaign::assetNo(37)}, {"condition", "stolen"}}));
    const int mistaken = number;
    out.push_back(event(++number,
        {{"kind", "undo"}, {"entry", "manual"}, {"reason", "误操作"},
            {"corrects", "01932c5e-7b1a-7c3e-9f00-" + std::to_string(900'000'000'000 + mistaken)}}));
    out.push_back(event(++number, {{"code", Campaign::assetNo(38)}, {"condition", "damaged"}}));
    out.push_back(event(++number, {{"kind", "surplus"}, {"name", "无标签椅子"}, {"place", "R2"}}));
    out.push_back(event(++number, {{"code", "XX1999000001"}}));
    out.push_back(event(++number, {{"code", Campaign::assetNo(41)}})); // of the other unit
    out.push_back(
        event(++number, {{"kind", "note"}, {"code", Campaign::assetNo(1)}, {"reason", "标签模糊"}}));
    return out;
}

} // namespace

TEST_CASE("The same events in any order, split and sent again give the same result, byte for byte")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    auto events = variedEvents();
    std::string expected;
    for (unsigned round = 0; round < 3; ++round) {
        const Campaign campaign(backEnd);
        std::shuffle(events.begin(), events.end(), std::mt19937(round));
        const std::size_t cut = events.size() * (round + 1) / 4;
        campaign.write("a.ndjson", {events.begin(), events.begin() + static_cast<std::ptrdiff_t>(cut)});
        campaign.write("b.ndjson", {events.begin() + static_cast<std::ptrdiff_t>(cut), events.end()});
        const auto first
            = campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson"), campaign.path("b.ndjson")});
        CHECK(nlohmann::json::parse(first.out)
            == nlohmann::json {
                {"stored", events.size()}, {"duplicate", 0}, {"rejected", 0}, {"quarantined", 0}});
        const auto again
            = campaign.run({"task", "ingest", "T1", campaign.path("b.ndjson"), campaign.path("a.ndjson")});
        CHECK(nlohmann::json::parse(again.out).at("duplicate") == events.size());
        const std::string result = campaign.result();
        if (expected.empty())
            expected = result;
        CHECK(result == expected);
    }
    const auto lines = linesOf(expected);
    REQUIRE(lines.size() == 1 + 43 + 2);
    CHECK(lines[0]
        == "unit,asset_no,name,class_code,book_quantity,book_original_yuan,book_place,book_user,result,"
           "counted_quantity,"
           "seen_place,seen_condition,first_seen_at,entry,events");
    CHECK(lines[1]
        == "U1,JJ2020000001,办公桌,A05010201,1,1000.00,R1,,match,1,R1,,2023-01-09T09:31:22.120+08:00,camera,"
           "2"); // seen and noted
    CHECK_THAT(lines[5], Catch::Contains(",doubt,"));
    CHECK_THAT(lines[9], Catch::Contains(",place_differs,1,R2,"));
    CHECK_THAT(lines[37], Catch::Contains(",not_checked,0,"));
    CHECK_THAT(lines[38], Catch::Contains(",damaged,1,,damaged,"));
    CHECK_THAT(lines[41], Catch::StartsWith("U1,,") && Catch::Contains(",surplus,1,"));
    CHECK_THAT(lines[43], Catch::StartsWith("U2,JJ2020000041,") && Catch::Contains(",not_checked,"));
}

TEST_CASE("A line that is no event is told with file and line, and the others go in")
{
    const Campaign campaign("sqlite");
    campaign.write("a.ndjson",
        {event(1, {{"code", Campaign::assetNo(1)}}), "{not json", event(2, {{"kind", "seen"}}),
            event(3, {{"code", Campaign::assetNo(2)}, {"entry", "manual"}}),
            event(4, {{"code", Campaign::assetNo(3)}, {"colour", "red"}})});
    const auto run = campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson")}, 1);
    CHECK(nlohmann::json::parse(run.out)
        == nlohmann::json {{"stored", 1}, {"duplicate", 0}, {"rejected", 4}, {"quarantined", 0}});
    for (const char* line : {"a.ndjson:2:", "a.ndjson:3:", "a.ndjson:4:", "a.ndjson:5:"})
        CHECK_THAT(run.err, Catch::Contains(line));
}

TEST_CASE("Of several files none goes in when one of them is not there")
{
    const Campaign campaign("sqlite");
    campaign.write("a.ndjson", {event(1, {{"code", Campaign::assetNo(1)}})});
    CHECK_THAT(
        campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson"), campaign.path("gone.ndjson")}, 3)
            .err,
        Catch::Contains("gone.ndjson"));
    const auto run = campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson")});
    CHECK(nlohmann::json::parse(run.out).at("stored") == 1);
}

TEST_CASE("The same event id with other content is quarantined and changes nothing")
{
    const Campaign campaign("sqlite");
    campaign.write("a.ndjson", {event(1, {{"code", Campaign::assetNo(1)}})});
    campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson")});
    const std::string before = campaign.result();
    campaign.write("b.ndjson", {event(1, {{"code", Campaign::assetNo(2)}})});
    const auto run = campaign.run({"task", "ingest", "T1", campaign.path("b.ndjson")}, 1);
    CHECK(nlohmann::json::parse(run.out).at("quarantined") == 1);
    CHECK_THAT(run.err, Catch::Contains("b.ndjson:1: ") && Catch::Contains("[event.quarantined]"));
    CHECK(campaign.result() == before);
}

TEST_CASE("A campaign is led from create to verified, and no sheet is signed while something is in doubt")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const Campaign campaign(backEnd);
    campaign.write("a.ndjson", variedEvents());
    campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson")});
    const auto refused = campaign.run({"task", "advance", "T1", "--to", "unit_checked"}, 3);
    CHECK_THAT(refused.err, Catch::Contains("U1"));
    CHECK_THAT(campaign.run({"task", "status", "T1", "--json"}).out, Catch::Contains("\"state\":\"frozen\""));

    const auto open = campaign.run({"task", "decide", "T1", "--list", "--unit", "U1"}, 1);
    CHECK_THAT(open.out,
        Catch::Contains("JJ2020000005") && Catch::Contains("doubt") && Catch::Contains("seen_elsewhere"));
    campaign.run({"task", "decide", "T1", "--all", "doubt", "--result", "match", "--reason", "复核"});
    campaign.run({"task", "advance", "T1", "--to", "verified"});

    const auto status = nlohmann::json::parse(campaign.run({"task", "status", "T1", "--json"}).out);
    CHECK(status.at("state") == "verified");
    const auto& unit = status.at("units").at(0);
    CHECK(unit.at("lines") == 40);
    CHECK(unit.at("match") == 32); // 36 seen, four of them in another room, the doubtful one decided
    CHECK(unit.at("place_differs") == 4);
    CHECK(unit.at("damaged") == 1);
    CHECK(unit.at("shortage") == 3);
    CHECK(unit.at("surplus") == 2);
    CHECK(unit.at("match_rate_percent") == "80.00");
    CHECK_THAT(
        campaign.result(), Catch::Contains("U2,JJ2020000041,办公桌,A05010201,1,1000.00,R1,,shortage,0,"));
}

TEST_CASE("A dry run of each step refuses what the step would refuse, and changes nothing")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const Campaign campaign(backEnd);
    const auto create = [&](const std::string& task, const std::string& date, int exitCode) {
        return campaign.run(
            {"task", "create", task, "--name", "清查", "--base-date", date, "--dry-run"}, exitCode);
    };
    CHECK_THAT(create("T1", "2022-12-31", 3).err, Catch::Contains("inventory.task_exists"));
    create("T2", "2022-12-31", 0);
    CHECK_THAT(
        campaign.run({"task", "issue", "T2", "--dry-run"}, 3).err, Catch::Contains("inventory.no_task"));
    campaign.run({"task", "create", "T2", "--name", "来年", "--base-date", "2999-12-31"});
    CHECK_THAT(
        campaign.run({"task", "freeze", "T2", "--dry-run"}, 3).err, Catch::Contains("inventory.state"));
    campaign.run({"task", "issue", "T2", "--dry-run"});
    campaign.run({"task", "issue", "T2"});
    CHECK_THAT(campaign.run({"task", "freeze", "T2", "--dry-run"}, 3).err,
        Catch::Contains("inventory.base_date_ahead") && Catch::Contains("2999-12-31"));

    campaign.write("a.ndjson", variedEvents());
    campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson")});
    CHECK_THAT(campaign.run({"task", "advance", "T1", "--to", "verified", "--dry-run"}, 3).err,
        Catch::Contains("inventory.doubt"));
    campaign.run({"task", "advance", "T1", "--to", "verified", "--unit", "U2", "--dry-run"});
    CHECK_THAT(campaign.run({"task", "status", "T1", "--json"}).out, !Catch::Contains("verified"));
}

TEST_CASE("Every step says where the task stands then, and the list names every task")
{
    const Campaign campaign("sqlite");
    campaign.run({"task", "create", "T2", "--name", "抽查", "--base-date", "2023-06-30", "--unit", "U2"});
    CHECK_THAT(campaign.run({"task", "issue", "T2"}).out, Catch::Contains("T2") && Catch::Contains("下发"));
    CHECK(nlohmann::json::parse(campaign.run({"task", "freeze", "T2", "--json"}).out)
        == nlohmann::json {{"task", "T2"}, {"state", "frozen"}});
    CHECK_THAT(campaign.run({"task", "advance", "T2", "--to", "counting", "--lang", "en"}).out,
        Catch::Contains("T2") && Catch::Contains("Counting"));
    CHECK(linesOf(campaign.run({"task", "list"}).out)
        == std::vector<std::string> {"T1\t清查\t2022-12-31\t已冻结账面", "T2\t抽查\t2023-06-30\t盘点中"});
    CHECK(
        nlohmann::json::parse(campaign.run({"task", "list", "--json"}).out).at(1).at("state") == "counting");
}

TEST_CASE("A result is a CSV file of frozen books, and its name says so")
{
    const Campaign campaign("sqlite");
    CHECK_THAT(campaign.run({"task", "result", "T1", "--out", campaign.path("result.xlsx")}, 3).err,
        Catch::Contains("result.format"));
    CHECK_FALSE(std::filesystem::exists(campaign.path("result.xlsx")));
    campaign.run({"task", "create", "T2", "--name", "清查", "--base-date", "2022-12-31"});
    CHECK_THAT(campaign.run({"task", "result", "T2", "--out", campaign.path("result.csv")}, 3).err,
        Catch::Contains("inventory.not_frozen"));
    const auto run = campaign.run({"task", "result", "T1", "--out", campaign.path("result.csv"), "--json"});
    CHECK(nlohmann::json::parse(run.out).at("rows") == 43);
}

TEST_CASE("A card of which not every piece was counted is listed though it matches")
{
    const Campaign campaign("sqlite");
    writeFile(campaign.path("more.csv"),
        "asset_no,unit,class_code,name,quantity,unit_of_measure,original_yuan,acquired_on,acquisition_method,"
        "use_state\nJJ2020000101,U1,A05010301,会议椅,20,把,4000.00,2020-05-06,purchase,in_use\n");
    campaign.run({"import", "assets", campaign.path("more.csv")});
    campaign.run({"task", "create", "T2", "--name", "清查", "--base-date", "2022-12-31", "--unit", "U1"});
    campaign.run({"task", "issue", "T2"});
    campaign.run({"task", "freeze", "T2"});
    campaign.write("a.ndjson",
        {event(1, {{"code", "JJ2020000101"}, {"quantity", 18}}), event(2, {{"code", Campaign::assetNo(1)}})});
    campaign.run({"task", "ingest", "T2", campaign.path("a.ndjson")});
    CHECK(campaign.run({"task", "decide", "T2", "--list"}, 1).out
        == "U1\tJJ2020000101\t会议椅\tmatch\t\t数量 18/20\n");
}

TEST_CASE("Books change after the freeze without changing the sheet")
{
    const Campaign campaign("sqlite");
    writeFile(campaign.path("more.csv"),
        "asset_no,unit,class_code,name,quantity,unit_of_measure,original_yuan,acquired_on,acquisition_method,"
        "use_state\n"
        "JJ2023000001,U1,A05010201,新办公桌,1,张,900.00,2023-01-05,purchase,in_use\n");
    campaign.run({"import", "assets", campaign.path("more.csv")});
    CHECK(linesOf(campaign.result()).size() == 1 + 43);
}

TEST_CASE("Reports of a campaign add up to its status")
{
    const Campaign campaign("sqlite");
    campaign.write("a.ndjson", variedEvents());
    campaign.run({"task", "ingest", "T1", campaign.path("a.ndjson")});
    campaign.run({"task", "decide", "T1", "--all", "doubt", "--result", "match", "--reason", "复核"});
    campaign.run({"task", "advance", "T1", "--to", "unit_checked"});
    for (const char* name : {"inventory-detail", "inventory-summary", "surplus", "shortage"})
        for (const char* kind : {".csv", ".xlsx", ".pdf"}) {
            const std::string file = campaign.path(std::string(name) + kind);
            campaign.run({"report", name, "--task", "T1", "--out", file});
            CHECK(std::filesystem::file_size(file) > 100);
        }
    const auto detail = linesOf(readFile(campaign.path("inventory-detail.csv")));
    CHECK(detail.size() == 1 + 43 + 2 + 1);
    CHECK_THAT(detail.back(), Catch::StartsWith("合计,"));
    const auto summary = linesOf(readFile(campaign.path("inventory-summary.csv")));
    REQUIRE(summary.size() == 1 + 2 + 1);
    CHECK_THAT(summary.back(), Catch::StartsWith("合计,,43,43000.00,"));
    const auto shortage = linesOf(readFile(campaign.path("shortage.csv")));
    CHECK(shortage.size() == 1 + 6 + 1);
    const auto surplus = linesOf(readFile(campaign.path("surplus.csv")));
    CHECK(surplus.size() == 1 + 2 + 1);
    campaign.run(
        {"report", "inventory-summary", "--task", "T1", "--unit", "U1", "--out", campaign.path("one.csv")});
    CHECK_THAT(readFile(campaign.path("one.csv")), Catch::Contains("家具和用具,40,40000.00,"));
}
