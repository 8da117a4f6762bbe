#include "app/cli/task_decide.h"

#include "app/campaign/open_task.h"
#include "app/cli/current_user.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct DecideOptions {
        std::string task;
        std::string unit;
        std::string asset;
        std::string surplus;
        std::string all;
        std::string result;
        std::string reason;
        std::string proposal;
        std::string by = currentUser();
        std::string value;
        std::string basis;
        std::int64_t months = -1;
        bool list = false;
        bool reject = false;
        bool withdraw = false;
        bool dryRun = false;
    };

    /// A plain match: seen where it should be, and all of it.
    bool isPlain(const BookLine& book, const CountOutcome& line)
    {
        return line.result == LineResult::NotChecked
            || (line.result == LineResult::Match && line.countedQuantity == book.quantity);
    }

    /// What a person has to look at: every line that is no plain match, and every surplus.
    ExitCode list(const CliContext& context, const OpenTask& task, const std::vector<CountSheet>& sheets)
    {
        bool any = false;
        for (const CountSheet& sheet : sheets) {
            const CountedSheet counted = task.service->countedSheet(task.task, sheet);
            for (std::size_t i = 0; i < counted.book.lines.size(); ++i) {
                const CountOutcome& line = counted.outcome.lines[i];
                if (isPlain(counted.book.lines[i], line))
                    continue;
                any = true;
                std::cout << sheet.unitCode << '\t' << counted.book.lines[i].assetNo << '\t'
                          << counted.book.lines[i].name << '\t' << tokenRow(kLineResults, line.result).token
                          << '\t' << line.seenPlace << '\t';
                if (counted.decisionOn(i))
                    std::cout << context.say({"已决定", "decided"});
                else if (line.result == LineResult::Match)
                    std::cout << context.say({"数量 ", "quantity "}) << line.countedQuantity << '/'
                              << counted.book.lines[i].quantity;
                std::cout << '\n';
            }
            for (const SurplusOutcome& surplus : counted.outcome.surplus) {
                any = true;
                std::cout << sheet.unitCode << '\t' << surplus.eventId << '\t' << surplus.name
                          << "\tsurplus\t" << surplus.place << '\t'
                          << (counted.decisionOn(surplus) ? context.say({"已决定", "decided"})
                                                          : std::string_view())
                          << '\n';
            }
            for (const ElsewhereFinding& finding : counted.outcome.findings) {
                any = true;
                std::cout << sheet.unitCode << '\t' << finding.card.assetNo << '\t' << finding.code << '\t'
                          << (finding.card.inTask ? "seen_elsewhere" : "outside_task") << '\t'
                          << finding.place << '\t' << finding.card.unit << '\n';
            }
        }
        return any ? ExitCode::AnswerIsNo : ExitCode::Done;
    }

    Result<SurplusDecision> surplusDecision(const DecideOptions& options)
    {
        SurplusDecision decision;
        decision.eventId = options.surplus;
        decision.accepted = !options.reject;
        decision.reason = options.reason;
        decision.decidedBy = options.by;
        decision.valueBasis = options.basis;
        if (!options.value.empty()) {
            const auto value = Money::parseYuan(options.value);
            if (!value)
                return fail(value.error());
            decision.value = *value;
        }
        if (options.months >= 0)
            decision.monthsLeft = options.months;
        return decision;
    }

    Result<std::int64_t> decideSurplus(
        const OpenTask& task, const std::vector<CountSheet>& sheets, const DecideOptions& options)
    {
        const auto decision = surplusDecision(options);
        if (!decision)
            return fail(decision.error());
        for (const CountSheet& sheet : sheets) {
            const CountedSheet counted = task.service->countedSheet(task.task, sheet);
            const auto found = std::find_if(counted.outcome.surplus.begin(), counted.outcome.surplus.end(),
                [&](const SurplusOutcome& surplus) {
                    return surplus.eventId == options.surplus || surplus.code == options.surplus;
                });
            if (found == counted.outcome.surplus.end())
                continue;
            SurplusDecision named = *decision;
            named.eventId = found->eventId;
            if (options.dryRun)
                return 1;
            if (auto decided = task.service->decideSurplus(sheet, named); !decided)
                return fail(decided.error());
            return 1;
        }
        return fail(ErrorCode::NotFound, "inventory.no_surplus", options.surplus);
    }

    /// Also of one that was dismissed, which is no surplus any more.
    Result<std::int64_t> withdrawSurplus(
        const OpenTask& task, const std::vector<CountSheet>& sheets, const DecideOptions& options)
    {
        for (const CountSheet& sheet : sheets)
            for (const SurplusDecision& decision : task.store->surplusDecisions(sheet.id)) {
                if (decision.eventId != options.surplus)
                    continue;
                if (options.dryRun)
                    return 1;
                if (auto done = task.service->undecideSurplus(sheet, decision.eventId); !done)
                    return fail(done.error());
                return 1;
            }
        return fail(ErrorCode::NotFound, "inventory.no_surplus", options.surplus);
    }

    /// Lines to decide: the one asset named, or all that stand at a result now.
    Result<std::int64_t> decideLines(
        const OpenTask& task, const std::vector<CountSheet>& sheets, const DecideOptions& options)
    {
        LineDecision decision;
        if (!options.withdraw) {
            const auto result = parseToken(kLineResults, options.result, "inventory.result_name");
            if (!result)
                return fail(result.error());
            decision.result = *result;
        }
        Result<LineResult> from = LineResult::Doubt;
        if (!options.all.empty()) {
            from = parseToken(kLineResults, options.all, "inventory.result_name");
            if (!from)
                return fail(from.error());
        }
        decision.reason = options.reason;
        decision.proposal = options.proposal;
        decision.decidedBy = options.by;
        std::int64_t decided = 0;
        for (const CountSheet& sheet : sheets) {
            const CountedSheet counted = task.service->countedSheet(task.task, sheet);
            std::vector<std::size_t> lines;
            for (std::size_t i = 0; i < counted.book.lines.size(); ++i)
                if ((options.all.empty() ? counted.book.lines[i].assetNo == options.asset
                                         : counted.outcome.lines[i].result == *from)
                    && (!options.withdraw || counted.decisionOn(i)))
                    lines.push_back(i);
            decided += static_cast<std::int64_t>(lines.size());
            if (options.dryRun || lines.empty())
                continue;
            if (auto done = options.withdraw
                    ? task.service->undecideLines(task.task, sheet, counted, lines)
                    : task.service->decideLines(task.task, sheet, counted, lines, decision);
                !done)
                return fail(done.error());
        }
        if (decided == 0 && options.all.empty())
            return fail(ErrorCode::NotFound, "inventory.no_line", options.asset);
        return decided;
    }

    ExitCode decide(const CliContext& context, const DecideOptions& options)
    {
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        const auto sheets
            = opened->sheets(options.unit.empty() ? std::vector<std::string> {} : std::vector {options.unit});
        if (!sheets)
            return context.refuse(sheets.error());
        if (options.list)
            return list(context, *opened, *sheets);
        const bool named = !options.asset.empty() || !options.all.empty();
        if (named == !options.surplus.empty() || (named && options.result.empty() != options.withdraw))
            return context.wrongUse(
                {"请指明 --asset 或 --all 与 --result（或 --withdraw），或 --surplus，或 --list",
                    "name --asset or --all with --result (or --withdraw), or --surplus, or --list"});
        const auto decided = named ? decideLines(*opened, *sheets, options)
            : options.withdraw     ? withdrawSurplus(*opened, *sheets, options)
                                   : decideSurplus(*opened, *sheets, options);
        if (!decided)
            return context.refuse(decided.error());
        if (context.json)
            std::cout << nlohmann::ordered_json {{"decided", *decided}, {"dry_run", options.dryRun}}.dump()
                      << '\n';
        else
            std::cout << (options.withdraw
                    ? (options.dryRun ? context.say({"将撤回 ", "would be taken back: "})
                                      : context.say({"已撤回 ", "taken back: "}))
                    : (options.dryRun ? context.say({"将决定 ", "would be decided: "})
                                      : context.say({"已决定 ", "decided: "})))
                      << *decided << '\n';
        return ExitCode::Done;
    }

} // namespace

