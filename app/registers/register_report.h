#pragma once

#include "core/registers/register_service.h"
#include "reports/report_request.h"
#include "reports/writers/write_report.h"

namespace guanwu {

/// Makes one of the reports of a register, with its figures. Errors: those of the output.
[[nodiscard]] Result<WrittenReport> registerReport(
    RegisterService& service, const ReportRequest& request, const ReportOutput& output);

/// The register of a report some of whose fields are for case readers only; nullopt = the report has none.
[[nodiscard]] std::optional<RegisterKind> restrictedRegisterOf(std::string_view report);

/// Every field of the entries as a plain table, for programs.
[[nodiscard]] StreamedReport registerTable(
    RegisterService& service, const RegisterType& type, const RegisterFilter& filter);

} // namespace guanwu
