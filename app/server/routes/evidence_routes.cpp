#include "app/server/routes/routes.h"

#include "app/server/routes/campaign_call.h"
#include "app/server/routes/campaign_json.h"
#include "app/server/routes/code_names.h"
#include "core/cards/card_number.h"

#include <algorithm>
#include <set>

namespace guanwu {

namespace evidence_routes {

    using Json = nlohmann::ordered_json;

    Result<HttpResponse> show(RouteCall& call)
    {
        CampaignCall campaign(call);
        const auto named = NamedSheet::find(call, campaign);
        if (!named)
            return fail(named.error());
        const std::string assetNo = assetNoOf(call.pathValue("asset_no"));
        const auto card = campaign.view.lineOf(named->sheet, assetNo);
        const LinePage page = card
            ? campaign.service.lines(named->task, named->sheet, {AssetId {card->value - 1}, 1, {}})
            : LinePage();
        if (page.lines.empty())
            return fail(ErrorCode::NotFound, "inventory.no_line", assetNo);

        auto told = campaign.store.eventsOfLine(named->sheet.id, *card);
        std::sort(told.begin(), told.end(), [](const ScanEvent& a, const ScanEvent& b) {
            return std::tie(a.at, a.installId, a.seq) < std::tie(b.at, b.installId, b.seq);
        });
        std::set<std::string> places;
        std::set<std::string> people;
        Json events = Json::array();
        for (const ScanEvent& event : told) {
            places.insert(event.place.value_or(""));
            people.insert(event.user.value_or(""));
            events.push_back(eventJson(event));
        }
        Json out = lineJson(page.lines.front());
        out["told"] = std::move(events);
        out["place_names"] = placeNames(call, places);
        out["user_names"] = personNames(call, people);
        return jsonResponse(out);
    }

    const Route kRoutes[] = {
        {"GET", "/tasks/{task}/sheets/{unit}/lines/{asset_no}", Admission::Permitted,
            Permission::ReadCampaign, Reach::OwnUnit, "One line, with every event that tells of it.", show,
            {}, BodyKind::None, {}, 0, Lane::Long},
    };

} // namespace evidence_routes

std::span<const Route> evidenceRoutes() { return evidence_routes::kRoutes; }

} // namespace guanwu
