#pragma once

#include "core/registers/register_figures.h"
#include "reports/model/report.h"
#include "reports/writers/report_writer.h"

#include <filesystem>

namespace guanwu {

struct RegisterReportRequest {
    std::string name; ///< of the report catalogue
    std::vector<std::string> units; ///< codes, empty = all
    std::string preparer;
    std::optional<int> year; ///< of the yearly notice
    bool onlyFindings = false; ///< those of which something is to be said: late, overdue, above a limit
    std::filesystem::path out;
};

struct RegisterReportWritten {
    WrittenReport written;
    std::vector<RegisterFigure> figures;
};

/// Whether the report is one of a register.
[[nodiscard]] bool isRegisterReport(std::string_view name);

/// Errors: report.name, those of writeReport().
[[nodiscard]] Result<RegisterReportWritten> writeRegisterReport(
    RegisterService& service, const RegisterReportRequest& request);

/// Every field of the entries as a plain table, for programs.
[[nodiscard]] StreamedReport registerTable(
    RegisterService& service, const RegisterType& type, const RegisterFilter& filter);

} // namespace guanwu
