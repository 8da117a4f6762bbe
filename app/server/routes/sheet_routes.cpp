#include "app/server/routes/routes.h"

#include "app/server/routes/campaign_call.h"
#include "app/server/routes/campaign_json.h"
#include "app/server/routes/code_names.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/versions.h"
#include "schema/inventory/recounts.h"
#include "schema/repositories/asset_numbers.h"

namespace guanwu {

namespace sheet_routes {

    using Json = nlohmann::ordered_json;

    constexpr int kBookPage = 2'000;
    constexpr std::size_t kMostRuns = 10'000;
    constexpr std::int64_t kMostNumbers = 200'000; ///< a fraction of a second of the database

    std::size_t rowsOf(int limit) { return static_cast<std::size_t>(limit); }

    Result<HttpResponse> list(RouteCall& call)
    {
        CampaignCall campaign(call);
        const auto task = campaign.task(call);
        if (!task)
            return fail(task.error());
        const auto recounts = Recounts(call.session, call.scope()).states(task->id);
        Json out = Json::array();
        for (const CountSheet& sheet : campaign.store.sheets(task->id))
            out.push_back(sheetJson(sheet, recountOf(recounts, sheet.id)));
        return jsonResponse({{"sheets", std::move(out)}});
    }

    /// What a route of one sheet does, once it is found.
    template <class Work> Result<HttpResponse> ofSheet(RouteCall& call, const Work& work)
    {
        CampaignCall campaign(call);
        const auto named = NamedSheet::find(call, campaign);
        return named ? work(campaign, *named) : fail(named.error());
    }

    Result<HttpResponse> show(RouteCall& call)
    {
        return ofSheet(call, [&](CampaignCall&, const NamedSheet& named) -> Result<HttpResponse> {
            return withRevision(jsonResponse(named.json(call)), named.sheet.revision);
        });
    }

    Result<HttpResponse> book(RouteCall& call)
    {
        return ofSheet(call, [&](CampaignCall& campaign, const NamedSheet& named) -> Result<HttpResponse> {
            const auto size = pageLimit(call, kBookPage, kBookPage);
            const auto after = pageStart(call);
            if (!size || !after)
                return fail(size ? after.error() : size.error());
            const FrozenBook page = campaign.store.bookPage(named.sheet.id, AssetId {*after}, *size);
            Json lines = Json::array();
            for (const BookLine& line : page.lines)
                lines.push_back(bookLineJson(line));
            const Json next = page.lines.size() == rowsOf(*size)
                ? Json(std::to_string(page.assets.back().value))
                : Json();
            return jsonResponse({{"lines", std::move(lines)}, {"next", next}});
        });
    }

    Result<HttpResponse> lines(RouteCall& call)
    {
        return ofSheet(call, [&](CampaignCall& campaign, const NamedSheet& named) -> Result<HttpResponse> {
            const auto size = pageLimit(call);
            const auto after = pageStart(call);
            if (!size || !after)
                return fail(size ? after.error() : size.error());
            LineQuery query {AssetId {*after}, *size, {}};
            if (const std::string wanted = call.queryValue("result"); !wanted.empty()) {
                const auto result = parseToken(kLineResults, wanted, "inventory.result_name");
                if (!result)
                    return fail(inField(result.error(), "result"));
                query.result = *result;
            }
            const LinePage page = campaign.service.lines(named.task, named.sheet, query);
            Json out = Json::array();
            for (const LinePage::Line& line : page.lines)
                out.push_back(lineJson(line));
            const Json next = page.next ? Json(std::to_string(page.next->value)) : Json();
            return jsonResponse({{"lines", std::move(out)}, {"next", next}});
        });
    }

    /// A page of rows that are told by a text key.
    template <class Row, class Encode, class Key, class Place>
    Result<HttpResponse> page(RouteCall& call, const char* name, const std::vector<Row>& rows,
        std::size_t size, const Encode& encode, const Key& key, const Place& place)
    {
        Json out = Json::array();
        std::set<std::string> places;
        for (const Row& row : rows) {
            out.push_back(encode(row));
            places.insert(place(row));
        }
        const Json next = rows.size() == size ? Json(key(rows.back())) : Json();
        return jsonResponse(
            {{name, std::move(out)}, {"place_names", placeNames(call, places)}, {"next", next}});
    }

    Result<HttpResponse> surplus(RouteCall& call)
    {
        return ofSheet(call, [&](CampaignCall& campaign, const NamedSheet& named) -> Result<HttpResponse> {
            const auto size = pageLimit(call);
            if (!size)
                return fail(size.error());
            return page(
                call, "surplus", campaign.view.surplus(named.sheet, call.queryValue("after"), rowsOf(*size)),
                rowsOf(*size), surplusJson, [](const SheetSurplus& row) { return row.surplusNo; },
                [](const SheetSurplus& row) { return row.event.place.value_or(""); });
        });
    }

