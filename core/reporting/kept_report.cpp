#include "core/reporting/kept_report.h"

namespace guanwu {

Result<void> checkKept(std::size_t bytes)
{
    if (bytes > kMostKeptBytes)
        return fail(ErrorCode::InvalidArgument, "report.too_large_to_keep", std::to_string(bytes));
    return {};
}

std::string keptNote(const KeptReport& report)
{
    return report.report + ' ' + report.sha256 + ' ' + report.sm3 + ' ' + report.madeBy;
}

} // namespace guanwu
