#pragma once

#include "core/base/error.h"
#include "core/values/ids.h"

#include <string>

namespace guanwu {

class Session;

/// Errors: unit.not_found.
[[nodiscard]] Result<UnitId> findUnit(Session& session, const std::string& code);
/// Errors: department.not_found.
[[nodiscard]] Result<DepartmentId> findDepartment(Session& session, UnitId unit, const std::string& name);

} // namespace guanwu
