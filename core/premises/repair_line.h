#pragma once

#include "core/base/token_table.h"
#include "core/cards/registered_card.h"

#include <optional>
#include <string>

namespace guanwu {

/// Kinds of repair (lifecycle 4.4).
enum class RepairKind : std::uint8_t { Full, Part, Daily };

inline constexpr TokenTable<RepairKind, 3> kRepairKinds {{
    {RepairKind::Full, "full", "大修", "Full repair"},
    {RepairKind::Part, "part", "中修", "Part repair"},
    {RepairKind::Daily, "daily", "日常维修", "Daily repair"},
}};
static_assert(isDense(kRepairKinds));

/// A repair as the ledger shows it (reports 7.5).
struct RepairLine {
    std::string applicationNo;
    Reference unit;
    Reference building;
    std::string kind; ///< as it was entered
    std::string parts; ///< 部位
    Area area;
    std::optional<Money> estimate;
    std::optional<Day> inspectedOn;
    std::string finding;
    std::optional<std::int64_t> planYear;
    std::optional<std::int64_t> rank;
    std::optional<Money> approved;
    std::string approvalNo;
    std::optional<Day> approvedOn;
    std::optional<Day> startedOn;
    std::optional<Day> finishedOn;
    std::optional<Day> acceptedOn;
    std::optional<Money> settled;
    std::string capitalised; ///< yes, no, or empty = not known yet
    std::string state;
    std::string remark;
    std::string hazard; ///< a to d as the request says, else the card of the building; empty = not appraised
    std::optional<std::int64_t> lastRepairYear; ///< as the request says

    /// Asked for and not decided: it has to find its place in a plan.
    [[nodiscard]] bool isWaiting() const { return state == "applied" && !approvedOn; }
    /// The day on which it was done; of older entries no other is known than that of the approval.
    [[nodiscard]] std::optional<Day> doneOn() const
    {
        return acceptedOn         ? acceptedOn
            : finishedOn          ? finishedOn
            : state == "accepted" ? approvedOn
                                  : std::nullopt;
    }
};

} // namespace guanwu
