#pragma once

#include "schema/connection/query.h"
#include "tests/api/api_server.h"
#include "tests/contract/small_registry.h"

namespace guanwu::test {

/// A server over the small registry with a desk in R-101 and two in R-102 of U001, and one in U003.
struct DeskServer : ApiServer {
    explicit DeskServer(const std::string& backEndName)
        : ApiServer(backEndName)
        , session(backEnd().connect())
    {
        fillSmallRegistry(*session);
        addDesk(1, 1, 1101);
        addDesk(2, 1, 1102);
        addDesk(3, 1, 1102);
        addDesk(4, 3, 1301);
    }
    void addDesk(std::int64_t id, std::int64_t unit, std::int64_t place, const std::string& name = "办公桌")
    {
        insertRow(*session, "asset",
            {{"id", id}, {"asset_no", number(id)}, {"unit_id", unit}, {"using_unit_id", unit},
                {"place_id", place}, {"card_kind", std::string("furniture")},
                {"class_edition", std::string("2022")}, {"class_code", std::string("A05010201")},
                {"name", name}, {"quantity", std::int64_t {1}}, {"acquired_on", std::string("2024-01-05")},
                {"acquisition_method", std::string("purchase")}, {"use_state", std::string("in_use")}});
        insertRow(*session, "asset_value",
            {{"asset_id", id}, {"original_fen", std::int64_t {80'000}}, {"life_months", std::int64_t {180}},
                {"depreciation_base_fen", std::int64_t {80'000}},
                {"depreciation_from", std::int64_t {2024 * 12}}, {"depreciation_months", std::int64_t {180}},
                {"depreciation_opening_fen", std::int64_t {0}}});
    }
    static std::string number(std::int64_t id) { return "TY202400000" + std::to_string(id); }

    std::unique_ptr<Session> session;
};

} // namespace guanwu::test
