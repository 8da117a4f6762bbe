#pragma once

#include "core/premises/title_line.h"

#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// What the certificate desk has to work on (lifecycle 5).
enum class TitleGapKind : std::uint8_t {
    NoPapers,
    NoBuilding,
    AreaDiffers,
    HolderNotChanged,
    UserNotChanged,
    PapersDue,
    TwiceCurrent,
    NotReturned,
    NotCancelled,
};

inline constexpr TokenTable<TitleGapKind, 9> kTitleGapKinds {{
    {TitleGapKind::NoPapers, "no_papers", "有房无证", "Building without papers"},
    {TitleGapKind::NoBuilding, "no_building", "有证无房", "Papers without a building"},
    {TitleGapKind::AreaDiffers, "area_differs", "面积不一致", "Areas differ"},
    {TitleGapKind::HolderNotChanged, "holder_not_changed", "权利人未变更", "Holder not yet changed"},
    {TitleGapKind::UserNotChanged, "user_not_changed", "使用单位未变更", "User not yet changed"},
    {TitleGapKind::PapersDue, "papers_due", "容缺件未补齐", "Missing papers open"},
    {TitleGapKind::TwiceCurrent, "twice_current", "同一单元两本现势证书",
        "Two current certificates of a property unit"},
    {TitleGapKind::NotReturned, "not_returned", "证书借出逾期", "Paper not returned in time"},
    {TitleGapKind::NotCancelled, "not_cancelled", "房屋已核销证书未注销",
        "Certificate of a building that is gone"},
}};
static_assert(isDense(kTitleGapKinds));

struct TitleGap {
    TitleGapKind kind {};
    std::string subject; ///< code of a building or number of a certificate
    std::string name;
    std::string text; ///< figures, who owes, in the words of the offices
    std::string textEn; ///< the same in English
    std::optional<Day> due;
    bool isOverdue = false;
    bool isNear = false; ///< due within the days of reminding

    bool operator==(const TitleGap&) const = default;
};

/// Everything that does not fit: what is overdue, what is due soon, then in the order of the kinds, buildings
/// without papers last. What is only filed is no gap: it cannot be registered. `chief` is whose name stands
/// on all of them after unified registration; id 0 = not known.
[[nodiscard]] std::vector<TitleGap> titleGaps(std::span<const TitleLine> titles,
    std::span<const BuildingTitle> buildings, const Reference& chief, Day on);

} // namespace guanwu
