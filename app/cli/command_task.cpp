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

    ExitCode list(const CliContext& context)
    {
        auto opened = context.openTask({});
        if (!opened)
            return context.refuse(opened.error());
        auto json = nlohmann::ordered_json::array();
        for (const InventoryTask& task : opened->store->tasks()) {
            json.push_back(
                {{"task", task.taskNo}, {"name", task.name}, {"base_date", formatDate(task.baseDate)},
                    {"state", tokenRow(kSheetStates, task.state).token}});
            if (!context.json)
                std::cout << task.taskNo << '\t' << task.name << '\t' << formatDate(task.baseDate) << '\t'
                          << nameOf(kSheetStates, task.state, context.language) << '\n';
        }
        if (context.json)
            std::cout << json.dump() << '\n';
        return ExitCode::Done;
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
        if (options.dryRun) {
            const auto sound = opened->service->checkCreate(task, *units);
            return sound ? context.nothingDone() : context.refuse(sound.error());
        }
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
        if (options.dryRun) {
            const auto sound = opened->service->checkIssue(options.task);
            return sound ? context.nothingDone() : context.refuse(sound.error());
        }
        const auto issued = opened->service->issue(options.task);
        return issued ? tellState(context, *opened) : context.refuse(issued.error());
    }

    ExitCode freeze(const CliContext& context, const TaskOptions& options)
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
        Progress bar(std::string(context.say({"推进", "advance"})));
        const ProgressCallback progress
            = [&](std::int64_t done, std::int64_t total) { bar.update(done, total); };
        if (options.dryRun) {
            const auto sound
                = opened->service->checkAdvance(options.task, *to, options.units, options.reason, progress);
            bar.stage({});
            return sound ? context.nothingDone() : context.refuse(sound.error());
        }
        const auto moved
            = opened->service->advance(options.task, *to, options.units, options.reason, progress);
        bar.stage({});
        return moved ? tellState(context, *opened) : context.refuse(moved.error());
    }

    ExitCode result(const CliContext& context, const TaskOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        Progress bar(std::string(context.say({"导出结果", "result"})));
        const auto written = writeTaskResult(*opened, options.units, options.out,
            [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        bar.stage({});
        if (!written)
            return context.refuse(written.error());
        if (context.json)
            std::cout << nlohmann::ordered_json {{"file", options.out}, {"rows", *written}}.dump(
                -1, ' ', false, nlohmann::json::error_handler_t::replace)
                      << '\n';
        else
            std::cout << context.say({"已生成 ", "written: "}) << options.out
                      << context.say({"，行数 ", ", rows "}) << *written << '\n';
        return ExitCode::Done;
    }

    using TaskAction = ExitCode (*)(const CliContext&, const TaskOptions&);

    CLI::App* addAction(CLI::App& task, CliContext& context, const std::shared_ptr<TaskOptions>& options,
        const char* name, const std::string& help, TaskAction action)
    {
        CLI::App* command = task.add_subcommand(name, help);
        command->add_option("task", options->task, context.help({"任务编号", "task number"}))->required();
        command->callback([&context, options, action] {
            context.run = [&context, options, action] { return action(context, *options); };
        });
        return command;
    }

} // namespace

void addTaskCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<TaskOptions>();
    CLI::App* task = app.add_subcommand(
        "task", context.help({"从头到尾的一次清查", "an inventory campaign from end to end"}));
    task->require_subcommand(1);
    const std::string checkOnly = context.help({"只检查，不写入", "check only"});
    const std::string ofUnits
        = context.help({"单位编码；不填为任务中的全部单位", "unit code; default: every unit of the task"});

    task->add_subcommand("list", context.help({"列出全部任务", "all tasks"}))->callback([&context] {
        context.run = [&context] { return list(context); };
    });

    CLI::App* createCommand
        = addAction(*task, context, options, "create", context.help({"建立任务", "make a task"}), create);
    createCommand->add_option("--name", options->name, context.help({"任务名称", "name of the task"}))
        ->required();
    createCommand
        ->add_option("--base-date", options->baseDate,
            context.help({"基准日 YYYY-MM-DD；到这一天才能冻结账面",
                "YYYY-MM-DD; the books can be frozen from that day on"}))
        ->required();
    createCommand->add_option("--unit", options->units,
        context.help(
            {"单位编码；不填为纳入清查的全部单位", "unit code; default: every unit in the inventory"}));
    createCommand->add_flag("--dry-run", options->dryRun, checkOnly);

    addAction(
        *task, context, options, "issue", context.help({"下发任务", "hand the task to the units"}), issue)
        ->add_flag("--dry-run", options->dryRun, checkOnly);
    addAction(*task, context, options, "freeze",
        context.help({"冻结基准日的账面", "take the books at the base date"}), freeze)
        ->add_flag("--dry-run", options->dryRun, checkOnly);

    CLI::App* ingestCommand = addAction(
        *task, context, options, "ingest", context.help({"接收扫码记录", "take in scan events"}), ingest);
    ingestCommand->add_option("file", options->files, context.help({"NDJSON 文件", "NDJSON files"}))
        ->required();
    ingestCommand->add_flag("--dry-run", options->dryRun, checkOnly);

    addAction(*task, context, options, "status",
        context.help({"每个单位一行：状态与各项计数", "a line a unit: state and counters"}), status);

    CLI::App* advanceCommand = addAction(*task, context, options, "advance",
        context.help({"把盘点表推进到某一状态", "move sheets to a state"}), advance);
    advanceCommand
        ->add_option("--to", options->to,
            context.help({"状态：counting unit_checked dept_reviewed bureau_checked verified adjusted closed",
                "state: counting unit_checked dept_reviewed bureau_checked verified adjusted closed"}))
        ->required();
    advanceCommand->add_option("--unit", options->units, ofUnits);
    advanceCommand->add_option("--reason", options->reason,
        context.help({"退回盘点时必须说明的理由", "needed to go back to counting"}));
    advanceCommand->add_flag("--dry-run", options->dryRun, checkOnly);

    CLI::App* resultCommand = addAction(
        *task, context, options, "result", context.help({"把结果写成 CSV", "the results as CSV"}), result);
    resultCommand->add_option("--unit", options->units, ofUnits);
    resultCommand->add_option("--out", options->out, context.help({"输出文件，.csv", "FILE.csv"}))
        ->required();

    addDecideCommand(*task, context);
}

} // namespace guanwu
