#pragma once

#include "core/access/scope.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"

namespace guanwu {

/// Documents under the name "d" that a scope reaches: those of its units, and those that name one of its
/// units as the other side (security X1). To stand behind another condition.
inline void addDocumentScope(Query& query, const Scope& scope)
{
    if (scope.reach() == Scope::Reach::Everything)
        return;
    query.add(" AND ((1 = 1").add(ScopeCondition(scope, "d.unit_id", "d.department_id"));
    query.add(") OR (d.counterpart_id <> 0").add(ScopeCondition(scope, "d.counterpart_id"));
    query.add("))");
}

} // namespace guanwu
