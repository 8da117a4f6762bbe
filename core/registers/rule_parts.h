#pragma once

#include "core/registers/register_type.h"

#include <initializer_list>

namespace guanwu {

// What the rules of several registers are made of.

/// Days that are given follow each other and none is after today. Errors: register.date_order,
/// register.date_future (detail: the field).
[[nodiscard]] Result<void> daysInOrder(
    const RegisterEntry& entry, Day today, std::initializer_list<std::string_view> fields);

[[nodiscard]] std::int64_t daysBetween(Day from, Day to);

/// A name as it counts when two people are told apart: without blanks.
[[nodiscard]] std::string nameKey(std::string_view name);

[[nodiscard]] Error finding(std::string_view subject, std::string detail);

} // namespace guanwu
