#include "tests/api/api_server.h"
#include "tests/contract/small_registry.h"
#include "tests/support/small_pictures.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

struct Registry {
    explicit Registry(const std::string& backEnd)
        : server(backEnd)
    {
        fillSmallRegistry(*server.backEnd().connect());
    }
    HttpClient clerk(const std::string& login, std::int64_t unit)
    {
        return server.client(login, Role::UnitClerk, UnitId {unit});
    }
    ApiServer server;
};

json aDesk(const std::string& unit)
{
    return {{"unit", unit}, {"class_code", "A05010201"}, {"name", "办公桌"}, {"original_yuan", "800"},
        {"acquired_on", "2025-01-05"}, {"acquisition_method", "donation"}};
}

std::vector<std::string> jsonHeaders(const std::string& more = {})
{
    std::vector<std::string> out {"Content-Type: application/json"};
    if (!more.empty())
        out.push_back(more);
    return out;
}

std::string png() { return smallPng(); }

} // namespace

TEST_CASE("A card is entered, read by number and tag, found and changed through the API", "[api]")
{
    Registry registry(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = registry.clerk("clerk01", 1);
    const auto made = clerk.post("/api/v1/assets", aDesk("U001"));
    REQUIRE(made.status == 201);
    const std::string no = made.json().at("asset_no");
    CHECK(made.headers.at("etag") == "\"1\"");
    CHECK(made.json().at("unit_name") == "第1局");
    CHECK(clerk.get("/api/v1/assets/" + made.json().at("tag").get<std::string>()).json() == made.json());
    for (const std::string& query : {"q=" + no, std::string("q=bgz"), std::string("q=%E5%8A%9E%E5%85%AC"),
             std::string("unit=U001&class=A05&use_state=in_stock")}) {
        CAPTURE(query);
        const auto found = clerk.get("/api/v1/assets?" + query).json();
        REQUIRE(found.at("assets").size() == 1);
        CHECK(found.at("assets")[0].at("asset_no") == no);
        CHECK(found.at("next").is_null());
    }

    const std::string target = "/api/v1/assets/" + no;
    const json change {{"place", "R-101"}, {"remark", "四楼"}, {"reason", "搬迁"}};
    CHECK(clerk.send("PATCH", target, change.dump(), jsonHeaders()).status == 428);
    const auto changed = clerk.send("PATCH", target, change.dump(), jsonHeaders("If-Match: \"1\""));
    REQUIRE(changed.status == 200);
    CHECK(changed.headers.at("etag") == "\"2\"");
    CHECK(changed.json().at("place_name") == "档案室");
    const auto late = clerk.send("PATCH", target, change.dump(), jsonHeaders("If-Match: \"1\""));
    CHECK(late.status == 409);
    CHECK(late.code() == "card.changed");
    CHECK(late.json().at("yours").at("remark") == "四楼");
    CHECK(late.json().at("current").at("revision") == 2);
    const auto slip
        = clerk.send("PATCH", target, json {{"original_yuan", "1"}}.dump(), jsonHeaders("If-Match: \"2\""));
    CHECK(slip.status == 422);
    CHECK(slip.code() == "card.needs_slip");
    CHECK(clerk.send("PATCH", target, json {{"unit_id", "3"}}.dump(), jsonHeaders("If-Match: \"2\"")).status
        == 400);

    const auto history = clerk.get(target + "/history?limit=1").json();
    REQUIRE(history.at("events").size() == 1);
    CHECK(history.at("events")[0].at("reason") == "搬迁");
    CHECK(history.at("events")[0].at("fields").size() == 2);
    const auto older = clerk.get(target + "/history?after=" + history.at("next").get<std::string>()).json();
    CHECK(older.at("events")[0].at("kind") == "created");
    CHECK(older.at("next").is_null());
}

TEST_CASE("A write that is sent again with its key is done once", "[api]")
{
    Registry registry(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = registry.clerk("clerk01", 1);
    const std::string body = aDesk("U001").dump();
    const auto headers = jsonHeaders("Idempotency-Key: desk-1");
    const auto first = clerk.send("POST", "/api/v1/assets", body, headers);
    REQUIRE(first.status == 201);
    const auto second = clerk.send("POST", "/api/v1/assets", body, headers);
    CHECK(second.status == 201);
    CHECK(second.body == first.body);
    CHECK(second.headers.at("etag") == first.headers.at("etag"));
    const auto other = clerk.send("POST", "/api/v1/assets", aDesk("U003").dump(), headers);
    CHECK(other.status == 409);
    CHECK(other.code() == "request.key_reused");
    CHECK(clerk.get("/api/v1/assets").json().at("assets").size() == 1);
    CHECK(clerk.send("POST", "/api/v1/assets", body, jsonHeaders("Idempotency-Key: " + std::string(65, 'k')))
              .code()
        == "request.key_form");
    CHECK(clerk
              .send("POST", "/api/v1/assets", aDesk("U003").dump(),
                  jsonHeaders("Idempotency-Key: " + std::string(64, 'k')))
              .status
        == 404);
    // What was refused may be sent again.
    const auto again = jsonHeaders("Idempotency-Key: desk-2");
    CHECK(clerk.send("POST", "/api/v1/assets", aDesk("U003").dump(), again).status == 404);
    CHECK(clerk.send("POST", "/api/v1/assets", body, again).status == 201);
}

TEST_CASE("P6 what another unit keeps is not there, for each route and role", "[api]")
{
    Registry registry("sqlite");
    const HttpClient own = registry.clerk("clerk01", 1);
    const HttpClient foreign = registry.clerk("clerk03", 3);
    const HttpClient section = registry.server.client("section1", Role::AssetSection);
    const HttpClient auditor = registry.server.client("auditor1", Role::Auditor);
    const HttpClient system = registry.server.client("sys", Role::SystemAdministrator);
    const std::string no = own.post("/api/v1/assets", aDesk("U001")).json().at("asset_no");
    const std::string hash
        = own.send("POST", "/api/v1/attachments", png(), {"Content-Type: image/png"}).json().at("hash");
    const std::string target = "/api/v1/assets/" + no;
    CHECK(own.send("PUT", target + "/attachments/" + hash, "", {}).status == 204);

    const std::vector<std::string> records {target, target + "/history", target + "/attachments",
        "/api/v1/attachments/" + hash, "/api/v1/units/U001", "/api/v1/departments?unit=U001",
        "/api/v1/assets?unit=U001", "/api/v1/assets?place=R-101", "/api/v1/assets?user=P101"};
    for (const std::string& record : records) {
        CAPTURE(record);
        CHECK(own.get(record).status == 200);
        CHECK(section.get(record).status == 200);
        CHECK(auditor.get(record).status == 200);
        CHECK(foreign.get(record).status == 404);
        CHECK(system.get(record).status == 403);
        CHECK(registry.server.client().get(record).status == 401);
    }
    CHECK(foreign.get("/api/v1/assets").json().at("assets").empty());
    CHECK(foreign.get("/api/v1/units").json().at("units").size() == 1);
    CHECK(foreign.get("/api/v1/people").json().at("people").size() == 1);
    CHECK(foreign.get("/api/v1/places").json().at("places").size() == 2);
    CHECK(section.get("/api/v1/places?parent=B-1").json().at("places").size() == 4);

    const json remark {{"remark", "x"}};
    const auto patch = [&](const HttpClient& client) {
        return client.send("PATCH", target, remark.dump(), jsonHeaders("If-Match: \"1\"")).status;
    };
    CHECK(patch(foreign) == 404);
    CHECK(patch(section) == 403);
    CHECK(patch(auditor) == 403);
    CHECK(foreign.post("/api/v1/assets", aDesk("U001")).status == 404);
    CHECK(foreign.send("PUT", target + "/attachments/" + hash, "", {}).status == 404);
    const json bulk {{"assets", json::array({no})}, {"fields", remark}};
    CHECK(foreign.post("/api/v1/asset-changes/preview", bulk).json().at("changing") == 0);
    CHECK(own.get(target).json().at("revision") == 1);
    CHECK(own.get("/api/v1/attachments/" + hash).body == png());
}

TEST_CASE("Many cards are changed as their preview showed", "[api]")
{
    Registry registry(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = registry.clerk("clerk01", 1);
    for (int i = 0; i < 3; ++i)
        REQUIRE(clerk.post("/api/v1/assets", aDesk("U001")).status == 201);
    json request {{"filter", {{"q", "办公"}}}, {"fields", {{"place", "R-102"}}}, {"reason", "搬迁"}};
    const auto preview = clerk.post("/api/v1/asset-changes/preview", request);
    REQUIRE(preview.status == 200);
    CHECK(preview.json().at("changing") == 3);
    CHECK(preview.json().at("shown")[0].at("fields")[0].at("after_name") == "会议室");
    request["show"] = 1;
    CHECK(clerk.post("/api/v1/asset-changes/preview", request).json().at("shown").size() == 1);
    request["show"] = 5000;
    CHECK(clerk.post("/api/v1/asset-changes/preview", request).json().at("shown").size() == 3);
    request["show"] = 5001;
    CHECK(clerk.post("/api/v1/asset-changes/preview", request).code() == "request.limit");
    request.erase("show");
    json many {{"fields", {{"place", "R-102"}}}};
    for (int i = 0; i < 5'001; ++i) {
        if (i == 5'000)
            CHECK(clerk.post("/api/v1/asset-changes/preview", many).status != 422);
        many["assets"].push_back("ZZ2026" + std::to_string(100'000 + i));
    }
    CHECK(clerk.post("/api/v1/asset-changes/preview", many).code() == "change.too_many");
    request["digest"] = "another";
    CHECK(clerk.post("/api/v1/asset-changes", request).status == 409);
    request["digest"] = preview.json().at("digest");
    const auto done = clerk.post("/api/v1/asset-changes", request);
    REQUIRE(done.status == 200);
    CHECK(done.json().at("changed") == 3);
    CHECK(clerk.get("/api/v1/assets?place=R-102").json().at("assets").size() == 3);
    CHECK(clerk.post("/api/v1/asset-changes", request).code() == "change.outdated");
    request.erase("digest");
    request["filter"] = {{"colour", "red"}};
    CHECK(clerk.post("/api/v1/asset-changes/preview", request).status == 400);
}

TEST_CASE("A list goes by key to its end", "[api]")
{
    Registry registry("sqlite");
    const HttpClient clerk = registry.clerk("clerk01", 1);
    for (int i = 0; i < 5; ++i)
        REQUIRE(clerk.post("/api/v1/assets", aDesk("U001")).status == 201);
    std::set<std::string> seen;
    std::string after;
    int pages = 0;
    do {
        const auto page = clerk.get("/api/v1/assets?limit=2" + after).json();
        for (const auto& card : page.at("assets"))
            CHECK(seen.insert(card.at("asset_no")).second);
        after = page.at("next").is_null() ? "" : "&after=" + page.at("next").get<std::string>();
        ++pages;
    } while (!after.empty());
    CHECK(pages == 3);
    CHECK(seen.size() == 5);
    for (const char* limit : {"0", "501", "-1", "x"})
        CHECK(clerk.get(std::string("/api/v1/assets?limit=") + limit).status == 400);
    CHECK(clerk.get("/api/v1/assets?after=x").status == 400);
    // What the next page begins behind is of one order, and a text that was cut is none.
    const std::string next
        = clerk.get("/api/v1/assets?sort=-original&limit=3").json().at("next").get<std::string>();
    CHECK(clerk.get("/api/v1/assets?sort=-original&limit=3&after=" + next).json().at("assets").size() == 2);
    CHECK(clerk.get("/api/v1/assets?sort=original&after=" + next).code() == "request.after");
    CHECK(clerk.get("/api/v1/assets?sort=-original&after=" + next.substr(0, next.size() - 2)).code()
        == "request.after");
    CHECK(clerk.get("/api/v1/assets?sort=-original&after=" + std::string(2'000, 'A')).code()
        == "request.after");
    CHECK(clerk.get("/api/v1/assets?sort=-original&after=" + std::string(2'001, 'A')).code()
        == "request.after");
    const auto last = clerk.get("/api/v1/assets?sort=-original&limit=1").json().at("assets")[0];
    CHECK(last.at("asset_no") == *seen.rbegin()); // all of one value: the card entered last
    CHECK(last.at("acquired_on") == "2025-01-05");
    CHECK(clerk.get("/api/v1/assets?sort=price").code() == "card.sort");
    const auto classes = clerk.get("/api/v1/class-codes?q=%E5%8A%9E%E5%85%AC%E6%A1%8C").json();
    CHECK(classes.at("class_codes")[0].at("code") == "A05010201");
}

TEST_CASE("X13 what is no photo and no paper is not taken", "[api]")
{
    Registry registry("sqlite");
    const HttpClient clerk = registry.clerk("clerk01", 1);
    const auto send = [&](const std::string& bytes) {
        return clerk.send("POST", "/api/v1/attachments", bytes, {"Content-Type: application/octet-stream"});
    };
    CHECK(send("<script>").code() == "attachment.type");
    CHECK(send("<script>").status == 400);
    CHECK(send("%PDF-1.4 ...").json().at("type") == "application/pdf");
    CHECK(send("%PDF-" + std::string(10 * 1024 * 1024 - 5, 'x')).status == 201);
    // A head is not a picture.
    CHECK(send(smallPng().substr(0, 40)).code() == "attachment.type");
    CHECK(send(smallJpeg().substr(0, smallJpeg().size() - 2)).code() == "attachment.type");
    CHECK(send("%PDF-" + std::string(10 * 1024 * 1024 - 4, 'x')).status == 413);
}

TEST_CASE("X13 of a photo only the picture is kept", "[api]")
{
    Registry registry("sqlite");
    const HttpClient clerk = registry.clerk("clerk01", 1);
    const auto send = [&](const std::string& bytes) {
        return clerk.send("POST", "/api/v1/attachments", bytes, {"Content-Type: image/jpeg"}).json();
    };
    const std::string comment = "\xFF\xFE" + std::string("\0\x0C", 2) + "where it is";
    std::string told = smallJpeg();
    told.insert(2, comment.substr(0, 14));
    const auto clean = send(smallJpeg());
    const auto stored = send(told + "PK and a whole archive");
    CHECK(stored.at("hash") == clean.at("hash"));
    CHECK(clerk.get("/api/v1/attachments/" + stored.at("hash").get<std::string>()).body == smallJpeg());
}
