#pragma once

#include "core/base/token_table.h"
#include "core/inventory/fold.h"

namespace guanwu {

/// What a clerk is told at once, by sound and colour, about the tag just scanned.
enum class VerdictKind : std::uint8_t {
    Here,
    OtherRoom,
    AlreadyCounted,
    OtherUnit,
    Unknown,
    Disposed,
    Doubt
};

inline constexpr TokenTable<VerdictKind, 7> kVerdictKinds {{
    {VerdictKind::Here, "here", "在此处", "Belongs here"},
    {VerdictKind::OtherRoom, "other_room", "应在别处", "Belongs in another room"},
    {VerdictKind::AlreadyCounted, "already_counted", "已盘过", "Already counted"},
    {VerdictKind::OtherUnit, "other_unit", "别单位资产", "Of another unit"},
    {VerdictKind::Unknown, "unknown", "账外", "On no book"},
    {VerdictKind::Disposed, "disposed", "账上已处置", "Disposed of on paper"},
    {VerdictKind::Doubt, "doubt", "存疑", "Doubtful"},
}};
static_assert(isDense(kVerdictKinds));

/// A verdict and what it rests on. It is of the moment: the events of others may change the line's result.
struct Verdict {
    VerdictKind kind = VerdictKind::Unknown;
    std::optional<std::size_t> line; ///< of the sheet's book; nullopt = on none
    LineResult result = LineResult::NotChecked; ///< of that line, with this sighting
    std::string belongsIn; ///< place code in the book, empty = the book names none
    std::string countedBy; ///< who saw it first before, empty = nobody
    std::optional<Instant> countedAt;
    std::optional<CardElsewhere>
        elsewhere; ///< whose it is, as far as is known here; unit "" = most likely another's

    bool operator==(const Verdict&) const = default;
};

} // namespace guanwu
