#include "app/server/routes/campaign_call.h"

#include "app/server/routes/campaign_json.h"
#include "app/server/server_context.h"
#include "schema/inventory/recounts.h"

namespace guanwu {

CampaignCall::CampaignCall(RouteCall& call)
    : store(call.session, call.scope())
    , service(store, call.server.now)
    , view(call.session, call.scope())
{
}

Result<InventoryTask> CampaignCall::task(const RouteCall& call)
{
    return store.findTask(call.pathValue("task"));
}

Result<NamedSheet> NamedSheet::find(RouteCall& call, CampaignCall& campaign)
{
    auto task = campaign.task(call);
    if (!task)
        return fail(task.error());
    const std::string& unit = call.pathValue("unit");
    auto sheets = campaign.store.sheets(task->id);
    if (auto kept = keepUnits(sheets, std::span(&unit, 1)); !kept)
        return fail(kept.error());
    return NamedSheet {std::move(*task), std::move(sheets.front())};
}

nlohmann::ordered_json NamedSheet::json(RouteCall& call) const
{
    return sheetJson(sheet, Recounts(call.session, call.scope()).state(sheet.id));
}

} // namespace guanwu
