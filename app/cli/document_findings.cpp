// What a count leads to, and what is outstanding: of a person who leaves, of a unit as a whole.
#include "app/cli/document_options.h"
#include "app/cli/document_output.h"
#include "app/documents/document_json.h"
#include "app/documents/finding_documents.h"
#include "app/documents/outstanding.h"
#include "app/system_clock.h"
#include "core/base/text.h"
#include "core/documents/document_terms.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

namespace guanwu {

namespace {

    struct FindingOptions {
        std::string task;
        std::string unit;
        std::string person;
        std::string as;
        bool dryRun = false;
    };

    struct BatchOptions {
        std::string kind;
        std::string method;
        std::string reason;
        std::string file;
        std::string as;
        std::vector<std::string> assets;
        std::vector<std::string> facts;
        bool dryRun = false;
    };

    void print(const CliContext& context, const FindingDocuments::Made& made, bool dryRun)
    {
        auto out = findingsJson(made);
        if (context.json) {
            out["dry_run"] = dryRun;
            std::cout << out.dump() << '\n';
            return;
        }
        for (std::size_t i = 0; i < made.plan.drafts.size(); ++i) {
            const FindingDraft& draft = made.plan.drafts[i];
            std::cout << (i < made.numbers.size() ? made.numbers[i] : "-") << '\t'
                      << nameOf(kLineResults, draft.result, context.language) << '\t' << draft.findings.size()
                      << '\t' << draft.original.toYuanString() << '\n';
        }
        for (const SkippedFinding& one : made.plan.skipped) {
            const auto link = made.before.find(one.finding);
            std::cerr << one.finding << '\t' << nameOf(kFindingSkips, one.why, context.language)
                      << (one.why == FindingSkip::Made && link != made.before.end()
                                 ? '\t' + link->second.documentNo
                                 : std::string())
                      << '\n';
        }
        if (made.plan.drafts.empty())
            std::cout << context.say({"没有需要新生成的单据", "no document is to be made"}) << '\n';
    }

