#include "app/audit/anchored_report.h"

#include "core/values/calendar.h"
#include "scanner/tag_symbol.h"
#include "schema/audit/audit_seals.h"

namespace guanwu {

ReportOutput withAnchor(Session& session, ReportOutput output)
{
    const auto anchor = AuditSeals(session).lastAnchor();
    if (!anchor)
        return output;
    return [output = std::move(output), anchor = *anchor](
               const Report& report, RowSource& rows) -> Result<WrittenReport> {
        if (report.signatures.empty())
            return output(report, rows);
        Report anchored = report;
        anchored.anchor = {"审计锚点：至 " + formatDate(chinaDate(anchor.at)) + " 共 "
                + std::to_string(anchor.anchor.entries) + " 条记录，第 " + std::to_string(anchor.anchor.block)
                + " 块",
            paperSymbol(anchorLine(anchor))};
        return output(anchored, rows);
    };
}

} // namespace guanwu
