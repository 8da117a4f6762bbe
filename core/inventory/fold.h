#pragma once

#include "core/inventory/sheet_line.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// Whether a line that nobody has seen is still open, or missing: shortage from unit_checked on.
enum class SheetPhase : std::uint8_t { Counting, SignedOff };

/// A card that a scanned code identifies, but that does not stand on the sheet being folded.
struct CardElsewhere {
    std::string assetNo;
    std::string unit; ///< unit code of the sheet that holds it, or of its accounting entity
    bool inTask = false; ///< false: the task does not count it at all

    bool operator==(const CardElsewhere&) const = default;
};

/// Finds the card behind a code that no line of the sheet bears; nullopt = no card bears it anywhere.
using CodeLookup = std::function<std::optional<CardElsewhere>(const std::string& code)>;

/// An object without a card, as the events tell it.
struct SurplusOutcome {
    std::string eventId; ///< of the first event, which names the surplus for ever
    std::string name;
    std::string classCode;
    std::string code; ///< unknown tag, may be empty
    std::int64_t quantity = 1;
    std::string place;
    std::string reason;
    CountOutcome outcome;

    bool operator==(const SurplusOutcome&) const = default;
};

/// A sighting of a card that the unit does not count: both units are told (contract 3, rules 2 and 7).
struct ElsewhereFinding {
    CardElsewhere card;
    std::string code; ///< as first scanned
    std::string place;
    std::string eventId; ///< of the first sighting
    std::int64_t events = 0;

    bool operator==(const ElsewhereFinding&) const = default;
};

struct SheetOutcome {
    std::vector<CountOutcome> lines; ///< one for each book line, in their order
    std::vector<SurplusOutcome> surplus; ///< in the order of their first events
    std::vector<ElsewhereFinding> findings; ///< by asset number

    bool operator==(const SheetOutcome&) const = default;
};

/// What the events of one unit make of its frozen book: a pure function, the same on the handheld and the
/// server, whatever the order in which the events arrived. Sightings are ordered by instant, then install,
/// then seq. `events` are those of the sheet's own unit; how they become results is said rule by rule in
/// docs/fold.md.
[[nodiscard]] SheetOutcome foldSheet(std::span<const BookLine> book, std::span<const ScanEvent> events,
    const CodeLookup& lookup, SheetPhase phase);

} // namespace guanwu
