#include "tests/api/api_server.h"
#include "tests/contract/small_registry.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

struct Offices : ApiServer {
    explicit Offices(const std::string& backEndName)
        : ApiServer(backEndName)
    {
        fillSmallRegistry(*backEnd().connect());
    }
};

std::string aDesk(const HttpClient& clerk)
{
    const auto card = clerk.post("/api/v1/assets",
        {{"unit", "U001"}, {"class_code", "A05010201"}, {"name", "办公桌"}, {"original_yuan", "1500.00"},
            {"fiscal_yuan", "1500.00"}, {"acquired_on", "2015-05-05"}, {"acquisition_method", "donation"},
            {"unit_of_measure", "张"}});
    REQUIRE(card.status == 201);
    return card.json().at("asset_no").get<std::string>();
}

Json aLease(const std::string& asset)
{
    return {{"contract_no", "ZL-1"}, {"kind", "lease"}, {"unit", "U001"}, {"assets", {asset}},
        {"counterparty", "某公司"}, {"approval_no", "批1号"}, {"approved_on", "2026-01-01"},
        {"from", "2026-01-02"}, {"to", "2027-01-01"}, {"rent_yuan", "1000.00"}};
}

} // namespace

TEST_CASE("A clerk says what lies idle, and the section what is to become of it", "[api][idle]")
{
    Offices offices(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = offices.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient section = offices.client("section", Role::AssetSection);
    const std::string desk = aDesk(clerk);
    const std::string path = "/api/v1/assets/" + desk;
    CHECK(clerk.get("/api/v1/idle-assets").json().at("idle_assets").empty());
    const auto declared = clerk.post(path + "/idle", {{"since", "2026-01-10"}, {"reason", "replaced"}});
    REQUIRE(declared.status == 200);
    CHECK(declared.json().at("use_state") == "idle");

    const auto put = [&](const HttpClient& who, const Json& body, const std::string& match) {
        return who.send("PUT", path + "/idle-note", body.dump(),
            {"Content-Type: application/json", "If-Match: \"" + match + "\""});
    };
    CHECK(put(section, {{"way", "nonsense"}}, "1").code() == "idle.way");
    CHECK(put(section, {{"way", "lease"}, {"reason", "replaced"}}, "1").status == 200);
    CHECK(put(clerk, {{"way", "scrap"}}, "1").status == 409);
    const auto row = section.get("/api/v1/idle-assets?way=lease").json().at("idle_assets").at(0);
    CHECK(row.at("asset_no") == desk);
    CHECK(row.at("note").at("reason") == "replaced");
    CHECK(section.get("/api/v1/idle-assets?way=scrap").json().at("idle_assets").empty());
    // Declared anew it keeps what was said of it.
    REQUIRE(clerk.post(path + "/idle", {{"since", "2026-01-11"}, {"condition", "repairable"}}).status == 200);
    const auto note = section.get(path + "/idle-note").json();
    CHECK(note.at("way") == "lease");
    CHECK(note.at("reason") == "replaced");
    CHECK(note.at("condition") == "repairable");
}

TEST_CASE("The list of idle things goes on page by page, each once", "[api][idle]")
{
    Offices offices(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = offices.client("clerk", Role::UnitClerk, UnitId {1});
    std::vector<std::string> desks;
    for (int i = 0; i < 5; ++i) {
        desks.push_back(aDesk(clerk));
        REQUIRE(
            clerk.post("/api/v1/assets/" + desks.back() + "/idle", {{"since", "2026-01-10"}}).status == 200);
    }
    std::vector<std::string> listed;
    for (std::string after;;) {
        const auto page = clerk.get("/api/v1/idle-assets?limit=2&after=" + after).json();
        for (const auto& row : page.at("idle_assets"))
            listed.push_back(row.at("asset_no"));
        if (page.at("next").is_null())
            break;
        after = page.at("next");
    }
    CHECK(listed == desks);
    CHECK(clerk.get("/api/v1/idle-assets?after=nonsense").code() == "request.after");
}

TEST_CASE("A contract lets a thing, takes its rent once for one key, and ends", "[api][lease]")
{
    Offices offices(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = offices.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient finance = offices.client("finance", Role::Finance, UnitId {1});
    const HttpClient other = offices.client("other", Role::UnitClerk, UnitId {3});
    const std::string desk = aDesk(clerk);
    const auto opened = clerk.post("/api/v1/leases", aLease(desk));
    REQUIRE(opened.status == 201);
    CHECK(opened.json().at("due_yuan") == "12000.00");
    CHECK(clerk.post("/api/v1/leases", aLease(desk)).code() == "lease.state");
    const std::string path = "/api/v1/leases/" + opened.json().at("lease").get<std::string>();
    CHECK(other.get(path).status == 404);

    const Json payment {{"amount_yuan", "2500.00"}, {"paid_on", "2026-03-01"}, {"voucher_no", "JK1"}};
    for (int again = 0; again < 2; ++again)
        CHECK(finance
                  .send("POST", path + "/payments", payment.dump(),
                      {"Content-Type: application/json", "Idempotency-Key: key-0123456789abcdef"})
                  .json()
                  .at("paid_yuan")
            == "2500.00");
    const auto ended = clerk.post(path + "/end", {{"last_day", "2026-04-01"}});
    REQUIRE(ended.status == 200);
    CHECK(ended.json().at("due_yuan") == "3000.00");
    CHECK(clerk.get("/api/v1/assets/" + desk).json().at("use_state") == "in_stock");
}
