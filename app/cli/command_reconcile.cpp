#include "app/books/book_json.h"
#include "app/books/reconcile.h"
#include "app/campaign/open_task.h"
#include "app/cli/commands.h"
#include "app/system_clock.h"
#include "core/audit/local_actor.h"
#include "core/values/calendar.h"
#include "schema/books/reconciliation_store.h"
#include "schema/connection/session.h"
#include "schema/repositories/units.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    struct ReconcileOptions {
        std::string unit;
        std::string month;
        std::string task;
        std::string side;
        std::string classCode;
        std::string account;
        std::string amount;
        std::string reason;
        std::string asset;
        std::string note;
        std::string adjustment;
        std::string doneOn;
        std::int64_t remove = 0;
        bool dryRun = false;
    };

    std::string cell(const Json& value) { return value.is_null() ? std::string() : value.get<std::string>(); }

    void printTable(const CliContext& context, const Json& table)
    {
        std::cout << context.say({"科目\t类别\t总账\t明细账\t卡片\t实物\t卡片面积\t权证面积\n",
            "account\tclass\tledger\tdetail\tcards\tobjects\tarea of cards\tof certificates\n"});
        for (const auto& line : table["lines"]) {
            std::cout << cell(line["account"]);
            for (const char* column : {"name", "ledger_yuan", "detail_yuan", "cards_yuan", "objects_yuan",
                     "card_area_m2", "title_area_m2"})
                std::cout << '\t' << cell(line[column]);
            std::cout << '\n';
            for (const auto& item : line["items"]) {
                const auto reason = parseToken(kReconcileReasons, cell(item["reason"]), "reconcile.reason");
                std::cout << "  " << cell(item["side"]) << '\t' << cell(item["amount"]) << '\t'
                          << (reason ? nameOf(kReconcileReasons, *reason, context.language)
                                     : std::string_view());
                for (const char* column : {"asset_no", "note", "id"})
                    std::cout << '\t' << cell(item[column]);
                std::cout << '\n';
            }
        }
    }

    ExitCode tell(const CliContext& context, const Reconciliation& table)
    {
        const Json out = reconciliationJson(table);
        if (context.json)
            std::cout << out.dump() << '\n';
        else
            printTable(context, out);
        for (const auto& one : table.unexplained())
            std::cerr << context.say({"无说明的差异：", "unexplained: "}) << table.lines[one.line].account
                      << ' ' << bookClassName(table.lines[one.line].classCode) << ' '
                      << tokenRow(kReconcileSides, one.side).token << ' '
                      << nameOf(kReconcileSides, one.side, context.language) << ' '
                      << Money::fromFen(one.amount).toYuanString() << '\n';
        for (const std::size_t one : table.withoutLedger())
            std::cerr << context.say({"没有账簿余额可对：", "no ledger to compare with: "})
                      << table.lines[one].account << ' ' << bookClassName(table.lines[one].classCode) << '\n';
        return table.passes() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    /// With the objects of a count where one is named.
    Result<Reconciliation> tableOf(const CliContext& context, Session& session,
        const ReconcileOptions& options, UnitId unit, std::chrono::year_month month)
    {
        if (options.task.empty())
            return reconcile(session, Scope::everything(), unit, month, std::nullopt);
        auto opened = context.openRegistry();
        if (!opened)
            return fail(opened.error());
        const auto task = OpenTask::open(std::move(*opened), Scope::everything(), options.task);
        if (!task)
            return fail(task.error());
        const auto sheets = task->sheets(std::vector {options.unit});
        if (!sheets)
            return fail(sheets.error());
        const CountedSheet counted = task->service->countedSheet(task->task, sheets->front());
        return reconcile(session, Scope::everything(), unit, month, CountedUnit {options.task, &counted});
    }

    ExitCode run(const CliContext& context, const ReconcileOptions& options)
    {
        auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        ReconciliationStore store(**session, Scope::everything());
        if (options.remove != 0) {
            if (options.dryRun)
                return context.nothingDone();
            const auto removed = store.remove(options.remove);
            return removed ? ExitCode::Done : context.refuse(removed.error());
        }
        if (options.unit.empty() || options.month.empty())
            return context.wrongUse({"请指明 --unit 与 --month", "name --unit and --month"});
        const auto month = parseMonth(options.month);
        if (!month)
            return context.wrongUse(month.error());
        const auto unit = findUnit(**session, Scope::everything(), options.unit);
        if (!unit)
            return context.refuse(unit.error());
        if (!options.side.empty()) {
            const auto item = reconcileItemOf(
                {options.side, options.classCode, options.account, options.amount, options.reason,
                    options.asset, options.note, options.adjustment, options.doneOn},
                kCommandLine);
            if (!item)
                return context.wrongUse(item.error());
            if (options.dryRun)
                return context.nothingDone();
            const auto added = store.add(*unit, *month, *item, systemNow());
            if (!added)
                return context.refuse(added.error());
        }
        const auto table = tableOf(context, **session, options, *unit, *month);
        return table ? tell(context, *table) : context.refuse(table.error());
    }

} // namespace

void addReconcileCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<ReconcileOptions>();
    CLI::App* command = app.add_subcommand("reconcile",
        context.help({"对账：列出差异，逐项登记原因（--side 起为登记一项）",
            "reconciliation: shows the differences; with --side enters the reason of one"}));
    command->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}));
    command->add_option("--month", options->month, context.help({"会计期间 YYYY-MM", "YYYY-MM"}));
    command->add_option("--task", options->task,
        context.help({"与该清查任务的实物核对（账实）", "number of the count whose objects are compared"}));
    command->add_option(
        "--side", options->side, context.help({"a-b、b-c、a-c、c-d 或 c-e", "a-b, b-c, a-c, c-d or c-e"}));
    command->add_option(
        "--class", options->classCode, context.help({"门类，如 A02000000", "class, such as A02000000"}));
    command->add_option(
        "--account", options->account, context.help({"科目，如 1601", "account, such as 1601"}));
    command->add_option("--amount", options->amount,
        context.help({"金额（元）或面积（㎡），可为负", "yuan, or square metres; may be negative"}));
    command->add_option("--reason", options->reason,
        context.help({"差异原因：名称或代码", "reason, by token or Chinese name"}));
    command->add_option("--asset", options->asset, context.help({"资产编号", "asset number"}));
    command->add_option(
        "--note", options->note, context.help({"说明，“其他”必填", "note; needed for other"}));
    command->add_option("--adjustment", options->adjustment, context.help({"调整单号", "adjustment slip"}));
    command->add_option("--done-on", options->doneOn, context.help({"完成日期", "day it was done"}));
    command->add_option("--remove", options->remove, context.help({"删除一项", "takes an item back"}));
    command->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    command->callback(
        [&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

} // namespace guanwu
