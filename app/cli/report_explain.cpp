#include "app/cli/report_explain.h"

#include "app/books/yearly_moves.h"
#include "app/cli/current_user.h"
#include "app/system_clock.h"
#include "reports/model/cell.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct ExplainOptions {
        int year = 0;
        std::string unit;
        std::string classCode;
        std::string reason;
        bool remove = false;
        bool dryRun = false;
    };

    /// The classes that ask for a reason or have one.
    ExitCode tell(const CliContext& context, const YearlyTable& table)
    {
        if (context.json)
            std::cout << yearlyJson(table).dump() << '\n';
        else
            for (const YearlyMove& move : table.moves) {
                if (!move.asksReason && !move.reason)
                    continue;
                const Percent change {move.change.value_or(0)};
                std::cout << move.row.classCode << '\t' << move.row.classText << '\t'
                          << (move.change ? printedText(Cell(change), MoneyUnit::Yuan)
                                          : std::string(context.say({"本年新增", "new"})))
                          << '\t'
                          << (move.reason ? move.reason->text + '\t' + move.reason->by
                                          : std::string(context.say({"须说明", "no reason yet"})))
                          << '\n';
            }
        return table.openCount() == 0 ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    ExitCode explainMoves(const CliContext& context, const ExplainOptions& options)
    {
        const bool isWrite = options.remove || !options.reason.empty();
        if (options.remove && !options.reason.empty())
            return context.wrongUse({"--reason 与 --remove 不能同时用", "either --reason or --remove"});
        auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        if (isWrite) {
            if (options.dryRun)
                return context.nothingDone();
            const auto done = explainMove(**session, Scope::everything(), options.year, options.unit,
                {options.classCode, options.reason, localActor(), systemNow()});
            if (!done)
                return context.refuse(done.error());
        }
        const auto table = yearlyTable(**session, Scope::everything(), options.year, options.unit);
        return table ? tell(context, *table) : context.refuse(table.error());
    }

} // namespace

void addReportExplain(CLI::App& report, CliContext& context)
{
    const auto options = std::make_shared<ExplainOptions>();
    CLI::App* command = report.add_subcommand("explain",
        context.help({"年度变动原因：列出变动超过限度的类别；有未说明的以 1 退出；--class 与 --reason 登记原因",
            "reasons of a year: the classes that moved by more than the limit; exit 1 while one has no reason; --class "
            "and --reason enter one"}));
    command->add_option("--year", options->year, context.help({"年度", "the year"}))->required();
    command->add_option(
        "--unit", options->unit, context.help({"单位编码；不填为全市", "unit code; the city when left out"}));
    command->add_option("--class", options->classCode,
        context.help({"门类，如 A02000000；不填为旧版分类",
            "class, such as A02000000; older editions when left out"}));
    command->add_option("--reason", options->reason, context.help({"变动原因", "why it moved"}));
    command->add_flag("--remove", options->remove, context.help({"撤回原因", "takes the reason back"}));
    command->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    command->callback([&context, options] {
        context.run = [&context, options] { return explainMoves(context, *options); };
    });
}

} // namespace guanwu
