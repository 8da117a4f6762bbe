#pragma once

#include "app/showcase/showcase.h"

namespace guanwu {

/// Counts a frozen task the way it looks in the middle of a campaign: some units have not begun, some are
/// stuck, some have signed. Sheets that have heard of something are left as they are, so that what somebody
/// has tried on the demo stays.
[[nodiscard]] Result<void> runUnfinishedCount(
    const OpenTask& task, const ShowcaseOptions& options, Instant now, const ShowcaseProgress& progress);

} // namespace guanwu
