#pragma once

#include "core/access/scope.h"
#include "core/registry/asset_card.h"
#include "reports/writers/report_writer.h"

#include <filesystem>
#include <optional>
#include <string>

namespace guanwu {

class Session;

struct PremisesReportRequest {
    std::string name;
    std::string unitCode; ///< empty = every unit of the scope
    std::string preparer; ///< 编制单位
    std::optional<MoneyUnit> moneyUnit; ///< default: yuan
    std::optional<int> year; ///< of allocations and repairs; default: the year of `asOf`
    Day asOf {};
    std::filesystem::path out;
};

/// Whether the name is that of a report of office space, repairs or certificates.
[[nodiscard]] bool isPremisesReport(std::string_view name);

/// Writes one of them. The rooms are read unit after unit. Errors: report.name, unit.not_found, those of
/// writeReport().
[[nodiscard]] Result<WrittenReport> writePremisesReport(
    Session& session, const Scope& scope, const PremisesReportRequest& request);

} // namespace guanwu
