// P6, X1, X4: every route × role × whose record it is. A route without a row here fails.
#include "app/server/router.h"
#include "app/server/routes/routes.h"
#include "core/registers/register_service.h"
#include "reports/catalog.h"
#include "schema/books/depreciation_posting.h"
#include "schema/registers/soci_register_repository.h"
#include "tests/api/api_server.h"
#include "tests/api/rights_rows.h"
#include "tests/api/small_count.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

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

/// What may be done and change nothing: a look at a file, what hangs there already, months that are posted.
/// No transaction, no entry.
bool mayLeaveNothing(const Row& row)
{
    return row.route == "POST /imports" || row.route == "POST /ledgers"
        || row.route == "PUT /assets/{no}/attachments/{hash}" || row.route == "POST /depreciation";
}

/// What goes through several transactions: each that noted something leaves its entry.
bool takesSeveral(const Row& row)
{
    return row.route == "POST /tasks/{task}/freeze" || row.route == "POST /tasks/{task}/advance"
        || row.route == "POST /imports" || row.route == "POST /ledgers" || row.route == "POST /depreciation";
}

const Row* rowOf(const Route& route)
{
    const std::string name = std::string(route.method).append(" ").append(route.path);
    for (const Row& row : rightsRows())
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
            addKeptReport(*session, spots[i]);
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
    /// The room of the spot on a floor of its own, with somebody in it who has left, a repair, and a
    /// certificate without a building.
    static void addPremises(Session& session, const Spot& spot, std::int64_t id)
    {
        Query place(session);
        place.add("SELECT id FROM place WHERE code = ", spot.room);
        const std::int64_t room = place.next(1) ? place.integer(0) : 0;
        insertRow(session, "place",
            {{"id", id}, {"code", "F-" + spot.room}, {"kind", std::string("floor")},
                {"name", std::string("一层")}, {"parent_id", std::int64_t {1000}}});
        Query(session).add("UPDATE place SET parent_id = ", id).add(" WHERE code = ", spot.room).run();
        insertRow(session, "place",
            {{"id", id + 500}, {"code", "B-" + spot.room}, {"kind", std::string("building")},
                {"name", std::string("楼")}, {"unit_id", spot.unitId}});
        insertRow(session, "room",
            {{"place_id", room}, {"room_kind", std::string("office")}, {"usable_m2_x100", std::int64_t {2000}},
                {"state", std::string("allocated")}});
        insertRow(session, "room_occupant",
            {{"id", id}, {"place_id", room}, {"person_id", std::int64_t {std::stol(spot.person.substr(1))}},
                {"kind", std::string("main")}, {"from_on", std::string("2024-01-01")},
                {"ended_on", std::string("2025-01-01")}, {"end_ground", std::string("left")},
                {"open_main_id", std::int64_t {std::stol(spot.person.substr(1))}}});
        insertRow(session, "room_allocation",
            {{"id", id}, {"certificate_no", "YP-" + spot.person}, {"unit_id", spot.unitId},
                {"place_id", room}, {"approved_m2_x100", std::int64_t {2000}},
                {"approved_on", std::string("2024-01-01")}, {"handed_over_on", std::string("2024-01-02")}});
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
    /// A report of the spot's department, or of its unit where it has none.
    static void addKeptReport(Session& session, const Spot& spot)
    {
        const std::string hash(64, 'a');
        insertRow(session, "kept_report",
            {{"id", std::int64_t {std::stol(spot.person.substr(1))}}, {"report", std::string("idle-list")},
                {"title", keptOf(spot)}, {"format", std::string("csv")},
                {"reach", std::string(spot.departmentId == 0 ? "unit" : "department")},
                {"unit_id", spot.unitId}, {"department_id", spot.departmentId},
                {"as_of", std::string("2025-01-31")}, {"parameters", std::string("{}")},
                {"row_count", std::int64_t {0}}, {"checks_hold", std::int64_t {1}}, {"sha256", hash},
                {"sm3", hash}, {"byte_count", std::int64_t {0}}, {"made_by", std::string("test")},
                {"made_at", std::int64_t {0}}});
        insertRow(session, "report_schedule",
            {{"id", std::int64_t {std::stol(spot.person.substr(1))}}, {"report", std::string("idle-list")},
                {"format", std::string("csv")}, {"parameters", std::string("{}")},
                {"reach", std::string(spot.departmentId == 0 ? "unit" : "department")},
                {"unit_id", spot.unitId}, {"department_id", spot.departmentId},
                {"period", std::string("month")}, {"due_month", std::int64_t {0}},
                {"due_day", std::int64_t {5}}, {"from_on", std::string("2999-01-01")},
                {"is_of_period", std::int64_t {0}}, {"made_by", scheduleOf(spot)},
                {"made_at", std::int64_t {0}}});
        insertRow(session, "report_run",
            {{"schedule_id", std::int64_t {std::stol(spot.person.substr(1))}},
                {"due_on", std::string("2025-01-05")}, {"state", std::string("failed")},
                {"claim", std::int64_t {1}}, {"claimed_at", std::int64_t {0}}, {"rule", scheduleOf(spot)}});
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
    return does == Does::Changes || does == Does::ChangesMany || does == Does::ChangesUnit
        || does == Does::ChangesCity;
}
bool isOfWholeUnit(Does does) { return does == Does::ReadsOfWholeUnit || does == Does::ListsOfWholeUnit; }
bool isList(Does does)
{
    return does == Does::Lists || does == Does::ListsOfUnit || does == Does::ListsOfWholeUnit;
}
bool isOfUnit(Does does)
{
    return does == Does::ReadsOfUnit || does == Does::ListsOfUnit || does == Does::ChangesUnit
        || does == Does::ChangesCity || isOfWholeUnit(does);
}

} // namespace

TEST_CASE("P6: every route has a row in the matrix of rights, and every row a route", "[api][rights]")
{
    for (const Route& route : allRoutes()) {
        CAPTURE(route.method, route.path);
        CHECK(rowOf(route) != nullptr);
        CHECK((route.admission == Admission::Permitted) == route.permission.has_value());
    }
    for (const Row& row : rightsRows()) {
        CAPTURE(row.route);
        CHECK(std::any_of(allRoutes().begin(), allRoutes().end(),
            [&](const Route& route) { return rowOf(route) == &row; }));
    }
}

TEST_CASE(
    "P6, A1: each role reaches what is its own on every route, and what it writes or is refused leaves one entry",
    "[api][rights][audit]")
{
    const World world;
    const auto session = world.server.backEnd().connect();
    const auto entries = [&] {
        Query count(*session);
        count.add("SELECT COUNT(*) FROM audit_entry");
        return count.next(1) ? count.integer(0) : 0;
    };
    for (const Route& route : allRoutes()) {
        const Row* row = rowOf(route);
        if (!row || !row->ask)
            continue;
        for (const auto& [role, person] : world.people) {
            const auto& [client, scope] = person;
            const bool permitted = !route.permission || allows(role, *route.permission);
            for (const Whose whose : kWhose) {
                const Spot& spot = world.spots[static_cast<std::size_t>(whose)];
                const std::int64_t before = entries();
                const HttpReply reply = world.send(client, route, row->ask(spot));
                const std::int64_t left = entries() - before;
                CAPTURE(row->route, tokenRow(kRoles, role).token, spot.unit, spot.department, reply.status,
                    reply.body.substr(0, 300));
                REQUIRE(reply.status != 0);
                CHECK(reply.status < 500);
                const bool isTold = route.respond.action == AuditAction::Read
                    ? reply.status == 403 && reply.code() == "access.forbidden"
                    : reply.status >= 300 || !mayLeaveNothing(*row) || left > 0;
                const bool isByStranger = route.admission == Admission::Everybody
                    && route.respond.action != AuditAction::LogIn && reply.status >= 300;
                CHECK((left > 0) == (isTold && !isByStranger));
                CHECK((left <= 1 || takesSeveral(*row)));
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
                if (isOfWholeUnit(row->does) && scope.reach() == Scope::Reach::Department) {
                    CHECK((reply.status == 403 || (!mayRead && reply.status == 404)));
                    continue;
                }
                if (isList(row->does)) {
                    CHECK(reply.status == 200);
                    CHECK((reply.body.find(row->mark(spot)) != std::string::npos) == mayRead);
                    continue;
                }
                const bool may = row->does == Does::ChangesCity ? scope.reach() == Scope::Reach::Everything
                    : isChange(row->does)                       ? (isOfUnit(row->does)
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

TEST_CASE("P6: a report holds nothing of those whom its reader does not reach", "[api][rights]")
{
    const World world;
    std::size_t seen = 0;
    for (const ReportInfo& report : kReportCatalog)
        for (const auto& [role, person] : world.people)
            for (const Spot& spot : world.spots) {
                const auto& [client, scope] = person;
                const HttpReply reply = client.get("/api/v1/reports/" + std::string(report.name)
                    + "?limit=2000&task=QC&month=2025-01&year=2026&asset=" + spot.assetNo
                    + "&document=" + spot.document);
                CAPTURE(report.name, tokenRow(kRoles, role).token, spot.unit, spot.department, reply.status,
                    reply.body.substr(0, 300));
                CHECK(reply.status < 500);
                const auto holds = [&, &body = reply.body](const std::vector<std::string>& marks) {
                    // A refusal repeats the number that was asked for, and nothing else.
                    return reply.status == 200
                        && std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
                               return body.find(mark) != std::string::npos;
                           });
                };
                // Rooms, repairs and certificates are kept by units, whatever the department.
                const bool ofUnit = holds({repairOf(spot), titleOf(spot), spot.room, "第" + spot.unit.substr(3) + "局"});
                const bool ofDepartment = holds({spot.assetNo, idleOf(spot), leaseOf(spot), spot.document, spot.entryNo});
                CHECK((!ofUnit || reads(scope, spot, true)));
                CHECK((!ofDepartment || reads(scope, spot, false)));
                seen += ofUnit || ofDepartment ? 1 : 0;
                if (report.name == kCardReport.name || report.name == kDisposalFormReport.name)
                    CHECK((reply.status == 200) == reads(scope, spot, false));
            }
    CHECK(seen > 100);
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
