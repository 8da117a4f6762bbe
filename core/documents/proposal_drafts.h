#pragma once

#include "core/documents/room_seats.h"
#include "core/premises/proposal.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// A document of the kind `space` that a proposal leads to: `allocate` of rooms of the pool, `adjust` from
/// another unit, `take_back` of rooms that people have no longer.
struct SpaceDraft {
    struct Room {
        Reference room;
        Area usable;
        std::vector<Reference> people; ///< who are to sit there
        RoomSeats movers; ///< those of them who sit elsewhere now, or nowhere
    };
    std::string method;
    std::int64_t unit = 0; ///< who gets the rooms, or gives them back
    std::int64_t other = 0; ///< of an adjustment: who has them now
    std::vector<Room> rooms;
    Area usable;
};

/// What a proposal leads to. People who move within the space of their unit need no document.
struct SpaceDraftPlan {
    std::vector<SpaceDraft> drafts; ///< by method and unit
    std::int64_t movesWithin = 0; ///< people who get another room of their own unit
    std::vector<std::size_t> unmet; ///< needs that go on to exchange, renting and building
};

/// One document a method and unit, and for adjustments a unit that has the rooms; of more rooms than one fact
/// of a document may list, several.
[[nodiscard]] SpaceDraftPlan draftsOf(std::span<const RoomNeed> needs, const Proposal& proposal);

} // namespace guanwu
