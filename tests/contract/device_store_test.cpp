#include "app/security/base64url.h"
#include "app/security/openssl_signatures.h"
#include "core/access/access_service.h"
#include "core/access/device_service.h"
#include "schema/access/soci_account_store.h"
#include "schema/access/soci_device_store.h"
#include "schema/connection/sha256.h"
#include "tests/contract/back_ends.h"
#include "tests/support/handheld_key.h"
#include "tests/support/plain_secrets.h"
#include "tests/support/refusal.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using test::BackEnd;
using test::HandheldKey;
using test::PlainSecrets;

namespace {

constexpr const char* kPassword = "First-pass-1";
constexpr const char* kFingerprint = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// An office with its administrators and a clerk.
struct Office {
    explicit Office(const std::string& backEndName)
        : backEnd(backEndName)
        , session(backEnd.connectMigrated())
    {
        REQUIRE(accounts.setUp({{"system", kPassword}, {"security", kPassword}, {"auditor", kPassword}}));
        REQUIRE(accounts.create(caller("system"), "clerk01", "王干事", kPassword));
        REQUIRE(accounts.grant(caller("security"), "clerk01", Role::UnitClerk, UnitId {1}, {}));
    }
    Caller caller(const std::string& login) { return {accountStore.findAccount(login).value(), {}}; }
    std::string newCode()
    {
        const auto text = devices.offer(caller("system"), {"https://10.0.0.5:8443", kFingerprint}).value();
        return text.substr(text.rfind('|') + 1);
    }
    Device enrolled(const HandheldKey& key, const std::string& name = "一号终端")
    {
        return devices.enrol(newCode(), name, key.publicKey()).value();
    }

    BackEnd backEnd;
    std::unique_ptr<Session> session;
    SociAccountStore accountStore {*session};
    SociDeviceStore deviceStore {*session};
    PlainSecrets secrets;
    OpensslSignatures signatures;
    Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(1);
    AccessService accounts {accountStore, secrets, [this] { return now; }};
    DeviceService devices {deviceStore, secrets, signatures, [this] { return now; }};
};

} // namespace

TEST_CASE(
    "A handheld enrols with the code of an administrator, once and within 15 minutes", "[contract][device]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const ServerAddress address {"https://10.0.0.5:8443", kFingerprint};
    const std::string text = office.devices.offer(office.caller("system"), address).value();
    CHECK(text.starts_with("GWE1|https://10.0.0.5:8443|" + std::string(kFingerprint) + "|"));
    const std::string code = text.substr(text.rfind('|') + 1);
    CHECK(refusalCode(office.devices.offer(office.caller("clerk01"), address)) == "access.forbidden");
    CHECK(refusalCode(office.devices.offer(office.caller("security"), address)) == "access.forbidden");

    const HandheldKey key;
    CHECK(refusalCode(office.devices.enrol("no such code", "一号", key.publicKey())) == "device.code");
    CHECK(refusalCode(office.devices.enrol(code, "", key.publicKey())) == "device.name");
    CHECK(refusalCode(office.devices.enrol(code, "一号", "rsa:AAAA")) == "device.public_key");
    const auto device = office.devices.enrol(code, "一号", key.publicKey());
    REQUIRE(device);
    CHECK(device->offeredBy == "system");
    CHECK(office.deviceStore.findDevice(device->id) == *device);
    CHECK(refusalCode(office.devices.enrol(code, "二号", HandheldKey().publicKey())) == "device.code");

    const std::string late = office.newCode();
    office.now += std::chrono::minutes(15);
    CHECK(refusalCode(office.devices.enrol(late, "二号", HandheldKey().publicKey())) == "device.code");
    CHECK(office.devices.devices(office.caller("system"))->size() == 1);
}

TEST_CASE("An offer whose address would not fit its QR text is refused", "[contract][device]")
{
    Office office("sqlite");
    const auto refused = [&](const std::string& url, const std::string& ca) {
        return refusalCode(office.devices.offer(office.caller("system"), {url, ca}));
    };
    CHECK(refused("http://10.0.0.5", kFingerprint) == "device.address");
    CHECK(refused("https://a|b", kFingerprint) == "device.address");
    CHECK(refused("https://a b", kFingerprint) == "device.address");
    CHECK(refused("https://10.0.0.5", "ABCD") == "device.fingerprint");
    CHECK(refused("https://10.0.0.5", std::string(64, 'g')) == "device.fingerprint");
}

TEST_CASE("X7 a key is let in once, and a revoked one never again", "[contract][device]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const HandheldKey key;
    const Device device = office.enrolled(key);
    const std::string code = office.newCode();
    CHECK(refusalCode(office.devices.enrol(code, "又一台", key.publicKey())) == "device.key_taken");
    REQUIRE(office.devices.revoke(office.caller("system"), device.id));
    CHECK(refusalCode(office.devices.enrol(code, "又一台", key.publicKey())) == "device.key_taken");
    // The refusals did not use the code up.
    CHECK(office.devices.enrol(code, "另一台", HandheldKey().publicKey()));
}