void addDecideCommand(CLI::App& task, CliContext& context)
{
    const auto options = std::make_shared<DecideOptions>();
    CLI::App* command = task.add_subcommand("decide",
        context.help({"对疑点作出决定：一行、某一结果的全部行或一项盘盈",
            "decide findings: a line, all lines of a result, or a surplus"}));
    command->add_option("task", options->task, context.help({"任务编号", "task number"}))->required();
    command->add_flag(
        "--list", options->list, context.help({"列出需要查看的各行", "what is no plain match, a line each"}));
    command->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}));
    command->add_option(
        "--asset", options->asset, context.help({"该行的资产编号", "asset number of the line"}));
    command->add_option("--all", options->all,
        context.help({"当前为此结果的全部行", "every line that stands at this result"}));
    command->add_option(
        "--result", options->result, context.help({"决定的结果", "the result that is decided"}));
    command->add_option("--surplus", options->surplus,
        context.help({"盘盈的记录编号或标签码", "event id or code of the surplus"}));
    command->add_option("--value", options->value,
        context.help({"盘盈入账价值（元）", "yuan at which a surplus is entered"}));
    command->add_option("--basis", options->basis, context.help({"价值依据", "what the value rests on"}));
    command->add_option("--months", options->months,
        context.help({"盘盈资产尚可使用的月数", "months a surplus can still be used"}));
    command->add_flag("--reject", options->reject, context.help({"认定不是盘盈", "the surplus is none"}));
    command->add_flag("--withdraw", options->withdraw,
        context.help(
            {"撤回决定，恢复为盘点所得结果", "take the decision back: it stands again as it was counted"}));
    command->add_option("--reason", options->reason, context.help({"理由", "why"}));
    command->add_option(
        "--proposal", options->proposal, context.help({"处理意见", "how it is to be handled"}));
    command->add_option("--by", options->by, context.help({"由谁决定；不填为当前用户", "who decides"}));
    command->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    command->callback(
        [&context, options] { context.run = [&context, options] { return decide(context, *options); }; });
}

} // namespace guanwu
