#pragma once

#include "core/base/token_table.h"
#include "core/values/area.h"
#include "core/values/ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

/// Where things stand: compound → building → floor → room.
enum class PlaceKind : std::uint8_t { Compound, Building, Floor, Room };

inline constexpr TokenTable<PlaceKind, 4> kPlaceKinds {{
    {PlaceKind::Compound, "compound", "院落", "Compound"},
    {PlaceKind::Building, "building", "楼栋", "Building"},
    {PlaceKind::Floor, "floor", "楼层", "Floor"},
    {PlaceKind::Room, "room", "房间", "Room"},
}};
static_assert(isDense(kPlaceKinds));

/// 房间类别. Office, service, equipment and ancillary rooms together are office space; technical rooms are
/// not.
enum class RoomKind : std::uint8_t { Office, Service, Equipment, Ancillary, Technical, Other };

inline constexpr TokenTable<RoomKind, 6> kRoomKinds {{
    {RoomKind::Office, "office", "办公室", "Office"},
    {RoomKind::Service, "service", "服务用房", "Service room"},
    {RoomKind::Equipment, "equipment", "设备用房", "Equipment room"},
    {RoomKind::Ancillary, "ancillary", "附属用房", "Ancillary room"},
    {RoomKind::Technical, "technical", "技术业务用房", "Technical business room"},
    {RoomKind::Other, "other", "其他", "Other"},
}};
static_assert(isDense(kRoomKinds));

/// 房间状态 (lifecycle 4.1); over-standard is a flag beside it.
enum class RoomState : std::uint8_t {
    Unregistered,
    Available,
    Allocated,
    Vacating,
    Repair,
    Idle,
    Leased,
    Converted,
    Unsafe,
    Removed,
};

inline constexpr TokenTable<RoomState, 10> kRoomStates {{
    {RoomState::Unregistered, "unregistered", "未登记", "Unregistered"},
    {RoomState::Available, "available", "可分配", "Available"},
    {RoomState::Allocated, "allocated", "已分配", "Allocated"},
    {RoomState::Vacating, "vacating", "腾退中", "Vacating"},
    {RoomState::Repair, "repair", "维修停用", "Out of use for repair"},
    {RoomState::Idle, "idle", "闲置", "Idle"},
    {RoomState::Leased, "leased", "出租", "Leased"},
    {RoomState::Converted, "converted", "转换用途", "Converted"},
    {RoomState::Unsafe, "unsafe", "危房停用", "Unsafe"},
    {RoomState::Removed, "removed", "核销", "Written off"},
}};
static_assert(isDense(kRoomStates));

/// Whether a room of this kind is office space (办公用房): what the area standard counts.
[[nodiscard]] constexpr bool isOfficeSpace(RoomKind kind) { return kind <= RoomKind::Ancillary; }

/// A compound, building, floor or room; (building, room number) is unique through the code.
struct Place {
    PlaceId id;
    std::string code;
    PlaceKind kind = PlaceKind::Room;
    std::string name;
    std::optional<PlaceId> parent;
    std::optional<UnitId> unit; ///< who uses it
    std::optional<Area> usableArea; ///< measured inside the room
    std::optional<RoomKind> roomKind; ///< of rooms only

    bool operator==(const Place&) const = default;
};

} // namespace guanwu
