#pragma once

#include "schema/connection/query.h"
#include "tests/contract/back_ends.h"

namespace guanwu::test {

/// Three units with a few departments, people and places. U002 stands below U001; the building B-1 is shared,
/// its rooms are of U001, R-201 of U002 and R-301 of U003.
inline void fillSmallRegistry(Session& session)
{
    for (const std::int64_t id : {1, 2, 3}) {
        const std::string number = std::to_string(id);
        insertRow(session, "unit",
            {{"id", id}, {"code", "U00" + number}, {"name", "第" + number + "局"},
                {"org_type", std::string("administrative")}, {"organ_level", std::string("municipal")},
                {"parent_id", id == 2 ? SqlValue(std::int64_t {1}) : SqlValue()},
                {"division", std::string("431200")}, {"posts_established", std::int64_t {10}},
                {"posts_filled", std::int64_t {9}}, {"in_inventory", std::int64_t {1}}});
    }
    const auto addDepartment = [&](std::int64_t id, std::int64_t unit, const std::string& name) {
        insertRow(session, "department", {{"id", id}, {"unit_id", unit}, {"name", name}});
    };
    const auto addPerson = [&](std::int64_t id, std::int64_t unit, const std::string& code,
                               const std::string& name) {
        insertRow(session, "person",
            {{"id", id}, {"code", code}, {"name", name}, {"unit_id", unit}, {"grade", std::string("科员")},
                {"post", std::string("干事")}, {"in_post", std::int64_t {1}}});
    };
    const auto addRoom
        = [&](std::int64_t id, std::int64_t unit, const std::string& code, const std::string& name) {
              insertRow(session, "place",
                  {{"id", id}, {"code", code}, {"kind", std::string("room")}, {"name", name},
                      {"unit_id", unit}, {"parent_id", std::int64_t {1000}}});
          };
    addDepartment(11, 1, "办公室");
    addDepartment(12, 1, "财务科");
    addDepartment(31, 3, "办公室");
    addPerson(101, 1, "P101", "张三");
    addPerson(102, 1, "P102", "李四");
    addPerson(301, 3, "P301", "王五");
    insertRow(session, "place",
        {{"id", std::int64_t {1000}}, {"code", std::string("B-1")}, {"kind", std::string("building")},
            {"name", std::string("一号楼")}});
    addRoom(1101, 1, "R-101", "档案室");
    addRoom(1102, 1, "R-102", "会议室");
    addRoom(1201, 2, "R-201", "值班室");
    addRoom(1301, 3, "R-301", "机房");
}

/// The same on one of the back ends.
struct SmallRegistry {
    explicit SmallRegistry(const std::string& backEndName)
        : backEnd(backEndName)
        , session(backEnd.connectMigrated())
    {
        fillSmallRegistry(*session);
    }

    BackEnd backEnd;
    std::unique_ptr<Session> session;
};

} // namespace guanwu::test
