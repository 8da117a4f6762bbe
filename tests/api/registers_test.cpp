#include "tests/api/api_server.h"
#include "tests/contract/small_registry.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

struct Office {
    explicit Office(const std::string& backEnd)
        : server(backEnd)
    {
        fillSmallRegistry(*server.backEnd().connect());
    }
    ApiServer server;
};

const std::string kGifts = "/api/v1/registers/gifts";

json aGift()
{
    return {{"unit", "U001"}, {"reason", "来访"},
        {"fields",
            {{"source_kind", "foreign"}, {"category", "goods"}, {"name", "瓷瓶"}, {"quantity", "1"},
                {"giver", "来访团"}, {"received_by", "张三"}, {"received_on", "2022-01-31"},
                {"stated_yuan", "800"}}}};
}

HttpReply send(const HttpClient& client, const std::string& method, const std::string& target,
    const json& body, const std::string& header = {})
{
    std::vector<std::string> headers {"Content-Type: application/json"};
    if (!header.empty())
        headers.push_back(header);
    return client.send(method, target, body.dump(), headers);
}

} // namespace

TEST_CASE("A gift is entered, corrected, moved along and found through the API", "[api][registers]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = office.server.client("clerk01", Role::UnitClerk, UnitId {1});
    const auto made = clerk.post(kGifts, aGift());
    REQUIRE(made.status == 201);
    CHECK(made.headers.at("etag") == "\"1\"");
    const std::string target = kGifts + "/" + made.json().at("entry_no").get<std::string>();
    CHECK(made.json().at("fields").at("due_on") == "2022-02-28");
    REQUIRE(made.json().at("findings").size() == 1);
    CHECK(made.json().at("findings")[0].at("code") == "gift.late");
    CHECK(clerk.get(target).json() == made.json());

    const json remark {{"fields", {{"remark", "黑色"}}}, {"reason", "补充"}};
    CHECK(send(clerk, "PATCH", target, remark).status == 428);
    const auto changed = send(clerk, "PATCH", target, remark, "If-Match: \"1\"");
    CHECK(changed.status == 200);
    CHECK(changed.headers.at("etag") == "\"2\"");
    const auto late = send(clerk, "PATCH", target, remark, "If-Match: \"1\"");
    CHECK(late.status == 409);
    CHECK(late.code() == "register.changed");
    CHECK(late.json().at("current").at("revision") == 2);
    CHECK(send(clerk, "PATCH", target, {{"fields", {{"colour", "x"}}}}, "If-Match: \"2\"").code()
        == "register.field_unknown");

    const json declare {{"step", "declare"}, {"fields", {{"declared_on", "2022-02-01"}}}};
    const auto declared = send(clerk, "POST", target + "/steps", declare, "If-Match: \"2\"");
    CHECK(declared.json().at("state") == "declared");
    CHECK(send(clerk, "POST", target + "/steps", declare, "If-Match: \"3\"").status == 422);
    const json intoStore {{"step", "register"}, {"fields", json::object()}};
    CHECK(
        send(clerk, "POST", target + "/steps", intoStore, "If-Match: \"3\"").code() == "register.other_role");

    const auto events = clerk.get(target + "/history?limit=2").json();
    CHECK(events.at("events").size() == 2);
    CHECK(events.at("events")[0].at("step") == "declare");
    CHECK(clerk.get(target + "/history?after=" + events.at("next").get<std::string>())
              .json()
              .at("events")
              .size()
        == 1);

    CHECK(clerk.get(kGifts + "?state=declared").json().at("entries").size() == 1);
    CHECK(clerk.get(kGifts + "?state=closed").json().at("entries").empty());
    const auto figures = clerk.get("/api/v1/register-figures/gifts").json().at("figures");
    CHECK(figures[0].at("value") == "1");
    CHECK(clerk.get("/api/v1/registers/coins").status == 404);

    const HttpClient other = office.server.client("clerk03", Role::UnitClerk, UnitId {3});
    CHECK(other.get(target).status == 404);
    CHECK(other.get(kGifts).json().at("entries").empty());
    CHECK(other.get("/api/v1/register-figures/gifts").json().at("figures")[0].at("value") == "0");
}

TEST_CASE("An entry that is sent again with its key is made once", "[api][registers]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = office.server.client("clerk01", Role::UnitClerk, UnitId {1});
    const auto first = send(clerk, "POST", kGifts, aGift(), "Idempotency-Key: g1");
    const auto second = send(clerk, "POST", kGifts, aGift(), "Idempotency-Key: g1");
    CHECK(first.status == 201);
    CHECK(second.body == first.body);
    CHECK(clerk.get(kGifts).json().at("entries").size() == 1);
}

TEST_CASE("Screens learn fields, states and steps of every register from the server", "[api][registers]")
{
    Office office("sqlite");
    const HttpClient clerk = office.server.client("clerk01", Role::UnitClerk, UnitId {1});
    const auto types = clerk.get("/api/v1/register-types").json().at("types");
    REQUIRE(!types.empty());
    for (const auto& type : types) {
        CHECK(type.at("fields").is_array());
        CHECK(!type.at("states").empty());
    }
}
