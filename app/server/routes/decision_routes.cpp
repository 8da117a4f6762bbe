#include "app/server/routes/routes.h"

#include "app/server/api_error.h"
#include "app/server/routes/campaign_call.h"
#include "app/server/routes/campaign_json.h"
#include "app/server/routes/versions.h"
#include "app/server/routes/write_once.h"

#include <algorithm>
#include <unordered_map>

namespace guanwu {

namespace decision_routes {

    using Json = nlohmann::ordered_json;

    constexpr std::size_t kMostDecided = 5'000;

    /// The lines that the body names, by their positions in the book. Errors: inventory.no_line,
    /// request.type, request.limit.
    Result<std::vector<std::size_t>> positions(const RouteCall& call, const FrozenBook& book)
    {
        const nlohmann::json& assets = call.body["assets"];
        if (assets.size() > kMostDecided)
            return fail(inField(
                {ErrorCode::InvalidArgument, "request.limit", std::to_string(kMostDecided)}, "assets"));
        std::unordered_map<std::string_view, std::size_t> lines;
        for (std::size_t i = 0; i < book.lines.size(); ++i)
            lines.emplace(book.lines[i].assetNo, i);
        std::vector<std::size_t> out;
        for (const auto& asset : assets) {
            const auto index = static_cast<std::int64_t>(out.size());
            if (!asset.is_string())
                return fail(inField({ErrorCode::InvalidArgument, "request.type", "assets"}, "assets", index));
            const auto found = lines.find(asset.get_ref<const std::string&>());
            if (found == lines.end())
                return fail(inField(
                    {ErrorCode::NotFound, "inventory.no_line", asset.get<std::string>()}, "assets", index));
            out.push_back(found->second);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    /// The sheet after a decision on it.
    Result<HttpResponse> answer(RouteCall& call, NamedSheet named, const Result<CountSheet>& decided)
    {
        if (!decided)
            return fail(decided.error());
        named.sheet = *decided;
        return withRevision(jsonResponse(named.json(call)), named.sheet.revision);
    }

    /// The sheet, once the caller is known to have seen it as it is. Errors: those of NamedSheet,
    /// request.if_match, request.old_revision.
    Result<NamedSheet> seenSheet(RouteCall& call, CampaignCall& campaign)
    {
        auto named = NamedSheet::find(call, campaign);
        if (!named)
            return named;
        const auto seen = seenRevision(call);
        if (!seen)
            return fail(seen.error());
        if (named->sheet.revision != *seen)
            return fail(ErrorCode::StaleRevision, "request.old_revision");
        return named;
    }

    /// What stands of the lines or of the surplus that the body decides on: who was too late compares.
    Json decisionsOn(const RouteCall& call, CampaignCall& campaign, const CountSheet& sheet)
    {
        Json out = Json::array();
        if (call.has("event_id")) {
            for (const SurplusDecision& one : campaign.store.surplusDecisions(sheet.id))
                if (one.eventId == call.text("event_id"))
                    out.push_back(decisionJson(one));
            return out;
        }
        std::unordered_map<std::int64_t, std::string_view> named;
        const FrozenBook book = campaign.store.countingBook(sheet.id);
        const auto lines = positions(call, book);
        for (const std::size_t line : lines.value_or(std::vector<std::size_t>()))
            named.emplace(book.assets[line].value, book.lines[line].assetNo);
        for (const LineDecision& one : campaign.store.lineDecisions(sheet.id))
            if (const auto found = named.find(one.asset.value); found != named.end()) {
                out.push_back({{"asset_no", found->second}});
                out.back().update(decisionJson(one));
            }
        return out;
    }

    /// Once only, and not over what somebody else has decided since the caller looked: then both versions
    /// (security P5). They are read outside the transaction, which may have seen what was there before.
    template <Result<HttpResponse> (*decide)(RouteCall& call, CampaignCall& campaign)>
    Result<HttpResponse> once(RouteCall& call)
    {
        CampaignCall campaign(call);
        auto response = writeOnce(call, [&] { return decide(call, campaign); });
        if (response || response.error().code != ErrorCode::StaleRevision)
            return response;
        const auto named = NamedSheet::find(call, campaign);
        if (!named)
            return fail(named.error());
        Json current = named->json(call);
        current["decisions"] = decisionsOn(call, campaign, named->sheet);
        return withRevision(conflictResponse({ErrorCode::StaleRevision, "request.old_revision", {}},
                                call.language, Json(call.body), current),
            named->sheet.revision);
    }

    /// The sheet that was seen, with the lines of it that the body names.
    struct SeenLines {
        NamedSheet named;
        CountedSheet counted; ///< its book only
        std::vector<std::size_t> lines;
    };

    /// Errors: those of seenSheet() and positions().
    Result<SeenLines> seenLines(RouteCall& call, CampaignCall& campaign)
    {
        auto named = seenSheet(call, campaign);
        if (!named)
            return fail(named.error());
        SeenLines seen {std::move(*named), {}, {}};
        seen.counted.book = campaign.store.countingBook(seen.named.sheet.id);
        auto lines = positions(call, seen.counted.book);
        if (!lines)
            return fail(lines.error());
        seen.lines = std::move(*lines);
        return seen;
    }

    Result<HttpResponse> decideLines(RouteCall& call, CampaignCall& campaign)
    {
        auto seen = seenLines(call, campaign);
        if (!seen)
            return fail(seen.error());
        LineDecision decision;
        const auto result = parseToken(kLineResults, call.text("result"), "inventory.result_name");
        if (!result)
            return fail(inField(result.error(), "result"));
        decision.result = *result;
        decision.reason = call.text("reason");
        decision.proposal = call.text("proposal");
        decision.decidedBy = call.caller.account.login;
        const auto decided = campaign.service.decideLines(
            seen->named.task, seen->named.sheet, seen->counted, seen->lines, std::move(decision));
        return answer(call, std::move(seen->named), decided);
    }

    Result<HttpResponse> decideSurplus(RouteCall& call, CampaignCall& campaign)
    {
        auto named = seenSheet(call, campaign);
        if (!named)
            return fail(named.error());
        SurplusDecision decision;
        decision.eventId = call.text("event_id");
        decision.accepted = call.body["accepted"].get<bool>();
        decision.valueBasis = call.text("value_basis");
        decision.reason = call.text("reason");
        decision.decidedBy = call.caller.account.login;
        if (call.has("months_left"))
            decision.monthsLeft = call.body["months_left"].get<std::int64_t>();
        if (call.has("value_yuan")) {
            const auto value = Money::parseYuan(call.text("value_yuan"));
            if (!value)
                return fail(inField(value.error(), "value_yuan"));
            decision.value = *value;
        }
        // Also one that was dismissed is there to be decided again, which a fold with decisions would leave
        // out.
        const auto events = campaign.store.events(named->sheet.id);
        if (std::none_of(events.begin(), events.end(),
                [&](const ScanEvent& event) { return event.eventId == decision.eventId; }))
            return fail(inField({ErrorCode::NotFound, "inventory.no_surplus", decision.eventId}, "event_id"));
        const auto decided = campaign.service.decideSurplus(named->sheet, std::move(decision));
        return answer(call, std::move(*named), decided);
    }

    Result<HttpResponse> undecideLines(RouteCall& call, CampaignCall& campaign)
    {
        auto seen = seenLines(call, campaign);
        if (!seen)
            return fail(seen.error());
        const auto undecided
            = campaign.service.undecideLines(seen->named.task, seen->named.sheet, seen->counted, seen->lines);
        return answer(call, std::move(seen->named), undecided);
    }

    Result<HttpResponse> undecideSurplus(RouteCall& call, CampaignCall& campaign)
    {
        auto named = seenSheet(call, campaign);
        if (!named)
            return fail(named.error());
        const auto undecided = campaign.service.undecideSurplus(named->sheet, call.text("event_id"));
        return answer(call, std::move(*named), undecided);
    }

    constexpr RouteField kLinesBody[] = {
        {"assets", FieldKind::List, FieldNeed::Required, "Asset numbers of the sheet."},
        {"result", FieldKind::Text, FieldNeed::Required},
        {"reason", FieldKind::Text, FieldNeed::Required},
        {"proposal", FieldKind::Text},
    };
    constexpr RouteField kLinesNamed[] = {kLinesBody[0]};
    constexpr RouteField kSurplusBody[] = {
        {"event_id", FieldKind::Text, FieldNeed::Required, "The event that names the surplus."},
        {"accepted", FieldKind::Boolean, FieldNeed::Required},
        {"value_yuan", FieldKind::Text},
        {"value_basis", FieldKind::Text},
        {"months_left", FieldKind::Integer},
        {"reason", FieldKind::Text, FieldNeed::Required},
    };
    constexpr RouteField kSurplusNamed[] = {kSurplusBody[0]};

    const Route kRoutes[] = {
        {"POST", "/tasks/{task}/sheets/{unit}/decisions", Admission::Permitted, Permission::DecideFindings,
            Reach::OwnUnit, "Decides the result of lines, all or none.",
            {AuditAction::DecideLines, once<decideLines>}, {}, BodyKind::Json, kLinesBody},
        {"POST", "/tasks/{task}/sheets/{unit}/surplus-decisions", Admission::Permitted,
            Permission::DecideFindings, Reach::OwnUnit, "Takes a surplus into the books, or dismisses it.",
            {AuditAction::DecideSurplus, once<decideSurplus>}, {}, BodyKind::Json, kSurplusBody},
        {"POST", "/tasks/{task}/sheets/{unit}/decisions/withdrawal", Admission::Permitted,
            Permission::DecideFindings, Reach::OwnUnit,
            "Takes decisions on lines back: they stand again as they were counted.",
            {AuditAction::DecideLines, once<undecideLines>}, {}, BodyKind::Json, kLinesNamed},
        {"POST", "/tasks/{task}/sheets/{unit}/surplus-decisions/withdrawal", Admission::Permitted,
            Permission::DecideFindings, Reach::OwnUnit, "Takes the decision on a surplus back.",
            {AuditAction::DecideSurplus, once<undecideSurplus>}, {}, BodyKind::Json, kSurplusNamed},
    };

} // namespace decision_routes

std::span<const Route> decisionRoutes() { return decision_routes::kRoutes; }

} // namespace guanwu
