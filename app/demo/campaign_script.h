#pragma once

#include "core/inventory/line_result.h"
#include "core/inventory/scan_event.h"
#include "core/registry/use_state.h"

#include <array>
#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// What the script has to know of a card: its number, and where and with whom the books have it.
struct ScriptAsset {
    std::string assetNo;
    std::string name;
    std::string place; ///< place code, empty = none
    std::string user; ///< person code, empty = none
    UseState state = UseState::InUse;
    std::int64_t quantity = 1;
};

/// A unit that counts.
struct ScriptUnit {
    std::string code;
    std::span<const ScriptAsset> assets;
    std::span<const std::string> strangers; ///< asset numbers of other units that turn up here
    int firstClerk = 1; ///< its clerks are clerkNN from this number on
};

struct CampaignOptions {
    std::uint64_t seed = 20221231;
    /// Counting goes on from 8:30 to 17:30 in Huaihua, on so many days from Monday to Friday.
    std::chrono::year_month_day firstDay {
        std::chrono::year {2022}, std::chrono::month {10}, std::chrono::day {10}};
    int days = 15;
};

/// What the clerks of a unit find. Cards that are idle in the books are found idle, always: their value is a
/// headline figure.
struct PlannedCount {
    std::vector<ScanEvent> events; ///< install by install, each in the order of its seq, from 1 without gap
    int clerks = 0;
    /// How many lines end with each result (by LineResult) once the sheet is signed off, surplus lines too.
    std::array<std::int64_t, kLineResults.size()> results {};
};

/// Invents a count: about 97 of 100 cards match, some are elsewhere, with somebody else, idle, damaged, worn
/// out, missing or doubtful; some things have no card. The same unit and options give the same events.
[[nodiscard]] PlannedCount planCount(const ScriptUnit& unit, const CampaignOptions& options);

} // namespace guanwu
