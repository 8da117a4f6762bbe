// A picture on its way from a handheld to the server: apart from the events, by its content.
#include "app/handheld/handheld.h"
#include "app/handheld/open_server.h"
#include "app/handheld/sync.h"
#include "app/system_clock.h"
#include "schema/connection/sha256.h"
#include "tests/api/city_server.h"
#include "tests/support/small_pictures.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("A photo that a handheld keeps reaches the server once, under the hash that its event names",
    "[api][handheld]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient system = server.client("sysadmin", Role::SystemAdministrator);
    const HttpClient foreign = server.client("foreign", Role::UnitClerk, UnitId {2});
    static_cast<void>(server.client("clerk", Role::UnitClerk, UnitId {1}));
    openTask(section);
    const auto offer = system.post(
        "/api/v1/enrolments", {{"address", "https://localhost:" + std::to_string(server.port())}});
    REQUIRE(offer.status == 201);

    const TempFolder folder;
    const auto handheld = Handheld::open(folder / "h.db", systemNow).value();
    HandheldStore& store = handheld->store();
    REQUIRE(
        enrol(store, EnrolmentCode::parse(offer.json().at("enrolment").get<std::string>()).value(), "one"));
    OpenServer open = OpenServer::of(store).value();
    REQUIRE(logIn(store, open, "clerk", ApiServer::kPassword));
    REQUIRE(HandheldSync(store, *open.api, {systemNow, {}}).fetch("QC2026"));
    REQUIRE(handheld->choose("QC2026", "U001"));

    const std::string hash = handheld->keepPhoto(smallJpeg() + "what the camera put behind it").value();
    Sighting sighting;
    sighting.code = CityServer::number(100);
    sighting.photos = {hash};
    REQUIRE(handheld->scan(sighting));
    CHECK(section.get("/api/v1/attachments/" + hash).status == 404);
    const SyncReport report = HandheldSync(store, *open.api, {systemNow, {}}).run();
    CHECK(report.photos == 1);
    CHECK(report.proven);

    CHECK(section.get("/api/v1/attachments/" + hash).body == smallJpeg());
    CHECK(foreign.get("/api/v1/attachments/" + hash).status == 404);
    const auto line = section.get(kTask + "/sheets/U001/lines/" + CityServer::number(100)).json();
    CHECK(line.at("photos") == 1);
    CHECK(HandheldSync(store, *open.api, {systemNow, {}}).run().photos == 0);

    // From before handhelds kept the picture only: what the camera put beside it leaves the handheld never.
    const std::string dirty = smallJpeg() + "where it was taken";
    const std::string dirtyHash = sha256Hex(dirty);
    std::ofstream(photoFolder(store.file()) / dirtyHash, std::ios::binary) << dirty;
    sighting.code = CityServer::number(101);
    sighting.photos = {dirtyHash};
    REQUIRE(handheld->scan(sighting));
    // Where the clean one cannot be written, the scan goes to the server and the photo stays.
    std::filesystem::rename(photoFolder(store.file()) / hash, folder / "kept");
    std::filesystem::create_directory(photoFolder(store.file()) / hash);
    const SyncReport full = HandheldSync(store, *open.api, {systemNow, {}}).run();
    CHECK(full.proven);
    CHECK(full.stored == 1);
    CHECK(full.photos == 0);
    CHECK(std::filesystem::exists(photoFolder(store.file()) / dirtyHash));
    std::filesystem::remove(photoFolder(store.file()) / hash);
    std::filesystem::rename(folder / "kept", photoFolder(store.file()) / hash);

    CHECK(HandheldSync(store, *open.api, {systemNow, {}}).run().proven);
    CHECK_FALSE(std::filesystem::exists(photoFolder(store.file()) / dirtyHash));
    CHECK(section.get("/api/v1/attachments/" + dirtyHash).status == 404);
    const auto told
        = section.get(kTask + "/sheets/U001/lines/" + CityServer::number(101)).json().at("told");
    REQUIRE(told.size() == 2);
    CHECK(told.at(1).at("kind") == "note");
    CHECK(told.at(1).at("photos").at(0) == hash);
    CHECK(HandheldSync(store, *open.api, {systemNow, {}}).run().stored == 0);
    // Undo takes back what the person did last, not the note of the program.
    const auto undone = handheld->undo();
    REQUIRE(undone);
    CHECK(
        section.get(kTask + "/sheets/U001/lines/" + CityServer::number(101)).json().at("result") == "match");
    CHECK(HandheldSync(store, *open.api, {systemNow, {}}).run().proven);
    CHECK(section.get(kTask + "/sheets/U001/lines/" + CityServer::number(101)).json().at("result")
        == "not_checked");
}
