#include "app/labels/asset_labels.h"
#include "tests/api/desk_server.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

/// "/Type /Page" without the "/Pages" of the list.
int pages(const std::string& pdf)
{
    int count = 0;
    for (auto at = pdf.find("/Type /Page"); at != std::string::npos; at = pdf.find("/Type /Page", at + 1))
        count += pdf[at + 11] != 's';
    return count;
}

} // namespace

TEST_CASE("A card's label comes as a PNG of the tape it goes on", "[api][labels]")
{
    DeskServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const std::string path = "/api/v1/assets/" + DeskServer::number(1) + "/label.png";
    const auto label = clerk.get(path);
    REQUIRE(label.status == 200);
    CHECK(label.headers.at("content-type") == "image/png");
    CHECK(label.body.substr(1, 3) == "PNG");
    CHECK(label.body.substr(16, 8) == std::string("\0\0\2\xd0\0\0\1\xe0", 8)); // 720 by 480
    CHECK(clerk.get(path + "?design=70x30").body != label.body);
    CHECK(clerk.get(path + "?design=a4").body.substr(16, 8)
        == std::string("\0\0\3H\0\0\1\xbc", 8)); // 840 by 444
    CHECK(clerk.get(path + "?design=a5").code() == "label.layout");
    const Json designs = clerk.get("/api/v1/label-designs").json().at("designs");
    CHECK(designs.size() >= 6);
    CHECK(designs.at(0).at("design") == "60x40");
    // Its tag names it as well; a foreign card is as one that is not there.
    const std::string tag
        = clerk.get("/api/v1/assets/" + DeskServer::number(1)).json().at("tag").get<std::string>();
    CHECK(clerk.get("/api/v1/assets/" + tag + "/label.png").body == label.body);
    for (const std::string& foreign : {DeskServer::number(4), DeskServer::number(9)}) {
        const auto refused = clerk.get("/api/v1/assets/" + foreign + "/label.png");
        CHECK(refused.status == 404);
        CHECK(refused.code() == "label.no_asset");
    }
}

TEST_CASE("Labels of cards, a unit or a place come as a PDF", "[api][labels]")
{
    DeskServer server("sqlite");
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const auto ask = [&](const Json& body) { return clerk.post("/api/v1/labels", body); };
    const auto one = ask({{"assets", {DeskServer::number(2)}}});
    REQUIRE(one.status == 200);
    CHECK(one.headers.at("content-type") == "application/pdf");
    CHECK(one.body.starts_with("%PDF-"));
    CHECK(pages(ask({{"unit", "U001"}, {"design", "60x40"}}).body) == 3);
    CHECK(pages(ask({{"place", "R-102"}, {"design", "70x30"}}).body) == 2);
    CHECK(pages(ask({{"place", "B-1"}, {"design", "60x40"}}).body) == 3); // shared; of others nothing
    CHECK(pages(ask({{"rooms", true}, {"place", "B-1"}, {"design", "60x40-code128"}}).body) >= 2);
    CHECK(ask({{"rooms", true}, {"assets", {DeskServer::number(1)}}}).code() == "label.selection");
    CHECK(ask({{"unit", "U003"}}).code() == "label.no_unit");
    CHECK(ask({{"assets", {DeskServer::number(1), DeskServer::number(4)}}}).code() == "label.no_asset");
    CHECK(ask({{"assets", Json::array()}}).code() == "label.none");
    CHECK(ask(Json::object()).code() == "label.selection");
    CHECK(ask({{"unit", "U001"}, {"place", "B-1"}}).code() == "label.selection");
    CHECK(ask({{"assets", {1}}}).code() == "request.type");
    CHECK(ask({{"unit", "U001"}, {"design", "a5"}}).code() == "label.layout");
    const auto refused = ask({{"assets", std::vector<std::string>(5'001, DeskServer::number(1))}});
    CHECK(refused.status == 422);
    CHECK(refused.code() == "label.too_many_asked");
    CHECK(ask({{"assets", std::vector<std::string>(5'000, "ZZ2026000001")}}).code() == "label.no_asset");
}

TEST_CASE(
    "P8: so many labels go into a file, and one more is too many before any is drawn", "[labels][limits]")
{
    const auto refused = [](std::size_t count) {
        const auto labels = labelsOf(std::vector<RoomRow>(count));
        return labels ? "" : labels.error().subject;
    };
    CHECK(refused(kMaxLabels) == "place_code.syntax"); // rooms without a code
    CHECK(refused(kMaxLabels + 1) == "label.too_many");
}
