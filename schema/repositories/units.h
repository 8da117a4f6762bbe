#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/values/ids.h"

#include <string>
#include <vector>

namespace guanwu {

class Session;

/// Within the scope; what lies outside it is not there. Errors: unit.not_found.
[[nodiscard]] Result<UnitId> findUnit(Session& session, const Scope& scope, const std::string& code);
/// Empty when there is no such unit in the scope.
[[nodiscard]] std::string unitCode(Session& session, const Scope& scope, UnitId unit);
[[nodiscard]] std::string unitName(Session& session, const Scope& scope, UnitId unit);
/// The names of the units below no other that have these words in their name, whoever asks.
[[nodiscard]] std::vector<std::string> headUnitsNamed(Session& session, const std::string& words);
/// Empty when there is no such department in the scope.
[[nodiscard]] std::string departmentName(Session& session, const Scope& scope, DepartmentId department);
/// Errors: department.not_found.
[[nodiscard]] Result<DepartmentId> findDepartment(
    Session& session, const Scope& scope, UnitId unit, const std::string& name);

} // namespace guanwu
