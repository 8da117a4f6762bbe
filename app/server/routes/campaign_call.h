#pragma once

#include "app/server/route.h"
#include "core/inventory/inventory_service.h"
#include "schema/inventory/campaign_view.h"
#include "schema/inventory/soci_inventory_store.h"

namespace guanwu {

/// The campaign as far as the caller reaches, over the session that the call was lent.
struct CampaignCall {
    SociInventoryStore store;
    InventoryService service;
    CampaignView view;

    explicit CampaignCall(RouteCall& call);
    /// The task named in the path. Errors: inventory.no_task.
    [[nodiscard]] Result<InventoryTask> task(const RouteCall& call);
};

/// The task and the sheet named in the path. A sheet outside the scope is as one that is not there (security
/// X4).
struct NamedSheet {
    InventoryTask task;
    CountSheet sheet;

    /// Errors: inventory.no_task, inventory.no_sheet.
    [[nodiscard]] static Result<NamedSheet> find(RouteCall& call, CampaignCall& campaign);
    /// The sheet as it is told.
    [[nodiscard]] nlohmann::ordered_json json(RouteCall& call) const;
};

} // namespace guanwu
