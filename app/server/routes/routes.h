#pragma once

#include "app/server/route.h"

#include <vector>

namespace guanwu {

// Each group of routes in a file of its own, with what responds to them.
[[nodiscard]] std::span<const Route> systemRoutes();
[[nodiscard]] std::span<const Route> pageRoutes();
[[nodiscard]] std::span<const Route> accessRoutes();
[[nodiscard]] std::span<const Route> deviceRoutes();
[[nodiscard]] std::span<const Route> taskRoutes();
[[nodiscard]] std::span<const Route> sheetRoutes();
[[nodiscard]] std::span<const Route> evidenceRoutes();
[[nodiscard]] std::span<const Route> decisionRoutes();
[[nodiscard]] std::span<const Route> signalRoutes();
[[nodiscard]] std::span<const Route> recountRoutes();
[[nodiscard]] std::span<const Route> labelRoutes();
[[nodiscard]] std::span<const Route> importRoutes();
[[nodiscard]] std::span<const Route> cardPaperRoutes();
[[nodiscard]] std::span<const Route> documentRoutes();
[[nodiscard]] std::span<const Route> routeTableRoutes();
[[nodiscard]] std::span<const Route> eventRoutes();
[[nodiscard]] std::span<const Route> cardRoutes();
[[nodiscard]] std::span<const Route> idleRoutes();
[[nodiscard]] std::span<const Route> leaseRoutes();
[[nodiscard]] std::span<const Route> attachmentRoutes();
[[nodiscard]] std::span<const Route> registerRoutes();
[[nodiscard]] std::span<const Route> entryRoutes();
[[nodiscard]] std::span<const Route> holdingRoutes();
[[nodiscard]] std::span<const Route> reformRoutes();
[[nodiscard]] std::span<const Route> spaceRoutes();
/// What the bureau keeps of office space for the whole city.
[[nodiscard]] std::span<const Route> spaceKeepingRoutes();
[[nodiscard]] std::span<const Route> spaceDocumentRoutes();
[[nodiscard]] std::span<const Route> planRoutes();
[[nodiscard]] std::span<const Route> titleRoutes();
[[nodiscard]] std::span<const Route> bookRoutes();
[[nodiscard]] std::span<const Route> reportRoutes();
[[nodiscard]] std::span<const Route> keptReportRoutes();
[[nodiscard]] std::span<const Route> scheduleRoutes();
[[nodiscard]] std::span<const Route> findingRoutes();
[[nodiscard]] std::span<const Route> batchRoutes();
[[nodiscard]] std::span<const Route> overviewRoutes();
[[nodiscard]] std::span<const Route> auditRoutes();

/// Every route of the server. What is not here is not there (security X4).
[[nodiscard]] const std::vector<Route>& allRoutes();

} // namespace guanwu
