// P6, X1, X4: every route × role × whose record it is. A route without a row here fails.
#include "app/server/router.h"
#include "app/server/routes/routes.h"
#include "core/registers/register_service.h"
#include "schema/books/depreciation_posting.h"
#include "schema/registers/soci_register_repository.h"
#include "tests/api/api_server.h"
#include "tests/api/small_count.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

/// Whose a record is, seen from a clerk of the office of U001.
enum class Whose { OwnDepartment, OtherDepartment, Child, OtherUnit };
constexpr Whose kWhose[] = {Whose::OwnDepartment, Whose::OtherDepartment, Whose::Child, Whose::OtherUnit};

struct Spot {
    Whose whose {};
    std::string unit;
    std::int64_t unitId = 0;
    std::int64_t departmentId = 0; ///< 0 = none
    std::string department;
    std::string person;
    std::string room;
    std::string assetNo {};
    std::string attachment {};
    std::string document {};
    std::string entryNo {}; ///< of a gift
};

struct Ask {
    std::string target; ///< below /api/v1
    json body {};
    std::vector<std::string> headers {};
};

/// What a route does with the record it is asked about.
/// ChangesMany: says of each card that it is not there, instead of 404 for all.
enum class Does { Reads, ReadsOfUnit, Changes, ChangesMany, ChangesUnit, Lists, ListsOfUnit, Common };

struct Row {
    std::string_view route; ///< "GET /assets/{no}"
    Does does {};
    std::function<Ask(const Spot&)> ask;
    /// In a list: what names the record of the spot.
    std::function<std::string(const Spot&)> mark {};
};

bool reads(const Scope& scope, const Spot& spot, bool unitRecord)
{
    switch (scope.reach()) {
    case Scope::Reach::Nothing:
        return false;
    case Scope::Reach::Department:
        return spot.unitId == scope.unit().value
            && (unitRecord || spot.departmentId == scope.department().value);
    case Scope::Reach::Unit:
        return spot.unitId == scope.unit().value;
    case Scope::Reach::UnitAndSubordinates:
        return spot.unitId == scope.unit().value || spot.whose == Whose::Child;
    case Scope::Reach::Everything:
        return true;
    }
    return false;
}

Ask plain(std::string target) { return {std::move(target)}; }
std::function<Ask(const Spot&)> always(const std::string& target, const json& body = {})
{
    return [=](const Spot&) { return Ask {target, body}; };
}
std::string assetOf(const Spot& spot) { return spot.assetNo; }
std::string personOf(const Spot& spot) { return "\"" + spot.person + "\""; }
std::string roomOf(const Spot& spot) { return "\"" + spot.room + "\""; }
std::string entryOf(const Spot& spot) { return spot.entryNo; }
std::string unitOf(const Spot& spot) { return "\"" + spot.unit + "\""; }
std::string idleOf(const Spot& spot) { return "XZ" + spot.assetNo.substr(2); }
std::string leaseOf(const Spot& spot) { return "ZL-" + spot.person; }
std::string lease(const Spot& spot) { return "/leases/" + spot.person.substr(1); }
std::string repairOf(const Spot& spot) { return "WX-" + spot.person; }
/// A legacy number: it is looked for as it is typed.
std::string titleOf(const Spot& spot) { return "T-" + spot.person; }
std::function<Ask(const Spot&)> title(const std::string& what, const json& body)
{
    return [=](const Spot& spot) { return Ask {"/titles/" + titleOf(spot) + "/" + what, body}; };
}
std::string documentOf(const Spot& spot) { return spot.document; }
/// A move of the document of the spot, which is a draft.
std::function<Ask(const Spot&)> move(const std::string& what, const json& body = json::object())
{
    return [=](const Spot& spot) {
        return Ask {"/documents/" + spot.document + what, body, {"If-Match: \"1\""}};
    };
}
std::string sheet(const Spot& spot) { return "/tasks/QC/sheets/" + spot.unit; }

