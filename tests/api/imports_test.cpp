#include "schema/connection/query.h"
#include "tests/api/api_server.h"
#include "tests/contract/small_registry.h"
#include "tests/unit/exchange/zip_writer.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

const std::string kHead
    = "asset_no,unit,class_code,name,original_yuan,acquired_on,booked_on,acquisition_method,"
      "use_state,funny\n";

/// Rows of a file of cards, with what is wrong in the second if that is wanted.
std::string file(const std::string& secondUnit = "U001")
{
    return kHead + "TY2024000101,U001,A02010105,台式计算机,5000.00,2024-01-05,2024-01-05,purchase,in_use,x\n"
        + "TY2024000102," + secondUnit
        + ",A02010105,台式计算机,5000.00,2024-01-05,2024-01-05,purchase,in_use,x\n";
}

HttpReply send(const HttpClient& client, const std::string& query, const std::string& body)
{
    return client.send("POST", "/api/v1/imports?" + query, body, {"Content-Type: text/csv"});
}

struct ImportServer : ApiServer {
    explicit ImportServer(const std::string& backEndName)
        : ApiServer(backEndName)
        , session(backEnd().connect())
        , section(client("section", Role::AssetSection))
    {
        fillSmallRegistry(*session);
    }

    std::unique_ptr<Session> session;
    HttpClient section;
};

} // namespace

TEST_CASE("P4: a file that is sent again with its key is imported once, and answered as the first time",
    "[api][imports]")
{
    ImportServer server(GENERATE("sqlite", "mariadb"));
    const auto sendIt = [&](const std::string& body, const char* query = "kind=assets") {
        return server.section.send("POST", std::string("/api/v1/imports?") + query, body,
            {"Content-Type: text/csv", "Idempotency-Key: i-1"});
    };
    // Neither a look nor a refusal is an answer that is kept.
    CHECK(sendIt(file(), "kind=assets&dry_run=true").status == 200);
    CHECK(sendIt(file("U999")).json().at("errors") > 0);
    const auto first = sendIt(file());
    CAPTURE(first.body);
    REQUIRE(first.status == 201);
    const auto again = sendIt(file());
    CHECK(again.status == 201);
    CHECK(again.body == first.body);
    CHECK(server.section.get("/api/v1/imports").json().at("imports").size() == 1);
    CHECK(sendIt(file() + "\n").code() == "request.key_reused");
    // Taken back, and sent again on purpose: another key.
    CHECK(sendIt(file()).body == first.body);
}

TEST_CASE("A file is imported whole, listed, and taken back", "[api][imports]")
{
    ImportServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient& section = server.section;
    const auto checked = send(section, "kind=assets&dry_run=true", file());
    REQUIRE(checked.status == 200);
    CHECK(checked.json().at("batch").is_null());
    CHECK(checked.json().at("rows") == 2);
    CHECK(checked.json().at("accepted") == 2);
    CHECK(checked.json().at("headings").at("unknown") == nlohmann::json {"funny"});
    CHECK(section.get("/api/v1/assets/TY2024000101").status == 404);

    CHECK(send(section, "kind=assets&dry_run=true&name=" + std::string(200, 'x'), file()).status == 200);
    CHECK(send(section, "kind=assets&name=" + std::string(201, 'x'), file()).code() == "import.too_long");
    const auto taken = send(section, "kind=assets&name=%E6%B8%85%E5%8D%95.csv", file());
    CAPTURE(taken.body);
    REQUIRE(taken.status == 201);
    const std::string batch = taken.json().at("batch");
    CHECK(section.get("/api/v1/assets/TY2024000101").json().at("unit") == "U001");
    const auto all = section.get("/api/v1/imports").json();
    REQUIRE(all.at("imports").size() == 1);
    CHECK(all.at("imports").at(0).at("batch") == batch);
    CHECK(all.at("imports").at(0).at("name") == "清单.csv");
    CHECK(all.at("imports").at(0).at("state") == "applied");
    CHECK(all.at("imports").at(0).at("rows") == 2);
    CHECK(all.at("imports").at(0).at("finished_at").is_string());
    CHECK(all.at("next").is_null());

    // The same rows once more are problems, and nothing of them is stored.
    const auto again = send(section, "kind=assets", file());
    CHECK(again.status == 200);
    CHECK(again.json().at("accepted") == 0);
    CHECK(again.json().at("batch").is_null());
    CHECK(again.json().at("errors").get<int>() >= 2);

    CHECK(section.send("DELETE", "/api/v1/imports/" + batch, {}, {}).status == 204);
    CHECK(section.get("/api/v1/assets/TY2024000101").status == 404);
    CHECK(section.send("DELETE", "/api/v1/imports/" + batch, {}, {}).code() == "import.undone_already");
    CHECK(section.send("DELETE", "/api/v1/imports/12x", {}, {}).code() == "import.no_batch");
    CHECK(section.get("/api/v1/imports?limit=1").json().at("imports").at(0).at("state") == "undone");
}

