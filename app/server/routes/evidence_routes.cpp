#include "app/server/routes/routes.h"

#include "app/server/routes/campaign_call.h"
#include "app/server/routes/campaign_json.h"
#include "app/server/routes/code_names.h"
#include "core/cards/card_number.h"

#include <algorithm>
#include <set>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    /// What the sheet was told of one line, undone acts too, by time.
    std::vector<ScanEvent> eventsOf(CampaignCall& campaign, const CountSheet& sheet, std::size_t line)
    {
        const LineNumbers numbers = campaign.store.numbers(sheet.id);
        auto events
            = campaign.store.events(sheet.id, [&](EventKind kind, const std::optional<std::string>& code) {
                  return kind == EventKind::Undo || (code && numbers.lineOf(*code) == line);
              });
        std::set<std::pair<std::string, std::string>> ids;
        for (const ScanEvent& event : events)
            if (event.kind != EventKind::Undo)
                ids.emplace(event.installId, event.eventId);
        std::erase_if(events, [&](const ScanEvent& event) {
            return event.kind == EventKind::Undo && !ids.contains({event.installId, event.corrects});
        });
        std::sort(events.begin(), events.end(), [](const ScanEvent& a, const ScanEvent& b) {
            return std::tie(a.at, a.installId, a.seq) < std::tie(b.at, b.installId, b.seq);
        });
        return events;
    }

    Result<HttpResponse> show(RouteCall& call)
    {
        CampaignCall campaign(call);
        const auto named = NamedSheet::find(call, campaign);
        if (!named)
            return fail(named.error());
        const std::string assetNo = assetNoOf(call.pathValue("asset_no"));
        const auto line = campaign.store.numbers(named->sheet.id).lineOf(assetNo);
        const FrozenBook book = campaign.store.countingBook(named->sheet.id);
        const auto found = std::find_if(book.lines.begin(), book.lines.end(),
            [&](const BookLine& one) { return one.assetNo == assetNo; });
        if (!line || found == book.lines.end())
            return fail(ErrorCode::NotFound, "inventory.no_line", assetNo);
        // The page behind the card before it begins with it.
        const std::int64_t id = book.assets[static_cast<std::size_t>(found - book.lines.begin())].value;
        const LinePage page = campaign.service.lines(named->task, named->sheet, {AssetId {id - 1}, 1, {}});
        if (page.lines.empty())
            return fail(ErrorCode::NotFound, "inventory.no_line", assetNo);

        std::set<std::string> places;
        std::set<std::string> people;
        Json events = Json::array();
        for (const ScanEvent& event : eventsOf(campaign, named->sheet, *line)) {
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

} // namespace

std::span<const Route> evidenceRoutes() { return kRoutes; }

} // namespace guanwu
