#pragma once

#include "core/access/scope.h"
#include "core/inventory/inventory_service.h"
#include "core/registers/register_service.h"
#include "reports/catalog.h"
#include "reports/report_request.h"
#include "reports/writers/write_report.h"

namespace guanwu {

class Session;

/// The report that is asked for, if everything it needs is said. Errors: report.name, report.needs (with the
/// parameter), report.one_unit, report.subordinates (of which unit), report.months (the first is behind the
/// last).
[[nodiscard]] Result<ReportInfo> checkRequest(const ReportRequest& request);

/// The part of the scope that the one unit of a request names, with those below it where they are asked for;
/// without one unit the scope itself. Errors: unit.not_found.
[[nodiscard]] Result<Scope> scopeOf(Session& session, const Scope& scope, const ReportRequest& request);

/// Makes any report of the catalogue, with who makes it in its head (preparerOf()), of what the scope reaches
/// and the reader may see. A department has no sheet and no books of its own: it makes no report of a count,
/// nor of the totals of its unit. Errors: those of checkRequest(), access.forbidden, and those of the report
/// and the output.
[[nodiscard]] Result<WrittenReport> makeReport(Session& session, const Scope& scope, const RegisterUser& reader,
    const ReportRequest& request, const ReportOutput& output, const ProgressCallback& progress);

} // namespace guanwu
