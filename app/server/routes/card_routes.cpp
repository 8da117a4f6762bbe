#include "app/server/api_error.h"
#include "app/server/routes/card_call.h"
#include "app/server/routes/card_json.h"
#include "app/server/routes/card_marks.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/versions.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "app/text/explain.h"
#include "core/cards/card_fields.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    CardChangeBy byCaller(const RouteCall& call) { return {call.caller.account.login, call.text("reason")}; }

    /// The fields of the body but for the reason. Null clears a field, as an empty text does.
    std::vector<FieldValue> fieldsOf(const nlohmann::json& body)
    {
        std::vector<FieldValue> out;
        for (const auto& [name, value] : body.items())
            if (name != "reason")
                out.push_back({name, value.is_null() ? std::string() : value.get<std::string>()});
        return out;
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto filter = filterOf(call);
        if (!limit || !filter)
            return fail(!limit ? limit.error() : filter.error());
        const auto after = parseMark(filter->order, call.queryValue("after"));
        if (!after)
            return fail(after.error());
        const auto page = Cards(call).search.find(*filter, *after, *limit);
        if (!page)
            return fail(page.error());
        Json rows = Json::array();
        for (const CardSummary& card : page->cards)
            rows.push_back(summaryJson(card));
        return jsonResponse(
            {{"assets", rows}, {"next", page->next ? Json(markText(filter->order, *page->next)) : Json()}});
    }

    Result<HttpResponse> one(RouteCall& call)
    {
        const auto card = Cards(call).service.find(call.pathValue("no"));
        if (!card)
            return fail(card.error());
        return withRevision(jsonResponse(cardJson(*card)), card->card.revision);
    }

    Result<HttpResponse> history(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!limit || !start)
            return fail(!limit ? limit.error() : start.error());
        const auto events = Cards(call).service.history(call.pathValue("no"), *start, *limit + 1);
        if (!events)
            return fail(events.error());
        Json rows = Json::array();
        for (const CardEvent& event : *events)
            if (rows.size() < static_cast<std::size_t>(*limit))
                rows.push_back(eventJson(event));
        const bool isMore = events->size() > rows.size();
        return jsonResponse({{"events", rows}, {"next", isMore ? rows.back()["id"] : Json()}});
    }

    Result<HttpResponse> create(RouteCall& call)
    {
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto card = Cards(call).service.create(fieldsOf(call.body), byCaller(call));
            if (!card)
                return fail(card.error());
            return withRevision(jsonResponse(cardJson(*card), 201), card->card.revision);
        });
    }

    Result<HttpResponse> change(RouteCall& call)
    {
        const auto revision = seenRevision(call);
        if (!revision)
            return fail(revision.error());
        const std::string& number = call.pathValue("no");
        auto response = writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto card
                = Cards(call).service.change(number, *revision, fieldsOf(call.body), byCaller(call));
            if (!card)
                return fail(card.error());
            return withRevision(jsonResponse(cardJson(*card)), card->card.revision);
        });
        if (response || response.error().code != ErrorCode::StaleRevision)
            return response;
        // Read again outside the transaction, which may have seen what was there before.
        const auto current = Cards(call).service.find(number);
        if (!current)
            return fail(current.error());
        HttpResponse conflict
            = conflictResponse(response.error(), call.language, Json(call.body), cardJson(*current));
        return conflict;
    }

    /// A body's object of texts; the names are checked by whoever takes them.
    Result<std::vector<FieldValue>> textsOf(const RouteCall& call, const char* name)
    {
        std::vector<FieldValue> out;
        const auto found = call.body.find(name);
        if (found == call.body.end())
            return out;
        for (const auto& [key, value] : found->items()) {
            if (!value.is_string() && !value.is_null())
                return fail(inField({ErrorCode::InvalidArgument, "request.type", key}, key));
            out.push_back({key, value.is_null() ? std::string() : value.get<std::string>()});
        }
        return out;
    }

    Result<CardSelection> selectionOf(const RouteCall& call)
    {
        CardSelection out;
        if (call.has("assets"))
            for (const auto& number : call.body["assets"]) {
                if (!number.is_string())
                    return fail(inField({ErrorCode::InvalidArgument, "request.type", "assets"}, "assets",
                        static_cast<std::int64_t>(out.numbers.size())));
                out.numbers.push_back(number.get<std::string>());
            }
        const auto filter = textsOf(call, "filter");
        if (!filter)
            return fail(filter.error());
        if (out.numbers.empty() == filter->empty())
            return fail(ErrorCode::InvalidArgument, "change.selection");
        for (const auto& [name, value] : *filter) {
            if (name == "q")
                out.filter.text = value;
            else if (name == "unit")
                out.filter.unit = value;
            else if (name == "place")
                out.filter.place = value;
            else if (name == "class")
                out.filter.classPrefix = value;
            else if (name == "user")
                out.filter.user = value;
            else if (name == "use_state") {
                const auto state = stateOf(value);
                if (!state)
                    return fail(state.error());
                out.filter.useState = *state;
            } else
                return fail(inField({ErrorCode::InvalidArgument, "request.unknown_field", name}, name));
        }
        return out;
    }

    Result<HttpResponse> preview(RouteCall& call)
    {
        const auto selection = selectionOf(call);
        const auto fields = textsOf(call, "fields");
        if (!selection || !fields)
            return fail(!selection ? selection.error() : fields.error());
        const std::int64_t show
            = call.has("show") ? call.body["show"].get<std::int64_t>() : std::int64_t {kUsuallyShown};
        if (show < 0 || show > std::int64_t {kMostChangedAtOnce})
            return fail(ErrorCode::InvalidArgument, "request.limit", std::to_string(kMostChangedAtOnce));
        const auto planned
            = Cards(call).change.preview(*selection, *fields, byCaller(call), static_cast<std::size_t>(show));
        if (!planned)
            return fail(planned.error());
        Json shown = Json::array();
        for (const ChangedCard& card : planned->shown)
            shown.push_back({{"asset_no", card.after.card.assetNo}, {"name", card.after.card.name},
                {"fields", differencesJson(card.event.fields)}});
        Json refused = Json::array();
        for (const RefusedCard& card : planned->refused)
            refused.push_back({{"asset_no", card.assetNo}, {"code", card.error.subject},
                {"message", explain(card.error, call.language)}});
        return jsonResponse({{"changing", planned->changing}, {"unchanged", planned->unchanged},
            {"refused", planned->refusedCount}, {"shown", shown}, {"refusals", refused},
            {"digest", planned->digest}});
    }

    Result<HttpResponse> changeMany(RouteCall& call)
    {
        const auto selection = selectionOf(call);
        const auto fields = textsOf(call, "fields");
        if (!selection || !fields)
            return fail(!selection ? selection.error() : fields.error());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto done
                = Cards(call).change.apply(*selection, *fields, call.text("digest"), byCaller(call));
            if (!done)
                return fail(done.error());
            return jsonResponse({{"change", std::to_string(done->change)}, {"changed", done->cards}});
        });
    }

    /// Every field of the card by its token, and why.
    std::span<const RouteField> cardBody()
    {
        static const std::vector<RouteField> fields = [] {
            std::vector<RouteField> all;
            for (const CardField& field : cardFields())
                all.push_back({field.token, FieldKind::Text, FieldNeed::Optional, field.nameEn});
            all.push_back({"reason", FieldKind::Text, FieldNeed::Optional, "Why; stands in the history."});
            return all;
        }();
        return fields;
    }

    constexpr RouteField kListQuery[] = {
        kFilterFields[0],
        kFilterFields[1],
        kFilterFields[2],
        kFilterFields[3],
        kFilterFields[4],
        kFilterFields[5],
        {"sort", FieldKind::Text, FieldNeed::Optional,
            "entered, number, name, original, acquired, unit or class, with - before it for the last first; by "
            "class only within one unit."},
        kLimitField,
        kAfterField,
    };
    constexpr RouteField kPageQuery[] = {kLimitField, kAfterField};

    constexpr RouteField kPreviewBody[] = {
        {"assets", FieldKind::List, FieldNeed::Optional, "Asset numbers, at most 5000; or else a filter."},
        {"filter", FieldKind::Object, FieldNeed::Optional, "q, unit, place, class, user, use_state."},
        {"fields", FieldKind::Object, FieldNeed::Required, "What to set, by field."},
        {"reason", FieldKind::Text, FieldNeed::Optional, "Why; stands in the history of each card."},
        {"show", FieldKind::Integer, FieldNeed::Optional,
            "How many cards are told, 50 unless asked for; at most 5000."},
    };
    constexpr RouteField kChangeBody[] = {
        kPreviewBody[0],
        kPreviewBody[1],
        kPreviewBody[2],
        kPreviewBody[3],
        {"digest", FieldKind::Text, FieldNeed::Required, "Of the preview that was looked at."},
    };

} // namespace

