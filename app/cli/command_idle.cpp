// guanwu idle: what lies unused, why, and what is to become of it.
#include "app/cli/commands.h"
#include "app/cli/registry_change.h"
#include "app/system_clock.h"
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
        std::string reason;
        std::string condition;
        std::string way;
        std::string income;
        std::string measure;
        std::string responsible;
        std::string due;
        std::string remark;
        bool dryRun = false;
    };

    Result<Day> dayOr(const std::string& text, Day usual) { return text.empty() ? usual : parseDate(text); }

    template <class Table, class Value>
    Result<void> take(const Table& table, const std::string& token, std::string_view subject, Value& value)
    {
        if (token.empty())
            return {};
        const auto read = parseToken(table, token, subject);
        if (!read)
            return fail(read.error());
        value = *read;
        return {};
    }

    /// What was said before stands where nothing is said of it now.
    Result<IdleNote> noteOf(const IdleOptions& options, IdleNote note)
    {
        for (const auto& taken : {take(kIdleReasons, options.reason, "idle.reason", note.reason),
                 take(kIdleConditions, options.condition, "idle.condition", note.condition),
                 take(kProposedWays, options.way, "idle.way", note.way)})
            if (!taken)
                return fail(taken.error());
        if (!options.income.empty()) {
            const auto income = Money::parseYuan(options.income);
            if (!income)
                return fail(income.error());
            note.expectedIncome = *income;
        }
        if (!options.due.empty()) {
            const auto due = parseDate(options.due);
            if (!due)
                return fail(due.error());
            note.dueOn = *due;
        }
        const auto takeText = [](const std::string& said, std::string& field) {
            if (!said.empty())
                field = said;
        };
        takeText(options.measure, note.measure);
        takeText(options.responsible, note.responsible);
        takeText(options.remark, note.remark);
        return note;
    }

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

    /// Runs `work` with the use cases and the card in one unit of work; a dry run takes it back.
    template <class Work>
    ExitCode change(const CliContext& context, const IdleOptions& options, const Work& work)
    {
        for (const auto& said : {noteOf(options, {}).map([](const IdleNote&) {}),
                 dayOr(options.since, systemToday()).map([](Day) {})})
            if (!said)
                return context.wrongUse(said.error());
        return changeRegistry(
            context, options.dryRun, options.asset,
            [&](Session& session) -> Result<void> {
                IdleAssets notes(session, Scope::everything());
                SociCardRepository repository(session, Scope::everything());
                CardService cards(repository, Scope::everything(), systemNow);
                IdleService service(notes, cards, Scope::everything());
                const auto card = cards.find(options.asset);
                if (!card)
                    return fail(card.error());
                const bool isIdle = card->card.useState == UseState::Idle;
                const auto note = noteOf(options, isIdle ? notes.note(card->card.id) : IdleNote {});
                return work(service, *card, *note);
            },
            [] {});
    }

    ExitCode declare(const CliContext& context, const IdleOptions& options)
    {
        return change(context, options,
            [&](IdleService& service, const RegisteredCard& card, const IdleNote& note) -> Result<void> {
                const auto since = dayOr(options.since, card.card.idleSince.value_or(systemToday()));
                const auto changed = service.declare(options.asset, *since, note, {"cli", {}});
                return changed ? Result<void> {} : fail(changed.error());
            });
    }

    ExitCode propose(const CliContext& context, const IdleOptions& options)
    {
        return change(context, options,
            [&](IdleService& service, const RegisteredCard&, const IdleNote& note) -> Result<void> {
                const auto stored = service.propose(options.asset, note);
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
        sub.add_option("--reason", options.reason,
            context.help({"闲置原因：", "why: "}) + choicesOf(context, kIdleReasons));
        sub.add_option("--condition", options.condition,
            context.help({"现状：", "condition: "}) + choicesOf(context, kIdleConditions));
        sub.add_option("--way", options.way,
            context.help({"拟处置方式：", "proposed way: "}) + choicesOf(context, kProposedWays));
        sub.add_option("--income", options.income, context.help({"预计收益（元）", "expected income, yuan"}));
        sub.add_option("--measure", options.measure, context.help({"下一步措施", "what is done next"}));
        sub.add_option("--responsible", options.responsible, context.help({"责任单位", "by whom"}));
        sub.add_option("--due", options.due, context.help({"完成期限", "by which day"}));
        sub.add_option("--remark", options.remark, context.help({"备注", "remark"}));
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
