// guanwu unit: what becomes of units when the government is reformed.
#include "app/cli/commands.h"
#include "app/system_clock.h"
#include "app/text/explain.h"
#include "app/units/reform_json.h"
#include "core/audit/local_actor.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"
#include "schema/repositories/unit_reforms.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct ReformOptions {
        std::string kind;
        std::string on;
        ReformOrder order;
        bool dryRun = false;
    };

    void print(const CliContext& context, const ReformOrder& order, const ReformPlan& plan,
        const std::vector<Error>& problems)
    {
        if (context.json) {
            std::cout << reformJson(order, plan, problems)
                             .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                      << '\n';
            return;
        }
        std::cout << plan.unit.code << ' ' << plan.unit.name << " -> "
                  << (plan.successor.id != 0 ? plan.successor.code + ' ' + plan.successor.name
                                             : order.newName)
                  << '\n';
        const auto row = [&](Text name, const std::string& value) {
            std::cout << context.say(name) << '\t' << value << '\n';
        };
        for (const Reference& department : plan.departments)
            row({"部门", "department"}, department.name);
        row({"人员", "people"}, std::to_string(plan.people));
        row({"地点", "places"}, std::to_string(plan.places));
        row({"卡片", "cards"}, std::to_string(plan.cards));
        row({"数量", "pieces"}, std::to_string(plan.pieces));
        row({"原值（元）", "original value, yuan"}, plan.original.toYuanString());
        row({"下属单位", "units below"}, std::to_string(plan.subordinates));
        row({"出租出借合同", "leases and loans"}, std::to_string(plan.leases));
        for (const std::string& login : plan.accounts)
            row({"须重新授权的账号", "account to be granted anew"}, login);
        for (const std::string& no : plan.openDocuments)
            row({"未办结单据", "open document"}, no);
        for (const std::string& task : plan.openSheets)
            row({"未归档清查", "open count"}, task);
        for (const Error& error : problems)
            row({"不能办理", "refused"}, explain(error, context.language) + " [" + error.subject + "]");
    }

    ExitCode reform(const CliContext& context, const ReformOptions& options)
    {
        ReformOrder order = options.order;
        const auto kind = parseToken(kReformKinds, options.kind, "unit.reform_kind");
        if (!kind)
            return context.wrongUse(kind.error());
        order.kind = *kind;
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        order.on = *on;
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        UnitReforms reforms(**session);
        if (options.dryRun) {
            // The preview shows everything at once, also what stands in the way.
            const auto plan = reforms.plan(order);
            if (!plan)
                return context.refuse(plan.error());
            const auto problems = problemsOf(order, *plan, systemToday());
            print(context, order, *plan, problems);
            return problems.empty() ? context.nothingDone() : context.refuse(problems.front());
        }
        const auto done = reforms.carryOut(order, kCommandLine, systemNow());
        if (!done)
            return context.refuse(done.error());
        print(context, order, *done, {});
        return ExitCode::Done;
    }

} // namespace

void addUnitCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command
        = app.add_subcommand("unit", context.help({"单位：机构改革", "units: what a reform makes of them"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<ReformOptions>();
    CLI::App* sub = command->add_subcommand("reform",
        context.help({"合并、分立、撤销或更名；原单位编码和历史保留，总量不变",
            "merges, splits, abolishes or renames a unit; its code and history stay, and so do the totals"}));
    sub->add_option("kind", options->kind,
           context.help(
               {"merge 合并 / split 分立 / abolish 撤销 / rename 更名", "merge, split, abolish or rename"}))
        ->required();
    sub->add_option("unit", options->order.unit, context.help({"单位编码", "code of the unit"}))->required();
    sub->add_option(
        "--into", options->order.successor, context.help({"承接单位编码", "code of who takes over"}));
    sub->add_option("--name", options->order.newName, context.help({"新名称", "its new name"}));
    sub->add_option("--department", options->order.departments,
        context.help({"划出的部门，可多次", "a department that goes; may be repeated"}));
    sub->add_option(
           "--paper", options->order.paperNo, context.help({"机构改革文件文号", "number of the decision"}))
        ->required();
    sub->add_option(
        "--on", options->on, context.help({"日期，默认今天", "as of this day, today if not said"}));
    sub->add_option("--reason", options->order.reason, context.help({"说明", "remark"}));
    sub->add_flag("--dry-run", options->dryRun,
        context.help({"只预览去向和障碍，不写入", "show what would move and what stands in the way"}));
    sub->callback(
        [&context, options] { context.run = [&context, options] { return reform(context, *options); }; });
}

} // namespace guanwu