TEST_CASE("One wrong row keeps the whole file out, and is named", "[api][imports]")
{
    ImportServer server("sqlite");
    const auto refused = send(server.section, "kind=assets", file("U999"));
    REQUIRE(refused.status == 200);
    const auto answer = refused.json();
    CHECK(answer.at("batch").is_null());
    CHECK(answer.at("accepted") == 0);
    bool isTold = false;
    for (const auto& problem : answer.at("problems"))
        if (problem.at("code") == "import.no_unit") {
            isTold = true;
            CHECK(problem.at("row") == 3);
            CHECK(problem.at("value") == "U999");
            CHECK(problem.at("severity") == "error");
            CHECK(problem.at("message").get<std::string>().find("U999") != std::string::npos);
        }
    CHECK(isTold);
    CHECK(server.section.get("/api/v1/assets/TY2024000101").status == 404);
    std::string many = kHead;
    for (int i = 0; i < 1'200; ++i)
        many += "TY2024" + std::to_string(100'000 + i) + ",U999,A02010105,x,1,2024-01-05,,purchase,in_use,\n";
    const auto counted = send(server.section, "kind=assets", many).json();
    CHECK(counted.at("problems").size() == 1'000);
    CHECK(counted.at("problem_count").get<int>() >= 1'200);
}

TEST_CASE("The safety grade of a building is read by its name, and nothing else is", "[api][imports]")
{
    ImportServer server("sqlite");
    const auto sent = [&](const std::string& grade) {
        return send(server.section, "kind=assets",
            "asset_no,unit,class_code,name,original_yuan,acquired_on,booked_on,acquisition_method,use_state,"
            "address,floor_m2,safety_grade\n"
            "FW2024000101,U001,A01010100,办公楼,5000.00,2024-01-05,2024-01-05,construction,in_use,某路1号,100,"
                + grade + "\n")
            .json();
    };
    const auto refused = sent("危房");
    CHECK(refused.at("accepted") == 0);
    REQUIRE_FALSE(refused.at("problems").empty());
    CHECK(refused.at("problems").at(0).at("code") == "import.token");
    const auto taken = sent("C级");
    INFO(taken.dump());
    REQUIRE(taken.at("accepted") == 1);
    Query grade(*server.session);
    grade.add("SELECT safety_grade FROM asset_estate");
    REQUIRE(grade.next(1));
    CHECK(grade.text(0) == "C");
}

TEST_CASE("Spreadsheets are imported as they are, whatever the sender calls them", "[api][imports]")
{
    ImportServer server("sqlite");
    const std::vector<std::string> head {"asset_no", "unit", "class_code", "name", "original_yuan",
        "acquired_on", "booked_on", "acquisition_method", "use_state"};
    const auto card = [](const std::string& no) {
        return std::vector<std::string> {no, "U001", "A02010105", "台式计算机", "5000.00", "2024-01-05",
            "2024-01-05", "purchase", "in_use"};
    };
    std::string xlsx;
    std::string ods;
    for (const auto& row : {head, card("TY2024000201")}) {
        xlsx += "<row>";
        for (const std::string& cell : row)
            xlsx += R"(<c t="inlineStr"><is><t>)" + cell + "</t></is></c>";
        xlsx += "</row>";
    }
    for (const auto& row : {head, card("TY2024000202")}) {
        ods += "<table:table-row>";
        for (const std::string& cell : row)
            ods += R"(<table:table-cell office:value-type="string"><text:p>)" + cell
                + "</text:p></table:table-cell>";
        ods += "</table:table-row>";
    }
    for (const std::string& bytes : {zipOf(xlsxParts(sheetXml(xlsx))),
             zipOf(odsParts(R"(<table:table table:name="表1">)" + ods + "</table:table>"))}) {
        const auto taken = send(server.section, "kind=assets", bytes);
        CAPTURE(taken.body);
        CHECK(taken.status == 201);
    }
    CHECK(server.section.get("/api/v1/assets/TY2024000201").status == 200);
    CHECK(server.section.get("/api/v1/assets/TY2024000202").status == 200);
}

TEST_CASE("What is no table is refused as the command line refuses it", "[api][imports]")
{
    ImportServer server("sqlite");
    CHECK(send(server.section, "kind=nonsense", file()).code() == "import.kind");
    CHECK(send(server.section, "dry_run=true", file()).code() == "request.missing_field");
    CHECK(send(server.section, "kind=assets&dry_run=perhaps", file()).code() == "import.dry_run");
    CHECK(send(server.section, "kind=assets&encoding=latin", file()).code() == "table.encoding_name");
    CHECK(send(server.section, "kind=assets", "").code() == "table.empty");
    CHECK(send(server.section, "kind=assets", "a,b\n1,2\n").code() == "import.no_heading");
    CHECK(send(server.section, "kind=assets", "\xd0\xcf\x11\xe0 old").code() == "table.old_xls");
    const auto broken = send(server.section, "kind=assets", std::string("PK\x03\x04") + "no zip");
    CHECK(broken.status == 400);
    CHECK(broken.code().starts_with("table."));
    CHECK(server.client("clerk", Role::UnitClerk, UnitId {1}).get("/api/v1/imports").code()
        == "access.forbidden");
    CHECK(server.client("auditor", Role::Auditor).get("/api/v1/imports").code() == "access.forbidden");
}

TEST_CASE("Whoever keeps the books of a unit imports its ledger, and nothing else of anybody",
    "[api][imports][rights]")
{
    ImportServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient finance = server.client("finance", Role::Finance, UnitId {1});
    const HttpClient city = server.client("city", Role::Finance);
    const auto ledger = [](const HttpClient& client, const std::string& unit, const std::string& query = "") {
        return client.send("POST", "/api/v1/ledgers" + query,
            "unit,month,account,class_code,balance_yuan\n" + unit + ",2026-10,1601,A02,5000.00\n",
            {"Content-Type: text/csv"});
    };
    CHECK(ledger(finance, "U001", "?dry_run=true").json().at("accepted") == 1);
    const auto taken = ledger(finance, "U001", "?name=ledger.csv");
    CAPTURE(taken.body);
    REQUIRE(taken.status == 201);
    // Another unit is not there for it, in a look or in earnest; one such row refuses the file.
    for (const char* query : {"?dry_run=true", ""}) {
        const auto foreign = ledger(finance, "U003", query);
        CHECK(foreign.status == 200);
        CHECK(foreign.json().at("errors") == 1);
        CHECK(foreign.json().at("batch").is_null());
    }
    const auto other = ledger(city, "U003");
    REQUIRE(other.status == 201); // the finance of the bureau reaches all
    const auto undo = [](const HttpClient& client, const char* way, const HttpReply& batch) {
        return client
            .send("DELETE", std::string("/api/v1/") + way + "/" + batch.json().at("batch").get<std::string>(),
                "", {})
            .status;
    };
    CHECK(undo(finance, "ledgers", other) == 404);
    CHECK(undo(finance, "imports", taken) == 403);
    const auto cards = send(server.section, "kind=assets", file());
    REQUIRE(cards.status == 201);
    CHECK(undo(city, "ledgers", cards) == 404); // no ledger
    CHECK(undo(finance, "ledgers", taken) == 204);
    CHECK(undo(finance, "ledgers", taken) == 404); // no row of it is left to be reached
    CHECK(undo(city, "ledgers", taken) == 409);
    CHECK(undo(city, "ledgers", other) == 204);
    CHECK(send(finance, "kind=ledger", file()).code() == "access.forbidden");
    CHECK(ledger(server.client("officer", Role::AssetOfficer, UnitId {1}), "U001").code()
        == "access.forbidden");
}
