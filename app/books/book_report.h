#pragma once

#include "app/books/reconcile.h"
#include "reports/report_request.h"
#include "reports/writers/write_report.h"

#include <functional>

namespace guanwu {

/// What a count made of a unit, for the reconciliation; null = nothing was counted. The sheet has to live
/// until the next one is asked for.
using CountOfUnit = std::function<const CountedSheet*(const std::string& unitCode)>;

/// Makes one of the reports of the books, a unit at a time: depreciation, movements, reconciliation of a
/// month, the movements of a year, or the card of an asset. Without units those that posted the month. Errors: unit.not_found,
/// books.not_posted, card.not_found, those of the output.
[[nodiscard]] Result<WrittenReport> bookReport(
    Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output,
    const CountOfUnit& counted);

} // namespace guanwu