    Result<HttpResponse> findings(RouteCall& call)
    {
        return ofSheet(call, [&](CampaignCall& campaign, const NamedSheet& named) -> Result<HttpResponse> {
            const auto size = pageLimit(call);
            if (!size)
                return fail(size.error());
            return page(
                call, "findings",
                campaign.view.findings(named.sheet, call.queryValue("after"), rowsOf(*size)), rowsOf(*size),
                findingJson, [](const ToldFinding& row) { return row.key; },
                [](const ToldFinding& row) { return row.place; });
        });
    }

    Result<HttpResponse> events(RouteCall& call)
    {
        return ofSheet(call, [&](CampaignCall& campaign, const NamedSheet& named) -> Result<HttpResponse> {
            const auto size = pageLimit(call, kMostRows);
            if (!size)
                return fail(size.error());
            const auto feed = campaign.view.events(
                named.sheet, call.queryValue("after"), call.queryValue("install"), rowsOf(*size));
            if (!feed)
                return fail(feed.error());
            Json out = Json::array();
            for (const ScanEvent& event : feed->events)
                out.push_back(eventJson(event));
            return jsonResponse({{"events", std::move(out)}, {"next", feed->next}, {"more", feed->more}});
        });
    }

    /// Of all units, and no unit's: a number says neither what it is of nor whose.
    Result<HttpResponse> numbers(RouteCall& call)
    {
        const NumberPage page
            = issuedNumbers(call.session, call.queryValue("after"), kMostRuns, kMostNumbers);
        Json out = Json::array();
        for (const NumberRun& run : page.runs)
            out.push_back({run.head, run.first, run.last});
        return jsonResponse(
            {{"runs", std::move(out)}, {"next", page.next.empty() ? Json() : Json(page.next)}});
    }

    constexpr RouteField kAfter[] = {kAfterField};
    constexpr RouteField kPage[] = {
        {"after", FieldKind::Text, FieldNeed::Optional, "The next of the page before."},
        {"limit", FieldKind::Integer},
    };
    constexpr RouteField kLinesPage[] = {
        {"after", FieldKind::Text, FieldNeed::Optional, "The next of the page before."},
        {"limit", FieldKind::Integer},
        {"result", FieldKind::Text, FieldNeed::Optional, "Lines of one result only."},
    };
    constexpr RouteField kEventsPage[] = {
        {"after", FieldKind::Text, FieldNeed::Optional, "The cursor of the last answer."},
        {"limit", FieldKind::Integer},
        {"install", FieldKind::Text, FieldNeed::Optional, "An install whose events are left out."},
    };

    const Route kRoutes[] = {
        {"GET", "/asset-numbers", Admission::Permitted, Permission::ReadCampaign, Reach::Common,
            "The asset numbers that were given, as runs, for handhelds: a page has at most 10,000, of 200,000 numbers.",
            numbers, kAfter, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/tasks/{task}/sheets", Admission::Permitted, Permission::ReadCampaign, Reach::OwnRows,
            "The count sheets that the caller may see.", list},
        {"GET", "/tasks/{task}/sheets/{unit}", Admission::Permitted, Permission::ReadCampaign, Reach::OwnUnit,
            "One count sheet.", show},
        {"GET", "/tasks/{task}/sheets/{unit}/book", Admission::Permitted, Permission::ReadCampaign,
            Reach::OwnUnit, "The frozen book, for handhelds: at most 2,000 lines a page.", book, kPage},
        {"GET", "/tasks/{task}/sheets/{unit}/lines", Admission::Permitted, Permission::ReadCampaign,
            Reach::OwnUnit, "Lines with their result of this moment.", lines, kLinesPage, BodyKind::None, {},
            0, Lane::Long},
        {"GET", "/tasks/{task}/sheets/{unit}/surplus", Admission::Permitted, Permission::ReadCampaign,
            Reach::OwnUnit, "Things without a card.", surplus, kPage},
        {"GET", "/tasks/{task}/sheets/{unit}/findings", Admission::Permitted, Permission::ReadCampaign,
            Reach::OwnUnit, "Cards that were seen where they do not belong.", findings, kPage},
        {"GET", "/tasks/{task}/sheets/{unit}/events", Admission::Permitted, Permission::ReadCampaign,
            Reach::OwnUnit, "Events of other handhelds that are new behind a cursor.", events, kEventsPage},
    };

} // namespace sheet_routes

std::span<const Route> sheetRoutes() { return sheet_routes::kRoutes; }

} // namespace guanwu
