#include "app/cli/report_schedule.h"

#include "app/cli/current_user.h"
#include "app/reporting/scheduled_reports.h"
#include "app/system_clock.h"
#include "app/text/explain.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"
#include "schema/reporting/report_schedules.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    constexpr std::int64_t kRunsTold = 3; ///< of each schedule

    struct ScheduleOptions {
        ScheduleOrder order;
        std::string unit;
        std::string task;
        bool subordinates = false;
        std::int64_t id = 0;
        bool dryRun = false;
    };

    ReportSchedules schedulesOf(Session& session) { return {session, Scope::everything()}; }

    std::string whenOf(const CliContext& context, const ReportSchedule& schedule)
    {
        const bool isZh = context.language == Language::ZhCn;
        std::string out = std::string(nameOf(kSchedulePeriods, schedule.period, context.language)) + ' ';
        if (schedule.dueMonth != 0)
            out += std::to_string(schedule.dueMonth) + (isZh ? " 月 " : "/");
        return out + std::to_string(schedule.dueDay) + (isZh ? " 日" : "");
    }

    std::string stateOf(const CliContext& context, const ReportRun& run)
    {
        if (run.state == RunState::Done) // as report archive get asks for it
            return std::to_string(run.kept)
                + (run.isMadeUp() ? '\t' + std::string(context.say({"补做于 ", "made up for on "}))
                            + formatDate(chinaDate(run.at))
                                  : std::string());
        std::string out(nameOf(kRunStates, run.state, context.language));
        return run.rule.empty() ? out
                                : out + '\t' + explain({ErrorCode::Conflict, run.rule, {}}, context.language);
    }

    void tellOne(const CliContext& context, ReportSchedules& schedules, const ReportSchedule& schedule)
    {
        const auto runs = schedules.runs(schedule.id, kRunsTold);
        if (context.json) {
            Json json = scheduleJson(schedule);
            for (const ReportRun& run : runs)
                json["runs"].push_back(runJson(run));
            std::cout << json.dump() << '\n';
            return;
        }
        std::cout << schedule.id << '\t' << schedule.report << '\t' << whenOf(context, schedule) << '\t'
                  << tokenRow(kReportFormats, schedule.format).token << '\t' << schedule.unitName << '\t'
                  << schedule.madeBy;
        if (!schedule.endedBy.empty())
            std::cout << '\t' << context.say({"已停止", "ended"});
        std::cout << '\n';
        for (const ReportRun& run : runs)
            std::cout << '\t' << formatDate(run.due) << '\t' << stateOf(context, run) << '\n';
    }

    ExitCode list(const CliContext& context)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        auto schedules = schedulesOf(**session);
        for (const ReportSchedule& schedule : schedules.list())
            tellOne(context, schedules, schedule);
        return ExitCode::Done;
    }

    ExitCode add(const CliContext& context, const ScheduleOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        ScheduleOrder order = options.order;
        order.by = localActor();
        order.now = systemNow();
        order.parameters = nlohmann::json::object();
        if (!options.unit.empty())
            order.parameters["unit"] = options.unit;
        if (options.subordinates)
            order.parameters["subordinates"] = "true";
        if (!options.task.empty())
            order.parameters["task"] = options.task;
        const auto schedule = scheduleOf(**session, Scope::everything(), order);
        if (!schedule)
            return context.refuse(schedule.error());
        if (options.dryRun)
            return context.nothingDone();
        auto schedules = schedulesOf(**session);
        const auto added = schedules.add(*schedule);
        if (!added)
            return context.refuse(added.error());
        tellOne(context, schedules, *added);
        return ExitCode::Done;
    }

    ExitCode end(const CliContext& context, const ScheduleOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        auto schedules = schedulesOf(**session);
        if (options.dryRun) {
            const auto all = schedules.list();
            const bool isThere = std::any_of(all.begin(), all.end(),
                [&](const ReportSchedule& one) { return one.id == options.id && one.endedBy.empty(); });
            return isThere
                ? context.nothingDone()
                : context.refuse({ErrorCode::NotFound, "schedule.not_found", std::to_string(options.id)});
        }
        const auto ended = schedules.end(options.id, localActor(), systemNow());
        return ended ? ExitCode::Done : context.refuse(ended.error());
    }

    ExitCode serve(const CliContext& context)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const ServedRuns served = serveSchedules(
            **session, systemNow, [] { return false; }, context.bureau);
        if (context.json)
            std::cout << Json {{"kept", served.kept}, {"failed", served.failed}}.dump() << '\n';
        else
            std::cout << context.say({"已存档 ", "kept "}) << served.kept
                      << context.say({"，未能生成 ", ", could not be made "}) << served.failed << '\n';
        return served.failed == 0 ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

} // namespace

void addReportSchedule(CLI::App& report, CliContext& context)
{
    const auto options = std::make_shared<ScheduleOptions>();
    CLI::App* schedule = report.add_subcommand("schedule",
        context.help({"定期报表：到期由 guanwu serve 生成并存档，停机后补做",
            "reports on schedule: guanwu serve makes and keeps them when they are due, also after a stop"}));
    schedule->require_subcommand(1);
    schedule
        ->add_subcommand(
            "list", context.help({"列出定期报表与最近的生成情况", "the schedules and their last runs"}))
        ->callback([&context] { context.run = [&context] { return list(context); }; });

    CLI::App* added = schedule->add_subcommand(
        "add", context.help({"设定一份定期报表", "has a report made on schedule"}));
    added->add_option("report", options->order.report, context.help({"报表名称", "name of the report"}))
        ->required();
    added
        ->add_option("--period", options->order.period,
            context.help({"month 每月、quarter 每季度或 year 每年：报表所属的已结束期间",
                "month, quarter or year: what is over when it is due"}))
        ->required();
    added->add_option(
        "--day", options->order.dueDay, context.help({"到期日，1 至 28", "day of the month, 1 to 28"}));
    added->add_option("--due-month", options->order.dueMonth,
        context.help({"每年的报表：到期的月份", "of a yearly report: its month"}));
    added->add_option("--format", options->order.format,
        context.help({"xlsx、csv 或 pdf，默认 pdf", "xlsx, csv or pdf; default pdf"}));
    added->add_option("--unit", options->unit,
        context.help({"单位编码，多个用逗号分隔", "unit codes with commas between"}));
    added->add_flag(
        "--subordinates", options->subordinates, context.help({"连同其所属单位", "with the units below it"}));
    added->add_option("--task", options->task, context.help({"清查任务编号", "inventory task"}));
    added->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    added->callback([&context, options] {
        if (options->order.format.empty())
            options->order.format = "pdf";
        context.run = [&context, options] { return add(context, *options); };
    });

    CLI::App* ended = schedule->add_subcommand(
        "end", context.help({"停止一份定期报表；已存档的保留", "ends a schedule; what was kept stays"}));
    ended->add_option("id", options->id, context.help({"编号", "its number"}))->required();
    ended->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    ended->callback(
        [&context, options] { context.run = [&context, options] { return end(context, *options); }; });

    schedule
        ->add_subcommand("run",
            context.help(
                {"立即生成到期的报表（没有运行服务时）", "makes what is due now, where no server runs"}))
        ->callback([&context] { context.run = [&context] { return serve(context); }; });
}

} // namespace guanwu
