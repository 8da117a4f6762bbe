#include "app/books/book_json.h"
#include "app/books/reconcile.h"
#include "app/cli/commands.h"
#include "app/system_clock.h"
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

    ExitCode tell(const CliContext& context, const Reconciliation& table)
    {
        const Json out = reconciliationJson(table);
        const auto rest = table.unexplained();
        if (context.json)
            std::cout << out.dump() << '\n';
        else
            for (const auto& line : out["lines"])
                std::cout << line["account"].get<std::string>() << '\t' << line["name"].get<std::string>()
                          << '\t' << line["ledger_yuan"].dump() << '\t' << line["cards_yuan"].dump() << '\t'
                          << line["items"].dump() << '\n';
        for (const auto& one : rest)
            std::cerr << context.say({"无说明的差异：", "unexplained: "}) << table.lines[one.line].account
                      << ' ' << bookClassName(table.lines[one.line].classCode) << ' '
                      << tokenRow(kReconcileSides, one.side).token << ' '
                      << Money::fromFen(one.amount).toYuanString() << '\n';
        return rest.empty() ? ExitCode::Done : ExitCode::AnswerIsNo;
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
                {options.side, options.classCode, options.account, options.amount, options.reason, options.asset,
                    options.note, options.adjustment, options.doneOn},
                "cli");
            if (!item)
                return context.wrongUse(item.error());
            if (options.dryRun)
                return context.nothingDone();
            const auto added = store.add(*unit, *month, *item, systemNow());
            if (!added)
                return context.refuse(added.error());
        }
        const auto table = reconcile(**session, Scope::everything(), *unit, *month, std::nullopt);
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
