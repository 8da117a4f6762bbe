#include "core/inventory/campaign_progress.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::chrono::days kStuckAfter {2};

} // namespace

std::int64_t SheetProgress::checkedLines() const
{
    return counters.book().lines - counters.of(LineResult::NotChecked).lines
        - counters.of(LineResult::Shortage).lines;
}

bool SheetProgress::isStuck(Instant now) const
{
    return sheet.state == SheetState::Counting && (!lastEventAt || now - *lastEventAt >= kStuckAfter);
}

std::vector<std::int64_t> CampaignProgress::unitsByState() const
{
    std::vector<std::int64_t> out(kSheetStates.size());
    for (const SheetProgress& one : sheets)
        ++out[static_cast<std::size_t>(one.sheet.state)];
    return out;
}

std::int64_t CampaignProgress::staleSheets() const
{
    return std::count_if(
        sheets.begin(), sheets.end(), [](const SheetProgress& one) { return one.sheet.stale != 0; });
}

std::int64_t CampaignProgress::stuckUnits(Instant now) const
{
    return std::count_if(
        sheets.begin(), sheets.end(), [&](const SheetProgress& one) { return one.isStuck(now); });
}

} // namespace guanwu