TEST_CASE("X7 a proof holds for its method, path, body and token, and for nothing else", "[contract][device]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const HandheldKey key;
    const Device device = office.enrolled(key);
    const std::string body = sha256Hex("{}");
    const std::string otherBody = sha256Hex("{ }");
    const SentRequest request {"POST", "/api/v1/tasks/QC2026/events?x=1", body, "token1"};
    const std::string proof = key.sign(proofText(request));
    CHECK(office.devices.prove(device.id, request, proof));

    SentRequest replayed = request;
    SECTION("another method") { replayed.method = "PUT"; }
    SECTION("another path") { replayed.target = "/api/v1/tasks/QC2027/events?x=1"; }
    SECTION("another query") { replayed.target = "/api/v1/tasks/QC2026/events?x=2"; }
    SECTION("another body") { replayed.bodySha256 = otherBody; }
    SECTION("another token") { replayed.token = "token2"; }
    SECTION("a path that swallows the body")
    {
        const std::string longer = std::string(request.target) + '\n' + body;
        replayed.target = longer;
        replayed.bodySha256 = "";
        CHECK(refusalCode(office.devices.prove(device.id, replayed, proof)) == "device.proof");
    }
    CHECK(refusalCode(office.devices.prove(device.id, replayed, proof)) == "device.proof");
    CHECK(refusalCode(office.devices.prove(device.id, request, HandheldKey().sign(proofText(request))))
        == "device.proof");
    CHECK(refusalCode(office.devices.prove(device.id, request, "")) == "device.proof");
    CHECK(refusalCode(office.devices.prove(DeviceId {1}, request, proof)) == "device.proof");
}

TEST_CASE("X7 a log-in that was made on a handheld works with its key only", "[contract][device]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const HandheldKey key;
    const Device device = office.enrolled(key);
    const auto in = office.accounts.logIn("clerk01", kPassword, "10.0.0.1", device.id).value();
    const Caller caller = office.accounts.authenticate(in.token).value();
    CHECK(caller.session.device == device.id);
    const std::string body = sha256Hex("");
    const SentRequest request {"GET", "/api/v1/tasks", body, in.token};
    CHECK(office.devices.admit(caller, request, key.sign(proofText(request))));
    CHECK(refusalCode(office.devices.admit(caller, request, "")) == "device.proof");
    CHECK(refusalCode(office.devices.admit(caller, request, HandheldKey().sign(proofText(request))))
        == "device.proof");

    // A desk has no key.
    const auto desk = office.accounts.logIn("clerk01", kPassword, "10.0.0.2").value();
    CHECK(office.devices.admit(office.accounts.authenticate(desk.token).value(), request, ""));
}

TEST_CASE("P9 a revoked handheld is out at once, and the others stay in", "[contract][device]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const HandheldKey lostKey;
    const Device lost = office.enrolled(lostKey);
    const Device kept = office.enrolled(HandheldKey(), "二号终端");
    const auto onLost = office.accounts.logIn("clerk01", kPassword, "10.0.0.1", lost.id).value();
    const auto onKept = office.accounts.logIn("clerk01", kPassword, "10.0.0.1", kept.id).value();
    CHECK(refusalCode(office.devices.revoke(office.caller("clerk01"), lost.id)) == "access.forbidden");
    REQUIRE(office.devices.revoke(office.caller("system"), lost.id));
    CHECK(refusalCode(office.accounts.authenticate(onLost.token)) == "access.no_session");
    CHECK(office.accounts.authenticate(onKept.token));

    // Not even a log-in that was on its way while the handheld was revoked is admitted.
    const auto raced = office.accounts.logIn("clerk01", kPassword, "10.0.0.1", lost.id).value();
    const SentRequest request {"GET", "/", "", raced.token};
    CHECK(refusalCode(office.devices.admit(
              office.accounts.authenticate(raced.token).value(), request, lostKey.sign(proofText(request))))
        == "device.proof");
    const Instant at = office.now;
    office.now += std::chrono::hours(1);
    REQUIRE(office.devices.revoke(office.caller("system"), lost.id));
    CHECK(office.deviceStore.findDevice(lost.id)->revokedAt == at);
    CHECK(refusalCode(office.devices.revoke(office.caller("system"), DeviceId {1})) == "device.not_found");
}

TEST_CASE("X6 strangers on the same network cannot lock an enrolled handheld out", "[contract][device]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const Device device = office.enrolled(HandheldKey());
    for (int i = 0; i < 5; ++i)
        CHECK(refusalCode(office.accounts.logIn("clerk01", "Wrong-pass-1", "10.0.0.1")) == "access.log_in");
    CHECK(refusalCode(office.accounts.logIn("clerk01", kPassword, "10.0.0.1")) == "access.locked");
    CHECK(office.accounts.logIn("clerk01", kPassword, "10.0.0.1", device.id));
    // Whoever guesses on the handheld itself is locked as everybody else.
    for (int i = 0; i < 5; ++i)
        CHECK(refusalCode(office.accounts.logIn("clerk01", "Wrong-pass-1", "10.0.0.1", device.id))
            == "access.log_in");
    CHECK(refusalCode(office.accounts.logIn("clerk01", kPassword, "10.0.0.9", device.id)) == "access.locked");
}

TEST_CASE("P5 of two who rename a handheld from the same version, the second is told", "[contract][device]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    const Device mine = office.enrolled(HandheldKey());
    REQUIRE(office.devices.rename(office.caller("system"), mine.id, "库房终端"));
    CHECK(refusalCode(office.deviceStore.rename(mine)) == "device.changed");
    CHECK(office.deviceStore.findDevice(mine.id)->name == "库房终端");
    CHECK(office.devices.rename(office.caller("system"), mine.id, std::string(100, 'x')));
    CHECK(refusalCode(office.devices.rename(office.caller("system"), mine.id, std::string(101, 'x')))
        == "device.name");
    CHECK(
        refusalCode(office.devices.rename(office.caller("clerk01"), mine.id, "我的")) == "access.forbidden");
}
