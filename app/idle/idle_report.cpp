#include "app/idle/idle_report.h"

#include "core/rules/limits.h"
#include "reports/catalog.h"
#include "reports/idle/idle_reports.h"
#include "schema/idle/idle_assets.h"

namespace guanwu {

namespace {

    /// Real estate first, then what can be carried: the two parts of the list.
    IdleLines estateFirst(IdleAssets& assets, const IdleQuery& query)
    {
        IdleQuery part = query;
        part.isEstate = true;
        IdleQuery rest = query;
        rest.isEstate = false;
        return [lines = assets.lines(part), &assets, rest, isRest = false](IdleLine& line) mutable {
            if (lines(line))
                return true;
            if (isRest)
                return false;
            isRest = true;
            lines = assets.lines(rest);
            return lines(line);
        };
    }

} // namespace

Result<WrittenReport> idleReport(
    Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output)
{
    IdleAssets assets(session, scope);
    IdleQuery query;
    query.on = request.asOf;
    query.unitCode = request.oneUnit();
    IdleHead head;
    head.preparer = request.preparer;
    head.asOf = request.asOf;
    head.moneyUnit = request.moneyUnit.value_or(MoneyUnit::Yuan);
    const Limit term = limitOn("idle_term_months", request.asOf);
    head.termMonths = static_cast<int>(term.value);
    head.termSource = term.source;
    head.totals = assets.totals(query);
    if (request.name == kIdleListReport.name) {
        StreamedReport report = idleListReport(head, estateFirst(assets, query));
        return output(report.report, *report.rows);
    }
    StreamedReport report = idleDisposalReport(head, assets.lines(query));
    return output(report.report, *report.rows);
}

} // namespace guanwu
