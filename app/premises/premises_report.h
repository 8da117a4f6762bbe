#pragma once

#include "core/access/scope.h"
#include "reports/report_request.h"
#include "reports/writers/write_report.h"

namespace guanwu {

class Session;

/// Makes one of the reports of office space, repairs or certificates. The rooms are read unit after unit; of
/// allocations and repairs the year is that of `asOf` where none is named. Errors: unit.not_found, those of the
/// output.
[[nodiscard]] Result<WrittenReport> premisesReport(
    Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output);

} // namespace guanwu
