#pragma once

#include "core/base/error.h"
#include "core/values/ids.h"

#include <chrono>
#include <map>

namespace guanwu {

class Session;

/// Whether the units may post up to `through`, each from its month on, without the others: who received an
/// asset has it from the month of the handover on, with what was taken of it before. That stands only when
/// who gave it has posted the months before. Errors: books.sender_behind (who gave it, and through which
/// month).
[[nodiscard]] Result<void> checkSenders(
    Session& session, const std::map<UnitId, std::chrono::year_month>& next, std::chrono::year_month through);

} // namespace guanwu
