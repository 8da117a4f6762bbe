#pragma once

#include "app/reporting/make_report.h"
#include "core/reporting/kept_report.h"

#include <filesystem>
#include <nlohmann/json.hpp>

namespace guanwu {

/// A report that is made and not kept yet.
struct ReportToKeep {
    WrittenReport written;
    KeptReport kept; ///< without its id and digests
};

/// Whose records a kept report holds: of one unit it is made as that unit sees it. Errors: unit.not_found.
[[nodiscard]] Result<Scope> keptScope(Session& session, const Scope& scope, const ReportRequest& request);

/// Makes a report as a file and says what the archive has to know of it. A report of one unit is made as that
/// unit sees it, so that it may be shown to the unit. Errors: unit.not_found, report.format and those of
/// makeReport().
[[nodiscard]] Result<ReportToKeep> makeToKeep(Session& session, const Scope& scope,
    const RegisterUser& reader, const ReportRequest& request, const std::filesystem::path& target,
    Instant now, const ProgressCallback& progress);

/// Puts the file into the archive. Errors: report.too_large_to_keep.
[[nodiscard]] Result<KeptReport> keepFile(
    Session& session, const KeptReport& report, const std::filesystem::path& file);

[[nodiscard]] nlohmann::ordered_json keptJson(const KeptReport& report);

} // namespace guanwu
