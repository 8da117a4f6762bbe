#include "schema/repositories/units.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

namespace guanwu {

std::string unitCode(Session& session, const Scope& scope, UnitId unit)
{
    Query query(session);
    query.add("SELECT u.code FROM registered_unit u WHERE u.id = ", unit.value)
        .add(ScopeCondition(scope, "u.id"));
    return query.next(1) ? query.text(0) : std::string();
}

std::string unitName(Session& session, const Scope& scope, UnitId unit)
{
    Query query(session);
    query.add("SELECT u.name FROM registered_unit u WHERE u.id = ", unit.value)
        .add(ScopeCondition(scope, "u.id"));
    return query.next(1) ? query.text(0) : std::string();
}

std::vector<std::string> headUnitsNamed(Session& session, const std::string& words)
{
    std::vector<std::string> out;
    Query query(session);
    query
        .add("SELECT u.name FROM registered_unit u WHERE u.parent_id IS NULL AND u.name LIKE ",
            '%' + words + '%')
        .add(" ORDER BY u.code");
    while (query.next(1))
        out.push_back(query.text(0));
    return out;
}

std::string departmentName(Session& session, const Scope& scope, DepartmentId department)
{
    Query query(session);
    query.add("SELECT d.name FROM department d WHERE d.id = ", department.value);
    query.add(ScopeCondition(scope, "d.unit_id", "d.id"));
    return query.next(1) ? query.text(0) : std::string();
}

Result<UnitId> findUnit(Session& session, const Scope& scope, const std::string& code)
{
    Query query(session);
    query.add("SELECT u.id FROM registered_unit u WHERE u.code = ", code).add(ScopeCondition(scope, "u.id"));
    if (!query.next(1))
        return fail(ErrorCode::NotFound, "unit.not_found", code);
    return UnitId {query.integer(0)};
}

Result<DepartmentId> findDepartment(
    Session& session, const Scope& scope, UnitId unit, const std::string& name)
{
    Query query(session);
    query.add("SELECT d.id FROM department d WHERE d.unit_id = ", unit.value).add(" AND d.name = ", name);
    query.add(ScopeCondition(scope, "d.unit_id", "d.id"));
    if (!query.next(1))
        return fail(ErrorCode::NotFound, "department.not_found", name);
    return DepartmentId {query.integer(0)};
}

} // namespace guanwu
