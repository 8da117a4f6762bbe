#include "core/cards/card_moves.h"

#include "core/cards/card_fields.h"

#include <algorithm>

namespace guanwu {

void takeDepreciation(RegisteredCard& card, std::chrono::year_month month)
{
    // What has left the books stays as it left them.
    if (card.leftOn)
        month = std::min(month, card.leftOn->year() / card.leftOn->month() - std::chrono::months(1));
    card.card.accumulated = card.schedule.accumulatedAt(month);
    card.card.monthsTaken = card.schedule.monthsTaken(month);
    if (card.card.depreciation == DepreciationState::Depreciating && card.schedule.isFinishedAt(month)
        && card.card.net() == Money())
        card.card.depreciation = DepreciationState::Finished;
}

void leaveHands(RegisteredCard& card)
{
    card.managingDepartment = card.department = card.user = card.keeper = {};
    card.card.managingDepartment.reset();
    card.card.usingDepartment.reset();
    card.card.user.reset();
    card.card.keeper.reset();
    if (card.card.building || card.card.land)
        return; // stands where it stands
    card.place = {};
    card.card.place.reset();
}

ChangedCard changeOf(const RegisteredCard& before, RegisteredCard after, CardEvent event)
{
    event.revision = before.card.revision + 1;
    event.fields = differences(before, after);
    return {std::move(after), std::move(event)};
}

} // namespace guanwu
