// What comes in is checked at the edge, and refused in JSON (security X3, X4, X16).
#include "app/server/request_body.h"
#include "app/server/router.h"
#include "app/server/routes/routes.h"
#include "app/text/explain.h"
#include "tests/api/city_server.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr RouteField kFields[] = {
    {"name", FieldKind::Text, FieldNeed::Required},
    {"count", FieldKind::Integer},
    {"more", FieldKind::Object},
    {"list", FieldKind::List},
};

std::string refusalOf(const std::string& body)
{
    const auto parsed = parseBody(body, kFields);
    return parsed ? std::string() : parsed.error().subject;
}

std::string nested(int levels)
{
    return R"({"name":"a","list":)" + std::string(static_cast<std::size_t>(levels), '[')
        + std::string(static_cast<std::size_t>(levels), ']') + "}";
}

} // namespace

TEST_CASE("X3: a body is an object of known fields of the right kind, each once", "[api]")
{
    CHECK(refusalOf(R"({"name":"办公桌","count":3})").empty());
    CHECK(refusalOf(R"({"name":"a","count":null})").empty());
    const auto [body, rule] = GENERATE(table<std::string, std::string>({
        {"", "request.json"},
        {"[]", "request.json"},
        {"{", "request.json"},
        {R"({"name":"a"} {})", "request.json"},
        {R"({"name":"a","nom":1})", "request.unknown_field"},
        {R"({"count":1})", "request.missing_field"},
        {R"({"name":null})", "request.type"},
        {R"({"name":1})", "request.type"},
        {R"({"name":"a","count":1.5})", "request.type"},
        {R"({"name":"a","count":"1"})", "request.type"},
        {R"({"name":"a","name":"b"})", "request.twice"},
        {R"({"name":"a","more":{"x":1,"x":2}})", "request.twice"},
        {"{\"name\":\"a\\u0000b\"}", "request.text"},
        {"{\"name\":\"\xC3\x28\"}", "request.json"},
        {"{\"name\":\"\xE2\x80\xAE\"}", "request.text"},
    }));
    CAPTURE(body);
    CHECK(refusalOf(body) == rule);
}

