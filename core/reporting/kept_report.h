#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/base/token_table.h"
#include "core/registers/register_kind.h"
#include "core/values/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

/// How a report is printed; the token is the ending of the file.
enum class ReportFormat : std::uint8_t { Xlsx, Csv, Pdf };

inline constexpr TokenTable<ReportFormat, 3> kReportFormats {{
    {ReportFormat::Xlsx, "xlsx", "电子表格", "Spreadsheet"},
    {ReportFormat::Csv, "csv", "CSV", "CSV"},
    {ReportFormat::Pdf, "pdf", "PDF", "PDF"},
}};
static_assert(isDense(kReportFormats));

/// A report as it was made: kept for good, never changed.
struct KeptReport {
    std::int64_t id = 0;
    std::string report; ///< of the catalogue
    std::string title; ///< as printed
    ReportFormat format {};
    Scope::Reach reach {}; ///< whose records it may hold
    UnitId unit; ///< 0 = none
    DepartmentId department; ///< 0 = none
    std::string unitCode; ///< read, not written
    std::string unitName; ///< read, not written
    std::chrono::year_month_day asOf {};
    std::string parameters; ///< what it was asked with, JSON
    std::int64_t rows = 0;
    bool checksHold = false;
    std::string sha256; ///< hex
    std::string sm3; ///< hex
    std::int64_t bytes = 0;
    std::optional<RegisterKind> restricted; ///< shows what only the case readers of this register may see
    std::string madeBy;
    Instant madeAt {};
    std::int64_t schedule = 0; ///< that it was made by, read, not written; 0 = somebody asked for it
};

/// Of one file. A longer one is asked for unit by unit.
inline constexpr std::size_t kMostKeptBytes = 32 * 1024 * 1024;

/// Errors: report.too_large_to_keep.
[[nodiscard]] Result<void> checkKept(std::size_t bytes);

/// What the audit trail notes of a report that is kept: from it nobody changes a digest unseen.
[[nodiscard]] std::string keptNote(const KeptReport& report);

} // namespace guanwu
