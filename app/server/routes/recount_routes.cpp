#include "app/server/routes/routes.h"

#include "app/exchange/events/event_json.h"
#include "app/server/routes/campaign_call.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/access/secrets.h"
#include "core/base/text_length.h"
#include "core/cards/card_number.h"
#include "schema/inventory/recounts.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace guanwu {

namespace recount_routes {

    using Json = nlohmann::ordered_json;

    constexpr std::int64_t kHundredths = 100;

    /// "4.90": hundredths of a percent as percent.
    std::string percentOf(HundredthsOfPercent share)
    {
        const std::string decimals = std::to_string(share % kHundredths);
        return std::to_string(share / kHundredths) + (decimals.size() < 2 ? ".0" : ".") + decimals;
    }

    Json boundJson(std::int64_t lines, const Recount& recount)
    {
        return {{"lines", lines}, {"percent", percentOf(shareRoundedUp(lines, recount.sheetLines))}};
    }

    Json recountJson(const Recount& recount)
    {
        return {{"recount", std::to_string(recount.id)}, {"seed", std::to_string(recount.seed)},
            {"sheet_lines", recount.sheetLines}, {"size", recount.size},
            {"confidence_percent", percentOf(recount.confidence)}, {"answered", recount.answered},
            {"wrong", recount.wrong}, {"complete", recount.isComplete()},
            {"most_wrong", boundJson(recount.mostWrongSoFar(), recount)},
            {"most_wrong_if_rest_agrees", boundJson(recount.mostWrongAtBest(), recount)},
            {"created_by", recount.createdBy}, {"created_at", formatInstant(recount.createdAt)}};
    }

    Json lineJson(const RecountLine& line)
    {
        return {{"asset_no", line.assetNo}, {"name", line.name}, {"place", textOrNull(line.place)},
            {"place_name", textOrNull(line.placeName)},
            {"outcome", line.outcome ? Json(tokenRow(kRecountOutcomes, *line.outcome).token) : Json()},
            {"note", textOrNull(line.note)}, {"by", textOrNull(line.by)},
            {"at", line.at ? Json(formatInstant(*line.at)) : Json()}};
    }

    /// What a route of one sheet does, once it is found.
    template <class Work> Result<HttpResponse> ofSheet(RouteCall& call, const Work& work)
    {
        CampaignCall campaign(call);
        const auto named = NamedSheet::find(call, campaign);
        if (!named)
            return fail(named.error());
        Recounts recounts(call.session, call.scope());
        return work(campaign, *named, recounts);
    }

    Result<Recount> namedRecount(const RouteCall& call, const NamedSheet& named, Recounts& recounts)
    {
        const std::string& text = call.pathValue("recount");
        const auto id = wholeNumber(text);
        return id ? recounts.find(named.sheet.id, *id) : fail(ErrorCode::NotFound, "recount.not_found", text);
    }

    /// Nobody chooses it: 60 random bits, so that it is a whole number wherever it is read.
    std::int64_t newSeed(Secrets& secrets)
    {
        constexpr std::size_t kDigits = 15;
        const std::string token = secrets.newToken();
        std::int64_t seed = 0;
        std::from_chars(token.data(), token.data() + kDigits, seed, 16);
        return seed;
    }

    Result<HttpResponse> draw(RouteCall& call)
    {
        return ofSheet(
            call, [&](CampaignCall&, const NamedSheet& named, Recounts& recounts) -> Result<HttpResponse> {
                if (const auto open = checkRecountable(named.sheet); !open)
                    return fail(open.error());
                RecountDraw draw;
                const auto number = [&](const char* field, std::int64_t usual) {
                    return call.has(field) ? call.body[field].get<std::int64_t>() : usual;
                };
                // What is above it is refused below, multiplied or not.
                const auto percent = [&](const char* field, HundredthsOfPercent usual) {
                    return std::clamp<std::int64_t>(number(field, usual / kHundredths), 0, 100) * kHundredths;
                };
                draw.goal.confidence = percent("confidence_percent", draw.goal.confidence);
                draw.goal.wrongShare = percent("wrong_percent", draw.goal.wrongShare);
                if (call.has("size"))
                    draw.size = number("size", 0);
                draw.seed = newSeed(call.server.secrets);
                draw.by = call.caller.account.login;
                draw.at = call.server.now();
                return writeOnce(call, [&]() -> Result<HttpResponse> {
                    const auto drawn = recounts.draw(named.sheet, draw);
                    return drawn ? Result<HttpResponse>(jsonResponse(recountJson(*drawn), 201))
                                 : fail(drawn.error());
                });
            });
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        return ofSheet(
            call, [](CampaignCall&, const NamedSheet& named, Recounts& recounts) -> Result<HttpResponse> {
                Json out = Json::array();
                for (const Recount& recount : recounts.ofSheet(named.sheet.id))
                    out.push_back(recountJson(recount));
                return jsonResponse({{"recounts", std::move(out)}});
            });
    }

