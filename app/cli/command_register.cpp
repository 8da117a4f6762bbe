#include "app/cli/commands.h"
#include "app/cli/current_user.h"
#include "app/cli/problem_report.h"
#include "app/cli/register_output.h"
#include "app/registers/register_files.h"
#include "app/system_clock.h"
#include "schema/connection/session.h"
#include "schema/registers/soci_register_repository.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    constexpr int kPage = 500;
    constexpr int kMostEvents = 1'000;

    struct RegisterOptions {
        std::string kind;
        std::string action;
        std::vector<std::string> arguments;
        std::vector<std::string> set;
        std::string type;
        std::string unit;
        std::string department;
        std::string parent;
        std::string state;
        std::string text;
        std::string reason;
        std::string by = currentUser();
        std::string errorsFile;
        std::int64_t revision = 0;
        bool findings = false;
        bool history = false;
        bool reveal = false;
        bool dryRun = false;

        [[nodiscard]] WriteMode mode() const { return dryRun ? WriteMode::DryRun : WriteMode::Store; }
    };

    /// By its token or by the name that the office calls it, in either language.
    template <class Row> const Row* rowNamed(const std::vector<Row>& rows, std::string_view name)
    {
        const auto found = std::find_if(rows.begin(), rows.end(),
            [&](const Row& row) { return row.token == name || row.nameZh == name || row.nameEn == name; });
        return found == rows.end() ? nullptr : &*found;
    }

    /// One call of the command, with the registry open.
    struct RegisterCall {
        const CliContext& context;
        const RegisterOptions& options;
        RegisterKind kind;
        RegisterService& service;
    };

    Result<std::vector<FieldValue>> valuesOf(const RegisterType& type, const std::vector<std::string>& set)
    {
        std::vector<FieldValue> out;
        for (const std::string& one : set) {
            const auto sign = one.find('=');
            if (sign == std::string::npos || sign == 0)
                return fail(ErrorCode::InvalidArgument, "register.set", one);
            const std::string name = one.substr(0, sign);
            const RegisterField* field = rowNamed(type.fields, name);
            out.push_back({field ? std::string(field->token) : name, one.substr(sign + 1)});
        }
        return out;
    }

    ExitCode written(const RegisterCall& call, const Result<ShownEntry>& entry)
    {
        if (!entry)
            return call.context.refuse(entry.error());
        if (call.options.dryRun)
            return call.context.nothingDone();
        printEntry(call.context, *entry);
        return ExitCode::Done;
    }

    Result<RegisterFilter> filterOf(const RegisterCall& call)
    {
        RegisterFilter filter;
        filter.type = call.options.type;
        filter.unit = call.options.unit;
        filter.state = call.options.state;
        filter.text = call.options.text;
        if (call.options.parent.empty())
            return filter;
        const auto parent = call.service.find(call.kind, call.options.parent);
        if (!parent)
            return fail(parent.error());
        filter.parent = parent->entry.id;
        return filter;
    }

    ExitCode list(const RegisterCall& call)
    {
        const auto filter = filterOf(call);
        if (!filter)
            return call.context.refuse(filter.error());
        std::int64_t after = 0;
        for (;;) {
            const auto page = call.service.page(call.kind, *filter, after, kPage);
            if (!page)
                return call.context.refuse(page.error());
            for (const ShownEntry& entry : *page) {
                after = entry.entry.id.value;
                if (!call.options.findings || !entry.findings.empty())
                    printEntryLine(call.context, entry);
            }
            if (page->size() < static_cast<std::size_t>(kPage))
                return ExitCode::Done;
        }
    }

    ExitCode show(const RegisterCall& call)
    {
        const std::string& number = call.options.arguments.at(0);
        const auto entry = call.options.reveal ? call.service.reveal(call.kind, number, call.options.reason)
                                               : call.service.find(call.kind, number);
        if (!entry)
            return call.context.refuse(entry.error());
        printEntry(call.context, *entry);
        if (!call.options.history)
            return ExitCode::Done;
        const auto events = call.service.history(call.kind, number, 0, kMostEvents);
        if (!events)
            return call.context.refuse(events.error());
        printRegisterEvents(call.context, typeOf(entry->entry), *events);
        return ExitCode::Done;
    }

    ExitCode add(const RegisterCall& call)
    {
        const RegisterOptions& options = call.options;
        const auto type = findRegisterType(call.kind, options.type);
        if (!type)
            return call.context.refuse(type.error());
        const auto fields = valuesOf(**type, options.set);
        if (!fields)
            return call.context.wrongUse(fields.error());
        return written(call,
            call.service.create(call.kind,
                {options.type, options.unit, options.department, options.parent, *fields}, options.reason,
                options.mode()));
    }

    /// A write of `work(type, revision, fields)` over what the options set; whoever names no revision means
    /// what is there now.
    template <class Work> ExitCode revised(const RegisterCall& call, const Work& work)
    {
        const auto entry = call.service.find(call.kind, call.options.arguments.at(0));
        if (!entry)
            return call.context.refuse(entry.error());
        const RegisterType& type = typeOf(entry->entry);
        const auto fields = valuesOf(type, call.options.set);
        if (!fields)
            return call.context.wrongUse(fields.error());
        const std::int64_t seen = call.options.revision;
        return written(call, work(type, seen > 0 ? seen : entry->entry.revision, *fields));
    }

    ExitCode change(const RegisterCall& call)
    {
        return revised(call, [&](const RegisterType&, std::int64_t revision, const auto& fields) {
            return call.service.change(call.kind, call.options.arguments.at(0), revision, fields,
                call.options.reason, call.options.mode());
        });
    }

    ExitCode step(const RegisterCall& call)
    {
        return revised(call, [&](const RegisterType& type, std::int64_t revision, const auto& fields) {
            const std::string& name = call.options.arguments.at(1);
            const RegisterStep* step = name == kVoidStep.nameZh ? &kVoidStep : rowNamed(type.steps, name);
            return call.service.step(call.kind, call.options.arguments.at(0), revision,
                step ? std::string(step->token) : name, fields, call.options.reason, call.options.mode());
        });
    }

    ExitCode importRows(const RegisterCall& call)
    {
        const std::string& file = call.options.arguments.at(0);
        ProblemReport report(call.context, file);
        if (const auto opened = report.open(call.options.errorsFile); !opened)
            return call.context.refuse(opened.error());
        const RegisterImport request {call.kind, call.options.type, file, call.options.reason,
            {{}, call.context.readerProgram}, call.options.mode()};
        const auto done = importRegister(
            call.service, request, [&](const ImportProblem& problem) { report.take(problem); });
        report.finish();
        if (!done)
            return call.context.refuse(done.error(), file);
        const std::int64_t stored = done->refused > 0 || call.options.dryRun ? 0 : done->rows;
        if (call.context.json)
            std::cout << nlohmann::ordered_json {{"rows", done->rows}, {"errors", done->refused},
                {"stored", stored}, {"dry_run", call.options.dryRun}}
                             .dump()
                      << '\n';
        else
            std::cout << call.context.say({"行数 ", "rows "}) << done->rows
                      << call.context.say({"，错误 ", ", errors "}) << done->refused
                      << call.context.say({"，写入 ", ", stored "}) << stored << '\n';
        if (done->refused == 0)
            return ExitCode::Done;
        return call.options.dryRun ? ExitCode::AnswerIsNo : ExitCode::Refused;
    }

    ExitCode exportRows(const RegisterCall& call)
    {
        const auto filter = filterOf(call);
        if (!filter)
            return call.context.refuse(filter.error());
        const auto rows = exportRegister(call.service, call.kind, *filter, call.options.arguments.at(0));
        if (!rows)
            return call.context.refuse(rows.error());
        if (call.context.json)
            std::cout << nlohmann::json {{"rows", *rows}}.dump() << '\n';
        else
            std::cout << call.context.say({"已导出行数 ", "rows written: "}) << *rows << '\n';
        return ExitCode::Done;
    }

    ExitCode rules(const RegisterCall& call)
    {
        printRegisterRules(call.context, call.kind);
        return ExitCode::Done;
    }

    ExitCode types(const RegisterCall& call)
    {
        printRegisterTypes(call.context, call.kind);
        return ExitCode::Done;
    }

    struct RegisterAction {
        std::string_view name;
        std::size_t arguments;
        ExitCode (*run)(const RegisterCall& call);
    };

    constexpr RegisterAction kActions[] = {
        {"list", 0, list},
        {"show", 1, show},
        {"add", 0, add},
        {"change", 1, change},
        {"step", 2, step},
        {"import", 1, importRows},
        {"export", 1, exportRows},
        {"rules", 0, rules},
        {"types", 0, types},
    };

    ExitCode run(const CliContext& context, const RegisterOptions& options)
    {
        const auto kind = parseToken(kRegisterKinds, options.kind, "register.kind");
        if (!kind)
            return context.wrongUse(kind.error());
        const auto action = std::find_if(std::begin(kActions), std::end(kActions),
            [&](const RegisterAction& known) { return known.name == options.action; });
        if (action == std::end(kActions))
            return context.wrongUse(Error {ErrorCode::InvalidArgument, "register.action", options.action});
        if (action->arguments != options.arguments.size())
            return context.wrongUse(
                {"此动作的参数：show 编号、change 编号、step 编号 步骤、import 文件、export 文件",
                    "what the action takes: show NO, change NO, step NO STEP, import FILE, export FILE"});
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SociRegisterRepository store(**session, Scope::everything());
        RegisterService service(store, Scope::everything(), {options.by, {}}, systemNow);
        return action->run({context, options, *kind, service});
    }

} // namespace

void addRegisterCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<RegisterOptions>();
    CLI::App* command = app.add_subcommand("register",
        context.help({"资产之外的登记簿：公务用车、礼品、移交物资、住房、低值品、房屋安全",
            "the registers beside the assets: vehicles, gifts, seized goods, housing, low-value, safety"}));
    command
        ->add_option("kind", options->kind,
            context.help({"登记簿：vehicles、gifts、seized-goods、housing、low-value、building-safety",
                "vehicles, gifts, seized-goods, housing, low-value or building-safety"}))
        ->required();
    command
        ->add_option("action", options->action,
            context.help(
                {"动作：list、show、add、change、step、import、export、rules 限额与来源、types 字段与步骤",
                    "list, show, add, change, step, import, export, rules or types"}))
        ->required();
    command->add_option("arguments", options->arguments,
        context.help({"编号、步骤或文件", "number, step or file, as the action asks"}));
    command->add_option("--set", options->set,
        context.help(
            {"字段=值，可多次；空值为清除", "FIELD=VALUE, any number of times; an empty value clears"}));
    command->add_option("--type", options->type,
        context.help({"登记类型，不填为主类型", "type of entry; default the main one"}));
    command->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}));
    command->add_option(
        "--department", options->department, context.help({"部门名称", "name of the department"}));
    command->add_option(
        "--parent", options->parent, context.help({"所属登记编号", "number of the entry it is part of"}));
    command->add_option("--state", options->state, context.help({"只列此状态", "list this state only"}));
    command->add_option(
        "--find", options->text, context.help({"编号或字段内容", "a number, or part of a value"}));
    command->add_flag("--findings", options->findings,
        context.help({"只列有待说明事项的：逾期、超标准", "list only what is late or above a limit"}));
    command->add_option("--reason", options->reason, context.help({"理由", "why"}));
    command->add_option("--by", options->by, context.help({"由谁办理；不填为当前用户", "who does it"}));
    command->add_option("--revision", options->revision,
        context.help({"所见版本；不填为当前版本", "revision that was seen; default the one there now"}));
    command->add_flag("--history", options->history, context.help({"连同经过", "with its history"}));
    command->add_flag("--reveal", options->reveal,
        context.help({"显示案件编号，须有 --reason，记入经过",
            "show the case number; needs --reason, and is noted in the history"}));
    command->add_option("--errors", options->errorsFile,
        context.help(
            {"把导入的全部问题写入此 CSV 文件", "write every problem of an import to this CSV file"}));
    command->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    command->callback(
        [&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

} // namespace guanwu
