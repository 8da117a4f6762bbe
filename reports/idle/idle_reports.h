#pragma once

#include "core/cards/registered_card.h"
#include "core/idle/idle_line.h"
#include "reports/model/report.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// What the head of both reports says.
struct IdleHead {
    std::string preparer;
    Day asOf {}; ///< day the list stands for; depreciation up to the end of its month
    MoneyUnit moneyUnit = MoneyUnit::Yuan;
    int termMonths = 0; ///< rule R8
    std::string termBasis;
    IdleTotals totals; ///< of the same things, from the store
};

/// Gives the next line, false at the end.
using IdleLines = std::function<bool(IdleLine& line)>;

/// 闲置资产明细表 (reports 4): real estate and movable goods on a sheet each, and one with what they come to
/// by unit, class and way. `lines` opens them afresh, with all estate before the movable goods.
[[nodiscard]] StreamedReport idleListReport(const IdleHead& head, std::function<IdleLines()> lines);

/// A disposal of things that were idle, at its end (reports 5, section 5).
struct IdleDisposed {
    std::string approvalNo;
    std::string wayName;
    std::int64_t things = 0;
    Money original;
    Money due;
    Money paid;
};

/// A lease that runs longer than leases should (reports 5, section 6).
struct IdleLease {
    std::string contractNo;
    std::string unitName;
    std::string counterparty;
    Day from {};
    Day to {};
    std::int64_t months = 0;
};

/// One of the current certificates.
struct IdleTitle {
    std::string certNo;
    std::string holder;
    std::vector<Reference> buildings;
    bool isIncomplete = false;
    Area landShare;
    Area floorArea;
};

/// Current certificates (reports 5, section 3).
struct IdleTitles {
    std::int64_t certificates = 0;
    std::int64_t buildings = 0; ///< each once
    std::int64_t incomplete = 0; ///< 容缺
    Area landShare;
    Area floorArea;
};

/// A unit whose sheet of a count is not checked yet.
struct IdleOpenUnit {
    std::string name;
    std::string state; ///< as a report prints it
};

/// 清查范围: the count that the report stands on (reports 5, section 1).
struct IdleCount {
    std::string taskNo;
    std::string taskName;
    Day baseDate {};
    std::int64_t due = 0;
    std::int64_t done = 0; ///< unit_checked or later
    std::vector<IdleOpenUnit> open;
    std::vector<IdleOpenUnit> checked {}; ///< those that are done
};

/// What the disposal report is made of.
struct IdleDisposal {
    IdleHead head;
    std::function<IdleLines()> lines; ///< opens them afresh: they are read once for the sums, once for the sheet
    std::optional<IdleCount> count; ///< nothing = there is none to name
    IdleTitles titles;
    std::vector<IdleDisposed> disposed;
    std::vector<IdleTitle> certificates; ///< those that `titles` counts
    std::vector<IdleLease> longLeases;
    int leaseTermMonths = 0; ///< above which a lease is one of them
    std::string leaseTermBasis;
};

/// 闲置资产处置报告 (reports 5): a document of seven sections whose figures name the sheets and rows they come from;
/// the rows fill those sheets. The lines are read at once for the sums, and again while the rows go by.
[[nodiscard]] StreamedReport idleDisposalReport(IdleDisposal input);

} // namespace guanwu
