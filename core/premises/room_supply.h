#pragma once

#include "core/premises/proposal.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace guanwu {

/// What it costs to give a room to a need: people who move before rooms of the pool, these before other
/// buildings, these before area.
using RoomCost = std::int64_t;

namespace room_cost {
    // Each weight is greater than everything below it can add up to for kMostNeeds needs of kMostSeekers
    // people: areas of a room stay below 10 000 m2.
    inline constexpr RoomCost kArea = 1;
    inline constexpr RoomCost kBuilding = 1'000'000 * static_cast<RoomCost>(kMostNeeds);
    inline constexpr RoomCost kPool = kBuilding * (kMostNeeds + 1);
    inline constexpr RoomCost kMove = kPool * (kMostNeeds + 1);
    inline constexpr RoomCost kUnmet = kMove * (kMostSeekers + 1); ///< of a need that gets none
} // namespace room_cost

/// People of the need who do not have the room now.
[[nodiscard]] std::int64_t moversTo(const RoomNeed& need, std::int64_t room);
/// Whether it is where their unit sits, or their unit sits nowhere yet.
[[nodiscard]] bool isSameBuilding(const RoomNeed& need, std::int64_t building);

/// The rooms that could be had, read once for all needs of a proposal: by who has them, and of these those in
/// a building where somebody wants to be, the smallest first. So a need looks at a few rooms only.
class RoomSupply {
public:
    struct Candidate {
        RoomCost cost = 0;
        std::size_t room = 0; ///< place in the options
    };

    RoomSupply(std::span<const RoomNeed> needs, std::span<const RoomOption> options);

    /// The cheapest rooms of a need. With n needs no other room can be in a best answer: one of these n is
    /// always free. Adds to `fitting` the rooms of the right area.
    [[nodiscard]] std::vector<Candidate> cheapest(
        const RoomNeed& need, std::size_t most, std::int64_t& fitting) const;

private:
    /// Ids, each once and in order: few of them are looked up for very many rooms.
    class Ids {
    public:
        void add(std::int64_t id) { m_ids.push_back(id); }
        void close();
        /// Where it stands; size() = it is not there.
        [[nodiscard]] std::size_t find(std::int64_t id) const;
        [[nodiscard]] bool contains(std::int64_t id) const { return find(id) != size(); }
        [[nodiscard]] std::size_t size() const { return m_ids.size(); }

    private:
        std::vector<std::int64_t> m_ids;
    };
    struct Sized {
        std::int64_t usable = 0;
        std::size_t room = 0;
    };
    using Rooms = std::vector<Sized>;
    using Range = std::pair<Rooms::const_iterator, Rooms::const_iterator>;

    void read(std::size_t option, std::int64_t least, std::int64_t most);
    /// Those of the right area.
    [[nodiscard]] static Range fittingOf(const Rooms& rooms, const RoomNeed& need);

    std::span<const RoomOption> m_options;
    Ids m_units;
    Ids m_buildings;
    Ids m_presents;
    std::vector<Rooms> m_ofUnit; ///< by unit; those of the pool with them
    std::vector<Rooms> m_inBuilding; ///< by unit and building
    std::vector<std::size_t> m_present; ///< of a room that somebody has now
};

} // namespace guanwu
