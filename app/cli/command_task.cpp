#include "app/campaign/task_result.h"
#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "app/cli/task_decide.h"
#include "app/cli/task_status.h"
#include "app/exchange/events/event_ingest.h"
#include "app/text/explain.h"
#include "core/base/text.h"
#include "core/values/calendar.h"
#include "schema/repositories/registry_index.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct TaskOptions {
        std::string task;
        std::string name;
        std::string baseDate;
        std::string to;
        std::string reason;
        std::string out;
        std::vector<std::string> units;
        std::vector<std::string> files;
        bool dryRun = false;
    };

    constexpr std::int64_t kRejectedShown = 20;

    /// The units named, or all that are in the inventory.
    Result<std::vector<UnitId>> unitsOf(Session& session, const std::vector<std::string>& codes)
    {
        if (codes.empty())
            return unitsInInventory(session);
        std::vector<UnitId> out;
        const RegistryIndex index = RegistryIndex::load(session);
        for (const std::string& code : codes) {
            const RegistryEntry* unit = index.units.byCode(code);
            if (!unit)
                return fail(ErrorCode::NotFound, "import.no_unit", code);
            if (std::find(out.begin(), out.end(), UnitId {unit->id}) == out.end())
                out.push_back(UnitId {unit->id});
        }
        return out;
    }

    ExitCode create(const CliContext& context, const TaskOptions& options)
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
        if (task.taskNo.empty() || task.taskNo.size() > 64 || !isValidText(task.taskNo)
            || !isValidText(task.name))
            return context.refuse({ErrorCode::InvalidArgument, "inventory.task_no", options.task});
        if (options.dryRun)
            return ExitCode::Done;
        if (const auto created = opened->service->create(task, *units); !created)
            return context.refuse(created.error());
        if (context.json)
            std::cout << nlohmann::ordered_json {{"task", task.taskNo}, {"units", units->size()}}.dump()
                      << '\n';
        else
            std::cout << context.say({"已建立清查任务 ", "task created: "}) << task.taskNo
                      << context.say({"，单位数 ", ", units "}) << units->size() << '\n';
        return ExitCode::Done;
    }

    ExitCode issue(const CliContext& context, const TaskOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        if (options.dryRun)
            return ExitCode::Done;
        const auto issued = opened->service->issue(options.task);
        return issued ? ExitCode::Done : context.refuse(issued.error());
    }

    ExitCode freeze(const CliContext& context, const TaskOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        if (options.dryRun)
            return ExitCode::Done;
        Progress bar(std::string(context.say({"冻结账面", "freeze"})));
        const auto frozen = opened->service->freeze(
            options.task, [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        return frozen ? ExitCode::Done : context.refuse(frozen.error());
    }

    ExitCode ingest(const CliContext& context, const TaskOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        if (opened->task.state < SheetState::Frozen)
            return context.refuse({ErrorCode::RuleViolated, "inventory.not_frozen", options.task});
        Progress bar(std::string(context.say({"接收扫码记录", "ingest"})));
        EventIngest ingest(*opened->store, opened->task, options.dryRun);
        IngestCounts sum;
        std::int64_t shown = 0;
        for (const std::string& file : options.files) {
            const auto counts = ingest.ingest(
                file,
                [&](std::int64_t line, const Error& error) {
                    if (++shown <= kRejectedShown)
                        std::cerr << file << ':' << line << ": " << explain(error, context.language) << " ["
                                  << error.subject << "]\n";
                },
                [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
            if (!counts)
                return context.refuse(counts.error());
            sum.stored += counts->stored;
            sum.duplicate += counts->duplicate;
            sum.rejected += counts->rejected;
            sum.quarantined += counts->quarantined;
        }
        std::cout << nlohmann::ordered_json {{"stored", sum.stored}, {"duplicate", sum.duplicate},
            {"rejected", sum.rejected}, {"quarantined", sum.quarantined}}
                         .dump()
                  << '\n';
        return sum.rejected + sum.quarantined > 0 ? ExitCode::AnswerIsNo : ExitCode::Done;
    }

    ExitCode status(const CliContext& context, const TaskOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        {
            Progress bar(std::string(context.say({"汇总", "count"})));
            opened->service->project(
                opened->task, [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        }
        printStatus(context, *opened, std::cout);
        return ExitCode::Done;
    }

    ExitCode advance(const CliContext& context, const TaskOptions& options)
    {
        const auto to = parseToken(kSheetStates, options.to, "inventory.state_name");
        if (!to)
            return context.wrongUse(to.error());
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        if (options.dryRun)
            return ExitCode::Done;
        Progress bar(std::string(context.say({"推进", "advance"})));
        const auto moved = opened->service->advance(options.task, *to, options.units, options.reason,
            [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        return moved ? ExitCode::Done : context.refuse(moved.error());
    }

    ExitCode result(const CliContext& context, const TaskOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        Progress bar(std::string(context.say({"导出结果", "result"})));
        const auto written = writeTaskResult(*opened, options.units, options.out,
            [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        return written ? ExitCode::Done : context.refuse(written.error());
    }

    using TaskAction = ExitCode (*)(const CliContext&, const TaskOptions&);

    CLI::App* addAction(CLI::App& task, CliContext& context, const std::shared_ptr<TaskOptions>& options,
        const char* name, const char* help, TaskAction action)
    {
        CLI::App* command = task.add_subcommand(name, help);
        command->add_option("task", options->task, "task number")->required();
        command->callback([&context, options, action] {
            context.run = [&context, options, action] { return action(context, *options); };
        });
        return command;
    }

} // namespace

void addTaskCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<TaskOptions>();
    CLI::App* task = app.add_subcommand("task", "an inventory campaign from end to end");
    task->require_subcommand(1);

    CLI::App* createCommand = addAction(*task, context, options, "create", "make a task", create);
    createCommand->add_option("--name", options->name)->required();
    createCommand->add_option("--base-date", options->baseDate, "YYYY-MM-DD")->required();
    createCommand->add_option("--unit", options->units, "unit code; default: every unit in the inventory");
    createCommand->add_flag("--dry-run", options->dryRun);

    addAction(*task, context, options, "issue", "hand the task to the units", issue)
        ->add_flag("--dry-run", options->dryRun);
    addAction(*task, context, options, "freeze", "take the books at the base date", freeze)
        ->add_flag("--dry-run", options->dryRun);

    CLI::App* ingestCommand = addAction(*task, context, options, "ingest", "take in scan events", ingest);
    ingestCommand->add_option("file", options->files, "NDJSON files")->required();
    ingestCommand->add_flag("--dry-run", options->dryRun);

    addAction(*task, context, options, "status", "a line a unit: state and counters", status);

    CLI::App* advanceCommand
        = addAction(*task, context, options, "advance", "move sheets to a state", advance);
    advanceCommand->add_option("--to", options->to)->required();
    advanceCommand->add_option("--unit", options->units);
    advanceCommand->add_option("--reason", options->reason, "needed to go back to counting");
    advanceCommand->add_flag("--dry-run", options->dryRun);

    CLI::App* resultCommand = addAction(*task, context, options, "result", "the results as CSV", result);
    resultCommand->add_option("--unit", options->units);
    resultCommand->add_option("--out", options->out)->required();

    addDecideCommand(*task, context);
}

} // namespace guanwu
