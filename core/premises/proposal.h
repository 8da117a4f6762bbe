#pragma once

#include "core/premises/room_line.h"
#include "core/premises/unit_space_use.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// By which means a room is had, in the order in which they are tried (机关事务管理条例 art. 11, lifecycle
/// 4.2). What no room answers is for exchange, renting and building, which no program decides.
enum class RoomMeans : std::uint8_t { Own, Pool };

inline constexpr TokenTable<RoomMeans, 2> kRoomMeans {{
    {RoomMeans::Own, "own", "本单位现有用房", "Own space"},
    {RoomMeans::Pool, "pool", "调剂", "Pool"},
}};
static_assert(isDense(kRoomMeans));

/// A room that could be had.
struct RoomOption {
    Reference room;
    std::int64_t building = 0;
    std::int64_t unit = 0; ///< who uses it, 0 = the pool
    Area usable;
};

/// People who are to sit in one room, with the areas it may have: at most the sum of their limits.
struct RoomNeed {
    std::int64_t unit = 0;
    std::vector<Reference> people;
    Area least;
    Area most;
    std::vector<std::int64_t> present; ///< of each of the people the room he has now, 0 = none
    std::int64_t building = 0; ///< where their unit sits, 0 = nowhere yet
};

struct ProposedRoom {
    std::size_t need = 0;
    RoomOption room;
    std::int64_t movers = 0; ///< people who do not have it now
    RoomMeans means = RoomMeans::Own;
    bool isSameBuilding = false;
};

struct UnmetNeed {
    std::size_t need = 0;
    std::int64_t fitting = 0; ///< rooms of the right area that others got
    bool isStaying = false; ///< they have rooms that nobody else got, and sit there until something is found
};

struct Proposal {
    std::vector<ProposedRoom> rooms; ///< in the order of the needs
    std::vector<UnmetNeed> unmet;
    std::vector<RoomOption> givenBack; ///< rooms that people had and have no longer
    std::int64_t moves = 0; ///< people who get another room than they have
    Area usable; ///< of the rooms proposed

    [[nodiscard]] bool isComplete() const { return unmet.empty(); }
};

inline constexpr std::size_t kMostNeeds = 200; ///< of one proposal
inline constexpr std::size_t kMostSeekers = 1400; ///< people in them

/// Rooms for the needs: as many needs as can be met, then the fewest people who move, then own space before
/// the pool, then the building where the unit sits, then the least area. Each of the five goes before the
/// next, and there is no better answer: of every need only as many rooms as there are needs can matter, and
/// those are matched at least cost. The same question has the same answer. Errors: space.too_many_needs,
/// space.too_many_seekers.
[[nodiscard]] Result<Proposal> propose(std::span<const RoomNeed> needs, std::span<const RoomOption> options);

/// Why the room was proposed, for whoever decides.
[[nodiscard]] std::string reasonZh(const RoomNeed& need, const ProposedRoom& proposed);
[[nodiscard]] std::string reasonEn(const RoomNeed& need, const ProposedRoom& proposed);
[[nodiscard]] std::string reasonZh(const RoomNeed& need, const UnmetNeed& unmet);
[[nodiscard]] std::string reasonEn(const RoomNeed& need, const UnmetNeed& unmet);

} // namespace guanwu
