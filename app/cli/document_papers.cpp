// guanwu document paper, search, print, dossier, verify.
#include "app/cli/action.h"
#include "app/cli/document_options.h"
#include "app/documents/document_files.h"
#include "app/documents/document_json.h"
#include "app/system_clock.h"
#include "core/documents/document_terms.h"
#include "core/values/calendar.h"
#include "schema/cards/attachments.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

namespace guanwu {

namespace {

    ExitCode addPaper(const CliContext& context, const DocumentOptions& options)
    {
        std::ifstream in(options.file, std::ios::binary);
        std::stringstream bytes;
        if (!in || !(bytes << in.rdbuf()))
            return context.refuse({ErrorCode::NotFound, "file.unreadable", options.file});
        const std::string title
            = options.title.empty() ? std::filesystem::path(options.file).filename().string() : options.title;
        return changeDocument(
            context, options, [&](DocumentWork& work, DocumentCounter& counter) -> Result<Document> {
                const auto stored = Attachments(*counter.session, counter.account.scope())
                                        .store(bytes.str(), counter.account.login, systemNow());
                if (!stored)
                    return fail(stored.error());
                const auto document = work.store().find(options.no);
                if (!document)
                    return fail(document.error());
                return work.service().addPaper(options.no, document->revision,
                    {paperToken(document->kind, document->method, options.paper), stored->hash, title, {},
                        {}});
            });
    }

    ExitCode search(const CliContext& context, const DocumentOptions& options)
    {
        IdleSearch wanted;
        wanted.classPrefix = options.classPrefix;
        wanted.placeCode = options.place;
        if (!options.since.empty()) {
            const auto since = parseDate(options.since);
            if (!since)
                return context.wrongUse(since.error());
            wanted.acquiredSince = *since;
        }
        auto counter = DocumentCounter::open(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        DocumentWork work(*counter->session, counter->account, systemNow,
            options.dryRun ? DocumentStore::Commit::No : DocumentStore::Commit::Yes);
        const auto document = work.store().find(options.no);
        const auto found = document ? work.service().searchIdle(options.no, document->revision, wanted)
                                    : fail(document.error());
        if (!found)
            return context.refuse(found.error());
        auto json = nlohmann::ordered_json::array();
        for (const IdleAsset& asset : *found) {
            json.push_back(idleJson(asset));
            if (!context.json)
                std::cout << asset.assetNo << '\t' << asset.name << '\t' << asset.model << '\t'
                          << asset.unit.name << '\t' << asset.place.name << '\t'
                          << formatDate(asset.acquiredOn) << '\n';
        }
        if (context.json)
            std::cout << json.dump() << '\n';
        else if (found->empty())
            std::cout << context.say({"全市没有可调剂的此类闲置资产，查询已记入单据",
                "nothing of the kind lies idle in the city; the search is noted in the document"})
                      << '\n';
        return ExitCode::Done;
    }

    ExitCode print(const CliContext& context, const DocumentOptions& options, bool isDossier)
    {
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        const Scope scope = counter->account.scope();
        const auto document = SociDocumentStore(*counter->session, scope).find(options.no);
        if (!document)
            return context.refuse(document.error());
        if (isDossier) {
            const auto dossier = writeDossier(
                *counter->session, scope, *document, counter->account.login, systemNow(), options.out);
            if (!dossier)
                return context.refuse(dossier.error(), options.out);
            if (context.json)
                std::cout << nlohmann::ordered_json {{"file", options.out}, {"hash", dossier->fileHash},
                    {"papers", dossier->papers.size()}}
                                 .dump()
                          << '\n';
            else
                std::cout << dossier->fileHash << "  " << options.out << '\n';
            return ExitCode::Done;
        }
        const auto written = writeDocumentForm(*counter->session, scope, *document, systemToday(), options.out);
        if (!written)
            return context.refuse(written.error(), options.out);
        if (context.json)
            std::cout << nlohmann::ordered_json {{"file", options.out}, {"rows", written->rows}}.dump()
                      << '\n';
        else
            std::cout << context.say({"已生成 ", "written: "}) << options.out << '\n';
        return ExitCode::Done;
    }

    ExitCode verify(const CliContext& context, const DocumentOptions& options)
    {
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        const auto check = checkDossier(*counter->session, counter->account.scope(), options.file);
        if (!check) {
            static_cast<void>(context.refuse(check.error()));
            return check.error().subject == "document.no_dossier" ? ExitCode::AnswerIsNo : ExitCode::Refused;
        }
        if (context.json) {
            std::cout << nlohmann::ordered_json {{"document", check->dossier.documentNo},
                {"papers", check->dossier.papers.size()}, {"lost", check->lostPapers},
                {"changed_since", check->documentChanged}, {"holds", check->holds()}}
                             .dump()
                      << '\n';
        } else {
            std::cout << check->dossier.documentNo << '\t'
                      << (check->holds()
                                 ? context.say({"卷宗与台账库一致", "the dossier agrees with the registry"})
                                 : context.say({"卷宗与台账库不一致", "the dossier and the registry differ"}))
                      << '\n';
            for (const std::string& paper : check->lostPapers)
                std::cout << context.say({"材料缺失或已变：", "lost or changed: "}) << paper << '\n';
            if (check->documentChanged)
                std::cout << context.say(
                    {"出具卷宗后单据又有办理", "something was done with the document since"})
                          << '\n';
        }
        return check->holds() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

} // namespace

void addDocumentPapers(CLI::App& command, CliContext& context)
{
    const auto options = std::make_shared<DocumentOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* sub = addAction(command, context, options, name, help, action);
        sub->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
        return sub;
    };
    const auto ofOne = [&](CLI::App* sub) {
        sub->add_option("no", options->no, context.help({"单据编号", "number"}))->required();
        return sub;
    };
    const auto writes = [&](CLI::App* sub) {
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    CLI::App* paper
        = writes(ofOne(add("paper", {"提交一份附件材料", "a paper of the check-list"}, addPaper)));
    paper->add_option("--paper", options->paper, context.help({"材料代码", "token of the paper"}))
        ->required();
    paper->add_option("--file", options->file, context.help({"PDF 或图片文件", "a PDF or a picture"}))
        ->required();
    paper->add_option("--title", options->title, context.help({"材料名称", "what it is called"}));
    CLI::App* sought = writes(ofOne(add("search",
        {"查询全市可调剂的闲置资产并记入单据", "idle things of the city; noted in the document"}, search)));
    sought->add_option(
        "--class", options->classPrefix, context.help({"分类代码前缀", "beginning of a class code"}));
    sought->add_option("--place", options->place, context.help({"地点编码", "place code"}));
    sought->add_option("--since", options->since, context.help({"取得日期不早于", "acquired since"}));
    const auto prints = [&](const char* name, Text help, bool isDossier) {
        ofOne(add(name, help,
                  [isDossier](
                      const CliContext& c, const DocumentOptions& o) { return print(c, o, isDossier); }))
            ->add_option("--out", options->out, context.help({"输出文件", "the file to write"}))
            ->required();
    };
    prints("print", {"打印申请（审批）表", "the form, as PDF, XLSX or CSV"}, false);
    prints("dossier",
        {"出具卷宗：全部材料的目录及摘要", "the dossier: a manifest of all papers by their digests"}, true);
    add("verify", {"核验卷宗与台账库是否一致", "whether a dossier agrees with the registry"}, verify)
        ->add_option("file", options->file, context.help({"卷宗文件", "the dossier"}))
        ->required();
}

} // namespace guanwu