const std::vector<Row>& rows()
{
    static const std::string kJson = "Content-Type: application/json";
    static const std::vector<Row> all {
        {"GET /healthz", Does::Common, always("/healthz")},
        {"GET /metrics", Does::Common, always("/metrics")},
        {"GET /wall", Does::Common, always("/wall")},
        {"GET /wall.css", Does::Common, always("/wall.css")},
        {"GET /wall.js", Does::Common, always("/wall.js")},
        {"GET /wall-words.js", Does::Common, always("/wall-words.js")},
        {"GET /openapi.json", Does::Common, always("/openapi.json")},
        {"POST /setup", Does::Common, always("/setup", {{"secret", "x"}})},
        {"POST /sessions", Does::Common, always("/sessions", {{"login", "nobody"}, {"password", "x"}})},
        {"GET /sessions/current", Does::Common, always("/sessions/current")},
        {"DELETE /sessions/current", Does::Common, {}}, // ends what the matrix is asked with: access_test
        {"POST /sessions/current/password", Does::Common,
            always("/sessions/current/password", {{"old", "wrong"}, {"new", "wrong"}})},
        {"GET /accounts", Does::Common, always("/accounts")},
        {"POST /accounts", Does::Common, always("/accounts", {{"login", "?"}, {"name", "x"}})},
        {"PUT /accounts/{login}/role", Does::Common, always("/accounts/nobody/role", {{"role", "auditor"}})},
        {"PUT /accounts/{login}/disabled", Does::Common,
            always("/accounts/nobody/disabled", {{"disabled", true}})},
        {"POST /accounts/{login}/password", Does::Common, always("/accounts/nobody/password")},
        {"GET /class-codes", Does::Common, always("/class-codes")},

        {"GET /assets", Does::Lists, always("/assets?limit=500"), assetOf},
        {"GET /assets/{no}", Does::Reads, [](const Spot& s) { return plain("/assets/" + s.assetNo); }},
        {"GET /assets/{no}/history", Does::Reads,
            [](const Spot& s) { return plain("/assets/" + s.assetNo + "/history"); }},
        {"POST /assets", Does::Changes,
            [](const Spot& s) {
                return Ask {
                    "/assets", {{"unit", s.unit}, {"department", s.department}, {"name", "新办公桌"}}};
            }},
        {"PATCH /assets/{no}", Does::Changes,
            [](const Spot& s) {
                return Ask {"/assets/" + s.assetNo, {{"remark", "被改"}}, {"If-Match: \"999\""}};
            }},
        {"POST /asset-changes/preview", Does::ChangesMany,
            [](const Spot& s) {
                return Ask {"/asset-changes/preview",
                    {{"assets", json::array({s.assetNo})}, {"fields", {{"remark", "被改"}}}}};
            }},
        {"POST /asset-changes", Does::ChangesMany,
            [](const Spot& s) {
                return Ask {"/asset-changes",
                    {{"assets", json::array({s.assetNo})}, {"fields", {{"remark", "被改"}}},
                        {"digest", "x"}}};
            }},
        {"GET /assets.csv", Does::Lists, always("/assets.csv"), assetOf},
        {"GET /assets/{no}/value-curve", Does::Reads,
            [](const Spot& s) { return plain("/assets/" + s.assetNo + "/value-curve"); }},
        {"GET /assets/{no}/label.png", Does::Reads,
            [](const Spot& s) { return plain("/assets/" + s.assetNo + "/label.png"); }},
        {"POST /labels", Does::Reads,
            [](const Spot& s) {
                return Ask {"/labels", {{"assets", json::array({s.assetNo})}}};
            }},
        {"GET /register-types", Does::Common, always("/register-types")},
        {"GET /register-figures/{kind}", Does::Common, always("/register-figures/gifts")},
        {"GET /registers/{kind}", Does::Lists, always("/registers/gifts?limit=500"), entryOf},
        {"GET /registers/{kind}/{no}", Does::Reads,
            [](const Spot& s) { return plain("/registers/gifts/" + s.entryNo); }},
        {"GET /registers/{kind}/{no}/history", Does::Reads,
            [](const Spot& s) { return plain("/registers/gifts/" + s.entryNo + "/history"); }},
        {"POST /registers/{kind}", Does::Changes,
            [](const Spot& s) {
                return Ask {"/registers/gifts", {{"unit", s.unit}, {"department", s.department}}};
            }},
        {"PATCH /registers/{kind}/{no}", Does::Changes,
            [](const Spot& s) {
                return Ask {"/registers/gifts/" + s.entryNo, {{"fields", {{"remark", "被改"}}}},
                    {"If-Match: \"999\""}};
            }},
        {"POST /registers/{kind}/{no}/steps", Does::Changes,
            [](const Spot& s) {
                return Ask {
                    "/registers/gifts/" + s.entryNo + "/steps", {{"step", "declare"}}, {"If-Match: \"999\""}};
            }},
        {"GET /units", Does::ListsOfUnit, always("/units?limit=500"), unitOf},
        {"GET /units/{code}", Does::ReadsOfUnit, [](const Spot& s) { return plain("/units/" + s.unit); }},
        {"GET /departments", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/departments?unit=" + s.unit); }},
        {"GET /people", Does::ListsOfUnit, always("/people?limit=500"), personOf},
        {"GET /places", Does::ListsOfUnit, always("/places?limit=500"), roomOf},
        {"POST /attachments", Does::Common, always("/attachments")},
        {"GET /attachments/{hash}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/attachments/" + s.attachment); }},
        {"GET /assets/{no}/attachments", Does::Reads,
            [](const Spot& s) { return plain("/assets/" + s.assetNo + "/attachments"); }},
        {"PUT /assets/{no}/attachments/{hash}", Does::Changes,
            [](const Spot& s) { return plain("/assets/" + s.assetNo + "/attachments/" + s.attachment); }},

        {"GET /idle-assets", Does::Lists, always("/idle-assets?limit=500"), idleOf},
        {"GET /assets/{no}/idle-note", Does::Reads,
            [](const Spot& s) { return plain("/assets/" + s.assetNo + "/idle-note"); }},
        {"PUT /assets/{no}/idle-note", Does::Changes,
            [](const Spot& s) {
                return Ask {"/assets/" + s.assetNo + "/idle-note", json::object(), {"If-Match: \"0\""}};
            }},
        {"POST /assets/{no}/idle", Does::Changes,
            [](const Spot& s) {
                return Ask {"/assets/" + s.assetNo + "/idle", {{"since", "2025-01-01"}, {"reason", "other"}}};
            }},
        {"GET /leases", Does::ListsOfUnit, always("/leases?limit=500"), leaseOf},
        {"GET /leases/{lease}", Does::ReadsOfUnit, [](const Spot& s) { return plain(lease(s)); }},
        {"POST /leases", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/leases",
                    {{"contract_no", ""}, {"kind", "loan"}, {"unit", s.unit},
                        {"assets", json::array({s.assetNo})}, {"counterparty", "x"}, {"approval_no", "x"},
                        {"approved_on", "2025-01-01"}, {"from", "2025-02-01"}, {"to", "2025-03-01"}}};
            }},
        {"POST /leases/{lease}/payments", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {lease(s) + "/payments",
                    {{"amount_yuan", "1"}, {"paid_on", "2025-02-01"}, {"voucher_no", ""}}};
            }},
        {"POST /leases/{lease}/end", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {lease(s) + "/end", {{"last_day", "2020-01-01"}}};
            }},

        {"GET /space/rooms", Does::ListsOfUnit, always("/space/rooms?limit=500"), roomOf},
        {"GET /space/rooms/{room}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/rooms/" + s.room); }},
        {"GET /space/buildings", Does::Common, always("/space/buildings")},
        {"GET /space/over", Does::ListsOfUnit, always("/space/over"), roomOf},
        {"GET /space/due", Does::ListsOfUnit, always("/space/due"), roomOf},
        {"GET /space/units/{unit}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/units/" + s.unit); }},
        {"GET /space/units/{unit}/proposal", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/units/" + s.unit + "/proposal"); }},
        {"GET /repairs", Does::ListsOfUnit, always("/repairs"), repairOf},
        {"POST /space/seats", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/space/seats", {{"room", s.room}, {"person", s.person}, {"kind", "second"}}};
            }},
        {"POST /space/seats/end", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/space/seats/end",
                    {{"room", s.room}, {"person", s.person}, {"ground", "second_post"}}};
            }},
        {"POST /space/seats/return", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/space/seats/return",
                    {{"room", s.room}, {"person", s.person}, {"on", "2000-01-01"}}};
            }},
        {"POST /space/rooms/{room}/note", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/space/rooms/" + s.room + "/note", {{"reason", "x"}}};
            }},
        {"GET /titles", Does::ListsOfUnit, always("/titles?limit=500"), titleOf},
        {"GET /titles/{cert_no}", Does::ReadsOfUnit, [](const Spot& s) { return plain("/titles/" + titleOf(s)); }},
        {"GET /title-gaps", Does::ListsOfUnit, always("/title-gaps"), titleOf},
        {"POST /titles/{cert_no}/encumbrances", Does::ChangesUnit,
            title("encumbrances", {{"kind", "seizure"}, {"paper_no", ""}})},
        {"POST /titles/{cert_no}/releases", Does::ChangesUnit, title("releases", {{"paper_no", "x"}})},
        {"POST /titles/{cert_no}/missing-papers", Does::ChangesUnit,
            title("missing-papers", {{"name", ""}, {"owed_by", ""}, {"due_on", "2026-01-01"}})},
        {"POST /titles/{cert_no}/supplied-papers", Does::ChangesUnit, title("supplied-papers", {{"name", "x"}})},
        {"POST /titles/{cert_no}/custody", Does::ChangesUnit,
            title("custody", {{"step", "returned"}, {"person", "x"}})},

        {"GET /people/{code}/holdings", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/people/" + s.person + "/holdings"); }},
        {"POST /unit-reforms/preview", Does::Common,
            always("/unit-reforms/preview", {{"kind", "rename"}, {"unit", "U009"}, {"paper_no", "x"}})},
        {"POST /unit-reforms", Does::Common,
            always("/unit-reforms", {{"kind", "rename"}, {"unit", "U009"}, {"paper_no", "x"}})},
        {"POST /depreciation/preview", Does::Common, always("/depreciation/preview", {{"through", "2025-02"}})},
        {"POST /depreciation", Does::Common, always("/depreciation", {{"through", "2025-01"}})},
        {"GET /units/{code}/depreciation", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/depreciation"); }},
        {"GET /units/{code}/depreciation/{month}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/depreciation/2025-01"); }},
        {"GET /units/{code}/depreciation/{month}/lines", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/depreciation/2025-01/lines"); }},
        {"GET /reconciliation-choices", Does::Common, always("/reconciliation-choices")},
        {"GET /reconciliations", Does::ListsOfUnit, always("/reconciliations?month=2025-01"), unitOf},
        {"GET /units/{code}/reconciliation/{month}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/reconciliation/2025-01"); }},
        {"POST /units/{code}/reconciliation/{month}/items", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/units/" + s.unit + "/reconciliation/2025-01/items",
                    {{"side", "a-c"}, {"account", "1601"}, {"amount", "0.00"}, {"reason", "estimate"}}};
            }},
        {"DELETE /units/{code}/reconciliation/{month}/items/{item}", Does::ChangesUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/reconciliation/2025-01/items/1"); }},
        {"GET /imports", Does::Common, always("/imports")},
        {"POST /imports", Does::Common, always("/imports?kind=assets&dry_run=true")},
        {"DELETE /imports/{batch}", Does::Common, always("/imports/1")},

        {"POST /enrolments", Does::Common, always("/enrolments")},
        {"POST /devices", Does::Common,
            always("/devices", {{"code", "x"}, {"name", "x"}, {"public_key", "x"}})},
        {"GET /devices", Does::Common, always("/devices")},
        {"PUT /devices/{device}/name", Does::Common, always("/devices/1/name", {{"name", "x"}})},
        {"DELETE /devices/{device}", Does::Common, always("/devices/1")},

        {"GET /tasks", Does::Common, always("/tasks")},
        {"POST /tasks", Does::Common,
            always("/tasks", {{"task_no", "QC"}, {"name", "x"}, {"base_date", "x"}})},
        {"GET /tasks/{task}", Does::Common, always("/tasks/QC")},
        {"POST /tasks/{task}/issue", Does::Common, always("/tasks/QC/issue")},
        {"POST /tasks/{task}/freeze", Does::Common, always("/tasks/QC/freeze")},
        {"POST /tasks/{task}/advance", Does::Common, {}}, // moves the sheets: campaign tests
        {"GET /tasks/{task}/progress", Does::ListsOfUnit, always("/tasks/QC/progress"), unitOf},
        {"GET /tasks/{task}/quarantine", Does::Common, always("/tasks/QC/quarantine")},
        {"GET /tasks/{task}/sheets", Does::ListsOfUnit, always("/tasks/QC/sheets"), unitOf},
        {"GET /tasks/{task}/sheets/{unit}", Does::ReadsOfUnit, [](const Spot& s) { return plain(sheet(s)); }},
        {"GET /tasks/{task}/sheets/{unit}/book", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/book"); }},
        {"GET /tasks/{task}/sheets/{unit}/lines", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/lines"); }},
        {"GET /tasks/{task}/sheets/{unit}/surplus", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/surplus"); }},
        {"GET /tasks/{task}/sheets/{unit}/findings", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/findings"); }},
        {"GET /tasks/{task}/sheets/{unit}/events", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/events"); }},
        {"GET /tasks/{task}/sheets/{unit}/lines/{asset_no}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/lines/" + s.assetNo); }},
        {"GET /tasks/{task}/sheets/{unit}/signals", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/signals"); }},
        {"GET /tasks/{task}/sheets/{unit}/recounts", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/recounts"); }},
        {"POST /tasks/{task}/sheets/{unit}/recounts", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {sheet(s) + "/recounts", {{"size", 1}}};
            }},
        {"GET /tasks/{task}/sheets/{unit}/recounts/{recount}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/recounts/1"); }},
        {"PUT /tasks/{task}/sheets/{unit}/recounts/{recount}/lines/{asset_no}", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {sheet(s) + "/recounts/1/lines/" + s.assetNo, {{"outcome", "agrees"}}};
            }},
        {"POST /tasks/{task}/sheets/{unit}/decisions", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {sheet(s) + "/decisions",
                    {{"assets", json::array({s.assetNo})}, {"result", "match"}, {"reason", "x"}}};
            }},
        {"POST /tasks/{task}/sheets/{unit}/surplus-decisions", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {sheet(s) + "/surplus-decisions",
                    {{"event_id", "x"}, {"accepted", true}, {"reason", "x"}}};
            }},
        {"GET /documents", Does::Lists, always("/documents?limit=500"), documentOf},
        {"GET /documents/{no}", Does::Reads, [](const Spot& s) { return plain("/documents/" + s.document); }},
        {"GET /documents/{no}/form.pdf", Does::Reads,
            [](const Spot& s) { return plain("/documents/" + s.document + "/form.pdf"); }},
        {"POST /documents/{no}/dossier", Does::Reads,
            [](const Spot& s) { return plain("/documents/" + s.document + "/dossier"); }},
        {"GET /document-kinds", Does::Common, always("/document-kinds")},
        {"GET /document-routes", Does::Common, always("/document-routes")},
        {"POST /documents", Does::Changes,
            [](const Spot& s) {
                return Ask {"/documents",
                    {{"kind", "disposal"}, {"method", "scrap"}, {"unit", s.unit},
                        {"department", s.department}}};
            }},
        {"PATCH /documents/{no}", Does::Changes, move("", {{"reason", "被改"}})},
        {"PUT /documents/{no}/papers/{paper}/{hash}", Does::ChangesUnit, move("/papers/none/00")},
        {"POST /documents/{no}/idle-search", Does::Changes, move("/idle-search")},
        {"POST /documents/{no}/filing", Does::Changes, move("/filing", json())},
        {"POST /documents/{no}/withdrawal", Does::Changes, move("/withdrawal")},
        {"POST /documents/{no}/decisions", Does::ChangesUnit, move("/decisions", {{"decision", "approve"}})},
        {"POST /documents/{no}/opinions", Does::ChangesUnit, move("/opinions", {{"opinion", "x"}})},
        {"POST /documents/{no}/execution", Does::Changes, move("/execution")},
        {"POST /documents/{no}/income", Does::Changes, move("/income")},
        {"POST /documents/{no}/closing", Does::Changes, move("/closing")},
        {"GET /installs/{install}/state", Does::Common,
            always("/installs/0123456789abcdef0123456789abcdef/state")},
        {"POST /tasks/{task}/events", Does::Common, {}}, // line by line: events_test
        {"POST /tasks/{task}/event-files", Does::Common, {}},
    };
    return all;
}

