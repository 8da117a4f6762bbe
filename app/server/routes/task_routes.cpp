#include "app/server/routes/routes.h"

#include "app/server/routes/campaign_call.h"
#include "app/server/routes/campaign_json.h"
#include "app/server/routes/versions.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "app/server/wall_board.h"
#include "core/values/calendar.h"
#include "schema/audit/audit_seals.h"
#include "schema/repositories/registry_index.h"
#include "schema/repositories/units.h"

#include <algorithm>

namespace guanwu {

namespace task_routes {

    using Json = nlohmann::ordered_json;

    const auto kUnwatched = [](std::int64_t, std::int64_t) {};

    Result<HttpResponse> list(RouteCall& call)
    {
        Json out = Json::array();
        for (const InventoryTask& task : CampaignCall(call).store.tasks())
            out.push_back(taskJson(task));
        return jsonResponse({{"tasks", std::move(out)}});
    }

    Result<HttpResponse> show(RouteCall& call)
    {
        const auto task = CampaignCall(call).task(call);
        if (!task)
            return fail(task.error());
        return withRevision(jsonResponse(taskJson(*task)), task->revision);
    }

    /// The texts of a list in the body. Errors: request.type.
    Result<std::vector<std::string>> texts(const RouteCall& call, std::string_view field)
    {
        std::vector<std::string> out;
        if (!call.has(field))
            return out;
        for (const auto& one : call.body[std::string(field)]) {
            if (!one.is_string())
                return fail(inField({ErrorCode::InvalidArgument, "request.type", std::string(field)}, field,
                    static_cast<std::int64_t>(out.size())));
            out.push_back(one.get<std::string>());
        }
        return out;
    }

    Result<std::vector<UnitId>> unitsOf(RouteCall& call)
    {
        const auto codes = texts(call, "units");
        if (!codes)
            return fail(codes.error());
        if (codes->empty())
            return unitsInInventory(call.session, call.scope());
        std::vector<UnitId> out;
        for (const std::string& code : *codes) {
            const auto unit = findUnit(call.session, call.scope(), code);
            if (!unit)
                return fail(inField(unit.error(), "units", &code - codes->data()));
            if (std::find(out.begin(), out.end(), *unit) == out.end())
                out.push_back(*unit);
        }
        return out;
    }

