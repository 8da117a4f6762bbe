#pragma once

#include "core/access/scope.h"

namespace guanwu {

/// Rooms and certificates are of a unit as a whole: whoever is of it may change them, nobody of a unit above
/// it. What is nobody's, as the rooms of the pool, is the bureau's.
[[nodiscard]] constexpr bool mayChangeOf(const Scope& scope, std::int64_t unit)
{
    return scope.reach() == Scope::Reach::Everything
        || (scope.reach() != Scope::Reach::Nothing && unit != 0 && scope.unit().value == unit);
}

} // namespace guanwu
