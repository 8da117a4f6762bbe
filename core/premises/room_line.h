#pragma once

#include "core/cards/registered_card.h"
#include "core/registry/place.h"
#include "core/registry/unit.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// For what somebody has a seat in a room. Whoever is seconded or hired has no limit of his own (reports
/// 7.1).
enum class SeatKind : std::uint8_t { Main, Second, Seconded };

inline constexpr TokenTable<SeatKind, 3> kSeatKinds {{
    {SeatKind::Main, "main", "主用房", "Main room"},
    {SeatKind::Second, "second", "兼职用房", "Room of a second post"},
    {SeatKind::Seconded, "seconded", "借调聘用", "Seconded or hired"},
}};
static_assert(isDense(kSeatKinds));

/// Why a seat has to be given up (lifecycle 4.3).
enum class SeatEnd : std::uint8_t { Left, SecondPost, Moved };

inline constexpr TokenTable<SeatEnd, 3> kSeatEnds {{
    {SeatEnd::Left, "left", "离任退休", "Left or retired"},
    {SeatEnd::SecondPost, "second_post", "兼职终止", "Second post ended"},
    {SeatEnd::Moved, "moved", "调整用房", "Moved to another room"},
}};
static_assert(isDense(kSeatEnds));

/// Somebody in a room.
struct Seat {
    std::int64_t id = 0;
    Reference person;
    std::string rank;
    std::string post;
    std::string department;
    OrganLevel level = OrganLevel::Municipal; ///< of the unit he belongs to
    bool inPost = true;
    SeatKind kind = SeatKind::Main;
    Day from {};
    std::optional<Day> endedOn; ///< when the ground for the seat ended
    std::optional<SeatEnd> ground;

    /// Neither has he left nor is his room due back.
    [[nodiscard]] bool stays() const { return inPost && !endedOn; }
    bool operator==(const Seat&) const = default;
};

/// A room with the three who may differ: who holds it by a use certificate, who uses it, and whose name is on
/// the property certificate of its building.
struct RoomLine {
    Reference room;
    Reference floor; ///< id 0 = the room hangs on its building
    Reference building;
    Reference compound;
    RoomKind kind = RoomKind::Office;
    std::string serviceKind;
    Area usable;
    Area floorShare;
    Area toilet;
    Area rest;
    RoomState state = RoomState::Available;
    Reference usedBy; ///< id 0 = nobody: the pool
    Reference heldBy; ///< by the open use certificate
    std::string useCertificate;
    bool isRented = false; ///< from others
    std::optional<Day> allocatedOn;
    std::optional<Day> vacateBy;
    std::optional<Day> holderEndedOn; ///< a reform ended the unit that holds it
    std::vector<Reference> onPaper; ///< right holders
    std::vector<std::string> certificates; ///< numbers
    std::vector<Seat> seats; ///< those not given back
    std::optional<Day> lastOutOn; ///< when somebody gave his seat in it back last
    std::string overReason;
    std::optional<Day> overDeadline;
    std::int64_t noteRevision = 0;

    bool operator==(const RoomLine&) const = default;
};

} // namespace guanwu
