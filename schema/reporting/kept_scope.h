#pragma once

#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"

namespace guanwu {

/// Of what holds the records of a reach (`k.reach`, `k.unit_id`, `k.department_id`) only what holds none but
/// those within the scope. A list of the unit and those below it is no list of the unit.
inline void addKeptScope(Query& query, const Scope& scope)
{
    query.add(ScopeCondition(scope, "k.unit_id", "k.department_id"));
    if (scope.reach() == Scope::Reach::Unit)
        query.add(" AND k.reach <> 'unit_and_subordinates'");
    if (scope.reach() == Scope::Reach::UnitAndSubordinates)
        query.add(" AND (k.reach <> 'unit_and_subordinates' OR k.unit_id = ", scope.unit().value).add(")");
}

} // namespace guanwu