TEST_CASE("X3: a body nested without end is refused at the sixteenth level", "[api]")
{
    CHECK(refusalOf(nested(15)).empty());
    CHECK(refusalOf(nested(16)) == "request.deep");
    CHECK(refusalOf(nested(100'000)) == "request.deep");
}

TEST_CASE("A query is decoded and checked as a body is", "[api]")
{
    CHECK(parseQuery("name=%E5%8A%9E%E5%85%AC+%26&count=12", kFields)->at("name") == "办公 &");
    const auto [query, rule] = GENERATE(table<std::string, std::string>({
        {"name=a&nom=1", "request.unknown_field"},
        {"count=1", "request.missing_field"},
        {"name=a&name=b", "request.twice"},
        {"name=a&count=-1", "request.type"},
        {"name=a&count=99999999999999999999", "request.type"},
        {"name=%E5%8A", "request.text"},
        {"name=%4", "request.target"},
        {"name=%00", "request.text"},
    }));
    CAPTURE(query);
    CHECK(parseQuery(query, kFields).error().subject == rule);
}

TEST_CASE("X4: what is no route is not there, and another method is named", "[api]")
{
    ApiServer server;
    const HttpClient client = server.client();
    CHECK(client.get("/").code() == "request.no_route");
    CHECK(client.get("/api/v1").code() == "request.no_route");
    CHECK(client.get("/api/v1sessions").code() == "request.no_route");
    CHECK(client.get("/api/v1/../healthz").code() == "request.no_route");
    const auto other = client.get("/api/v1/setup");
    CHECK(other.status == 405);
    CHECK(other.headers.at("allow") == "POST");
    CHECK(client.send("POST", "/api/v1/sessions", "{}", {"Content-Type: text/plain"}).status == 415);
    CHECK(client.send("GET", "/api/v1/openapi.json", "", {"Guanwu-Protocol: 2"}).status == 426);
}

TEST_CASE("A refusal is JSON in the language of who asks", "[api]")
{
    ApiServer server;
    HttpClient client = server.client();
    CHECK(
        client.get("/api/v1/accounts").json().at("error").at("message") == "未登录或登录已失效，请重新登录");
    client.ask("en-GB,en;q=0.9");
    CHECK(client.get("/api/v1/accounts").json().at("error").at("message")
        == "not logged in, or the log-in has ended: log in again");
}

TEST_CASE("The OpenAPI document names every route and nothing else, and every route answers", "[api]")
{
    ApiServer server;
    const HttpClient client = server.client();
    const auto document = client.get("/api/v1/openapi.json").json();
    CHECK(document.at("openapi") == "3.0.3");
    std::size_t operations = 0;
    for (const auto& [path, methods] : document.at("paths").items())
        operations += methods.size();
    CHECK(operations == allRoutes().size());
    for (const Route& route : allRoutes()) {
        std::string method(route.method);
        CAPTURE(method, fullPath(route));
        std::string lower = method;
        for (char& c : lower)
            c = static_cast<char>(c + 32);
        REQUIRE(document.at("paths").at(fullPath(route)).contains(lower));
        CHECK(!route.about.empty());
        const auto reply = client.send(method, fullPath(route), "", {});
        // Whoever may not call it hears so; nobody hears that it is not there.
        CHECK(reply.status != 0);
        CHECK(reply.status != 405);
        CHECK_THAT(reply.body, !Catch::Contains("request.no_route"));
        if (route.admission != Admission::Everybody)
            CHECK(reply.status == 401);
    }
}

TEST_CASE("A refusal names the field that is to blame, and of a list the place in it", "[api]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const auto blamed = [](const HttpReply& reply) {
        const auto error = reply.json().at("error");
        return error.value("field", "none") + "/" + std::to_string(error.value("index", -1));
    };
    const nlohmann::json task {{"task", "QC"}, {"name", "清查"}, {"base_date", "2022-09-30"}};
    const auto with = [](nlohmann::json body, const char* field, const nlohmann::json& value) {
        body[field] = value;
        return body;
    };
    const std::string tasks = "/api/v1/tasks";
    CHECK(blamed(section.post(tasks, with(task, "nonsense", 1))) == "nonsense/-1");
    CHECK(blamed(section.post(tasks, with(task, "name", 1))) == "name/-1");
    CHECK(blamed(section.post(tasks, {{"task", "QC"}, {"name", "清查"}})) == "base_date/-1");
    CHECK(blamed(section.post(tasks, with(task, "base_date", "2022-13-01"))) == "base_date/-1");
    CHECK(blamed(section.post(tasks, with(task, "units", {"U001", "U999"}))) == "units/1");
    CHECK(blamed(section.post(tasks, with(task, "units", {"U001", 2}))) == "units/1");
    CHECK(blamed(section.get("/api/v1/assets?limit=0")) == "limit/-1");
    CHECK(blamed(section.get("/api/v1/assets?use_state=gone")) == "use_state/-1");
    const auto change = [&](const nlohmann::json& body) {
        return clerk.send("PATCH", "/api/v1/assets/" + CityServer::number(100), body.dump(),
            {"Content-Type: application/json", "If-Match: \"1\""});
    };
    CHECK(blamed(change({{"quantity", "many"}})) == "quantity/-1");
    CHECK(blamed(change({{"original_yuan", "1.00"}})) == "original_yuan/-1");
    CHECK(blamed(change({{"place", "NOWHERE"}})) == "place/-1");
    // Nobody's field: the version is old.
    CHECK(blamed(clerk.send("PATCH", "/api/v1/assets/" + CityServer::number(100), "{}",
              {"Content-Type: application/json", "If-Match: \"7\""}))
        == "none/-1");
}

TEST_CASE("a refusal without a detail says its sentence without a gap", "[api]")
{
    const Error named {ErrorCode::NotFound, "handheld.no_sheet", "QC2026"};
    const Error bare {ErrorCode::NotFound, "handheld.no_sheet", {}};
    CHECK(explain(named, Language::ZhCn) == "本机没有此盘点表：QC2026；请先下载任务");
    CHECK(explain(bare, Language::ZhCn) == "本机没有此盘点表；请先下载任务");
    CHECK(explain(bare, Language::En) == "there is no such sheet on this device; fetch the task first");
}
