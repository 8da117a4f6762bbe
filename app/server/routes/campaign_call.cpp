#include "app/server/routes/campaign_call.h"

#include "app/server/api_error.h"
#include "app/server/server_context.h"

#include <charconv>

namespace guanwu {

namespace {

    std::string etag(std::int64_t revision) { return '"' + std::to_string(revision) + '"'; }

    bool parseInteger(const std::string& text, std::int64_t& value)
    {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc {} && end == text.data() + text.size();
    }

} // namespace

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

Result<std::size_t> pageSize(const RouteCall& call, std::size_t usual, std::size_t most)
{
    const std::string text = call.queryValue("limit");
    if (text.empty())
        return usual;
    std::int64_t limit = 0;
    if (!parseInteger(text, limit) || limit < 1 || limit > static_cast<std::int64_t>(most))
        return fail(ErrorCode::InvalidArgument, "request.limit", std::to_string(most));
    return static_cast<std::size_t>(limit);
}

Result<AssetId> afterAsset(const RouteCall& call)
{
    const std::string text = call.queryValue("after");
    AssetId after;
    if (!text.empty() && !parseInteger(text, after.value))
        return fail(ErrorCode::InvalidArgument, "request.after");
    return after;
}

std::optional<HttpResponse> unseenRevision(
    const RouteCall& call, std::int64_t revision, const nlohmann::ordered_json& current)
{
    const std::string_view seen = call.request.headers["If-Match"];
    if (seen == etag(revision))
        return std::nullopt;
    if (seen.empty())
        return errorResponse({ErrorCode::InvalidArgument, "request.if_match", {}}, call.language);
    return withRevision(conflictResponse({ErrorCode::StaleRevision, "request.old_revision", {}},
                            call.language, nlohmann::ordered_json(call.body), current),
        revision);
}

HttpResponse withRevision(HttpResponse response, std::int64_t revision)
{
    response.headers.add("ETag", etag(revision));
    return response;
}

} // namespace guanwu
