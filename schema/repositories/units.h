#pragma once

#include "core/base/error.h"
#include "core/values/ids.h"

#include <string>

namespace guanwu {

class Session;

/// Errors: unit.not_found.
[[nodiscard]] Result<UnitId> findUnit(Session& session, const std::string& code);
/// Empty when there is no such unit.
[[nodiscard]] std::string unitCode(Session& session, UnitId unit);
/// Empty when there is no such department.
[[nodiscard]] std::string departmentName(Session& session, DepartmentId department);
/// Errors: department.not_found.
[[nodiscard]] Result<DepartmentId> findDepartment(Session& session, UnitId unit, const std::string& name);

} // namespace guanwu
