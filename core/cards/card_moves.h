#pragma once

#include "core/cards/card_repository.h"

#include <chrono>

namespace guanwu {

// What happens to a card in one piece, whichever use case makes it happen.

/// Depreciation up to the end of a month, as the schedule says it.
void takeDepreciation(RegisteredCard& card, std::chrono::year_month month);

/// Who had it has it no more: people, department and, of what can be moved, place belong to the unit that
/// gave it away.
void leaveHands(RegisteredCard& card);

/// A card after a change, with the event that tells of it. `event` has its id, moment, who and why; what differs
/// and the revision are filled in.
[[nodiscard]] ChangedCard changeOf(const RegisteredCard& before, RegisteredCard after, CardEvent event);

} // namespace guanwu
