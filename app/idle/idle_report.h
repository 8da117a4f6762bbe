#pragma once

#include "core/access/scope.h"
#include "core/registry/asset_card.h"
#include "reports/writers/report_writer.h"

#include <filesystem>
#include <optional>
#include <string>

namespace guanwu {

class Session;

struct IdleReportRequest {
    std::string name; ///< kIdleListReport or kIdleDisposalReport
    std::string unitCode; ///< empty = every unit of the scope
    std::string preparer; ///< 编制单位
    std::optional<MoneyUnit> moneyUnit; ///< default: yuan
    Day asOf {};
    std::filesystem::path out;
};

/// Writes one of the idle-asset reports. The registry keeps states of today: a thing that was idle on the day
/// and is used again since is not in it. Errors: report.name, those of writeReport().
[[nodiscard]] Result<WrittenReport> writeIdleReport(
    Session& session, const Scope& scope, const IdleReportRequest& request);

} // namespace guanwu
