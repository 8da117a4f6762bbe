#pragma once

#include "core/premises/room_line.h"
#include "core/rules/office_standard.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

struct RankCount {
    std::string rank;
    std::int64_t count = 0;

    bool operator==(const RankCount&) const = default;
};

/// What the space of a unit is computed from.
struct UnitFacts {
    Reference unit;
    OrganLevel level = OrganLevel::Municipal;
    std::int64_t established = 0; ///< 编制数
    std::int64_t filled = 0;
    std::vector<RankCount> posts; ///< established posts by rank, as far as they were entered
    std::vector<RankCount> people; ///< in post, by rank
};

/// Established posts of a unit that share a limit: a line of the calculation (reports 7.3).
struct PostLine {
    std::string post; ///< as the standard names it
    std::int64_t posts = 0;
    Area limit;

    [[nodiscard]] Area area() const { return Area::fromHundredths(limit.hundredths() * posts); }
    bool operator==(const PostLine&) const = default;
};

/// What a unit may have, with its lines; highest post first, each post of the level once. Posts that were not
/// entered by rank are taken from who is in post, and the rest of the establishment at the lowest limit.
/// Errors: office.no_limit, office.no_service_rule.
struct SpaceCalculation {
    std::vector<PostLine> posts;
    UnitSpace space;
};
[[nodiscard]] Result<SpaceCalculation> calculateSpace(
    const UnitFacts& unit, BuildingHeight height, Area ancillary);
/// The same in a building of several storeys, with the canteen of the standard.
[[nodiscard]] Result<SpaceCalculation> calculateSpace(const UnitFacts& unit);

/// What a unit uses beside what it may have (reports 7.1). All in usable area.
struct UnitSpaceUse {
    UnitFacts unit;
    std::array<std::int64_t, 5> ranks {}; ///< people in post by the row of the standard, highest first
    std::int64_t seconded = 0; ///< they do not count toward the limit
    std::array<Area, kRoomKinds.size()> area {};
    std::array<std::int64_t, kRoomKinds.size()> rooms {};
    Area idle;
    Area leased;
    Area rented; ///< from others; it counts among the areas above
    std::int64_t seated = 0; ///< in offices, each once
    std::int64_t unoccupied = 0; ///< offices in which nobody is registered
    std::int64_t overRooms = 0;
    Area overInRooms; ///< above the limits of who sits there
    std::optional<SpaceCalculation> limit; ///< nullopt = the standard is not known
    Area overOffice;
    Area overService;

    [[nodiscard]] Area areaOf(RoomKind kind) const { return area[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::int64_t roomsOf(RoomKind kind) const { return rooms[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] Area totalArea() const;
    [[nodiscard]] std::int64_t totalRooms() const;
};
[[nodiscard]] UnitSpaceUse sumUp(const UnitFacts& unit, std::span<const RoomLine> rooms);

/// People a room in hundredths, for offices with people in them: 24 rooms of 581.56 m2 cannot be single
/// offices of bureau heads, so whoever reads the areas has to see it (algorithms 5). 0 without an office.
[[nodiscard]] std::int64_t peoplePerRoomHundredths(std::span<const RoomLine> rooms);

} // namespace guanwu
