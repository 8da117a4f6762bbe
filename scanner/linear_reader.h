#pragma once

#include "scanner/bar_strips.h"
#include "scanner/symbol.h"
#include "scanner/work_clock.h"

#include <optional>

namespace guanwu {

/// A linear code that two halves of its height agree on.
struct LinearRead {
    SymbolFormat format {};
    std::string text;
    double score = 0; ///< mean correlation of its characters with what they should look like, up to 1
};

/// What is looked for.
enum class GreyLook : std::uint8_t {
    AsEdgesSay, ///< as many characters as edges are seen, or nearly: a few milliseconds
    Everything, ///< any number that a code may have: up to ten times as long
};

/// Reads Code 128, Code 39 and EAN-13 from greys instead of from edges: where blur and one-pixel modules
/// leave no edges, the greys of a character still look like that character and no other. Reads it from the
/// mean of all strips and asks both halves whether they agree. Gives up when the thread's work reaches
/// `until`; the next of several `tries` then begins with what the one before may not have come to.
[[nodiscard]] std::optional<LinearRead> readLinearGreys(const BarStrips& bars, GreyLook look,
    WorkClock::time_point until = WorkClock::time_point::max(), int tries = 0);

} // namespace guanwu
