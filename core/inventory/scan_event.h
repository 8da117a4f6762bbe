#pragma once

#include "core/base/token_table.h"
#include "core/values/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

enum class EventKind : std::uint8_t { Seen, Surplus, Undo, Note, RoomClosed };

inline constexpr TokenTable<EventKind, 5> kEventKinds {{
    {EventKind::Seen, "seen", "见到", "Seen"},
    {EventKind::Surplus, "surplus", "盘盈", "Surplus"},
    {EventKind::Undo, "undo", "撤销", "Undo"},
    {EventKind::Note, "note", "备注", "Note"},
    {EventKind::RoomClosed, "room_closed", "房间盘毕", "Room closed"},
}};
static_assert(isDense(kEventKinds));

/// What the clerk saw. Not to be confused with UseState, what the card says.
enum class Condition : std::uint8_t { InUse, Idle, Damaged, ToScrap, Stolen, Disposed };

inline constexpr TokenTable<Condition, 6> kConditions {{
    {Condition::InUse, "in_use", "在用", "In use"},
    {Condition::Idle, "idle", "闲置", "Idle"},
    {Condition::Damaged, "damaged", "毁损", "Damaged"},
    {Condition::ToScrap, "to_scrap", "待报废", "To be scrapped"},
    {Condition::Stolen, "stolen", "被盗", "Stolen"},
    {Condition::Disposed, "disposed", "已处置", "Disposed"},
}};
static_assert(isDense(kConditions));

enum class EntryMode : std::uint8_t { Camera, Wedge, Manual, File };

inline constexpr TokenTable<EntryMode, 4> kEntryModes {{
    {EntryMode::Camera, "camera", "扫码", "Camera"},
    {EntryMode::Wedge, "wedge", "扫描枪", "Wedge scanner"},
    {EntryMode::Manual, "manual", "手工", "Manual"},
    {EntryMode::File, "file", "文件", "File"},
}};
static_assert(isDense(kEntryModes));

/// One act of a clerk with a handheld. Append-only; the identity is made where it was scanned.
struct ScanEvent {
    std::string eventId; ///< UUID text, lower case
    std::string installId; ///< random per local database, 32 hex
    std::int64_t seq = 0; ///< running number of the install, from 1
    Instant at {}; ///< corrected time of the scan, UTC
    std::string actor; ///< account of who scanned, not of who sent
    std::string unit; ///< unit code whose clerk counted
    EventKind kind = EventKind::Seen;
    std::optional<std::string> code; ///< tag, asset number, legacy number or bound foreign code, as read
    std::optional<std::string> place; ///< nullopt = not stated
    std::optional<std::string> user; ///< nullopt = not stated
    std::optional<Condition> condition; ///< nullopt = as in the book
    EntryMode entry = EntryMode::Camera;
    std::string reason;
    std::string name; ///< of a surplus
    std::string classCode; ///< of a surplus
    std::int64_t quantity = 1;
    std::vector<std::string> photos; ///< content hashes
    std::string corrects; ///< event id an undo names

    bool operator==(const ScanEvent&) const = default;
};

} // namespace guanwu
