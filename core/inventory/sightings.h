#pragma once

#include "core/inventory/fold.h"

#include <tuple>

namespace guanwu {

/// What the sightings of one line, or of one surplus, have said so far. They are to be seen in their order:
/// by instant, then install, then seq. Points into the events, which must outlive it.
struct Sightings {
    const ScanEvent* first = nullptr;
    const std::string* place = nullptr;
    const std::string* user = nullptr;
    std::optional<Condition> condition;
    bool contradicts = false;
    std::int64_t photos = 0;
    std::int64_t events = 0; ///< counted by whoever hands the events in: notes on a line count too

    void see(const ScanEvent& event)
    {
        if (!first)
            first = &event;
        photos += static_cast<std::int64_t>(event.photos.size());
        // Stating nothing never contradicts.
        if (event.place) {
            contradicts |= place && *place != *event.place;
            place = place ? place : &*event.place;
        }
        if (event.user) {
            contradicts |= user && *user != *event.user;
            user = user ? user : &*event.user;
        }
        if (event.condition) {
            contradicts |= condition && *condition != *event.condition;
            condition = condition ? condition : event.condition;
        }
    }
};

/// What they make of a line of the book.
[[nodiscard]] CountOutcome outcomeOf(const BookLine& book, const Sightings& seen, SheetPhase phase);
/// What they make of a thing that is on no book; at least one there must be.
[[nodiscard]] SurplusOutcome surplusOf(const Sightings& seen);

/// The order of sightings.
[[nodiscard]] inline bool isSeenBefore(const ScanEvent& a, const ScanEvent& b)
{
    return std::tie(a.at, a.installId, a.seq) < std::tie(b.at, b.installId, b.seq);
}

} // namespace guanwu
