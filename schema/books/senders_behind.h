#pragma once

#include "core/base/error.h"
#include "core/values/ids.h"

#include <chrono>
#include <map>

namespace guanwu {

class Session;

/// Whether the units may post up to `through`, each from its month on, without the others: who received an
/// asset has it from the month of the handover on, with what was taken of it before. That stands only when
/// who gave it, and who had it before him, has posted the months before. `stored` has the next month of each
/// unit whose books have begun. Errors: books.sender_behind (who has to post, and through which month).
[[nodiscard]] Result<void> checkSenders(Session& session,
    const std::map<UnitId, std::chrono::year_month>& next, std::chrono::year_month through,
    const std::map<UnitId, std::chrono::year_month>& stored);

} // namespace guanwu
