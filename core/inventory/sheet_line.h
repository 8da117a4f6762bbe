#pragma once

#include "core/inventory/line_result.h"
#include "core/inventory/scan_event.h"
#include "core/registry/use_state.h"
#include "core/rules/depreciation.h"
#include "core/values/money.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

/// A card as the books had it at the end of the base date: what the freeze fixes (lifecycle 3.2).
struct BookLine {
    std::string assetNo;
    std::string legacyNo;
    std::string name;
    std::string classCode;
    std::string model;
    std::string unitOfMeasure;
    std::int64_t quantity = 1;
    Money original;
    DepreciationSchedule schedule; ///< the accumulated depreciation at the base date follows from it
    std::optional<std::chrono::year_month_day> acquiredOn;
    std::string department;
    std::string user; ///< person code, empty = none
    std::string userName;
    std::string place; ///< place code, empty = none
    std::string placeName;
    UseState useState = UseState::InUse;

    bool operator==(const BookLine&) const = default;
};

/// What the events and decisions made of a line. A surplus has a CountOutcome and no BookLine.
struct CountOutcome {
    LineResult result = LineResult::NotChecked;
    std::int64_t countedQuantity = 0;
    std::int64_t seenQuantity = 0; ///< of the first sighting, counted or not; a decision falls back on it
    std::string seenPlace; ///< first stated, empty = nobody stated one
    std::string seenUser;
    std::optional<Condition> seenCondition;
    std::optional<Instant> firstSeenAt;
    std::optional<EntryMode> entry;
    std::string counter; ///< actor of the first sighting
    std::int64_t photos = 0;
    std::int64_t events = 0; ///< of the unit, after undo

    bool operator==(const CountOutcome&) const = default;
};

} // namespace guanwu
