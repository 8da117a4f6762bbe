#include "schema/repositories/units.h"

#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <soci/soci.h>

namespace guanwu {

namespace {

    std::string textOf(Session& session, const char* select, std::int64_t id)
    {
        return guarded("name a unit", [&] {
            std::string text;
            session.sql() << select, soci::use(id, "id"), soci::into(text);
            return session.sql().got_data() ? text : std::string();
        });
    }

} // namespace

std::string unitCode(Session& session, UnitId unit)
{
    return textOf(session, "SELECT code FROM registered_unit WHERE id = :id", unit.value);
}

std::string departmentName(Session& session, DepartmentId department)
{
    return textOf(session, "SELECT name FROM department WHERE id = :id", department.value);
}

Result<UnitId> findUnit(Session& session, const std::string& code)
{
    return guarded("find a unit", [&]() -> Result<UnitId> {
        long long id = 0;
        session.sql() << "SELECT id FROM registered_unit WHERE code = :code", soci::use(code, "code"),
            soci::into(id);
        if (!session.sql().got_data())
            return fail(ErrorCode::NotFound, "unit.not_found", code);
        return UnitId {id};
    });
}

Result<DepartmentId> findDepartment(Session& session, UnitId unit, const std::string& name)
{
    return guarded("find a department", [&]() -> Result<DepartmentId> {
        long long id = 0;
        session.sql() << "SELECT id FROM department WHERE unit_id = :unit AND name = :name",
            soci::use(unit.value, "unit"), soci::use(name, "name"), soci::into(id);
        if (!session.sql().got_data())
            return fail(ErrorCode::NotFound, "department.not_found", name);
        return DepartmentId {id};
    });
}

} // namespace guanwu