std::span<const Route> cardRoutes()
{
    static const Route routes[] = {
        {"GET", "/assets", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Cards of the caller's scope, by filters and text.", list, kListQuery},
        {"POST", "/assets", Admission::Permitted, Permission::EditCards, Reach::OwnUnit,
            "Enters a card; the registry gives its number.", {AuditAction::EnterCard, create}, {},
            BodyKind::Json, cardBody()},
        {"GET", "/assets/{no}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "A card by number or tag, whole.", one},
        {"PATCH", "/assets/{no}", Admission::Permitted, Permission::EditCards, Reach::OwnUnit,
            "Changes fields of a card; needs If-Match.", {AuditAction::ChangeCard, change}, {},
            BodyKind::Json, cardBody()},
        {"GET", "/assets/{no}/history", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What happened to a card, the newest first.", history, kPageQuery},
        {"POST", "/asset-changes/preview", Admission::Permitted, Permission::EditCards, Reach::OwnUnit,
            "What a change of many cards would do.", preview, {}, BodyKind::Json, kPreviewBody, 0,
            Lane::Long},
        {"POST", "/asset-changes", Admission::Permitted, Permission::EditCards, Reach::OwnUnit,
            "Changes many cards as the preview showed, or none.", {AuditAction::ChangeCards, changeMany}, {},
            BodyKind::Json, kChangeBody, 0, Lane::Long},
    };
    return routes;
}

} // namespace guanwu
