// What lies unused, why, and what is to become of it.
#include "app/server/routes/card_call.h"
#include "app/server/routes/card_json.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/versions.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/values/calendar.h"
#include "schema/idle/idle_assets.h"

namespace guanwu {

namespace idle_routes {

    using Json = nlohmann::ordered_json;

    Json noteJson(const IdleNote& note)
    {
        return {{"reason", tokenRow(kIdleReasons, note.reason).token},
            {"condition", tokenRow(kIdleConditions, note.condition).token},
            {"way", tokenRow(kProposedWays, note.way).token},
            {"expected_income_yuan",
                note.expectedIncome ? Json(note.expectedIncome->toYuanString()) : Json()},
            {"measure", textOrNull(note.measure)}, {"responsible", textOrNull(note.responsible)},
            {"due_on", note.dueOn ? Json(formatDate(*note.dueOn)) : Json()},
            {"remark", textOrNull(note.remark)}};
    }

    Json lineJson(const IdleLine& line, Day on)
    {
        const Money accumulated = line.schedule.accumulatedAt(on.year() / on.month());
        Json out {{"asset_no", line.assetNo}, {"name", line.name}, {"class_code", line.classCode},
            {"model", textOrNull(line.model)}, {"card_kind", tokenRow(kCardKinds, line.kind).token},
            {"unit", line.unitCode}, {"unit_name", line.unitName}, {"using_unit_name", line.usingUnitName},
            {"location", textOrNull(line.location)}, {"quantity", line.quantity},
            {"original_yuan", line.original.toYuanString()},
            {"net_yuan", (line.original - accumulated).toYuanString()},
            {"idle_since", formatDate(line.idleSince)},
            {"idle_months", fullMonthsBetween(line.idleSince, on)},
            {"term_passed", hasTermPassed(line.idleSince, idleTermMonths(on), on)}};
        out["note"] = line.note.revision > 0 ? noteJson(line.note) : Json();
        return out;
    }

    /// "U001/TY2022000001", the unit and the number that the page before ended with.
    Result<void> takeStart(IdleQuery& query, const std::string& text)
    {
        if (text.empty())
            return {};
        const auto slash = text.find('/');
        if (slash == 0 || slash == std::string::npos)
            return fail(ErrorCode::InvalidArgument, "request.after");
        query.afterUnit = text.substr(0, slash);
        query.afterAsset = text.substr(slash + 1);
        return {};
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        if (!limit)
            return fail(limit.error());
        IdleQuery query;
        query.on = call.server.today();
        query.unitCode = call.queryValue("unit");
        query.classPrefix = call.queryValue("class");
        if (const std::string way = call.queryValue("way"); !way.empty()) {
            const auto parsed = parseToken(kProposedWays, way, "idle.way");
            if (!parsed)
                return fail(parsed.error());
            query.way = *parsed;
        }
        if (auto start = takeStart(query, call.queryValue("after")); !start)
            return fail(start.error());
        IdleAssets assets(call.session, call.scope());
        const auto next = assets.lines(query);
        Json rows = Json::array();
        Json goOn;
        for (IdleLine line; next(line);) {
            if (rows.size() == static_cast<std::size_t>(*limit)) {
                goOn = rows.back()["unit"].get<std::string>() + "/"
                    + rows.back()["asset_no"].get<std::string>();
                break;
            }
            rows.push_back(lineJson(line, query.on));
        }
        return jsonResponse({{"idle_assets", rows}, {"next", goOn}});
    }

    Result<HttpResponse> note(RouteCall& call)
    {
        const auto card = Cards(call).service.find(call.pathValue("no"));
        if (!card)
            return fail(card.error());
        const IdleNote note = IdleAssets(call.session, call.scope()).note(card->card.id);
        return withRevision(jsonResponse(noteJson(note)), note.revision);
    }

    Result<IdlePatch> patchOf(const RouteCall& call)
    {
        std::vector<FieldValue> said;
        for (const char* name : {"reason", "condition", "way", "expected_income_yuan", "measure",
                 "responsible", "due_on", "remark"})
            if (call.has(name))
                said.push_back({name, call.text(name)});
        return idlePatch(said);
    }

    Result<HttpResponse> propose(RouteCall& call)
    {
        const auto revision = seenRevision(call);
        const auto patch = patchOf(call);
        if (!revision || !patch)
            return fail(!revision ? revision.error() : patch.error());
        IdleNote note = patched({}, *patch);
        note.revision = *revision;
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            Cards cards(call);
            IdleAssets notes(call.session, call.scope());
            const auto stored
                = IdleService(notes, cards.service, call.scope()).propose(call.pathValue("no"), note);
            if (!stored)
                return fail(stored.error());
            return withRevision(jsonResponse(noteJson(*stored)), stored->revision);
        });
    }

    Result<HttpResponse> declare(RouteCall& call)
    {
        const auto patch = patchOf(call);
        const auto since = parseDate(call.text("since"));
        if (!patch || !since)
            return fail(!patch ? patch.error() : since.error());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            Cards cards(call);
            IdleAssets notes(call.session, call.scope());
            const auto card = IdleService(notes, cards.service, call.scope())
                                  .declare(call.pathValue("no"), *since, *patch,
                                      {call.caller.account.login, call.text("remark")});
            if (!card)
                return fail(card.error());
            return withRevision(jsonResponse(cardJson(*card)), card->card.revision);
        });
    }

#define GUANWU_NOTE_FIELDS                                                                                   \
    {"reason", FieldKind::Text, FieldNeed::Optional, "Why; more_than_needed when nothing was said."},        \
        {"condition", FieldKind::Text, FieldNeed::Optional, "good, repairable or unsafe."},                  \
        {"way", FieldKind::Text, FieldNeed::Optional, "Proposed way; undecided when nothing was said."},     \
        {"expected_income_yuan", FieldKind::Text}, {"measure", FieldKind::Text},                             \
        {"responsible", FieldKind::Text}, {"due_on", FieldKind::Text},                                       \
    {                                                                                                        \
        "remark", FieldKind::Text                                                                            \
    }

    constexpr RouteField kNoteBody[] = {GUANWU_NOTE_FIELDS};
    constexpr RouteField kDeclareBody[] = {
        {"since", FieldKind::Text, FieldNeed::Required, "Day since which it lies idle."}, GUANWU_NOTE_FIELDS};
#undef GUANWU_NOTE_FIELDS
    constexpr RouteField kListQuery[] = {{"unit", FieldKind::Text, FieldNeed::Optional, "Code of the unit."},
        {"class", FieldKind::Text, FieldNeed::Optional, "Beginning of a class code."},
        {"way", FieldKind::Text, FieldNeed::Optional, "Token of a proposed way."}, kLimitField, kAfterField};

    const Route kRoutes[] = {
        {"GET", "/idle-assets", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Idle assets by unit and number, with what was noted of them.", list, kListQuery},
        {"GET", "/assets/{no}/idle-note", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What was noted of an idle asset.", note},
        {"PUT", "/assets/{no}/idle-note", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Writes down what is to become of an idle asset.", {AuditAction::NoteIdle, propose}, {},
            BodyKind::Json, kNoteBody},
        {"POST", "/assets/{no}/idle", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Says that an asset lies idle; of one that does already, what is left out stands.",
            {AuditAction::DeclareIdle, declare}, {}, BodyKind::Json, kDeclareBody},
    };

} // namespace idle_routes

std::span<const Route> idleRoutes() { return idle_routes::kRoutes; }

} // namespace guanwu
