#include "app/campaign/task_result.h"
#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "app/cli/task_decide.h"
#include "app/cli/task_status.h"
#include "app/cli/task_steps.h"
#include "app/exchange/events/event_ingest.h"
#include "app/text/explain.h"
#include "core/values/calendar.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    constexpr std::int64_t kRejectedShown = 20;

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

    ExitCode ingest(const CliContext& context, const TaskOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        if (opened->task.state < SheetState::Frozen)
            return context.refuse({ErrorCode::RuleViolated, "inventory.not_frozen", options.task});
        // A file that is not there refuses the command before any other goes in.
        for (const std::string& file : options.files)
            if (!std::filesystem::is_regular_file(file))
                return context.refuse({ErrorCode::NotFound, "file.unreadable", file});
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
        = addAction(*task, context, options, "create", context.help({"建立任务", "make a task"}), createTask);
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
        *task, context, options, "issue", context.help({"下发任务", "hand the task to the units"}), issueTask)
        ->add_flag("--dry-run", options->dryRun, checkOnly);
    addAction(*task, context, options, "freeze",
        context.help({"冻结基准日的账面", "take the books at the base date"}), freezeTask)
        ->add_flag("--dry-run", options->dryRun, checkOnly);

    CLI::App* ingestCommand = addAction(
        *task, context, options, "ingest", context.help({"接收扫码记录", "take in scan events"}), ingest);
    ingestCommand->add_option("file", options->files, context.help({"NDJSON 文件", "NDJSON files"}))
        ->required();
    ingestCommand->add_flag("--dry-run", options->dryRun, checkOnly);

    addAction(*task, context, options, "status",
        context.help({"每个单位一行：状态与各项计数", "a line a unit: state and counters"}), status);

    CLI::App* advanceCommand = addAction(*task, context, options, "advance",
        context.help({"把盘点表推进到某一状态", "move sheets to a state"}), advanceTask);
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
