#pragma once

#include "core/base/error.h"
#include "core/base/token_table.h"
#include "core/cards/registered_card.h"

#include <string>
#include <vector>

namespace guanwu {

/// 机构改革: split, merger, abolition or another name of a unit (Decree 738, article 22).
enum class ReformKind : std::uint8_t { Rename, Merge, Split, Abolish };

inline constexpr TokenTable<ReformKind, 4> kReformKinds {{
    {ReformKind::Rename, "rename", "更名", "Rename"},
    {ReformKind::Merge, "merge", "合并", "Merge"},
    {ReformKind::Split, "split", "分立", "Split"},
    {ReformKind::Abolish, "abolish", "撤销", "Abolish"},
}};
static_assert(isDense(kReformKinds));

/// Whether the unit is no more afterwards; its code and its history stay.
[[nodiscard]] constexpr bool endsUnit(ReformKind kind)
{
    return kind == ReformKind::Merge || kind == ReformKind::Abolish;
}

struct ReformOrder {
    ReformKind kind {};
    std::string unit; ///< code
    std::string successor; ///< code of who takes over; of an abolished unit that has nothing: empty
    std::string newName; ///< of a rename
    std::vector<std::string> departments; ///< names; of a split: who goes
    std::string paperNo; ///< of the decision
    std::string reason;
    Day on {};
};

/// What an order would move, and what stands in its way.
struct ReformPlan {
    Reference unit;
    Reference successor;
    std::vector<Reference> departments; ///< that move, by the names they will have
    std::int64_t people = 0;
    std::int64_t places = 0;
    std::int64_t cards = 0;
    std::int64_t pieces = 0;
    Money original;
    std::int64_t subordinates = 0; ///< units that come below the successor
    std::int64_t leases = 0; ///< contracts that run
    std::vector<std::string> accounts; ///< logins of the unit: the security administrator grants them anew
    std::vector<std::string> openDocuments;
    std::vector<std::string> openSheets; ///< numbers of their tasks
    bool ended = false; ///< the unit was merged or abolished before
    bool successorEnded = false;
    std::vector<std::string> unknownDepartments;
};

/// Everything that stands in the way of an order. unit.same, unit.ended, unit.successor, unit.new_name,
/// unit.paper, unit.departments, unit.open_document, unit.open_sheet, unit.reform_day, text.too_long.
[[nodiscard]] std::vector<Error> problemsOf(const ReformOrder& order, const ReformPlan& plan, Day today);

/// A card that goes to the successor: number, values and depreciation stay. Cards of other units of which the
/// unit is only the user or the right holder follow too.
[[nodiscard]] RegisteredCard taken(const RegisteredCard& card, const Reference& from, const Reference& to);

} // namespace guanwu
