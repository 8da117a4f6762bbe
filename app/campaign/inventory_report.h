#pragma once

#include "app/campaign/open_task.h"
#include "reports/writers/report_writer.h"

#include <filesystem>
#include <optional>

namespace guanwu {

struct InventoryReportRequest {
    std::string name; ///< of the report catalogue
    std::vector<std::string> units; ///< unit codes, empty = every unit of the task
    std::string preparer; ///< 编制单位; empty = the unit when there is one
    std::optional<MoneyUnit>
        moneyUnit; ///< default: yuan; the city summary in 万元 where the file says so in its head
    std::filesystem::path out;
};

/// Writes one of the inventory reports from the counted sheets of a task, one sheet in memory at a time. The
/// summary of one unit has a row a class, that of more a row a unit, and only of units that have signed their
/// count (reports 0). Errors: report.name, inventory.no_sheet, inventory.not_frozen, those of writeReport().
[[nodiscard]] Result<WrittenReport> writeInventoryReport(
    const OpenTask& task, const InventoryReportRequest& request, const ProgressCallback& progress);

} // namespace guanwu
