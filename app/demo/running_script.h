#pragma once

#include "app/demo/campaign_script.h"

#include <span>
#include <string_view>
#include <vector>

namespace guanwu {

/// How a unit does in a campaign that is under way.
enum class RunningPace : std::uint8_t {
    NotBegun,
    Begun, ///< a first room, half an hour ago
    Stuck, ///< nothing for days
    Slow,
    Steady,
    Fast,
    Nearly,
    Complete,
    Signed, ///< counted, decided and signed by the unit
    Reviewed, ///< the supervising department has looked at it too
};

/// What in its events does not look like somebody walking from room to room.
enum class RunningOddity : std::uint8_t { None, LabelsOffSheet, PhotoTwice, ClockBack, LastMinutes };

struct RunningUnit {
    RunningPace pace = RunningPace::NotBegun;
    RunningOddity oddity = RunningOddity::None;
};

/// How each unit does, by what its book holds, in the order of the units: every pace comes about in its turn,
/// and each oddity once, on the first unit that is large enough for it. The first unit, that of the demo
/// accounts, has barely begun.
[[nodiscard]] std::vector<RunningUnit> planRunning(std::span<const std::size_t> linesOfUnits);

/// An event, and when it reached the server.
struct RunningEvent {
    ScanEvent event;
    Instant arrivedAt {};
};

/// As much of a planned count as the unit has done by now, the last event of each handheld shortly before
/// `now` (or days before it). `photos` are content hashes that damaged things and those without a card are
/// shown by. The same count, unit and `now` give the same events.
[[nodiscard]] std::vector<RunningEvent> runningEvents(PlannedCount count, RunningUnit unit, Instant now,
    std::span<const std::string> photos, std::uint64_t seed);

} // namespace guanwu
