// guanwu idle: what lies unused, why, and what is to become of it.
#include "app/cli/commands.h"
#include "app/cli/registry_change.h"
#include "app/system_clock.h"
#include "core/audit/local_actor.h"
#include "core/idle/idle_service.h"
#include "core/values/calendar.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/idle/idle_assets.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct IdleOptions {
        std::string asset;
        std::string unit;
        std::string classPrefix;
        std::string since;
        std::string on;
        std::vector<FieldValue> said; ///< of the note, also what is said empty
        bool dryRun = false;
    };

    Result<Day> dayOr(const std::string& text, Day usual) { return text.empty() ? usual : parseDate(text); }

    ExitCode list(const CliContext& context, const IdleOptions& options)
    {
        const auto on = dayOr(options.on, systemToday());
        if (!on)
            return context.wrongUse(on.error());
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        IdleAssets assets(**session, Scope::everything());
        IdleQuery query;
        query.on = *on;
        query.unitCode = options.unit;
        query.classPrefix = options.classPrefix;
        const auto next = assets.lines(query);
        for (IdleLine line; next(line);) {
            const auto months = fullMonthsBetween(line.idleSince, *on);
            if (context.json)
                std::cout << nlohmann::ordered_json {{"asset_no", line.assetNo}, {"name", line.name},
                    {"unit", line.unitCode}, {"original_yuan", line.original.toYuanString()},
                    {"idle_since", formatDate(line.idleSince)}, {"months", months},
                    {"reason", tokenRow(kIdleReasons, line.note.reason).token},
                    {"way", tokenRow(kProposedWays, line.note.way).token}}
                                 .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                          << '\n';
            else
                std::cout << line.unitCode << '\t' << line.assetNo << '\t' << line.name << '\t'
                          << line.original.toYuanString() << '\t' << formatDate(line.idleSince) << '\t'
                          << months << '\t' << nameOf(kIdleReasons, line.note.reason, context.language)
                          << '\t' << nameOf(kProposedWays, line.note.way, context.language) << '\n';
        }
        return ExitCode::Done;
    }

    /// Runs `work` with the use cases in one unit of work; a dry run takes it back.
    template <class Work>
    ExitCode change(const CliContext& context, const IdleOptions& options, const Work& work)
    {
        const auto patch = idlePatch(options.said);
        if (!patch)
            return context.wrongUse(patch.error());
        return changeRegistry(
            context, options.dryRun, options.asset,
            [&](Session& session) -> Result<void> {
                IdleAssets notes(session, Scope::everything());
                SociCardRepository repository(session, Scope::everything());
                CardService cards(repository, Scope::everything(), systemNow);
                IdleService service(notes, cards, Scope::everything());
                return work(service, notes, cards, *patch);
            },
            [] {});
    }

    ExitCode declare(const CliContext& context, const IdleOptions& options)
    {
        std::optional<Day> since;
        if (!options.since.empty()) {
            const auto day = parseDate(options.since);
            if (!day)
                return context.wrongUse(day.error());
            since = *day;
        }
        return change(context, options,
            [&](IdleService& service, IdleAssets&, CardService&, const IdlePatch& patch) -> Result<void> {
                const auto changed = service.declare(options.asset, since, patch, {kCommandLine, {}});
                return changed ? Result<void> {} : fail(changed.error());
            });
    }

    ExitCode propose(const CliContext& context, const IdleOptions& options)
    {
        return change(context, options,
            [&](IdleService& service, IdleAssets& notes, CardService& cards,
                const IdlePatch& patch) -> Result<void> {
                const auto card = cards.find(options.asset);
                if (!card)
                    return fail(card.error());
                const auto stored = service.propose(options.asset, patched(notes.note(card->card.id), patch));
                return stored ? Result<void> {} : fail(stored.error());
            });
    }

    template <class Table> std::string choicesOf(const CliContext& context, const Table& table)
    {
        std::string out;
        for (const auto& row : table)
            out.append(out.empty() ? "" : context.say({"、", ", "}))
                .append(row.token)
                .append(" ")
                .append(context.say({row.nameZh, row.nameEn}));
        return out;
    }

    void addNoteOptions(CLI::App& sub, const CliContext& context, IdleOptions& options)
    {
        sub.add_option("asset", options.asset, context.help({"资产编号或标签", "asset number or tag"}))
            ->required();
        const auto add = [&](const char* name, const char* field, const std::string& help) {
            sub.add_option_function<std::string>(
                name,
                [&options, field](const std::string& value) {
                    options.said.push_back({field, value});
                },
                help);
        };
        add("--reason", "reason", context.help({"闲置原因：", "why: "}) + choicesOf(context, kIdleReasons));
        add("--condition", "condition",
            context.help({"现状：", "condition: "}) + choicesOf(context, kIdleConditions));
        add("--way", "way",
            context.help({"拟处置方式：", "proposed way: "}) + choicesOf(context, kProposedWays));
        add("--income", "expected_income_yuan", context.help({"预计收益（元）", "expected income, yuan"}));
        add("--measure", "measure", context.help({"下一步措施", "what is done next"}));
        add("--responsible", "responsible", context.help({"责任单位", "by whom"}));
        add("--due", "due_on", context.help({"完成期限", "by which day"}));
        add("--remark", "remark", context.help({"备注", "remark"}));
        sub.add_flag("--dry-run", options.dryRun, context.help({"只检查，不写入", "check only"}));
    }

} // namespace

void addIdleCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand("idle",
        context.help({"闲置资产：清单、认定、拟处置方式", "idle assets: which, why, and what becomes of them"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<IdleOptions>();
    const auto addAction = [&](const char* name, Text help, auto action) {
        CLI::App* sub = command->add_subcommand(name, context.help(help));
        sub->callback([&context, options, action] {
            context.run = [&context, options, action] { return action(context, *options); };
        });
        return sub;
    };
    CLI::App* listed = addAction("list", {"全部闲置资产", "all idle assets"}, list);
    listed->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}));
    listed->add_option("--class", options->classPrefix, context.help({"分类代码前缀", "class code prefix"}));
    listed->add_option("--on", options->on, context.help({"至此日已闲置，默认今天", "idle by this day"}));
    CLI::App* declared
        = addAction("declare", {"认定一项资产闲置", "say that an asset lies idle"}, declare);
    declared->add_option("--since", options->since, context.help({"闲置起始日", "since when"}));
    addNoteOptions(*declared, context, *options);
    addNoteOptions(
        *addAction("propose", {"登记拟处置方式", "write down what is to become of it"}, propose), context,
        *options);
}

} // namespace guanwu