    ExitCode fromFindings(const CliContext& context, const FindingOptions& options)
    {
        auto counter = DocumentCounter::open(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        FindingDocuments documents(*counter->session, counter->account, systemNow);
        const auto made = documents.make(options.task, options.unit,
            options.dryRun ? DocumentStore::Commit::No : DocumentStore::Commit::Yes);
        if (!made)
            return context.refuse(made.error());
        print(context, *made, options.dryRun);
        return ExitCode::Done;
    }

    /// Numbers from the command line and from a file, one a line.
    Result<DraftBatch> batchOf(const BatchOptions& options)
    {
        DraftBatch out;
        const auto kind = parseToken(kDocumentKinds, options.kind, "document.kind");
        auto facts = parseFacts(options.facts);
        if (!kind || !facts)
            return fail(!kind ? kind.error() : facts.error());
        out.kind = *kind;
        out.method = methodToken(*kind, options.method);
        useTokens(*facts, *kind, out.method);
        out.reason = options.reason;
        out.facts = std::move(*facts);
        for (const std::string& no : options.assets)
            out.lines.push_back({no});
        if (options.file.empty())
            return out;
        std::ifstream in(options.file);
        if (!in)
            return fail(ErrorCode::NotFound, "file.unreadable", options.file);
        for (std::string line; std::getline(in, line);)
            if (const auto no = trimmed(line); !no.empty())
                out.lines.push_back({std::string(no)});
        return out;
    }

    ExitCode draft(const CliContext& context, const BatchOptions& options)
    {
        const auto batch = batchOf(options);
        if (!batch)
            return context.wrongUse(batch.error());
        auto counter = DocumentCounter::open(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        const auto drafted = draftBatch(*counter->session, counter->account, systemNow, *batch,
            options.dryRun ? DocumentStore::Commit::No : DocumentStore::Commit::Yes);
        if (!drafted)
            return context.refuse(drafted.error());
        printBatch(context, *drafted, options.dryRun);
        return ExitCode::Done;
    }

    ExitCode outstanding(const CliContext& context, const FindingOptions& options)
    {
        if (options.person.empty() == options.unit.empty())
            return context.wrongUse({"请指明 --person 或 --unit 之一", "name either --person or --unit"});
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        const Scope scope = counter->account.scope();
        const auto found = options.person.empty()
            ? outstandingOfUnit(*counter->session, scope, options.unit)
            : outstandingOfPerson(*counter->session, scope, options.person);
        if (!found)
            return context.refuse(found.error());
        if (context.json) {
            std::cout << found->dump() << '\n';
        } else {
            printOutstanding(context, *found);
        }
        return (*found)["outstanding"] == 0 ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

} // namespace

void printBatch(const CliContext& context, const DraftedBatch& batch, bool dryRun)
{
    auto out = batchJson(batch);
    if (context.json) {
        out["dry_run"] = dryRun;
        std::cout << out.dump() << '\n';
        return;
    }
    for (const DraftedBatch::Draft& draft : batch.drafts)
        std::cout << draft.no << '\t' << draft.unit << '\t' << draft.lines << '\t' << draft.original.toYuanString()
                  << '\n';
    for (const DraftedBatch::Skipped& one : batch.skipped)
        std::cerr << one.assetNo << '\t' << context.say({"已在单据 ", "is on "}) << one.document << '\n';
    std::cout << (dryRun ? context.say({"检查通过，未作更改：", "checked; nothing was changed: "}) : std::string_view())
              << context.say({"合计 ", "in all "}) << out["assets"] << '\t'
              << out["original_yuan"].get<std::string>() << '\n';
}

void addDocumentFindings(CLI::App& command, CliContext& context)
{
    const auto options = std::make_shared<FindingOptions>();
    CLI::App* made = command.add_subcommand("from-findings",
        context.help({"将一个单位核实批复后的清查结果生成单据草稿：移交、变动、损失核销、报废、更正、盘盈入账；重复执行不会重复生成",
            "drafts of what the verified count of a unit leads to: handovers, changes, losses, scrapping, "
            "corrections, surplus; done again it makes nothing twice"}));
    made->add_option("task", options->task, context.help({"清查任务编号", "number of the task"}))->required();
    made->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}))->required();
    made->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
    made->add_flag("--dry-run", options->dryRun, context.help({"只列出将生成的单据", "only show them"}));
    made->callback(
        [&context, options] { context.run = [&context, options] { return fromFindings(context, *options); }; });

    const auto batch = std::make_shared<BatchOptions>();
    CLI::App* many = command.add_subcommand("batch",
        context.help({"将一批资产（可跨单位）按单位生成同类单据草稿，如批量注入城投公司；重复执行不会重复生成",
            "drafts of one kind for many assets, unit by unit, such as a batch for the city investment company; done "
            "again it makes nothing twice"}));
    many->add_option("--kind", batch->kind, context.help({"类别", "kind"}))->required();
    many->add_option("--method", batch->method, context.help({"方式", "method"}))->required();
    many->add_option("--assets", batch->file, context.help({"资产编号清单，每行一个", "file of numbers, one a line"}));
    many->add_option("--asset", batch->assets, context.help({"资产编号", "asset number"}));
    many->add_option("--fact", batch->facts, context.help({"填报项：名称=值", "NAME=VALUE"}));
    many->add_option("--reason", batch->reason, context.help({"原因", "why"}));
    many->add_option("--as", batch->as, context.help({"由哪个账号办理", "the account that does it"}));
    many->add_flag("--dry-run", batch->dryRun, context.help({"只检查，不写入", "check only"}));
    many->callback([&context, batch] { context.run = [&context, batch] { return draft(context, *batch); }; });

    CLI::App* left = command.add_subcommand("outstanding",
        context.help({"某人名下未交还的资产，或某单位人员名下资产与未办结单据；没有则返回 0，否则返回 1",
            "what a person has not given back, or what people of a unit have and which of its documents are open; "
            "exit code 0 = nothing, 1 = something"}));
    left->add_option("--person", options->person, context.help({"人员编码", "code of a person"}));
    left->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}));
    left->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that asks"}));
    left->callback(
        [&context, options] { context.run = [&context, options] { return outstanding(context, *options); }; });
}

} // namespace guanwu