    Result<HttpResponse> show(RouteCall& call)
    {
        return ofSheet(call,
            [&](CampaignCall& campaign, const NamedSheet& named, Recounts& recounts) -> Result<HttpResponse> {
                const auto recount = namedRecount(call, named, recounts);
                if (!recount)
                    return fail(recount.error());
                const auto lines = recounts.lines(*recount);
                // What the unit says of them now, folded from its events.
                const CountedSheet counted = campaign.service.countedSheet(named.task, named.sheet);
                std::unordered_map<std::int64_t, std::size_t> positions;
                for (std::size_t i = 0; i < counted.book.assets.size(); ++i)
                    positions.emplace(counted.book.assets[i].value, i);
                Json out = recountJson(*recount);
                Json rows = Json::array();
                for (const RecountLine& line : lines) {
                    Json row = lineJson(line);
                    const auto found = positions.find(line.asset.value);
                    row["result"] = found == positions.end()
                        ? Json()
                        : Json(tokenRow(kLineResults, counted.outcome.lines[found->second].result).token);
                    rows.push_back(std::move(row));
                }
                out["lines"] = std::move(rows);
                return jsonResponse(out);
            });
    }

    Result<HttpResponse> answer(RouteCall& call)
    {
        return ofSheet(
            call, [&](CampaignCall&, const NamedSheet& named, Recounts& recounts) -> Result<HttpResponse> {
                if (const auto open = checkRecountable(named.sheet); !open)
                    return fail(open.error());
                const auto recount = namedRecount(call, named, recounts);
                const auto outcome = parseToken(kRecountOutcomes, call.text("outcome"), "recount.outcome");
                if (!recount || !outcome)
                    return fail(!recount ? recount.error() : outcome.error());
                RecountLine found;
                found.outcome = *outcome;
                found.note = call.text("note");
                if (const auto fits = checkLengths({{found.note, kLongestNote}}); !fits)
                    return fail(fits.error());
                found.by = call.caller.account.login;
                found.at = call.server.now();
                const auto done
                    = recounts.answer(named.sheet, *recount, assetNoOf(call.pathValue("asset_no")), found);
                if (!done)
                    return fail(done.error());
                const auto after = recounts.find(named.sheet.id, recount->id);
                return after ? Result<HttpResponse>(jsonResponse(recountJson(*after))) : fail(after.error());
            });
    }

    constexpr RouteField kDrawBody[] = {
        {"size", FieldKind::Integer, FieldNeed::Optional, "Lines; as many as the goal needs when left out."},
        {"confidence_percent", FieldKind::Integer, FieldNeed::Optional, "95 when left out."},
        {"wrong_percent", FieldKind::Integer, FieldNeed::Optional,
            "The bound that a sample without a wrong line reaches; 5 when left out."},
    };
    constexpr RouteField kAnswerBody[] = {
        {"outcome", FieldKind::Text, FieldNeed::Required, "agrees, wrong_result or not_found."},
        {"note", FieldKind::Text, FieldNeed::Optional, "At most 500 bytes."},
    };

    const Route kRoutes[] = {
        {"GET", "/tasks/{task}/sheets/{unit}/recounts", Admission::Permitted, Permission::SuperviseCount,
            Reach::OwnUnit, "The random samples of a sheet, each with its bound.", list, {}, BodyKind::None,
            {}, 0, Lane::Long},
        {"POST", "/tasks/{task}/sheets/{unit}/recounts", Admission::Permitted, Permission::RunCampaign,
            Reach::OwnUnit, "Draws a random sample of the lines of a sheet.",
            {AuditAction::DrawRecount, draw}, {}, BodyKind::Json, kDrawBody, 0, Lane::Long},
        {"GET", "/tasks/{task}/sheets/{unit}/recounts/{recount}", Admission::Permitted,
            Permission::SuperviseCount, Reach::OwnUnit,
            "A sample line by line, with what the unit says of each.", show, {}, BodyKind::None, {}, 0,
            Lane::Long},
        {"PUT", "/tasks/{task}/sheets/{unit}/recounts/{recount}/lines/{asset_no}", Admission::Permitted,
            Permission::RunCampaign, Reach::OwnUnit, "Says what was found of a line of a sample.",
            {AuditAction::AnswerRecount, answer}, {}, BodyKind::Json, kAnswerBody, 0, Lane::Long},
    };

} // namespace recount_routes

std::span<const Route> recountRoutes() { return recount_routes::kRoutes; }

} // namespace guanwu
