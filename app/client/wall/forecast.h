#pragma once

#include "app/client/campaign/unit_progress.h"

namespace guanwu {

/// When a unit will have seen everything, no more exactly than it can be known.
struct Forecast {
    enum class Kind {
        Signed, ///< nothing is left to be forecast
        AllSeen, ///< everything was seen, the signature is missing
        NotBegun,
        Quiet, ///< nothing has come for an hour: there is no pace
        TooFar, ///< not at this pace
        Today,
        Later, ///< on another working day
    };
    Kind kind = Kind::NotBegun;
    QDateTime at; ///< of Today and Later: rounded

    bool operator==(const Forecast&) const = default;
};

/// Events an hour: of the last hour, the last quarter of it counting twice.
[[nodiscard]] double eventsAnHour(const UnitProgress& unit);

/// `now` is local time. Counting goes on in working hours: 8:30 to 17:30, Monday to Friday; who counts
/// outside of them goes on for two hours.
[[nodiscard]] Forecast forecastOf(const UnitProgress& unit, const QDateTime& now);
/// "about 16:40 today", "not at this pace".
[[nodiscard]] QString forecastText(const Forecast& forecast, const QDateTime& now);

} // namespace guanwu
