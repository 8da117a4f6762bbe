#pragma once

#include "core/premises/floor_plan.h"
#include "core/premises/room_line.h"
#include "core/premises/take_back.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// What the picture of a building shows of a room.
struct PictureRoom {
    Reference room;
    std::string label; ///< its number, without the name of the building
    RoomKind kind = RoomKind::Office;
    RoomState state = RoomState::Available;
    Area usable;
    Reference unit; ///< who uses it; no code = nobody
    std::int64_t people = 0;
    bool isJudged = false;
    bool isOver = false;
    bool isUnoccupied = false;
    Area over;
    std::optional<Urgency> urgency; ///< of what has to come back first; none = nothing has to
    std::optional<Day> due;
    std::vector<PlanPoint> mark; ///< where it lies on the plan of its floor; empty = not marked

    bool operator==(const PictureRoom&) const = default;
};

struct PictureFloor {
    Reference floor; ///< no code = rooms that hang on the building
    std::string label;
    Area usable;
    FloorPlan plan;
    std::vector<PictureRoom> rooms; ///< by number

    bool operator==(const PictureFloor&) const = default;
};

struct BuildingPicture {
    Reference building;
    std::vector<PictureFloor> floors; ///< the highest first, as they stand

    bool operator==(const BuildingPicture&) const = default;
};

/// The rooms of one building as a picture shows them, as of a day.
[[nodiscard]] BuildingPicture pictureOf(std::span<const RoomLine> rooms, Day on);

/// "三层", "1号楼12层", "地下一层", "B2", "…-F3": 3, 12, -1, -2, 3.
[[nodiscard]] std::optional<int> floorLevel(const Reference& floor);
/// 2 before 10, whatever stands around the digits.
[[nodiscard]] bool comesBefore(std::string_view a, std::string_view b);

/// What the colours of a picture say.
enum class PictureColour : std::uint8_t { Unit, State, Standard, Vacate };

inline constexpr TokenTable<PictureColour, 4> kPictureColours {{
    {PictureColour::Unit, "unit", "使用单位", "Unit"},
    {PictureColour::State, "state", "房间状态", "State"},
    {PictureColour::Standard, "standard", "面积标准", "Standard"},
    {PictureColour::Vacate, "vacate", "腾退期限", "To be vacated"},
}};
static_assert(isDense(kPictureColours));

/// Colours by number, which screens and paper have of their own; 0 is the one that says nothing.
inline constexpr int kPictureTints = 8;
/// Beside the colour, for who does not see colours and for grey paper.
enum class PicturePattern : std::uint8_t { Plain, Hatch, Dots, Cross };

struct LegendEntry {
    std::string nameZh;
    std::string nameEn;
    std::string mark; ///< one or two letters that stand in the room too
    int tint = 0;
    PicturePattern pattern = PicturePattern::Plain;
    std::int64_t rooms = 0;
    Area usable;
};

/// What a colouring means, only as far as it is in the picture, and the entry of every room.
struct PictureLegend {
    std::vector<LegendEntry> entries;
    std::vector<std::vector<std::size_t>> of; ///< floor → room → entry
};
[[nodiscard]] PictureLegend legendOf(const BuildingPicture& picture, PictureColour colour);

} // namespace guanwu
