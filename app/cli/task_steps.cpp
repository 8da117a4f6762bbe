#include "app/cli/task_steps.h"

#include "app/campaign/open_task.h"
#include "app/cli/progress.h"
#include "core/base/text.h"
#include "core/values/calendar.h"
#include "schema/documents/finding_links.h"
#include "schema/repositories/registry_index.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    /// The units named, or all that are in the inventory.
    Result<std::vector<UnitId>> unitsOf(Session& session, const std::vector<std::string>& codes)
    {
        if (codes.empty())
            return unitsInInventory(session, Scope::everything());
        std::vector<UnitId> out;
        const RegistryIndex index = RegistryIndex::load(session, Scope::everything());
        for (const std::string& code : codes) {
            const RegistryEntry* unit = index.units.byCode(code);
            if (!unit)
                return fail(ErrorCode::NotFound, "import.no_unit", code);
            if (std::find(out.begin(), out.end(), UnitId {unit->id}) == out.end())
                out.push_back(UnitId {unit->id});
        }
        return out;
    }

    /// Where the task stands now.
    ExitCode tellState(const CliContext& context, const OpenTask& opened)
    {
        const auto task = opened.store->findTask(opened.task.taskNo);
        if (!task)
            return context.refuse(task.error());
        if (context.json)
            std::cout << nlohmann::ordered_json {{"task", task->taskNo},
                {"state", tokenRow(kSheetStates, task->state).token}}
                             .dump()
                      << '\n';
        else
            std::cout << context.say({"任务 ", "task "}) << task->taskNo << context.say({"：", ": "})
                      << nameOf(kSheetStates, task->state, context.language) << '\n';
        return ExitCode::Done;
    }

    /// That the books are adjusted is said by hand; what is still under way to them is said with it.
    void tellOpenDocuments(
        const CliContext& context, const OpenTask& opened, const std::vector<std::string>& units)
    {
        const auto sheets = opened.sheets(units);
        if (!sheets)
            return;
        std::vector<SheetId> ids;
        for (const CountSheet& sheet : *sheets)
            ids.push_back(sheet.id);
        if (const auto open = FindingLinks(*opened.session).openDocuments(ids); open > 0)
            std::cerr << context.say({"尚有由清查生成的单据未办结，账面随其办结调整：",
                "documents of the findings are still open; the books follow when they are closed: "})
                      << open << '\n';
    }

} // namespace

ExitCode createTask(const CliContext& context, const TaskOptions& options)
{
    const auto baseDate = parseDate(options.baseDate);
    if (!baseDate)
        return context.wrongUse(baseDate.error());
    auto opened = context.openTask({});
    if (!opened)
        return context.refuse(opened.error());
    const auto units = unitsOf(*opened->session, options.units);
    if (!units)
        return context.refuse(units.error());
    InventoryTask task;
    task.taskNo = trimmed(options.task);
    task.name = options.name;
    task.baseDate = *baseDate;
    if (options.dryRun) {
        const auto sound = opened->service->checkCreate(task, *units);
        return sound ? context.nothingDone() : context.refuse(sound.error());
    }
    if (const auto created = opened->service->create(task, *units); !created)
        return context.refuse(created.error());
    if (context.json)
        std::cout << nlohmann::ordered_json {{"task", task.taskNo}, {"units", units->size()}}.dump() << '\n';
    else
        std::cout << context.say({"已建立清查任务 ", "task created: "}) << task.taskNo
                  << context.say({"，单位数 ", ", units "}) << units->size() << '\n';
    return ExitCode::Done;
}

ExitCode issueTask(const CliContext& context, const TaskOptions& options)
{
    auto opened = context.openTask(options.task);
    if (!opened)
        return context.refuse(opened.error());
    if (options.dryRun) {
        const auto sound = opened->service->checkIssue(options.task);
        return sound ? context.nothingDone() : context.refuse(sound.error());
    }
    const auto issued = opened->service->issue(options.task);
    return issued ? tellState(context, *opened) : context.refuse(issued.error());
}

ExitCode freezeTask(const CliContext& context, const TaskOptions& options)
{
    auto opened = context.openTask(options.task);
    if (!opened)
        return context.refuse(opened.error());
    if (options.dryRun) {
        const auto sound = opened->service->checkFreeze(options.task);
        return sound ? context.nothingDone() : context.refuse(sound.error());
    }
    Progress bar(std::string(context.say({"冻结账面", "freeze"})));
    const auto frozen = opened->service->freeze(
        options.task, [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
    bar.stage({});
    return frozen ? tellState(context, *opened) : context.refuse(frozen.error());
}

ExitCode advanceTask(const CliContext& context, const TaskOptions& options)
{
    const auto to = parseToken(kSheetStates, options.to, "inventory.state_name");
    if (!to)
        return context.wrongUse(to.error());
    auto opened = context.openTask(options.task);
    if (!opened)
        return context.refuse(opened.error());
    Progress bar(std::string(context.say({"推进", "advance"})));
    const ProgressCallback progress = [&](std::int64_t done, std::int64_t total) { bar.update(done, total); };
    if (options.dryRun) {
        const auto sound
            = opened->service->checkAdvance(options.task, *to, options.units, options.reason, progress);
        bar.stage({});
        return sound ? context.nothingDone() : context.refuse(sound.error());
    }
    const auto moved = opened->service->advance(options.task, *to, options.units, options.reason, progress);
    bar.stage({});
    if (!moved)
        return context.refuse(moved.error());
    if (*to == SheetState::Adjusted || *to == SheetState::Closed)
        tellOpenDocuments(context, *opened, options.units);
    return tellState(context, *opened);
}

} // namespace guanwu
