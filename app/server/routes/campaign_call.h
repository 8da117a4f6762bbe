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
};

/// How many rows a page has: what was asked for, at most `most`. Errors: request.limit.
[[nodiscard]] Result<std::size_t> pageSize(
    const RouteCall& call, std::size_t usual = 50, std::size_t most = 500);
/// The card behind which a page begins. Errors: request.after.
[[nodiscard]] Result<AssetId> afterAsset(const RouteCall& call);

/// Whether the caller has seen the revision that he changes: nullopt = yes. Else what to answer, 428 or 409
/// with both versions.
[[nodiscard]] std::optional<HttpResponse> unseenRevision(
    const RouteCall& call, std::int64_t revision, const nlohmann::ordered_json& current);
[[nodiscard]] HttpResponse withRevision(HttpResponse response, std::int64_t revision);

} // namespace guanwu
