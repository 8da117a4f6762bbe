// guanwu document routes: the route tables, proved before they hold.
#include "app/cli/document_options.h"
#include "app/documents/document_json.h"
#include "app/exchange/route_table_file.h"
#include "app/system_clock.h"
#include "app/text/explain.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

namespace guanwu {

namespace {

    /// What a table has no row for, and what to do: a table that is older than a kind of document lacks it.
    void tellUnrouted(const CliContext& context, const RouteTable& table)
    {
        const auto unrouted = unroutedMethods(table);
        for (const UnroutedMethods& missing : unrouted) {
            const auto& kind = tokenRow(kDocumentKinds, missing.kind);
            std::string methods;
            for (const DocumentMethod* method : missing.methods)
                methods += (methods.empty() ? "" : "、")
                    + std::string(context.say({method->nameZh, method->nameEn})) + " (" + method->method + ")";
            std::cerr << context.say({"没有路由，无法提交：", "no route, so it cannot be filed: "})
                      << context.say({kind.nameZh, kind.nameEn}) << " (" << kind.token << ")"
                      << context.say({"：", ": "}) << methods << '\n';
        }
        if (!unrouted.empty())
            std::cerr << context.say(
                {"补齐办法：guanwu document routes --export 文件 --with-examples，"
                 "将补入的示例行改为本地规定，填写新版本号与生效日期，再以 --import 导入",
                    "to complete it: guanwu document routes --export FILE --with-examples, change the added "
                    "rows to the rules of your city, give it a new version and day, and --import it"})
                      << '\n';
    }

    ExitCode check(const CliContext& context, const RouteTable& table)
    {
        const auto problems = problemsOf(table);
        if (context.json) {
            std::cout << routeCheckJson(table, problems, context.language).dump() << '\n';
        } else {
            for (const Error& error : problems)
                std::cout << explain(error, context.language) << " [" << error.subject << "]\n";
            if (problems.empty())
                std::cout << table.version << context.say({"：无空缺、无重叠", ": no gap and no overlap"})
                          << '\n';
        }
        tellUnrouted(context, table);
        return problems.empty() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    ExitCode importTable(const CliContext& context, const DocumentOptions& options)
    {
        const auto table = readRouteTableFile(options.importFile, context.readerProgram);
        if (!table)
            return context.refuse(table.error(), options.importFile);
        const auto problems = problemsOf(*table);
        if (!problems.empty())
            return context.refuse(problems.front(), options.importFile);
        auto counter = DocumentCounter::open(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        tellUnrouted(context, *table);
        if (!counter->account.role || !allows(*counter->account.role, Permission::ManageRoutes))
            return context.refuse({ErrorCode::Forbidden, "access.forbidden", options.as});
        if (options.dryRun)
            return context.nothingDone();
        DocumentWork work(*counter->session, counter->account, systemNow);
        if (const auto added = work.store().addRoutes(*table, counter->account.login, systemNow()); !added)
            return context.refuse(added.error());
        std::cout << table->version << context.say({"，自此日起生效：", ", in force from "})
                  << formatDate(table->effectiveFrom) << '\n';
        return ExitCode::Done;
    }

    ExitCode routes(const CliContext& context, const DocumentOptions& options)
    {
        if (!options.importFile.empty())
            return importTable(context, options);
        if (!options.checkFile.empty()) {
            const auto table = readRouteTableFile(options.checkFile, context.readerProgram);
            return table ? check(context, *table) : context.refuse(table.error(), options.checkFile);
        }
        auto counter = DocumentCounter::openToRead(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        DocumentWork work(*counter->session, counter->account, systemNow);
        const RouteTable table = work.store().routes(systemToday());
        if (options.check)
            return check(context, table);
        if (!options.exportFile.empty()) {
            std::ofstream out(options.exportFile, std::ios::binary);
            out << routeTableCsv(options.withExamples ? completed(table, exampleRoutes()) : table);
            if (!out.flush())
                return context.refuse({ErrorCode::NotFound, "report.create", options.exportFile});
            return ExitCode::Done;
        }
        if (context.json)
            std::cout << routesJson(table).dump() << '\n';
        else
            std::cout << routeTableCsv(table);
        return ExitCode::Done;
    }

} // namespace

void addDocumentRoutes(CLI::App& command, CliContext& context)
{
    const auto options = std::make_shared<DocumentOptions>();
    CLI::App* sub = command.add_subcommand("routes",
        context.help({"审批路由表：显示、校验、导入、导出", "route tables: show, check, import, export"}));
    sub->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
    sub->add_option("--import", options->importFile, context.help({"导入路由表文件", "a table to import"}));
    sub->add_option("--check-file", options->checkFile, context.help({"校验路由表文件", "a table to check"}));
    sub->add_flag("--check", options->check, context.help({"校验现行路由表", "check the table in force"}));
    sub->add_option(
        "--export", options->exportFile, context.help({"导出现行路由表", "write the table in force"}));
    sub->add_flag("--with-examples", options->withExamples,
        context.help({"导出时以示例行补入没有路由的类别与方式",
            "with rows of the example for the kinds and methods that have none"}));
    sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    sub->callback(
        [&context, options] { context.run = [&context, options] { return routes(context, *options); }; });
}

} // namespace guanwu
