#pragma once

#include "app/cli/context.h"
#include "core/reporting/kept_report.h"
#include "reports/writers/report_writer.h"

namespace CLI {
class App;
}

namespace guanwu {

/// guanwu report archive list|get|verify
void addReportArchive(CLI::App& report, CliContext& context);
/// What was kept; figures that do not add up are said.
[[nodiscard]] ExitCode tellKept(
    const CliContext& context, Session& session, const KeptReport& kept, const WrittenReport& written);

} // namespace guanwu
