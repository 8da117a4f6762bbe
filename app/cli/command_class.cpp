// guanwu class: classes suggested from names, and cards of older editions coded anew.
#include "app/cli/commands.h"
#include "app/cli/document_options.h"
#include "app/documents/recoding.h"
#include "app/system_clock.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace guanwu {

namespace {

    struct ClassOptions {
        std::string name;
        std::string edition = "2022";
        std::string code;
        std::string unit;
        std::string as;
        int leastScore = 90;
        std::size_t most = 5;
        bool draft = false;
        bool dryRun = false;
    };

    void print(const std::vector<ClassSuggestion>& suggestions, const CliContext& context)
    {
        for (const ClassSuggestion& one : suggestions)
            std::cout << '\t' << one.of->code << '\t' << one.of->nameZh << '\t' << one.score << '\t'
                      << context.say({tokenRow(kSuggestReasons, one.reason).nameZh,
                             tokenRow(kSuggestReasons, one.reason).nameEn})
                      << '\t' << one.source << '\n';
    }

    ExitCode suggest(const CliContext& context, const ClassOptions& options)
    {
        const auto edition = parseToken(kClassEditions, options.edition, "class.edition");
        if (!edition)
            return context.wrongUse(edition.error());
        const auto found = suggestClasses(options.name, *edition, options.code, options.most);
        if (context.json)
            std::cout << suggestionsJson(found).dump() << '\n';
        else if (found.empty())
            std::cerr << context.say({"没有名称相近的分类，请在分类表中查找",
                "no class has a name like this; look it up in the table of classes"})
                      << '\n';
        else
            print(found, context);
        return found.empty() ? ExitCode::AnswerIsNo : ExitCode::Done;
    }

    ExitCode list(const CliContext& context, const ClassOptions& options)
    {
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        auto all = nlohmann::ordered_json::array();
        std::optional<AssetId> after = AssetId {};
        while (after) {
            const auto page
                = recodingOf(*counter->session, counter->account.scope(), options.unit, *after, 500);
            if (!page)
                return context.refuse(page.error());
            for (const RecodingLine& line : page->lines)
                if (context.json) {
                    all.push_back(recodingJson(line));
                } else {
                    std::cout << line.card.assetNo << '\t' << line.card.name << '\t' << line.card.classCode
                              << '\t' << line.document << '\n';
                    print(line.suggestions, context);
                }
            after = page->next;
        }
        if (context.json)
            std::cout << all.dump() << '\n';
        return ExitCode::Done;
    }

    ExitCode recode(const CliContext& context, const ClassOptions& options)
    {
        if (!options.draft)
            return list(context, options);
        auto counter = DocumentCounter::open(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        const auto drafted = draftRecoding(*counter->session, counter->account, systemNow, options.unit,
            options.leastScore, options.dryRun ? DocumentStore::Commit::No : DocumentStore::Commit::Yes);
        if (!drafted)
            return context.refuse(drafted.error());
        printBatch(context, *drafted, options.dryRun);
        return ExitCode::Done;
    }

} // namespace

void addClassCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand(
        "class", context.help({"资产分类：按名称推荐分类，旧版分类转换", "classes: suggestions, and cards coded anew"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<ClassOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* sub = command->add_subcommand(name, context.help(help));
        sub->callback([&context, options, action] {
            context.run = [&context, options, action] { return action(context, *options); };
        });
        return sub;
    };
    CLI::App* suggested = add("suggest", {"按名称（及旧版分类代码）推荐 2022 版分类", "classes of 2022 by a name"}, suggest);
    suggested->add_option("name", options->name, context.help({"资产名称", "name of the thing"}))->required();
    suggested->add_option("--edition", options->edition, context.help({"旧版：2010、1994", "edition of --code"}));
    suggested->add_option("--code", options->code, context.help({"旧版分类代码", "its class in that edition"}));
    suggested->add_option("--most", options->most, context.help({"最多条数", "at most so many"}));
    CLI::App* recoded = add("recode",
        {"列出一个单位旧版分类的卡片及推荐分类；--draft 生成分类调整单草稿",
            "cards of a unit under older editions with suggestions; --draft makes slips of those that are sure"},
        recode);
    recoded->add_option("--unit", options->unit, context.help({"单位编码", "unit code"}))->required();
    recoded->add_flag("--draft", options->draft, context.help({"生成草稿", "make drafts"}));
    recoded->add_option("--least-score", options->leastScore,
        context.help({"推荐分数不低于此值的才生成，默认 90", "only suggestions of at least this score, 90"}));
    recoded->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
    recoded->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
}

} // namespace guanwu
