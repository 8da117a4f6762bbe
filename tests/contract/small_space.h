#pragma once

#include "tests/contract/small_registry.h"

namespace guanwu::test {

/// Adds the office space of the small registry: R-101 of 21.60 m2 is held by U002 since 2022, before by U003;
/// R-102 is an office of U001, R-201 a service room of U002, R-401 stands in the pool. The building is on one
/// certificate of U003.
inline void fillSmallSpace(Session& session)
{
    insertRow(session, "place",
        {{"id", std::int64_t {1401}}, {"code", std::string("R-401")}, {"kind", std::string("room")},
            {"name", std::string("四楼空房")}, {"parent_id", std::int64_t {1000}}});
    const auto room = [&](std::int64_t place, const char* kind, std::int64_t area, const char* state) {
        insertRow(session, "room",
            {{"place_id", place}, {"room_kind", std::string(kind)}, {"usable_m2_x100", area},
                {"state", std::string(state)}});
    };
    room(1101, "office", 2160, "allocated");
    room(1102, "office", 1800, "allocated");
    room(1201, "service", 3000, "allocated");
    room(1401, "office", 1750, "available");
    insertRow(session, "room",
        {{"place_id", std::int64_t {1301}}, {"room_kind", std::string("equipment")},
            {"usable_m2_x100", std::int64_t {1500}}, {"state", std::string("removed")}});
    const auto allocation = [&](std::int64_t id, const char* no, std::int64_t unit, const char* approved,
                                const SqlValue& vacated) {
        insertRow(session, "room_allocation",
            {{"id", id}, {"certificate_no", std::string(no)}, {"unit_id", unit},
                {"place_id", std::int64_t {1101}}, {"approved_m2_x100", std::int64_t {2160}},
                {"approved_on", std::string(approved)}, {"vacated_on", vacated}});
    };
    allocation(5001, "凭2019-1", 3, "2019-05-01", std::string("2022-04-01"));
    allocation(5002, "凭2022-1", 2, "2022-05-01", SqlValue());
    insertRow(session, "certificate",
        {{"id", std::int64_t {6001}}, {"cert_no", std::string("湘（2022）怀化市不动产权第0000001号")},
            {"cert_kind", std::string("BDCQZS")}, {"reg_kind", std::string("首次登记")},
            {"right_holder_id", std::int64_t {3}}, {"location", std::string("某路1号")},
            {"land_share_m2_x100", std::int64_t {50500}}, {"floor_m2_x100", std::int64_t {141000}},
            {"issued_on", std::string("2022-06-01")}, {"issuer", std::string("怀化市自然资源和规划局")},
            {"incomplete", std::int64_t {0}}, {"state", std::string("current")}});
    insertRow(session, "certificate_building",
        {{"certificate_id", std::int64_t {6001}}, {"position", std::int64_t {0}},
            {"place_id", std::int64_t {1000}}});
}

struct SmallSpace : SmallRegistry {
    explicit SmallSpace(const std::string& backEndName)
        : SmallRegistry(backEndName)
    {
        fillSmallSpace(*session);
    }
};

} // namespace guanwu::test
