#pragma once

#include "core/access/scope.h"
#include "core/inventory/inventory_service.h"
#include "reports/report_request.h"
#include "reports/writers/write_report.h"

namespace guanwu {

class Session;

/// Makes one of the inventory reports from the counted sheets of a task, one sheet in memory at a time. The
/// summary of one unit has a row a class, that of more a row a unit, and only of units that have signed their
/// count (reports 0). Errors: inventory.no_task, inventory.no_sheet, inventory.not_frozen, those of the
/// output.
[[nodiscard]] Result<WrittenReport> inventoryReport(Session& session, const Scope& scope,
    const ReportRequest& request, const ReportOutput& output, const ProgressCallback& progress);

} // namespace guanwu
