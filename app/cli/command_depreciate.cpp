#include "app/books/book_json.h"
#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "app/system_clock.h"
#include "core/audit/local_actor.h"
#include "core/values/calendar.h"
#include "schema/books/depreciation_posting.h"
#include "schema/connection/session.h"
#include "schema/repositories/units.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    struct DepreciateOptions {
        std::string through;
        std::string opening;
        std::vector<std::string> units;
        bool dryRun = false;
    };

    /// A month over all units that were posted.
    struct MonthSum {
        std::int64_t units = 0;
        std::int64_t cards = 0;
        Money taken;
        Money accumulated;
        Money original;
    };

    ExitCode tellPlan(const CliContext& context, const std::vector<DepreciationPosting::UnitPlan>& plan,
        std::chrono::year_month through)
    {
        if (context.json)
            std::cout << Json {{"dry_run", true}, {"units", planJson(plan, through)}}.dump() << '\n';
        else
            for (const auto& unit : plan)
                std::cout << unit.code << '\t' << unit.name << '\t' << formatMonth(unit.first) << " – "
                          << formatMonth(through)
                          << (unit.isOpening ? context.say({"\t期初建账", "\topens its books"}) : "") << '\n';
        return ExitCode::Done;
    }

    ExitCode depreciate(const CliContext& context, const DepreciateOptions& options)
    {
        const auto through = parseMonth(options.through);
        if (!through)
            return context.wrongUse(through.error());
        DepreciationPosting::Request request;
        request.through = *through;
        if (!options.opening.empty()) {
            const auto opening = parseMonth(options.opening);
            if (!opening)
                return context.wrongUse(opening.error());
            request.opening = *opening;
        }
        request.actor = kCommandLine;
        request.at = systemNow();
        auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        for (const std::string& code : options.units) {
            const auto unit = findUnit(**session, Scope::everything(), code);
            if (!unit)
                return context.refuse(unit.error());
            request.units.push_back(*unit);
        }
        DepreciationPosting posting(**session, Scope::everything());
        const auto plan = posting.plan(request);
        if (!plan)
            return context.refuse(plan.error());
        if (options.dryRun)
            return tellPlan(context, *plan, *through);

        std::map<UnitId, std::string> codes;
        std::int64_t due = 0;
        for (const auto& unit : *plan) {
            codes[unit.unit] = unit.code;
            due += (*through - unit.first).count() + 1;
        }
        std::map<std::chrono::year_month, MonthSum> sums;
        Json untied = Json::array();
        std::int64_t done = 0;
        Progress bar(std::string(context.say({"计提折旧", "depreciate"})));
        DepreciationPosting::Listener listener;
        bool isAnyStored = false;
        listener.piece = [&] { isAnyStored = true; };
        listener.month = [&](const PostedMonth& month) {
            bar.update(++done, due);
            MonthSum& sum = sums[month.month];
            ++sum.units;
            sum.cards += month.cards;
            sum.taken += month.taken;
            sum.accumulated += month.accumulated;
            sum.original += month.original;
            if (month.ties())
                return;
            untied.push_back({{"unit", codes[month.unit]}, {"month", formatMonth(month.month)},
                {"difference_yuan", month.difference.toYuanString()}});
            std::cerr << context.say({"勾稽不符：", "does not add up: "}) << codes[month.unit] << ' '
                      << formatMonth(month.month)
                      << context.say({" 本月折旧合计与累计折旧的变动相差 ",
                             " the shares differ from the change of what is accumulated by "})
                      << month.difference.toYuanString() << '\n';
        };
        const auto posted = posting.run(request, listener);
        if (!posted && !isAnyStored)
            return context.refuse(posted.error());
        // Where somebody else posts the same months, what was posted before that was seen is done, and told
        // as done.
        Json months = Json::array();
        for (const auto& [month, sum] : sums)
            if (context.json)
                months.push_back({{"month", formatMonth(month)}, {"units", sum.units}, {"cards", sum.cards},
                    {"original_yuan", sum.original.toYuanString()}, {"taken_yuan", sum.taken.toYuanString()},
                    {"accumulated_yuan", sum.accumulated.toYuanString()},
                    {"net_yuan", (sum.original - sum.accumulated).toYuanString()}});
            else
                std::cout << formatMonth(month) << context.say({"  单位 ", "  units "}) << sum.units
                          << context.say({"，卡片 ", ", cards "}) << sum.cards
                          << context.say({"，本月折旧 ", ", this month "}) << sum.taken.toYuanString()
                          << context.say({"，累计折旧 ", ", accumulated "}) << sum.accumulated.toYuanString()
                          << context.say({"，净值 ", ", net "})
                          << (sum.original - sum.accumulated).toYuanString() << '\n';
        if (context.json)
            std::cout << Json {{"posted", done}, {"months", months}, {"untied", untied},
                {"stopped_by", posted ? Json() : Json(posted.error().subject)}}
                             .dump()
                      << '\n';
        else if (done == 0 && posted)
            std::cout << context.say({"没有需要计提的月份", "every month is posted already"}) << '\n';
        if (!posted)
            static_cast<void>(context.refuse(posted.error(),
                context.say({"已计提上列月份，其余停止", "stopped behind the months above"})));
        return posted && untied.empty() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

} // namespace

void addDepreciateCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<DepreciateOptions>();
    CLI::App* command = app.add_subcommand("depreciate",
        context.help({"按月计提折旧：补齐到所给月份为止尚未计提的各月",
            "post depreciation: every month not yet posted, up to the one given"}));
    command
        ->add_option("--through", options->through,
            context.help({"计提到的月份 YYYY-MM", "last month to be posted, YYYY-MM"}))
        ->required();
    command->add_option("--opening", options->opening,
        context.help({"尚未建账的单位以此月月末余额为期初，从次月起计提；不填为导入卡片时的期初月份，"
                      "没有则为上年十二月",
            "YYYY-MM whose closing balances a unit without posted months opens with; default: that of the "
            "imported balances, or else December of the year before"}));
    command->add_option(
        "--unit", options->units, context.help({"单位编码；不填为全部", "unit codes; default: all"}));
    command->add_flag("--dry-run", options->dryRun,
        context.help({"只列出将计提的单位与月份", "only name the units and months to be posted"}));
    command->callback(
        [&context, options] { context.run = [&context, options] { return depreciate(context, *options); }; });
}

} // namespace guanwu