const Row* rowOf(const Route& route)
{
    const std::string name = std::string(route.method).append(" ").append(route.path);
    for (const Row& row : rows())
        if (row.route == name)
            return &row;
    return nullptr;
}

/// Three units, four cards, a frozen task, and somebody in every role.
struct World {
    ApiServer server;
    std::vector<Spot> spots {
        {Whose::OwnDepartment, "U001", 1, 11, "办公室", "P101", "R-101"},
        {Whose::OtherDepartment, "U001", 1, 12, "财务科", "P102", "R-102"},
        {Whose::Child, "U002", 2, 0, "", "P201", "R-201"},
        {Whose::OtherUnit, "U003", 3, 31, "办公室", "P301", "R-301"},
    };
    std::map<Role, std::pair<HttpClient, Scope>> people;

    World()
    {
        const auto session = server.backEnd().connect();
        fillSmallRegistry(*session);
        insertRow(*session, "person",
            {{"id", std::int64_t {201}}, {"code", std::string("P201")}, {"name", std::string("赵六")},
                {"unit_id", std::int64_t {2}}, {"grade", std::string("科员")}, {"post", std::string("干事")},
                {"in_post", std::int64_t {1}}});
        for (std::size_t i = 0; i < spots.size(); ++i) {
            addCard(*session, spots[i], static_cast<std::int64_t>(9'000 + i));
            addDocument(*session, spots[i], static_cast<std::int64_t>(9'000 + i));
            addGift(*session, spots[i]);
            addPremises(*session, spots[i], static_cast<std::int64_t>(9'000 + i));
        }
        freezeSmallCount(*session);
        DepreciationPosting::Request books {std::chrono::year(2025) / 1, std::chrono::year(2024) / 12, {}, "test", {}};
        REQUIRE(DepreciationPosting(*session, Scope::everything()).run(books, {}));
        for (const auto& role : kRoles) {
            const bool ofUnit = !isAdministrator(role.value) && !isCityWide(role.value);
            const UnitId unit {ofUnit ? 1 : 0};
            const DepartmentId department {role.value == Role::DepartmentClerk ? 11 : 0};
            people.emplace(role.value,
                std::pair(server.client(std::string("p-") + std::to_string(static_cast<int>(role.value)),
                              role.value, unit, department),
                    Scope::of(role.value, unit, department)));
        }
        for (Spot& spot : spots) {
            const HttpClient clerk
                = server.client("clerk-" + spot.person.substr(1), Role::UnitClerk, UnitId {spot.unitId});
            spot.attachment = clerk
                                  .send("POST", "/api/v1/attachments", "%PDF-1.4\n% " + spot.person,
                                      {"Content-Type: application/pdf"})
                                  .json()
                                  .value("hash", "none");
        }
    }
    /// A desk in stock, one that lies idle, and a contract with nothing in it.
    static void addCard(Session& session, Spot& spot, std::int64_t id)
    {
        spot.assetNo = "TY202500" + std::to_string(id);
        addDesk(session, spot, id, spot.assetNo, false);
        addDesk(session, spot, id + 100, idleOf(spot), true);
        insertRow(session, "lease_contract",
            {{"id", std::int64_t {std::stol(spot.person.substr(1))}}, {"contract_no", leaseOf(spot)},
                {"kind", std::string("loan")}, {"unit_id", spot.unitId}, {"counterparty", std::string("x")},
                {"approval_no", std::string("x")}, {"approved_on", std::string("2025-01-01")},
                {"first_day", std::string("2025-01-02")}, {"last_day", std::string("2025-12-31")},
                {"rent_fen", std::int64_t {0}}, {"period", std::string("month")},
                {"due_day", std::int64_t {0}}, {"state", std::string("running")},
                {"revision", std::int64_t {1}}});
    }
    static void addDesk(
        Session& session, const Spot& spot, std::int64_t id, const std::string& number, bool isIdle)
    {
        insertRow(session, "asset",
            {{"id", id}, {"asset_no", number}, {"unit_id", spot.unitId}, {"using_unit_id", spot.unitId},
                {"department_id", spot.departmentId == 0 ? SqlValue() : SqlValue(spot.departmentId)},
                {"card_kind", std::string("furniture")}, {"class_edition", std::string("2022")},
                {"class_code", std::string("A05010201")}, {"name", std::string("办公桌")},
                {"quantity", std::int64_t {1}}, {"acquired_on", std::string("2024-01-05")},
                {"acquisition_method", std::string("purchase")},
                {"use_state", std::string(isIdle ? "idle" : "in_stock")},
                {"idle_since", isIdle ? SqlValue(std::string("2025-01-01")) : SqlValue()}});
        insertRow(session, "asset_value",
            {{"asset_id", id}, {"original_fen", std::int64_t {80'000}}, {"life_months", std::int64_t {180}},
                {"depreciation_base_fen", std::int64_t {80'000}},
                {"depreciation_from", std::int64_t {2024 * 12}}, {"depreciation_months", std::int64_t {180}},
                {"depreciation_opening_fen", std::int64_t {0}}});
    }
    static void addDocument(Session& session, Spot& spot, std::int64_t id)
    {
        spot.document = "CZ-2026-90" + std::to_string(id);
        insertRow(session, "document",
            {{"id", id}, {"document_no", spot.document}, {"kind", std::string("disposal")},
                {"method", std::string("scrap")}, {"unit_id", spot.unitId},
                {"department_id", spot.departmentId}, {"applicant", std::string("nobody")},
                {"applicant_name", std::string("nobody")}, {"state", std::string("draft")},
                {"created_at", std::int64_t {1'790'000'000'000}}});
    }
    /// The room of the spot with somebody in it who has left, a repair, and a certificate without a building.
    static void addPremises(Session& session, const Spot& spot, std::int64_t id)
    {
        Query place(session);
        place.add("SELECT id FROM place WHERE code = ", spot.room);
        const std::int64_t room = place.next(1) ? place.integer(0) : 0;
        insertRow(session, "room",
            {{"place_id", room}, {"room_kind", std::string("office")}, {"usable_m2_x100", std::int64_t {2000}},
                {"state", std::string("allocated")}});
        insertRow(session, "room_occupant",
            {{"id", id}, {"place_id", room}, {"person_id", std::int64_t {std::stol(spot.person.substr(1))}},
                {"kind", std::string("main")}, {"from_on", std::string("2024-01-01")},
                {"ended_on", std::string("2025-01-01")}, {"end_ground", std::string("left")},
                {"open_main_id", std::int64_t {std::stol(spot.person.substr(1))}}});
        insertRow(session, "repair",
            {{"id", id}, {"application_no", repairOf(spot)}, {"unit_id", spot.unitId},
                {"place_id", std::int64_t {1000}}, {"kind", std::string("daily")},
                {"area_m2_x100", std::int64_t {100}}, {"state", std::string("applied")}});
        insertRow(session, "certificate",
            {{"id", id}, {"cert_no", titleOf(spot)}, {"cert_kind", std::string("FCZ")},
                {"reg_kind", std::string("100")}, {"right_holder_id", spot.unitId},
                {"location", std::string("x")}, {"land_share_m2_x100", std::int64_t {0}},
                {"floor_m2_x100", std::int64_t {0}}, {"issued_on", std::string("2020-01-01")},
                {"issuer", std::string("x")}, {"incomplete", std::int64_t {0}},
                {"state", std::string("current")}});
    }
    static void addGift(Session& session, Spot& spot)
    {
        SociRegisterRepository store(session, Scope::everything());
        RegisterService service(store, Scope::everything(), {"test", {}},
            [] { return Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 20)); });
        const auto made = service.create(RegisterKind::Gifts,
            {{}, spot.unit, spot.department, {},
                {{"source_kind", "foreign"}, {"category", "goods"}, {"name", "瓷瓶"}, {"quantity", "1"},
                    {"giver", "来访团"}, {"received_by", "张三"}, {"received_on", "2026-11-01"}}},
            {});
        spot.entryNo = made ? made->entry.entryNo : made.error().subject;
    }
    [[nodiscard]] HttpReply send(const HttpClient& client, const Route& route, const Ask& ask) const
    {
        const std::string target = (route.reach == Reach::System ? "" : "/api/v1") + ask.target;
        auto headers = ask.headers;
        if (route.bodyKind == BodyKind::Json)
            headers.emplace_back("Content-Type: application/json");
        return client.send(
            std::string(route.method), target, ask.body.is_null() ? "" : ask.body.dump(), headers);
    }
};

bool isChange(Does does)
{
    return does == Does::Changes || does == Does::ChangesMany || does == Does::ChangesUnit;
}
bool isList(Does does) { return does == Does::Lists || does == Does::ListsOfUnit; }
bool isOfUnit(Does does)
{
    return does == Does::ReadsOfUnit || does == Does::ListsOfUnit || does == Does::ChangesUnit;
}

} // namespace

TEST_CASE("P6: every route has a row in the matrix of rights, and every row a route", "[api][rights]")
{
    for (const Route& route : allRoutes()) {
        CAPTURE(route.method, route.path);
        CHECK(rowOf(route) != nullptr);
        CHECK((route.admission == Admission::Permitted) == route.permission.has_value());
    }
    for (const Row& row : rows()) {
        CAPTURE(row.route);
        CHECK(std::any_of(allRoutes().begin(), allRoutes().end(),
            [&](const Route& route) { return rowOf(route) == &row; }));
    }
}

TEST_CASE("P6: each role reaches what is its own on every route, and nothing else", "[api][rights]")
{
    const World world;
    for (const Route& route : allRoutes()) {
        const Row* row = rowOf(route);
        if (!row || !row->ask)
            continue;
        for (const auto& [role, person] : world.people) {
            const auto& [client, scope] = person;
            const bool permitted = !route.permission || allows(role, *route.permission);
            for (const Whose whose : kWhose) {
                const Spot& spot = world.spots[static_cast<std::size_t>(whose)];
                const HttpReply reply = world.send(client, route, row->ask(spot));
                CAPTURE(row->route, tokenRow(kRoles, role).token, spot.unit, spot.department, reply.status,
                    reply.body.substr(0, 300));
                REQUIRE(reply.status != 0);
                CHECK(reply.status < 500);
                if (!permitted) {
                    CHECK(reply.status == 403);
                    continue;
                }
                if (row->does == Does::Common) {
                    if (route.admission == Admission::Permitted)
                        CHECK((reply.status != 401 && reply.status != 403));
                    continue;
                }
                const bool mayRead = reads(scope, spot, isOfUnit(row->does));
                if (isList(row->does)) {
                    CHECK(reply.status == 200);
                    CHECK((reply.body.find(row->mark(spot)) != std::string::npos) == mayRead);
                    continue;
                }
                const bool may = isChange(row->does)
                    ? (isOfUnit(row->does)
                            ? mayRead
                            : scope.mayChange(UnitId {spot.unitId}, DepartmentId {spot.departmentId}))
                    : mayRead;
                if (may)
                    CHECK((reply.status != 401 && reply.status != 403
                        && (reply.status != 404 || reply.code() != "card.not_found")));
                else if (row->does == Does::ChangesMany)
                    CHECK((reply.status == 409 || reply.body.find("card.not_found") != std::string::npos));
                else
                    CHECK((reply.status == 404 || (mayRead && reply.status == 403)));
            }
        }
    }
}

TEST_CASE("X1: after all that one unit can ask, the records of another are what they were", "[api][rights]")
{
    const World world;
    const HttpClient& section = world.people.at(Role::AssetSection).first;
    const Spot& other = world.spots.back();
    const auto look = [&] {
        std::string all;
        for (const std::string& target :
            {"/api/v1/assets/" + other.assetNo, "/api/v1/assets/" + other.assetNo + "/history",
                "/api/v1/assets/" + other.assetNo + "/attachments",
                "/api/v1/registers/gifts/" + other.entryNo,
                "/api/v1/registers/gifts/" + other.entryNo + "/history",
                "/api/v1/tasks/QC/sheets/" + other.unit + "/lines"})
            all += section.get(target).body;
        return all;
    };
    const std::string before = look();
    REQUIRE(before.find(other.assetNo) != std::string::npos);
    for (const Role role : {Role::UnitClerk, Role::DepartmentClerk, Role::AssetOfficer, Role::Auditor})
        for (const Route& route : allRoutes())
            if (const Row* row = rowOf(route); row && row->ask)
                static_cast<void>(world.send(world.people.at(role).first, route, row->ask(other)));
    CHECK(look() == before);
}
