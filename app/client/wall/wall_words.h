#pragma once

#include "app/client/campaign/unit_progress.h"

#include <QVariantMap>

namespace guanwu {

// What the wall says, in as few words as can be.

/// "Counting" for counting, "Not begun" for frozen: shorter than what papers say.
[[nodiscard]] QString shortStateWord(const QString& state);
/// "62 %": a share that is not all is never shown as 100 %, one that is not nothing never as 0 %.
[[nodiscard]] QString wholePercent(double share);
[[nodiscard]] QString paceText(const UnitProgress& unit);
/// "just now", "3 min ago", "5 h ago", "2 days ago"; "never" for none.
[[nodiscard]] QString agoText(const QDateTime& at, const QDateTime& now);
/// Matching lines among those that were seen; "–" while none was.
[[nodiscard]] QString matchOfSeenText(qint64 match, qint64 checked);
/// What somebody should look at; empty = nothing.
[[nodiscard]] QString alarmText(const UnitProgress& unit);

/// The line of the city: WallModel::total().
[[nodiscard]] QVariantMap totalOf(const std::vector<UnitProgress>& units);

} // namespace guanwu
