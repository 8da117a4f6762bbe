#pragma once

#include "app/client/campaign/unit_progress.h"

namespace guanwu {

/// "done about 16:40 today", "not at this pace"; empty where the state says it. `now` is local time.
[[nodiscard]] QString forecastText(const UnitProgress& unit, const QDateTime& now);

} // namespace guanwu
