// guanwu document: requests, from the draft to the last voucher.
#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "app/cli/document_options.h"
#include "app/cli/document_output.h"
#include "app/documents/document_files.h"
#include "app/documents/document_json.h"
#include "app/system_clock.h"
#include "core/documents/document_terms.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>
#include <sstream>
#include <utility>

namespace guanwu {

namespace {

    constexpr int kPage = 500;

    /// Every page of a list, a line each.
    ExitCode printAll(const CliContext& context, DocumentWork& work, const DocumentFilter& filter)
    {
        auto json = nlohmann::ordered_json::array();
        std::int64_t before = 0;
        do {
            const auto page = work.store().list(filter, before, kPage);
            if (!page)
                return context.refuse(page.error());
            for (const DocumentSummary& document : page->documents)
                if (context.json)
                    json.push_back(summaryJson(document));
                else
                    printSummary(context, document);
            before = page->next.value_or(0);
        } while (before > 0);
        if (context.json)
            std::cout << json.dump() << '\n';
        return ExitCode::Done;
    }

    ExitCode listDocuments(const CliContext& context, const DocumentOptions& options)
    {
        DocumentFilter filter;
        filter.unit = options.unit;
        filter.assetNo = options.asset;
        filter.onlyOpen = options.open;
        if (!options.kind.empty()) {
            const auto kind = parseToken(kDocumentKinds, options.kind, "document.kind");
            if (!kind)
                return context.wrongUse(kind.error());
            filter.kind = *kind;
        }
        if (!options.state.empty()) {
            const auto state = parseToken(kDocumentStates, options.state, "document.state");
            if (!state)
                return context.wrongUse(state.error());
            filter.state = *state;
        }
        if (!options.dueBy.empty()) {
            const auto due = parseDate(options.dueBy);
            if (!due)
                return context.wrongUse(due.error());
            filter.dueBy = *due;
        }
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        DocumentWork work(*counter->session, counter->account, systemNow);
        return printAll(context, work, filter);
    }

    ExitCode remind(const CliContext& context, const DocumentOptions& options)
    {
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        const Day today = systemToday();
        const auto days = options.days >= 0 ? options.days : limitOn("reminder_days", today).value;
        DocumentFilter filter;
        filter.dueBy = Day(std::chrono::sys_days(today) + std::chrono::days(days));
        DocumentWork work(*counter->session, counter->account, systemNow);
        return printAll(context, work, filter);
    }

    ExitCode show(const CliContext& context, const DocumentOptions& options)
    {
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        auto look = DocumentWork(*counter->session, counter->account, systemNow).service().find(options.no);
        if (!look)
            return context.refuse(look.error());
        if (context.json) {
            std::cout << lookJson(*look, context.language).dump() << '\n';
        } else {
            look->document
                = withNames(*counter->session, counter->account.scope(), std::move(look->document));
            printLook(context, *look);
        }
        return ExitCode::Done;
    }

    /// "name;class;quantity;unit price;model;unit of measure"; the last two may be left out.
    Result<Wish> wishOf(const std::string& text)
    {
        std::vector<std::string> parts;
        std::stringstream in(text);
        for (std::string part; std::getline(in, part, ';');)
            parts.push_back(part);
        parts.resize(std::max<std::size_t>(parts.size(), 6));
        const auto price = Money::parseYuan(parts[3]);
        if (!price)
            return fail(price.error());
        Wish out {parts[0], parts[1], parts[4], parts[5], 0, *price};
        std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), out.quantity);
        return out;
    }

    Result<DocumentEdit> editOf(const DocumentOptions& options)
    {
        DocumentEdit out;
        if (!options.assets.empty())
            out.assets = options.assets;
        if (!options.wishes.empty()) {
            out.wishes.emplace();
            for (const std::string& text : options.wishes) {
                auto wish = wishOf(text);
                if (!wish)
                    return fail(wish.error());
                out.wishes->push_back(std::move(*wish));
            }
        }
        auto facts = parseFacts(options.facts);
        if (!facts)
            return fail(facts.error());
        out.facts = std::move(*facts);
        return out;
    }

    ExitCode listKinds(const CliContext& context, const DocumentOptions& options)
    {
        if (context.json) {
            std::cout << kindsJson().dump() << '\n';
            return ExitCode::Done;
        }
        if (options.kind.empty()) {
            printKinds(context, std::nullopt, nullptr);
            return ExitCode::Done;
        }
        const auto kind = parseToken(kDocumentKinds, options.kind, "document.kind");
        if (!kind)
            return context.wrongUse(kind.error());
        const DocumentMethod* method
            = DocumentData::current().findMethod(*kind, methodToken(*kind, options.method));
        if (!method && !options.method.empty())
            return context.wrongUse(Error {ErrorCode::InvalidArgument, "document.method", options.method});
        printKinds(context, *kind, method);
        return ExitCode::Done;
    }

    ExitCode create(const CliContext& context, const DocumentOptions& options)
    {
        const auto kind = parseToken(kDocumentKinds, options.kind, "document.kind");
        if (!kind)
            return context.wrongUse(kind.error());
        auto edit = editOf(options);
        if (!edit)
            return context.wrongUse(edit.error());
        const std::string method = methodToken(*kind, options.method);
        useTokens(edit->facts, *kind, method);
        return changeDocument(
            context, options, [&](DocumentWork& work, DocumentCounter&) -> Result<Document> {
                const auto made = work.service().create(
                    {*kind, method, options.unit, options.department, options.counterpart, options.reason});
                if (!made || (!edit->assets && !edit->wishes && edit->facts.empty()))
                    return made;
                return work.service().edit(made->no, made->revision, *edit);
            });
    }

    ExitCode changeLines(const CliContext& context, const DocumentOptions& options)
    {
        auto edit = editOf(options);
        if (!edit)
            return context.wrongUse(edit.error());
        if (!options.reason.empty())
            edit->reason = options.reason;
        if (!options.counterpart.empty())
            edit->counterpart = options.counterpart;
        return changeDocument(
            context, options, [&](DocumentWork& work, DocumentCounter&) -> Result<Document> {
                const auto document = work.store().find(options.no);
                if (!document)
                    return fail(document.error());
                useTokens(edit->facts, document->kind, document->method);
                return work.service().edit(options.no, document->revision, *edit);
            });
    }

} // namespace

void addDocumentCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand("document",
        context.help(
            {"单据：申请、审批、执行、办结", "documents: requests, approvals, what became of them"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<DocumentOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* sub = addAction(*command, context, options, name, help, action);
        sub->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
        return sub;
    };
    const auto asksLines = [&](CLI::App* sub) {
        sub->add_option("--asset", options->assets, context.help({"资产编号", "asset number"}));
        sub->add_option("--wish", options->wishes,
            context.help({"拟配置资产：名称;分类代码;数量;单价;型号;计量单位",
                "a wished-for thing: name;class;quantity;unit price;model;unit of measure"}));
        sub->add_option("--fact", options->facts,
            context.help(
                {"填报项：名称=值，明细行为 行号:名称=值", "NAME=VALUE, of a line LINE:NAME=VALUE"}));
        sub->add_option(
            "--counterpart", options->counterpart, context.help({"对方单位编码", "code of the other unit"}));
        sub->add_option("--reason", options->reason, context.help({"原因", "why"}));
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    };

    CLI::App* listed = add("list", {"列出单据", "documents, a line each"}, listDocuments);
    listed->add_option("--kind", options->kind, context.help({"类别", "kind"}));
    listed->add_option("--state", options->state, context.help({"状态", "state"}));
    listed->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}));
    listed->add_option("--asset", options->asset, context.help({"资产编号", "asset number"}));
    listed->add_option("--due-by", options->dueBy,
        context.help({"当前步骤在此日前到期", "whose open step is due by this day"}));
    listed->add_flag("--open", options->open, context.help({"未办结的", "only those not at their end"}));
    add("reminders", {"即将到期或已逾期的步骤", "steps that are due soon or overdue"}, remind)
        ->add_option("--days", options->days, context.help({"提前天数", "days ahead"}));
    add("show", {"一张单据的全部内容和可办理事项", "all of a document, and what may be done next"}, show)
        ->add_option("no", options->no, context.help({"单据编号", "number"}))
        ->required();

    CLI::App* kinds = addAction(*command, context, options, "kinds",
        {"单据类别与方式；指明两者则列出须填的填报项和附件",
            "kinds and methods; with both, the facts and papers that are asked for"},
        listKinds);
    kinds->add_option("--kind", options->kind, context.help({"类别", "kind"}));
    kinds->add_option("--method", options->method, context.help({"方式", "method"}));

    CLI::App* made = add("new", {"草拟一张单据", "a draft"}, create);
    made->add_option(
            "--kind", options->kind, context.help({"类别，见 document kinds", "kind, see document kinds"}))
        ->required();
    made->add_option("--method", options->method,
            context.help({"方式，见 document kinds", "method, see document kinds"}))
        ->required();
    made->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}))->required();
    made->add_option("--department", options->department, context.help({"部门名称", "department"}));
    asksLines(made);
    CLI::App* lines = add("line", {"修改草拟单据的明细和填报项", "lines and facts of a draft"}, changeLines);
    lines->add_option("no", options->no, context.help({"单据编号", "number"}))->required();
    asksLines(lines);

    addDocumentFindings(*command, context);
    addDocumentMoves(*command, context);
    addDocumentPapers(*command, context);
    addDocumentRoutes(*command, context);
}

} // namespace guanwu
