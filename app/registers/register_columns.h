#pragma once

#include "app/exchange/columns.h"
#include "core/registers/register_type.h"

#include <span>

namespace guanwu {

/// The columns of a file of entries: unit, department and parent, then what may be entered, by token and
/// Chinese heading.
inline constexpr int kUnitColumn = 0;
inline constexpr int kDepartmentColumn = 1;
inline constexpr int kParentColumn = 2;
inline constexpr int kFirstField = 3;

[[nodiscard]] std::span<const ColumnSpec> columnsOf(const RegisterType& type);
/// The fields behind the columns from kFirstField on.
[[nodiscard]] std::span<const RegisterField* const> enteredFields(const RegisterType& type);

} // namespace guanwu
