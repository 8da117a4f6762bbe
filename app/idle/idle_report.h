#pragma once

#include "core/access/scope.h"
#include "reports/report_request.h"
#include "reports/writers/write_report.h"

namespace guanwu {

class Session;

/// Makes one of the idle-asset reports. The registry keeps states of today: a thing that was idle on the day
/// and is used again since is not in it. Errors: those of the output.
[[nodiscard]] Result<WrittenReport> idleReport(
    Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output);

} // namespace guanwu
