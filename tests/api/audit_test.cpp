// A1: one entry for each change, refusal and log-in.
#include "app/audit/anchor_file.h"
#include "app/security/openssl_signatures.h"
#include "app/server/routes/routes.h"
#include "schema/audit/audit_seals.h"
#include "schema/audit/audit_trail.h"
#include "schema/audit/audit_verifier.h"
#include "schema/connection/unit_of_work.h"
#include "tests/api/city_server.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

std::vector<AuditEntry> entriesOf(Session& session) { return auditEntries(session, {}, 100'000); }

/// Does something and returns the entries that it left, the oldest first.
std::vector<AuditEntry> leftBy(Session& session, const std::function<void()>& work)
{
    const auto before = entriesOf(session).size();
    work();
    auto all = entriesOf(session);
    all.resize(all.size() - before);
    return {all.rbegin(), all.rend()};
}

HttpReply send(const HttpClient& client, const char* method, const std::string& target, const Json& body,
    std::vector<std::string> headers = {})
{
    headers.emplace_back("Content-Type: application/json");
    return client.send(method, "/api/v1" + target, body.is_null() ? std::string() : body.dump(), headers);
}

std::string eventLine(int seq)
{
    const std::string no = std::to_string(seq);
    return Json {{"event_id", "01932c5e-7b1a-7c3e-9f00-00000000000" + no},
               {"install_id", "0123456789abcdef0123456789abcdef"}, {"seq", seq},
               {"at", "2022-10-08T09:31:22.120+08:00"}, {"actor", "clerk"}, {"unit", "U001"},
               {"kind", "seen"}, {"entry", "camera"}, {"code", CityServer::number(100)}}
               .dump()
        + "\n";
}

} // namespace

TEST_CASE("A1: a route that may change something says as what the audit trail keeps it", "[api][audit]")
{
    // These look, and take a body to say at what.
    const std::set<std::string> looking {"POST /asset-changes/preview", "POST /depreciation/preview",
        "POST /labels", "POST /unit-reforms/preview"};
    for (const Route& route : allRoutes()) {
        const std::string name = std::string(route.method) + " " + std::string(route.path);
        CAPTURE(name);
        const bool changes = route.method != "GET" && !looking.contains(name);
        CHECK((route.respond.action != AuditAction::Read) == changes);
    }
}

TEST_CASE("A1: every change leaves an entry, and one for each transaction it takes", "[api][audit]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    Session& session = *server.session;
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient system = server.client("sysadmin", Role::SystemAdministrator);
    const HttpClient security = server.client("secadmin", Role::SecurityAdministrator);
    const auto check = [&](AuditAction action, const char* actor, const std::string& object,
                           const std::function<HttpReply()>& work) {
        CAPTURE(tokenRow(kAuditActions, action).token);
        HttpReply reply;
        const auto left = leftBy(session, [&] { reply = work(); });
        CAPTURE(reply.body);
        CHECK(reply.status < 300);
        REQUIRE(left.size() == 1);
        CHECK(left[0].action == action);
        CHECK(left[0].outcome == AuditOutcome::Done);
        CHECK(left[0].actor == actor);
        CHECK(left[0].object == object);
        CHECK(left[0].source == "127.0.0.1");
        return left[0];
    };
    /// Of what goes through several transactions: how many things its entries say were changed.
    const auto checkSeveral = [&](AuditAction action, const char* actor, const std::string& object,
                                  const std::function<HttpReply()>& work) {
        CAPTURE(tokenRow(kAuditActions, action).token);
        HttpReply reply;
        const auto left = leftBy(session, [&] { reply = work(); });
        CAPTURE(reply.body);
        CHECK(reply.status < 300);
        REQUIRE_FALSE(left.empty());
        std::int64_t objects = 0;
        for (const AuditEntry& entry : left) {
            CHECK(entry.action == action);
            CHECK(entry.outcome == AuditOutcome::Done);
            CHECK(entry.actor == actor);
            CHECK(entry.object == object);
            CHECK(entry.requestId == left[0].requestId);
            objects += entry.objects;
        }
        return objects;
    };
    const auto moved = [&](const HttpClient& who, const char* step, const Json& body = {}) {
        return change(who, kTask, step, body);
    };
    const std::string task = "/tasks/QC2026";
    const std::string sheet = task + "/sheets/U001";
    const std::string number = CityServer::number(100);

    check(AuditAction::LogIn, "clerk", "sessions", [&] {
        return send(
            server.client(), "POST", "/sessions", {{"login", "clerk"}, {"password", ApiServer::kPassword}});
    });
    check(AuditAction::AddAccount, "sysadmin", "accounts/fresh", [&] {
        return send(system, "POST", "/accounts", {{"login", "fresh"}, {"name", "新人"}});
    });
    const auto granted = check(AuditAction::GrantRole, "secadmin", "accounts/fresh/role", [&] {
        return send(security, "PUT", "/accounts/fresh/role", {{"role", "unit_clerk"}, {"unit", "U002"}});
    });
    CHECK_FALSE(granted.before.empty());
    CHECK(granted.before != granted.after);
    check(AuditAction::ResetPassword, "sysadmin", "accounts/fresh/password",
        [&] { return send(system, "POST", "/accounts/fresh/password", {}); });
    check(AuditAction::DisableAccount, "sysadmin", "accounts/fresh/disabled", [&] {
        return send(system, "PUT", "/accounts/fresh/disabled", {{"disabled", true}});
    });
    check(AuditAction::OfferEnrolment, "sysadmin", "enrolments", [&] {
        return send(system, "POST", "/enrolments", {{"address", "https://10.0.0.1:8443"}});
    });

    const auto changed = check(AuditAction::ChangeCard, "clerk", "assets/" + number, [&] {
        return send(clerk, "PATCH", "/assets/" + number, {{"remark", "靠窗"}}, {"If-Match: \"1\""});
    });
    CHECK(changed.objects == 1);
    CHECK(changed.before != changed.after);
    check(AuditAction::CreateTask, "section", "tasks/QC2026", [&] {
        return send(section, "POST", "/tasks",
            {{"task", "QC2026"}, {"name", "2026 年清查"}, {"base_date", "2022-09-30"}},
            {"Idempotency-Key: t-1"});
    });
    check(AuditAction::IssueTask, "section", "tasks/QC2026/issue", [&] { return moved(section, "/issue"); });
    // Two sheets and the task.
    CHECK(checkSeveral(AuditAction::FreezeTask, "section", "tasks/QC2026/freeze",
              [&] { return moved(section, "/freeze"); })
        == 3);
    const auto sent = check(AuditAction::SendEvents, "clerk", "tasks/QC2026/events", [&] {
        return clerk.send("POST", "/api/v1/tasks/QC2026/events", eventLine(1) + eventLine(2),
            {"Content-Type: application/x-ndjson"});
    });
    CHECK(sent.after.size() == 64);
    check(AuditAction::SendEventFile, "clerk", "tasks/QC2026/event-files", [&] {
        return clerk.send(
            "POST", "/api/v1/tasks/QC2026/event-files", eventLine(3), {"Content-Type: application/x-ndjson"});
    });
    check(AuditAction::DecideLines, "officer", "tasks/QC2026/sheets/U001/decisions", [&] {
        return change(officer, "/api/v1" + sheet, "/decisions",
            {{"assets", {CityServer::number(102)}}, {"result", "shortage"}, {"reason", "丢失"}});
    });
    check(AuditAction::MoveSheets, "officer", "tasks/QC2026/advance", [&] {
        return moved(officer, "/advance", {{"to", "unit_checked"}});
    });
    check(AuditAction::DrawRecount, "section", "tasks/QC2026/sheets/U001/recounts", [&] {
        return send(section, "POST", sheet + "/recounts", {{"size", 2}});
    });
    check(AuditAction::LogOut, "clerk", "sessions/current",
        [&] { return send(clerk, "DELETE", "/sessions/current", {}); });
}

TEST_CASE("A1: a request that is sent again, or only looks, leaves no entry", "[api][audit]")
{
    CityServer server("sqlite");
    Session& session = *server.session;
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const Json body {{"task", "QC2026"}, {"name", "2026 年清查"}, {"base_date", "2022-09-30"}};
    REQUIRE(send(section, "POST", "/tasks", body, {"Idempotency-Key: t-1"}).status == 201);
    CHECK(leftBy(session, [&] {
        CHECK(send(section, "POST", "/tasks", body, {"Idempotency-Key: t-1"}).status == 201);
        CHECK(clerk.get("/api/v1/assets?q=计算机").status == 200);
        CHECK(clerk.get("/api/v1/assets/" + CityServer::number(200)).status == 404);
        CHECK(send(clerk, "POST", "/asset-changes/preview",
                  {{"assets", {CityServer::number(100)}}, {"fields", {{"remark", "甲"}}}})
                  .status
            == 200);
        // A stranger is counted, not told of.
        CHECK(send(server.client(), "POST", "/tasks", body).status == 401);
    }).empty());
}

TEST_CASE("A1: a refusal leaves one entry that names the rule, and no entry of a change", "[api][audit]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    Session& session = *server.session;
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const auto check = [&](const char* actor, const char* rule, const std::function<HttpReply()>& work) {
        CAPTURE(rule);
        HttpReply reply;
        const auto left = leftBy(session, [&] { reply = work(); });
        CHECK(reply.code() == rule);
        REQUIRE(left.size() == 1);
        CHECK(left[0].outcome == AuditOutcome::Refused);
        CHECK(left[0].actor == actor);
        CHECK(left[0].rule == rule);
    };
    const std::string foreign = "/assets/" + CityServer::number(200);
    const std::string own = "/assets/" + CityServer::number(100);
    check("clerk", "card.not_found", [&] {
        return send(clerk, "PATCH", foreign, {{"remark", "x"}}, {"If-Match: \"1\""});
    });
    check("clerk", "card.changed", [&] {
        return send(clerk, "PATCH", own, {{"remark", "x"}}, {"If-Match: \"9\""});
    });
    check("clerk", "request.if_match", [&] { return send(clerk, "PATCH", own, {{"remark", "x"}}); });
    check("clerk", "access.forbidden", [&] { return clerk.get("/api/v1/accounts"); });
    check("clerk", "request.unknown_field", [&] { return send(clerk, "PATCH", own, {{"no_field", "x"}}); });
    check("clerk", "access.log_in", [&] {
        return send(server.client(), "POST", "/sessions", {{"login", "clerk"}, {"password", "wrong"}});
    });
    // What was typed as the name may be a password.
    check("", "access.log_in", [&] {
        return send(server.client(), "POST", "/sessions", {{"login", "secret-word"}, {"password", "x"}});
    });
}

TEST_CASE("A1: auditors read the trail page by page, and nobody else does", "[api][audit]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient auditor = server.client("auditor", Role::Auditor);
    const std::string own = "/assets/" + CityServer::number(100);
    const auto changed = send(clerk, "PATCH", own, {{"remark", "靠窗"}}, {"If-Match: \"1\""});
    REQUIRE(changed.status == 200);
    REQUIRE(send(clerk, "PATCH", own, {{"remark", "靠门"}}, {"If-Match: \"2\""}).status == 200);
    CHECK(clerk.get("/api/v1/audit").status == 403);
    const auto page = auditor.get("/api/v1/audit?limit=1&actor=clerk&action=change_card").json();
    REQUIRE(page.at("entries").size() == 1);
    const auto next
        = auditor.get("/api/v1/audit?limit=5&action=change_card&after=" + page.at("next").get<std::string>())
              .json();
    REQUIRE(next.at("entries").size() == 1);
    const auto entry = next.at("entries").at(0);
    CHECK(entry.at("object") == "assets/" + CityServer::number(100));
    CHECK(entry.at("outcome") == "done");
    CHECK(entry.at("request") == changed.headers.at("guanwu-request"));
    CHECK(next.at("next").is_null());
    CHECK(auditor.get("/api/v1/audit?object=assets/TY2020").json().at("entries").size() == 2);
    CHECK(auditor.get("/api/v1/audit?action=nothing").code() == "audit.action");
}

TEST_CASE("A2: the bytes of an entry that are sealed tell every column apart", "[api][audit]")
{
    AuditEntry entry;
    entry.id = 1;
    entry.actor = "clerk";
    const std::string bytes = auditBytes(entry);
    AuditEntry other = entry;
    other.actor = "cler";
    other.source = "k";
    CHECK(auditBytes(other) != bytes);
    other = entry;
    other.after = "x";
    CHECK(auditBytes(other) != bytes);
    other = entry;
    other.objects = 2;
    CHECK(auditBytes(other) != bytes);
}

TEST_CASE("A1: an entry goes with its change: what is taken back leaves none, what is begun again leaves one",
    "[api][audit]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    Session& session = *server.session;
    const auto addPolicy = [&](const std::string& name) {
        insertRow(session, "access_policy", {{"name", name}, {"value", std::int64_t {1}}});
    };
    AuditAct act;
    act.action = AuditAction::GrantRole;
    act.object = "here";
    act.actor = "somebody";
    act.source = "test";
    act.requestId = "1";
    act.now = [] { return Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)); };
    const auto left = leftBy(session, [&] {
        const Acting acting(session.audit(), {act});
        {
            UnitOfWork work(session);
            addPolicy("not committed");
            session.audit().note({"here/taken back", {}, "x"});
        }
        int attempts = 0;
        retrying(session, [&] {
            UnitOfWork work(session);
            addPolicy("committed");
            session.audit().note({"here/first", "before", "after"});
            {
                UnitOfWork inner(session);
                session.audit().note({"here/refused", {}, "y"});
            }
            if (++attempts == 1)
                throw TransientFailure("in the way");
            work.commit();
        });
        UnitOfWork later(session); // of the same act: there is its entry already
        addPolicy("later");
        later.commit();
        UnitOfWork apart(session, UnitOfWork::Audit::Apart);
        apart.commit();
    });
    REQUIRE(left.size() == 1);
    CHECK(left[0].object == "here/first");
    CHECK(left[0].objects == 1);
    CHECK(left[0].actor == "somebody");
    CHECK(left[0].before != left[0].after);
    // Nobody acts, nothing is told.
    CHECK(leftBy(session, [&] {
        UnitOfWork work(session);
        addPolicy("of nobody");
        work.commit();
    }).empty());
}