    Result<HttpResponse> create(RouteCall& call)
    {
        const auto baseDate = parseDate(call.text("base_date"));
        if (!baseDate)
            return fail(inField(baseDate.error(), "base_date"));
        const auto units = unitsOf(call);
        if (!units)
            return fail(units.error());
        CampaignCall campaign(call);
        InventoryTask task;
        task.taskNo = call.text("task");
        task.name = call.text("name");
        task.baseDate = *baseDate;
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            if (const auto created = campaign.service.create(task, *units); !created)
                return fail(created.error());
            const auto stored = campaign.store.findTask(task.taskNo);
            if (!stored)
                return fail(stored.error());
            return withRevision(jsonResponse(taskJson(*stored), 201), stored->revision);
        });
    }

    /// A change of the task as the caller has seen it; answers the task as it is then.
    template <class Change> Result<HttpResponse> change(RouteCall& call, const Change& work)
    {
        CampaignCall campaign(call);
        const auto task = campaign.task(call);
        if (!task)
            return fail(task.error());
        if (auto unseen = unseenRevision(call, task->revision, taskJson(*task)))
            return *unseen;
        if (const Result<void> done = work(campaign, *task); !done)
            return fail(done.error());
        const auto changed = campaign.store.findTask(task->taskNo);
        if (!changed)
            return fail(changed.error());
        return withRevision(jsonResponse(taskJson(*changed)), changed->revision);
    }

    Result<HttpResponse> issue(RouteCall& call)
    {
        return writeOnce(call, [&] {
            return change(call, [](CampaignCall& campaign, const InventoryTask& task) {
                return campaign.service.issue(task.taskNo);
            });
        });
    }

    /// The same for a change of several transactions.
    template <class Change> Result<HttpResponse> changeResumed(RouteCall& call, const Change& work)
    {
        return writeResumed(call, [&](const FinishWrite& finish) -> Result<HttpResponse> {
            Result<HttpResponse> response = emptyResponse();
            auto refusal = change(call, [&](CampaignCall& campaign, const InventoryTask& task) {
                return work(campaign, task, [&](const std::function<Result<void>()>& step) -> Result<void> {
                    response = finish([&]() -> Result<HttpResponse> {
                        if (const auto done = step(); !done)
                            return fail(done.error());
                        const auto changed = campaign.store.findTask(task.taskNo);
                        if (!changed)
                            return fail(changed.error());
                        return withRevision(jsonResponse(taskJson(*changed)), changed->revision);
                    });
                    return response ? Result<void>() : fail(response.error());
                });
            });
            return refusal && refusal->status < 300 ? response : refusal;
        });
    }

    Result<HttpResponse> freeze(RouteCall& call)
    {
        return changeResumed(
            call, [](CampaignCall& campaign, const InventoryTask& task, const LastStep& last) {
                return campaign.service.freeze(task.taskNo, kUnwatched, last);
            });
    }

    /// The units named, or every one that is the caller's to move.
    Result<std::vector<std::string>> unitsToMove(
        const RouteCall& call, CampaignCall& campaign, const InventoryTask& task)
    {
        auto units = texts(call, "units");
        if (!units || !units->empty())
            return units;
        const Scope scope = call.scope();
        for (const CountSheet& sheet : campaign.store.sheets(task.id))
            if (scope.mayChange(sheet.unit, scope.department()))
                units->push_back(sheet.unitCode);
        if (units->empty())
            return fail(ErrorCode::NotFound, "inventory.no_sheet");
        return units;
    }

    /// The units below the caller's whose sheets are signed: those named, or all of them. A unit does not
    /// review itself. Errors: inventory.review_own, inventory.state, inventory.no_sheet.
    Result<std::vector<std::string>> unitsToReview(
        const RouteCall& call, CampaignCall& campaign, const InventoryTask& task)
    {
        auto named = texts(call, "units");
        if (!named)
            return named;
        std::vector<CountSheet> sheets = campaign.store.sheets(task.id);
        if (const auto kept = keepUnits(sheets, *named); !kept)
            return fail(kept.error());
        const bool all = named->empty();
        named->clear();
        for (const CountSheet& sheet : sheets) {
            const bool isOwn = sheet.unit == call.scope().unit();
            const bool isSigned = sheet.state == SheetState::UnitChecked;
            if (all && (isOwn || !isSigned))
                continue;
            if (isOwn)
                return fail(ErrorCode::Forbidden, "inventory.review_own", sheet.unitCode);
            if (!isSigned)
                return fail(ErrorCode::RuleViolated, "inventory.state",
                    sheet.unitCode + ": " + std::string(tokenRow(kSheetStates, sheet.state).token));
            named->push_back(sheet.unitCode);
        }
        if (named->empty())
            return fail(ErrorCode::NotFound, "inventory.no_sheet");
        return named;
    }

    Result<HttpResponse> advance(RouteCall& call)
    {
        const auto to = parseToken(kSheetStates, call.text("to"), "inventory.state_name");
        if (!to)
            return fail(inField(to.error(), "to"));
        // A unit signs its own count and reviews those below it; what follows, and opening it again, is the
        // bureau's.
        const bool isOfBureau = call.caller.may(Permission::RunCampaign);
        const bool reviews = *to == SheetState::DeptReviewed && !isOfBureau;
        if (*to != SheetState::UnitChecked && !reviews && !isOfBureau)
            return fail(ErrorCode::Forbidden, "access.forbidden");
        return changeResumed(call,
            [&](CampaignCall& campaign, const InventoryTask& task, const LastStep& last) -> Result<void> {
                const auto units
                    = reviews ? unitsToReview(call, campaign, task) : unitsToMove(call, campaign, task);
                if (!units)
                    return fail(units.error());
                return campaign.service.advance(
                    task.taskNo, *to, *units, call.text("reason"), kUnwatched, last);
            });
    }

    Result<HttpResponse> progress(RouteCall& call)
    {
        return call.server.wall.show(call.session, call.scope(), call.pathValue("task"));
    }

    std::optional<HttpResponse> readyProgress(const Caller& caller,
        const std::map<std::string, std::string, std::less<>>& path, ServerContext& server)
    {
        return server.wall.ready(caller.scope(), path.find("task")->second);
    }

    Result<HttpResponse> quarantine(RouteCall& call)
    {
        CampaignCall campaign(call);
        const auto task = campaign.task(call);
        if (!task)
            return fail(task.error());
        Json out = Json::array();
        for (const QuarantinedEvent& event : campaign.view.quarantined(*task))
            out.push_back(quarantinedJson(event));
        return jsonResponse({{"events", std::move(out)}});
    }

    Result<HttpResponse> installState(RouteCall& call)
    {
        return jsonResponse(stateJson(CampaignCall(call).view.installState(call.pathValue("install")),
            AuditSeals(call.session).lastAnchor()));
    }

    constexpr RouteField kTaskBody[] = {
        {"task", FieldKind::Text, FieldNeed::Required, "Number of the task."},
        {"name", FieldKind::Text, FieldNeed::Required},
        {"base_date", FieldKind::Text, FieldNeed::Required},
        {"units", FieldKind::List, FieldNeed::Optional, "Codes; every unit in the inventory when left out."},
    };
    constexpr RouteField kAdvanceBody[] = {
        {"to", FieldKind::Text, FieldNeed::Required, "A state."},
        {"units", FieldKind::List, FieldNeed::Optional, "Codes; all that are the caller's when left out."},
        {"reason", FieldKind::Text, FieldNeed::Optional, "Wanted for the way back."},
    };

    const Route kRoutes[] = {
        {"GET", "/tasks", Admission::Permitted, Permission::ReadCampaign, Reach::Common,
            "All inventory tasks.", list},
        {"POST", "/tasks", Admission::Permitted, Permission::RunCampaign, Reach::Common,
            "Makes a task with a count sheet for each unit.", {AuditAction::CreateTask, create}, {},
            BodyKind::Json, kTaskBody},
        {"GET", "/tasks/{task}", Admission::Permitted, Permission::ReadCampaign, Reach::Common, "One task.",
            show},
        {"POST", "/tasks/{task}/issue", Admission::Permitted, Permission::RunCampaign, Reach::Common,
            "Hands the task to the units.", {AuditAction::IssueTask, issue}},
        {"POST", "/tasks/{task}/freeze", Admission::Permitted, Permission::RunCampaign, Reach::Common,
            "Takes the books of all sheets.", {AuditAction::FreezeTask, freeze}, {}, BodyKind::None, {}, 0,
            Lane::Long},
        {"POST", "/tasks/{task}/advance", Admission::Permitted, Permission::SignSheet, Reach::OwnRows,
            "Moves sheets to a state; all are checked before the first is moved.",
            {AuditAction::MoveSheets, advance}, {}, BodyKind::Json, kAdvanceBody, 0, Lane::Long},
        {"GET", "/tasks/{task}/progress", Admission::Permitted, Permission::ReadCampaign, Reach::OwnRows,
            "How far every unit is, as it was two seconds ago at most.", progress, {}, BodyKind::None, {}, 0,
            Lane::Quick, readyProgress},
        {"GET", "/tasks/{task}/quarantine", Admission::Permitted, Permission::ReadCampaign, Reach::OwnRows,
            "Events whose identity another content bears already.", quarantine},
        {"GET", "/installs/{install}/state", Admission::Permitted, Permission::ReadCampaign, Reach::OwnRows,
            "Which events of an install are here.", installState},
    };

} // namespace task_routes

std::span<const Route> taskRoutes() { return task_routes::kRoutes; }

} // namespace guanwu
