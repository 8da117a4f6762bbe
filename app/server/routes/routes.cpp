#include "app/server/routes/routes.h"

namespace guanwu {

const std::vector<Route>& allRoutes()
{
    static const std::vector<Route> routes = [] {
        std::vector<Route> all;
        for (const auto& group : {systemRoutes(), pageRoutes(), accessRoutes(), eventRoutes(), cardRoutes(),
                 attachmentRoutes(), registerRoutes(), deviceRoutes(), taskRoutes(), sheetRoutes(),
                 evidenceRoutes(), decisionRoutes(), signalRoutes(), recountRoutes(), labelRoutes(),
                 importRoutes(), cardPaperRoutes(), idleRoutes(), leaseRoutes(), documentRoutes(),
                 routeTableRoutes(), entryRoutes(), holdingRoutes(), reformRoutes(), spaceRoutes(),
                 spaceKeepingRoutes(), spaceDocumentRoutes(), planRoutes(), titleRoutes(), bookRoutes(),
                 findingRoutes(), batchRoutes(), reportRoutes(), keptReportRoutes(), scheduleRoutes(),
                 overviewRoutes(), auditRoutes()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return routes;
}

} // namespace guanwu
