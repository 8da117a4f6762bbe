#include "tests/api/rights_rows.h"

namespace guanwu::test {

namespace {

Ask plain(std::string target) { return {std::move(target)}; }
std::function<Ask(const Spot&)> always(const std::string& target, const json& body = {})
{
    return [=](const Spot&) { return Ask {target, body}; };
}
std::string assetOf(const Spot& spot) { return spot.assetNo; }
std::string personOf(const Spot& spot) { return "\"" + spot.person + "\""; }
std::string roomOf(const Spot& spot) { return "\"" + spot.room + "\""; }
std::string buildingOf(const Spot& spot) { return "\"B-" + spot.room + "\""; }
std::string entryOf(const Spot& spot) { return spot.entryNo; }
std::string unitOf(const Spot& spot) { return "\"" + spot.unit + "\""; }
std::string lease(const Spot& spot) { return "/leases/" + spot.person.substr(1); }
/// A legacy number: it is looked for as it is typed.
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
std::string keptId(const Spot& spot) { return spot.person.substr(1); }
/// Of the floor of the spot's room, which has no plan.
std::function<Ask(const Spot&)> floorPlan(const std::string& what)
{
    return [=](const Spot& spot) {
        return Ask {"/space/floors/F-" + spot.room + what, {}, {"If-Match: \"0\""}};
    };
}
std::string sheet(const Spot& spot) { return "/tasks/QC/sheets/" + spot.unit; }

} // namespace

std::string idleOf(const Spot& spot) { return "XZ" + spot.assetNo.substr(2); }
std::string leaseOf(const Spot& spot) { return "ZL-" + spot.person; }
std::string keptOf(const Spot& spot) { return "存档-" + spot.person; }
std::string scheduleOf(const Spot& spot) { return "schedule-" + spot.person; }
std::string repairOf(const Spot& spot) { return "WX-" + spot.person; }
std::string titleOf(const Spot& spot) { return "T-" + spot.person; }

const std::vector<Row>& rightsRows()
{
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
        {"GET /audit", Does::Common, always("/audit")},
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
        {"GET /space/buildings/{building}/picture", Does::ListsOfUnit, always("/space/buildings/B-1/picture"),
            roomOf},
        {"GET /space/buildings/{building}/picture.pdf", Does::Common,
            always("/space/buildings/B-1/picture.pdf")},
        {"GET /space/use-certificates/{certificate_no}/form.pdf", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/use-certificates/YP-" + s.person + "/form.pdf"); }},
        {"GET /space/over", Does::ListsOfUnit, always("/space/over"), roomOf},
        {"GET /space/due", Does::ListsOfUnit, always("/space/due"), roomOf},
        {"GET /space/units/{unit}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/units/" + s.unit); }},
        {"GET /space/units/{unit}/proposal", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/units/" + s.unit + "/proposal"); }},
        {"GET /space/proposal", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/proposal?units=" + s.unit); }},
        {"GET /space/proposal/documents", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/proposal/documents?units=" + s.unit); }},
        {"POST /space/proposal/documents", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {
                    "/space/proposal/documents", {{"units", json::array({s.unit})}, {"together", 99}}};
            }},
        {"GET /space/units/{unit}/use-certificates", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/space/units/" + s.unit + "/use-certificates"); }},
        {"POST /space/rooms", Does::ChangesCity,
            [](const Spot& s) {
                return Ask {"/space/rooms",
                    {{"room", "x"}, {"name", "x"}, {"parent", "F-" + s.room}, {"kind", "office"},
                        {"usable_m2", "0"}}};
            }},
        {"POST /space/rooms/{room}/change", Does::ChangesCity,
            [](const Spot& s) {
                return Ask {"/space/rooms/" + s.room + "/change", {{"usable_m2", "0"}, {"reason", "x"}}};
            }},
        {"POST /space/units/{unit}/posts", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {
                    "/space/units/" + s.unit + "/posts", {{"posts", {{{"rank", "x"}, {"posts", -1}}}}}};
            }},
        {"GET /space/publication", Does::ListsOfUnit, always("/space/publication"), unitOf},
        {"POST /space/publication", Does::ChangesCity,
            [](const Spot& s) {
                return Ask {"/space/publication", {{"on", "9999-01-01"}, {"unit", s.unit}}};
            }},
        {"GET /title-buildings", Does::ListsOfUnit, always("/title-buildings"), buildingOf},
        {"POST /title-buildings/{building}/papers", Does::ChangesCity,
            [](const Spot& s) {
                return Ask {"/title-buildings/B-" + s.room + "/papers", {{"filing_no", "x"}}};
            }},
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
        {"GET /space/floors/{floor}/plan", Does::ReadsOfUnit, floorPlan("/plan")},
        {"GET /space/floors/{floor}/plan.png", Does::ReadsOfUnit, floorPlan("/plan.png")},
        {"PUT /space/floors/{floor}/plan", Does::ChangesCity, floorPlan("/plan")},
        {"PUT /space/floors/{floor}/plan/marks", Does::ChangesCity,
            [](const Spot& s) {
                return Ask {"/space/floors/F-" + s.room + "/plan/marks", {{"marks", json::array()}},
                    {"If-Match: \"0\""}};
            }},
        {"DELETE /space/floors/{floor}/plan", Does::ChangesCity, floorPlan("/plan")},
        {"GET /titles", Does::ListsOfUnit, always("/titles?limit=500"), titleOf},
        {"GET /titles/{cert_no}", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/titles/" + titleOf(s)); }},
        {"GET /title-gaps", Does::ListsOfUnit, always("/title-gaps"), titleOf},
        {"POST /titles/{cert_no}/encumbrances", Does::ChangesUnit,
            title("encumbrances", {{"kind", "seizure"}, {"paper_no", ""}})},
        {"POST /titles/{cert_no}/releases", Does::ChangesUnit, title("releases", {{"paper_no", "x"}})},
        {"POST /titles/{cert_no}/missing-papers", Does::ChangesUnit,
            title("missing-papers", {{"name", ""}, {"owed_by", ""}, {"due_on", "2026-01-01"}})},
        {"POST /titles/{cert_no}/supplied-papers", Does::ChangesUnit,
            title("supplied-papers", {{"name", "x"}})},
        {"POST /titles/{cert_no}/custody", Does::ChangesUnit,
            title("custody", {{"step", "returned"}, {"person", "x"}})},

        {"GET /people/{code}/holdings", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/people/" + s.person + "/holdings"); }},
        {"POST /document-batches", Does::Changes,
            [](const Spot& s) {
                return Ask {"/document-batches",
                    {{"kind", "disposal"}, {"method", "scrap"}, {"assets", json::array({s.assetNo})},
                        {"facts", {{"nonsense", "x"}}}}};
            }},
        {"GET /class-suggestions", Does::Common, always("/class-suggestions?name=%E6%A1%8C")},
        {"GET /units/{code}/recoding", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/recoding"); }},
        {"POST /units/{code}/recoding", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/units/" + s.unit + "/recoding", json::object()};
            }},
        {"GET /units/{code}/outstanding", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/outstanding"); }},
        {"POST /unit-reforms/preview", Does::Common,
            always("/unit-reforms/preview", {{"kind", "rename"}, {"unit", "U009"}, {"paper_no", "x"}})},
        {"POST /unit-reforms", Does::Common,
            always("/unit-reforms", {{"kind", "rename"}, {"unit", "U009"}, {"paper_no", "x"}})},
        {"POST /depreciation/preview", Does::Common,
            always("/depreciation/preview", {{"through", "2025-02"}})},
        {"POST /depreciation", Does::Common, always("/depreciation", {{"through", "2025-01"}})},
        {"GET /units/{code}/depreciation", Does::ReadsOfWholeUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/depreciation"); }},
        {"GET /units/{code}/depreciation/{month}", Does::ReadsOfWholeUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/depreciation/2025-01"); }},
        {"GET /units/{code}/depreciation/{month}/lines", Does::ReadsOfUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/depreciation/2025-01/lines"); }},
        {"GET /units/{code}/movements/{month}", Does::ReadsOfWholeUnit,
            [](const Spot& s) { return plain("/units/" + s.unit + "/movements/2025-01"); }},
        {"GET /yearly-moves/{year}", Does::ReadsOfWholeUnit,
            [](const Spot& s) { return plain("/yearly-moves/2024?unit=" + s.unit); }},
        {"PUT /yearly-moves/{year}", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {
                    "/yearly-moves/2024", {{"unit", s.unit}, {"class", "A05000000"}, {"reason", "新购"}}};
            }},
        {"GET /reconciliation-choices", Does::Common, always("/reconciliation-choices")},
        {"GET /reconciliations", Does::ListsOfWholeUnit, always("/reconciliations?month=2025-01"), unitOf},
        {"GET /units/{code}/reconciliation/{month}", Does::ReadsOfWholeUnit,
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
        {"POST /ledgers", Does::Common, always("/ledgers?dry_run=true")},
        {"DELETE /ledgers/{batch}", Does::Common, always("/ledgers/1")},

        {"POST /enrolments", Does::Common, always("/enrolments")},
        {"POST /devices", Does::Common,
            always("/devices", {{"code", "x"}, {"name", "x"}, {"public_key", "x"}})},
        {"GET /devices", Does::Common, always("/devices")},
        {"PUT /devices/{device}/name", Does::Common, always("/devices/1/name", {{"name", "x"}})},
        {"DELETE /devices/{device}", Does::Common, always("/devices/1")},

        {"GET /asset-numbers", Does::Common, always("/asset-numbers")},
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
        {"POST /tasks/{task}/sheets/{unit}/decisions/withdrawal", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {sheet(s) + "/decisions/withdrawal", {{"assets", json::array({s.assetNo})}}};
            }},
        {"POST /tasks/{task}/sheets/{unit}/surplus-decisions/withdrawal", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {sheet(s) + "/surplus-decisions/withdrawal", {{"event_id", "x"}}};
            }},
        {"GET /overview", Does::ListsOfUnit, always("/overview"), unitOf},
        {"POST /kept-reports", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/kept-reports",
                    {{"report", "idle-list"}, {"format", "csv"}, {"parameters", {{"unit", s.unit}}}}};
            }},
        {"GET /report-schedules", Does::Lists, always("/report-schedules"), scheduleOf},
        {"POST /report-schedules", Does::ChangesUnit,
            [](const Spot& s) {
                return Ask {"/report-schedules",
                    {{"report", "idle-list"}, {"format", "csv"}, {"period", "month"}, {"due_day", 5},
                        {"parameters", {{"unit", s.unit}}}}};
            }},
        {"GET /report-schedules/{id}/runs", Does::Lists,
            [](const Spot& s) { return plain("/report-schedules/" + keptId(s) + "/runs"); }, scheduleOf},
        {"DELETE /report-schedules/{id}", Does::Changes,
            [](const Spot& s) { return plain("/report-schedules/" + keptId(s)); }},
        {"GET /kept-reports", Does::Lists, always("/kept-reports?limit=500"), keptOf},
        {"GET /kept-reports/{id}", Does::Reads,
            [](const Spot& s) { return plain("/kept-reports/" + keptId(s)); }},
        {"GET /kept-reports/{id}/verification", Does::Reads,
            [](const Spot& s) { return plain("/kept-reports/" + keptId(s) + "/verification"); }},
        {"GET /label-designs", Does::Common, always("/label-designs")},
        {"GET /reports", Does::Common, always("/reports")},
        {"GET /reports/{name}", Does::Lists, always("/reports/idle-list?limit=2000"), idleOf},
        {"GET /tasks/{task}/sheets/{unit}/documents", Does::ReadsOfUnit,
            [](const Spot& s) { return plain(sheet(s) + "/documents"); }},
        {"POST /tasks/{task}/sheets/{unit}/documents", Does::ChangesUnit,
            [](const Spot& s) { return plain(sheet(s) + "/documents"); }},
        {"GET /documents", Does::Lists, always("/documents?limit=500"), documentOf},
        {"GET /documents/{no}", Does::Reads, [](const Spot& s) { return plain("/documents/" + s.document); }},
        {"GET /documents/{no}/form.pdf", Does::Reads,
            [](const Spot& s) { return plain("/documents/" + s.document + "/form.pdf"); }},
        {"POST /documents/{no}/dossier", Does::Reads,
            [](const Spot& s) { return plain("/documents/" + s.document + "/dossier"); }},
        {"GET /document-kinds", Does::Common, always("/document-kinds")},
        {"GET /document-routes", Does::Common, always("/document-routes")},
        {"GET /document-routes.csv", Does::Common, always("/document-routes.csv")},
        {"POST /document-routes", Does::Common, always("/document-routes?dry_run=true")},
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

} // namespace guanwu::test
