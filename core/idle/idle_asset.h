#pragma once

#include "core/base/error.h"
#include "core/base/token_table.h"
#include "core/cards/registered_card.h"
#include "core/registry/asset_card.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// Why a thing lies idle. The first five are the grounds for space (lifecycle 4.5); the rest are ours.
enum class IdleReason : std::uint8_t {
    MoreThanNeeded,
    Unsuitable,
    PlanningDemolition,
    Dangerous,
    LeftOver,
    Replaced,
    UnitReformed,
    Other
};

inline constexpr TokenTable<IdleReason, 8> kIdleReasons {{
    {IdleReason::MoreThanNeeded, "more_than_needed", "超出需要", "More than needed"},
    {IdleReason::Unsuitable, "unsuitable", "不再适用", "No longer suitable"},
    {IdleReason::PlanningDemolition, "planning_demolition", "规划拆迁", "Demolition planned"},
    {IdleReason::Dangerous, "dangerous", "危房且无加固价值", "Dangerous, not worth strengthening"},
    {IdleReason::LeftOver, "left_over", "布局调整后空余", "Left over after re-layout"},
    {IdleReason::Replaced, "replaced", "更新换代", "Replaced by a newer one"},
    {IdleReason::UnitReformed, "unit_reformed", "机构改革", "Reform of the unit"},
    {IdleReason::Other, "other", "其他", "Other"},
}};
static_assert(isDense(kIdleReasons));

/// 现状 of an idle thing.
enum class IdleCondition : std::uint8_t { Good, Repairable, Unsafe };

inline constexpr TokenTable<IdleCondition, 3> kIdleConditions {{
    {IdleCondition::Good, "good", "完好", "Good"},
    {IdleCondition::Repairable, "repairable", "可修复", "Repairable"},
    {IdleCondition::Unsafe, "unsafe", "不安全", "Unsafe"},
}};
static_assert(isDense(kIdleConditions));

/// 拟处置方式, the ways of the idle-asset disposal report (reports 5, section 4), in its order.
enum class ProposedWay : std::uint8_t {
    Reallocate,
    PublicStore,
    Convert,
    Exchange,
    Lease,
    Sell,
    Scrap,
    Demolish,
    InjectCityInvestment,
    Undecided
};

inline constexpr TokenTable<ProposedWay, 10> kProposedWays {{
    {ProposedWay::Reallocate, "reallocate", "调剂", "Reallocation"},
    {ProposedWay::PublicStore, "public_store", "公物仓", "Public-asset store"},
    {ProposedWay::Convert, "convert", "转换用途", "Change of use"},
    {ProposedWay::Exchange, "exchange", "置换", "Exchange"},
    {ProposedWay::Lease, "lease", "出租", "Lease"},
    {ProposedWay::Sell, "sell", "转让(拍卖)", "Sale (auction)", "转让|拍卖"},
    {ProposedWay::Scrap, "scrap", "报废", "Scrapping"},
    {ProposedWay::Demolish, "demolish", "拆除", "Demolition"},
    {ProposedWay::InjectCityInvestment, "inject_city_investment", "注入城投公司",
        "Injection into the city investment company"},
    {ProposedWay::Undecided, "undecided", "待定", "Undecided"},
}};
static_assert(isDense(kProposedWays));

/// What is known of an idle thing beside its card. A thing that nobody said anything of has none.
struct IdleNote {
    IdleReason reason = IdleReason::MoreThanNeeded;
    IdleCondition condition = IdleCondition::Good;
    ProposedWay way = ProposedWay::Undecided;
    std::optional<Money> expectedIncome;
    std::string measure; ///< 下一步
    std::string responsible; ///< unit or person who takes it
    std::optional<Day> dueOn;
    std::string remark;
    std::int64_t revision = 0; ///< of the note; 0 = not stored yet

    bool operator==(const IdleNote&) const = default;
};

/// What is said of an idle thing now: what is nullopt stands as it was, and what is said empty is taken back.
struct IdlePatch {
    std::optional<IdleReason> reason {};
    std::optional<IdleCondition> condition {};
    std::optional<ProposedWay> way {};
    std::optional<std::optional<Money>> expectedIncome {};
    std::optional<std::string> measure {};
    std::optional<std::string> responsible {};
    std::optional<std::optional<Day>> dueOn {};
    std::optional<std::string> remark {};
};

[[nodiscard]] IdleNote patched(IdleNote note, const IdlePatch& patch);

/// Of values as callers write them, by the names of the fields. Errors: idle.reason, idle.condition,
/// idle.way, and those of Money::parseYuan() and parseDate().
[[nodiscard]] Result<IdlePatch> idlePatch(const std::vector<FieldValue>& said);

/// Errors: idle.remark_missing when the reason is 其他 and nothing explains it, text.too_long.
[[nodiscard]] Result<void> checkNote(const IdleNote& note);

/// Length of idleness (reports 5, section 2).
enum class IdleLength : std::uint8_t { BelowTerm, UpToOneYear, UpToThreeYears, Longer };

inline constexpr TokenTable<IdleLength, 4> kIdleLengths {{
    {IdleLength::BelowTerm, "below_term", "未满期限", "Below the term"},
    {IdleLength::UpToOneYear, "up_to_1y", "6–12个月", "6 to 12 months"},
    {IdleLength::UpToThreeYears, "1y_to_3y", "1–3年", "1 to 3 years"},
    {IdleLength::Longer, "over_3y", "3年以上", "Over 3 years"},
}};
static_assert(isDense(kIdleLengths));

/// How long an asset has been idle on a day, both in words of the report and against the term in months after
/// which it belongs on the list (rule R8; on the day itself the term has passed).
[[nodiscard]] IdleLength idleLength(Day since, Day on, int termMonths);

/// The term of rule R8 in months, of core/reference/data/limits.csv.
[[nodiscard]] int idleTermMonths(Day on);

} // namespace guanwu
