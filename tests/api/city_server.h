#pragma once

#include "schema/connection/query.h"
#include "schema/inventory/soci_inventory_store.h"
#include "tests/api/api_server.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

inline const std::string kTask = "/api/v1/tasks/QC2026";

/// A server over a city of two units with three cards each.
struct CityServer : ApiServer {
    explicit CityServer(const std::string& backEndName)
        : ApiServer(backEndName)
        , session(backEnd().connect())
    {
        for (const std::int64_t unit : {1, 2}) {
            insertRow(*session, "unit",
                {{"id", unit}, {"code", "U00" + std::to_string(unit)}, {"name", std::string("单位")},
                    {"org_type", std::string("administrative")}, {"organ_level", std::string("municipal")},
                    {"division", std::string("431200")}, {"posts_established", std::int64_t {10}},
                    {"posts_filled", std::int64_t {9}}, {"in_inventory", std::int64_t {1}}});
            for (std::int64_t card = unit * 100; card < unit * 100 + 3; ++card)
                addCard(card, unit);
        }
    }
    void addCard(std::int64_t id, std::int64_t unit)
    {
        insertRow(*session, "asset",
            {{"id", id}, {"asset_no", number(id)}, {"unit_id", unit}, {"using_unit_id", unit},
                {"card_kind", std::string("equipment")}, {"class_edition", std::string("2022")},
                {"class_code", std::string("A02010105")}, {"name", std::string("台式计算机")},
                {"quantity", std::int64_t {1}}, {"acquired_on", std::string("2020-05-01")},
                {"acquisition_method", std::string("purchase")}, {"use_state", std::string("in_use")}});
        insertRow(*session, "asset_value",
            {{"asset_id", id}, {"original_fen", std::int64_t {500000}}, {"life_months", std::int64_t {72}},
                {"depreciation_base_fen", std::int64_t {500000}},
                {"depreciation_from", std::int64_t {2020 * 12 + 4}},
                {"depreciation_months", std::int64_t {72}}, {"depreciation_opening_fen", std::int64_t {0}}});
    }
    static std::string number(std::int64_t id) { return "TY2020000" + std::to_string(id); }
    /// A sighting, as if it had been sent.
    void see(std::int64_t seq, const std::string& code, const std::string& unit = "U001",
        std::optional<std::string> place = std::nullopt)
    {
        SociInventoryStore store(*session, Scope::everything());
        const InventoryTask task = store.findTask("QC2026").value();
        IncomingEvent incoming;
        for (const CountSheet& sheet : store.sheets(task.id))
            if (sheet.unitCode == unit)
                incoming.sheet = sheet.id;
        incoming.event.eventId = unit + "-" + std::to_string(seq);
        incoming.event.installId = "install-" + unit;
        incoming.event.seq = seq;
        incoming.event.at = std::chrono::sys_days(std::chrono::year(2022) / 10 / 8);
        incoming.event.actor = "clerk01";
        incoming.event.code = code;
        incoming.event.place = std::move(place);
        REQUIRE(store.append(task.id, std::vector {incoming}) == std::vector {AppendOutcome::Stored});
    }

    std::unique_ptr<Session> session;
};

/// Sends a change of what was read at `path`, with the version that was read.
inline HttpReply change(const HttpClient& client, const std::string& path, const std::string& action,
    const nlohmann::json& body, std::vector<std::string> headers = {})
{
    headers.push_back("If-Match: " + client.get(path).headers["etag"]);
    headers.emplace_back("Content-Type: application/json");
    return client.send("POST", path + action, body.is_null() ? std::string() : body.dump(), headers);
}

/// Task QC2026 over both units, its books frozen.
inline void openTask(const HttpClient& section)
{
    const auto made = section.post(
        "/api/v1/tasks", {{"task", "QC2026"}, {"name", "2026 年清查"}, {"base_date", "2022-09-30"}});
    REQUIRE(made.status == 201);
    REQUIRE(change(section, kTask, "/issue", {}).status == 200);
    REQUIRE(change(section, kTask, "/freeze", {}).json().at("state") == "frozen");
}

} // namespace guanwu::test
