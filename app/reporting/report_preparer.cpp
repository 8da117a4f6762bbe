#include "app/reporting/report_preparer.h"

#include "core/access/role.h"
#include "schema/repositories/units.h"

namespace guanwu {

namespace {

    std::string bureauOf(Session& session, const ReportRequest& request)
    {
        if (!request.bureau.empty())
            return request.bureau;
        // 机关事务管理局, 机关事务服务中心: cities name it differently, and below it its institutions are
        // named after it.
        const auto found = headUnitsNamed(session, "机关事务");
        return found.size() == 1 ? found.front() : std::string(tokenRow(kRoles, Role::AssetSection).nameZh);
    }

} // namespace

std::string preparerOf(Session& session, const Scope& scope, const ReportRequest& request)
{
    if (!request.preparer.empty())
        return request.preparer;
    UnitId unit = scope.unit();
    if (request.units.size() == 1)
        if (const auto found = findUnit(session, scope, request.units.front()))
            unit = *found;
    const std::string name = unit.value == 0 ? std::string() : unitName(session, scope, unit);
    return name.empty() ? bureauOf(session, request) : name;
}

} // namespace guanwu