TEST_CASE("A2, A3: a running server seals what it did, and writes the anchor of the day", "[api][audit]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    REQUIRE(
        send(clerk, "PATCH", "/assets/" + CityServer::number(100), {{"remark", "靠窗"}}, {"If-Match: \"1\""})
            .status
        == 200);
    const auto isSealed = [&] {
        const auto anchor = AuditSeals(*server.session).lastAnchor();
        return anchor
            && anchor->anchor.entries == static_cast<std::int64_t>(entriesOf(*server.session).size())
            && std::filesystem::exists(server.anchors()) && !readAnchors({server.anchors()}).value().empty();
    };
    for (int i = 0; i < 100 && !isSealed(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100)); // it looks every half a second
    REQUIRE(isSealed());
    const auto signedAnchors = readAnchors({server.anchors()}).value();
    REQUIRE(signedAnchors.size() == 1);
    const std::vector<AuditAnchor> anchors {signedAnchors[0].anchor};
    const AuditReport report = verifyAudit(*server.session, anchors);
    CHECK(report.findingCount == 0);
    CHECK(report.anchored > 0);
    CHECK(report.unsealed == 0);
    // Handhelds take it out of the house.
    const auto state = clerk.get("/api/v1/installs/" + std::string(32, '7') + "/state").json();
    const auto handed = parseAnchorLine(state.at("anchor").get<std::string>());
    REQUIRE(handed);
    CHECK(isSigned(*handed, signedAnchors[0].key, OpensslSignatures()));
}
