#pragma once

#include "core/premises/room_finding.h"

#include <optional>
#include <vector>

namespace guanwu {

/// Why space has to come back (lifecycle 4.3).
enum class TakeBackGround : std::uint8_t { Left, SecondPost, OverStandard, Abolished, Vacating };

inline constexpr TokenTable<TakeBackGround, 5> kTakeBackGrounds {{
    {TakeBackGround::Left, "left", "人员离任退休", "Person left or retired"},
    {TakeBackGround::SecondPost, "second_post", "兼职终止", "Second post ended"},
    {TakeBackGround::OverStandard, "over_standard", "超标准", "Above the standard"},
    {TakeBackGround::Abolished, "abolished", "机构撤并", "Body abolished or merged"},
    {TakeBackGround::Vacating, "vacating", "通知腾退", "Told to vacate"},
}};
static_assert(isDense(kTakeBackGrounds));

/// How soon. Undated: the day on which the term began is not known, so it cannot be waited for.
enum class Urgency : std::uint8_t { Open, Near, Overdue, Undated };

inline constexpr TokenTable<Urgency, 4> kUrgencies {{
    {Urgency::Open, "open", "未到期", "Open"},
    {Urgency::Near, "near", "即将到期", "Due soon"},
    {Urgency::Overdue, "overdue", "已逾期", "Overdue"},
    {Urgency::Undated, "undated", "起算日未登记", "No day to count from"},
}};
static_assert(isDense(kUrgencies));

struct TakeBack {
    TakeBackGround ground {};
    Reference room;
    Reference unit; ///< who has to hand it back
    Reference person; ///< id 0 = the unit as a whole
    std::optional<Day> since;
    std::optional<Day> due;
    Urgency urgency = Urgency::Open;
    /// What has to come back: of a room above the standard, what is above it; nothing where somebody goes and
    /// others stay, since they keep the room.
    Area area;
    RoomFinding finding; ///< of a room above the standard
    std::string reason; ///< noted why it has not come back

    bool operator==(const TakeBack&) const = default;
};

/// Everything of a room that has to come back, as of a day. The terms are limits.csv. A term ends with its
/// day: on the day after it is overdue.
[[nodiscard]] std::vector<TakeBack> takeBacksOf(const RoomLine& room, Day on);

} // namespace guanwu
