#include "app/text/explain.h"
#include "core/documents/document_terms.h"
#include "core/registers/register_type.h"
#include "tests/api/desk_server.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

/// Sends a change under the revision that the document has now.
HttpReply changeDocument(const HttpClient& client, const std::string& method, const std::string& no,
    const std::string& what, const json& body)
{
    const auto look = client.get("/api/v1/documents/" + no);
    REQUIRE(look.status == 200);
    return client.send(method, "/api/v1/documents/" + no + what, body.is_null() ? "" : body.dump(),
        {"Content-Type: application/json", "If-Match: " + look.headers.at("etag")});
}

std::vector<std::string> actions(const HttpClient& client, const std::string& no)
{
    std::vector<std::string> out;
    const json look = client.get("/api/v1/documents/" + no).json();
    for (const json& action : look.at("actions"))
        out.push_back(action.at("token"));
    return out;
}

std::size_t waiting(const HttpClient& client)
{
    return client.get("/api/v1/documents?concern=waits").json().at("documents").size();
}

} // namespace

TEST_CASE("Every fact and paper a document can lack is named in both languages", "[documents]")
{
    const DocumentData& data = DocumentData::current();
    const auto isChinese = [](const std::string& text) {
        return std::any_of(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    };
    const auto look
        = [&](const char* subject, const std::string& term, const std::string& zh, const std::string& en) {
              CAPTURE(term);
              const Error error {ErrorCode::RuleViolated, subject, term};
              CHECK_FALSE(isChinese(explain(error, Language::En)));
              CHECK_THAT(explain(error, Language::En), Catch::EndsWith(en));
              CHECK_THAT(explain(error, Language::ZhCn), Catch::EndsWith(zh));
          };
    for (const auto& kind : kDocumentKinds)
        for (const DocumentMethod* method : data.methods(kind.value)) {
            for (const FactRule* rule : data.facts(kind.value, method->method))
                look("document.fact_missing", termOf(kind.value, method->method, rule->fact), rule->nameZh,
                    rule->nameEn);
            for (const PaperRule* rule : data.papers(kind.value, method->method))
                look("document.paper_missing", termOf(kind.value, method->method, rule->paper), rule->nameZh,
                    rule->nameEn);
        }
    for (const RegisterType& type : registerTypes())
        for (const RegisterState& state : type.states)
            CHECK_FALSE(isChinese(explain({ErrorCode::RuleViolated, "register.step_from",
                                              std::string(type.token).append(".").append(state.token)},
                Language::En)));
    CHECK(explain({ErrorCode::RuleViolated, "document.day_ahead", "disposal.scrap.removed_on 2026-12-01"},
              Language::En)
        == "this day lies ahead, but says what was done: "
            + std::string(factNames("disposal.scrap.removed_on")->en) + " 2026-12-01");
    CHECK(explain({ErrorCode::RuleViolated, "document.not_in_state", "site_inspection"}, Language::En)
        == "not possible while the document is at: Inspection on site");
}

TEST_CASE("A disposal goes through the API, and one call says what may be done next", "[api][documents]")
{
    DeskServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    const HttpClient bureau = server.client("bureau", Role::AssetSection);
    const HttpClient stranger = server.client("stranger", Role::UnitClerk, UnitId {3});

    const auto made = clerk.post("/api/v1/documents",
        {{"kind", "disposal"}, {"method", "donate"}, {"unit", "U001"}, {"reason", "支援灾区"}});
    REQUIRE(made.status == 201);
    const std::string no = made.json().at("no");
    CHECK(waiting(clerk) == 1); // his draft
    CHECK(waiting(officer) == 0);
    CHECK(actions(clerk, no) == std::vector<std::string> {"edit", "file", "withdraw"});
    CHECK(actions(officer, no).empty());
    CHECK(stranger.get("/api/v1/documents/" + no).code() == "document.not_found");
    CHECK(clerk
              .send("PATCH", "/api/v1/documents/" + no, R"({"reason":"x"})",
                  {"Content-Type: application/json", "If-Match: \"7\""})
              .status
        == 409);
    CHECK(changeDocument(clerk, "PATCH", no, "",
              {{"assets", {DeskServer::number(1)}}, {"facts", {{"receiver", "某小学"}}}})
              .status
        == 200);
    CHECK(changeDocument(
              clerk, "PATCH", no, "", {{"assets", std::vector<std::string>(2'001, DeskServer::number(1))}})
              .code()
        == "document.too_many_lines");
    CHECK(
        changeDocument(clerk, "PATCH", no, "", {{"assets", std::vector<std::string>(2'000, "ZZ2026000001")}})
            .status
        == 404);
    CHECK(changeDocument(clerk, "PATCH", no, "", {{"facts", {{"voucher_no", "记-1"}}}}).code()
        == "document.fact_stage");
    const json look = clerk.get("/api/v1/documents/" + no).json();
    CHECK(look.at("open").at(0).at("code") == "document.paper_missing");
    CHECK(look.at("check_list").size() >= 5);
    CHECK(changeDocument(clerk, "POST", no, "/filing", {}).code() == "document.paper_missing");
    // What is missing is named in the language of the caller, on the check-list as in the refusal.
    const auto inEnglish = clerk.send("GET", "/api/v1/documents/" + no, "", {"Accept-Language: en"});
    CHECK(inEnglish.json().at("open").at(0).at("message") == "a paper is missing: Request of the unit");
    CHECK(look.at("open").at(0).at("message") == "缺少附件：单位申请文件");
    CHECK(inEnglish.json().at("open").at(0).at("detail") == look.at("open").at(0).at("detail"));
    const json refused = clerk
                             .send("POST", "/api/v1/documents/" + no + "/filing", "",
                                 {"Content-Type: application/json", "Accept-Language: en",
                                     "If-Match: " + inEnglish.headers.at("etag")})
                             .json();
    CHECK(refused.at("error").at("message") == "a paper is missing: Request of the unit");
    for (const char* paper : {"request", "receiver_identity", "donation_agreement"}) {
        const auto stored = clerk.send("POST", "/api/v1/attachments", std::string("%PDF-1.4\n% ") + paper,
            {"Content-Type: application/pdf"});
        REQUIRE(stored.status == 201);
        const std::string hash = stored.json().at("hash");
        CHECK(changeDocument(
                  clerk, "PUT", no, std::string("/papers/") + paper + "/" + hash, {{"title", "材料"}})
                  .status
            == 200);
        // Who sees the document sees its papers; others do not.
        CHECK(bureau.get("/api/v1/attachments/" + hash).status == 200);
        CHECK(stranger.get("/api/v1/attachments/" + hash).status == 404);
    }
    const auto filed = changeDocument(clerk, "POST", no, "/filing", {});
    REQUIRE(filed.status == 200);
    CHECK(filed.json().at("step") == "unit_decision");
    CHECK(waiting(clerk) == 0);
    CHECK(waiting(officer) == 1);
    CHECK(waiting(bureau) == 0);
    CHECK(filed.json().at("rule").at("example") == true);
    CHECK(actions(officer, no)
        == std::vector<std::string> {"approve", "reject", "return", "ask_counter_sign", "opinion"});
    CHECK(changeDocument(officer, "POST", no, "/decisions", {{"decision", "approve"}}).code()
        == "document.meeting");
    CHECK(changeDocument(officer, "POST", no, "/decisions",
              {{"decision", "approve"}, {"meeting", "党组会"}, {"minutes_no", "纪要1"}})
              .json()
              .at("step")
        == "bureau_review");
    // Who approves has papers too.
    const auto minutes = bureau.send(
        "POST", "/api/v1/attachments", "%PDF-1.4\n% minutes", {"Content-Type: application/pdf"});
    REQUIRE(minutes.status == 201);
    const std::string hash = minutes.json().at("hash");
    CHECK(clerk.get("/api/v1/attachments/" + hash).status == 404);
    CHECK(changeDocument(bureau, "PUT", no, "/papers/other/" + hash, {{"title", "会议纪要"}}).status == 200);
    CHECK(clerk.get("/api/v1/attachments/" + hash).status == 200);
    CHECK(stranger.get("/api/v1/attachments/" + hash).status == 404);
    CHECK(server.client("auditor", Role::Auditor)
              .send("POST", "/api/v1/attachments", "%PDF-1.4\n", {"Content-Type: application/pdf"})
              .status
        == 403);
    const auto approved = changeDocument(bureau, "POST", no, "/decisions",
        {{"decision", "approve"}, {"opinion", "同意"}, {"paper_no", "怀机管〔2026〕1号"}});
    CHECK(approved.json().at("state") == "approved");
    CHECK(clerk.get("/api/v1/assets/" + DeskServer::number(1)).json().at("use_state") == "disposal_approved");
    CHECK(
        clerk.get("/api/v1/documents?open=true&asset=" + DeskServer::number(1)).json().at("documents").size()
        == 1);
    CHECK(stranger.get("/api/v1/documents").json().at("documents").empty());
    CHECK(waiting(clerk) == 1); // to carry it out
    CHECK(waiting(officer) == 0);
    CHECK(waiting(bureau) == 0);
    CHECK(clerk.get("/api/v1/documents?concern=mine").json().at("documents").size() == 1);
    CHECK(officer.get("/api/v1/documents?concern=mine").json().at("documents").empty());
    CHECK(officer.get("/api/v1/documents?concern=his").code() == "document.concern");
    const auto dossier = officer.send("POST", "/api/v1/documents/" + no + "/dossier", "", {});
    CHECK(dossier.status == 200);
    CHECK(dossier.body.substr(0, 5) == "%PDF-");
    const auto pdf = officer.get("/api/v1/documents/" + no + "/form.pdf");
    CHECK(pdf.status == 200);
    CHECK(pdf.body.substr(0, 5) == "%PDF-");
    CHECK(clerk.get("/api/v1/document-kinds").json().at("kinds").size() == kDocumentKinds.size());
    const auto routes = clerk.get("/api/v1/document-routes").json();
    CHECK(routes.at("example") == true);
    CHECK(routes.at("rows").at(0).at("unit_types").is_array());
}

TEST_CASE("A route table is proved before it holds, and the asset section enters it", "[api][documents]")
{
    DeskServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient bureau = server.client("bureau", Role::AssetSection);
    const auto sent = [](const HttpClient& who, const std::string& table, const std::string& query = "") {
        return who.send("POST", "/api/v1/document-routes" + query, table, {"Content-Type: text/csv"});
    };
    const auto file = bureau.get("/api/v1/document-routes.csv");
    REQUIRE(file.status == 200);
    std::string ours;
    for (std::size_t at = 0; at < file.body.size();) {
        const std::size_t end = std::min(file.body.find('\n', at), file.body.size() - 1);
        std::string line = file.body.substr(at, end + 1 - at);
        if (line.rfind("example-1,2021-04-01,yes,", 0) == 0)
            line.replace(0, std::string("example-1,2021-04-01,yes,").size(), "ours-1,2022-01-01,no,");
        ours += line;
        at = end + 1;
    }
    CHECK(sent(clerk, ours).status == 403);
    const auto proved = sent(bureau, ours, "?dry_run=true");
    REQUIRE(proved.status == 200);
    CHECK(proved.json().at("problems").empty());
    CHECK(proved.json().at("version") == "ours-1");
    CHECK(bureau.get("/api/v1/document-routes").json().at("version") == "example-1");

    // Without one of its rows there is a gap: told, and never entered.
    std::string gap = ours;
    const std::size_t row = gap.find("ours-1,2022-01-01,no,D2,");
    REQUIRE(row != std::string::npos);
    gap.erase(row, gap.find('\n', row) + 1 - row);
    CHECK(sent(bureau, gap, "?dry_run=true").json().at("problems").at(0).at("code") == "routes.gap");
    CHECK(sent(bureau, gap).code() == "routes.gap");

    CHECK(sent(bureau, ours).status == 201);
    CHECK(sent(bureau, ours).code() == "routes.version_taken");
    const auto held = clerk.get("/api/v1/document-routes").json();
    CHECK(held.at("version") == "ours-1");
    CHECK(held.at("example") == false);
}
