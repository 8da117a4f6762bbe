#include "app/books/book_report.h"
#include "app/campaign/inventory_report.h"
#include "app/cli/commands.h"
#include "app/cli/current_user.h"
#include "app/cli/progress.h"
#include "app/documents/document_files.h"
#include "app/idle/idle_report.h"
#include "app/premises/premises_report.h"
#include "app/registers/register_report.h"
#include "app/system_clock.h"
#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "schema/connection/session.h"
#include "schema/documents/soci_document_store.h"
#include "schema/registers/soci_register_repository.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct ReportOptions {
        std::string name;
        std::string task;
        std::vector<std::string> units;
        std::string preparer;
        std::string money;
        std::string asOf;
        std::string document;
        std::string month;
        std::string from;
        std::string asset;
        std::string out;
        int year = 0;
        bool findings = false;
        bool list = false;
    };

    ExitCode listReports(const CliContext& context)
    {
        if (context.json) {
            auto json = nlohmann::ordered_json::array();
            for (const ReportInfo& report : kReportCatalog)
                json.push_back(
                    {{"name", report.name}, {"title", report.titleZh}, {"title_en", report.titleEn}});
            std::cout << json.dump() << '\n';
            return ExitCode::Done;
        }
        for (const ReportInfo& report : kReportCatalog)
            std::cout << report.name << '\t' << context.say({report.titleZh, report.titleEn}) << '\n';
        return ExitCode::Done;
    }

    /// Figures that do not add up are said, whatever the file can show of them.
    ExitCode tell(const CliContext& context, const ReportOptions& options, const WrittenReport& written,
        const std::vector<RegisterFigure>& figures = {})
    {
        if (context.json) {
            nlohmann::ordered_json json {
                {"file", options.out}, {"rows", written.rows}, {"checks_hold", written.checksHold()}};
            for (const RegisterFigure& figure : figures)
                json["figures"][figure.token] = figure.value;
            std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        } else {
            for (const RegisterFigure& figure : figures)
                std::cout << context.say({figure.nameZh, figure.nameEn}) << '\t' << figure.value << '\n';
            std::cout << context.say({"已生成 ", "written: "}) << options.out
                      << context.say({"，行数 ", ", rows "}) << written.rows << '\n';
        }
        for (const CheckLine& check : written.checks)
            if (!check.holds)
                std::cerr << context.say({"勾稽不符：", "does not add up: "}) << check.text << '\n';
        return written.checksHold() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    std::optional<MoneyUnit> moneyUnitOf(const ReportOptions& options)
    {
        if (options.money.empty())
            return std::nullopt;
        return options.money == "wan" ? MoneyUnit::WanYuan : MoneyUnit::Yuan;
    }

    /// A report of the registry on a day, of one unit or of all: `write(session, unit, day)`.
    template <class Write>
    ExitCode reportOnDay(const CliContext& context, const ReportOptions& options, const Write& write)
    {
        const auto asOf = options.asOf.empty() ? Result<Day>(systemToday()) : parseDate(options.asOf);
        if (!asOf)
            return context.wrongUse(asOf.error());
        if (options.units.size() > 1)
            return context.wrongUse({"此报表只能指明一个 --unit", "name one --unit for this report"});
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const auto written
            = write(**session, options.units.empty() ? std::string() : options.units.front(), *asOf);
        return written ? tell(context, options, *written) : context.refuse(written.error(), options.out);
    }

    ExitCode reportIdle(const CliContext& context, const ReportOptions& options)
    {
        return reportOnDay(context, options, [&](Session& session, const std::string& unit, Day asOf) {
            return writeIdleReport(session, Scope::everything(),
                {options.name, unit, options.preparer, moneyUnitOf(options), asOf, options.out});
        });
    }

    /// From the registers beside the assets, which need no task.
    ExitCode registerReport(const CliContext& context, const ReportOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SociRegisterRepository store(**session, Scope::everything());
        RegisterService service(store, Scope::everything(), {currentUser(), {}}, systemNow);
        const RegisterReportRequest request {options.name, options.units, options.preparer,
            options.year == 0 ? std::nullopt : std::optional(options.year), options.findings, options.out};
        const auto made = writeRegisterReport(service, request);
        return made ? tell(context, options, made->written, made->figures)
                    : context.refuse(made.error(), options.out);
    }

    ExitCode reportDocument(const CliContext& context, const ReportOptions& options)
    {
        if (options.document.empty())
            return context.wrongUse({"请指明 --document", "name --document"});
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const auto document = SociDocumentStore(**session, Scope::everything()).find(options.document);
        if (!document)
            return context.refuse(document.error());
        const auto written = writeDocumentForm(*document, systemToday(), options.out);
        return written ? tell(context, options, *written) : context.refuse(written.error(), options.out);
    }

    bool isOfBooks(std::string_view name)
    {
        return name == kDepreciationReport.name || name == kMovementsReport.name
            || name == kReconciliationReport.name || name == kCardReport.name;
    }

    ExitCode reportBooks(const CliContext& context, const ReportOptions& options)
    {
        BookReportRequest request;
        request.name = options.name;
        request.units = options.units;
        request.assetNo = options.asset;
        request.preparer = options.preparer;
        request.moneyUnit = moneyUnitOf(options);
        request.out = options.out;
        const Day today = systemToday();
        request.month = today.year() / today.month();
        const bool isCard = options.name == kCardReport.name;
        if (isCard && options.asset.empty())
            return context.wrongUse({"请指明 --asset", "name --asset"});
        if (!isCard && options.month.empty())
            return context.wrongUse({"请指明 --month", "name --month"});
        Result<void> sound;
        const auto take = [&sound](const std::string& text, auto& into) {
            if (text.empty() || !sound)
                return;
            if (const auto month = parseMonth(text))
                into = *month;
            else
                sound = fail(month.error());
        };
        take(options.month, request.month);
        take(options.from, request.from);
        if (!sound)
            return context.wrongUse(sound.error());
        std::optional<OpenTask> task;
        std::vector<CountSheet> sheets;
        CountedSheet sheet;
        CountOfUnit counted = [](const std::string&) { return nullptr; };
        std::unique_ptr<Session> session;
        if (!options.task.empty()) {
            auto opened = context.openTask(options.task);
            if (!opened)
                return context.refuse(opened.error());
            auto found = opened->sheets({});
            if (!found)
                return context.refuse(found.error());
            task = std::move(*opened);
            sheets = std::move(*found);
            counted = [&](const std::string& unit) -> const CountedSheet* {
                for (const CountSheet& of : sheets)
                    if (of.unitCode == unit) {
                        sheet = task->service->countedSheet(task->task, of);
                        return &sheet;
                    }
                return nullptr;
            };
        } else {
            auto opened = context.openRegistry();
            if (!opened)
                return context.refuse(opened.error());
            session = std::move(*opened);
        }
        const auto written = writeBookReport(
            task ? *task->session : *session, Scope::everything(), request, options.task, counted);
        return written ? tell(context, options, *written) : context.refuse(written.error(), options.out);
    }

    ExitCode reportPremises(const CliContext& context, const ReportOptions& options)
    {
        const auto year = options.year == 0 ? std::nullopt : std::optional(options.year);
        return reportOnDay(context, options, [&](Session& session, const std::string& unit, Day asOf) {
            return writePremisesReport(session, Scope::everything(),
                {options.name, unit, options.preparer, moneyUnitOf(options), year, asOf, options.out});
        });
    }

    ExitCode report(const CliContext& context, const ReportOptions& options)
    {
        if (options.list)
            return listReports(context);
        if (options.name.empty())
            return context.wrongUse(Error {ErrorCode::InvalidArgument, "report.none", {}});
        if (const auto known = findReport(options.name); !known)
            return context.wrongUse(known.error());
        if (options.out.empty())
            return context.wrongUse({"请指明 --out", "name --out"});
        if (options.name == kIdleListReport.name || options.name == kIdleDisposalReport.name)
            return reportIdle(context, options);
        if (isPremisesReport(options.name))
            return reportPremises(context, options);
        if (isRegisterReport(options.name))
            return registerReport(context, options);
        if (options.name == kDisposalFormReport.name)
            return reportDocument(context, options);
        if (isOfBooks(options.name))
            return reportBooks(context, options);
        if (options.task.empty())
            return context.wrongUse({"请指明 --task", "name --task"});
        auto opened = context.openTask(options.task);
        if (!opened)
            return context.refuse(opened.error());
        const InventoryReportRequest request {
            options.name, options.units, options.preparer, moneyUnitOf(options), options.out};
        Progress bar(std::string(context.say({"生成报表", "report"})));
        const auto written = writeInventoryReport(
            *opened, request, [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        return written ? tell(context, options, *written) : context.refuse(written.error(), options.out);
    }

} // namespace

void addReportCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<ReportOptions>();
    CLI::App* command = app.add_subcommand("report",
        context.help({"生成报表（XLSX、CSV 或 PDF），--list 列出全部报表",
            "write a report as XLSX, CSV or PDF; --list names them"}));
    command->add_option("name", options->name, context.help({"报表名称", "name of the report"}));
    command->add_flag(
        "--list", options->list, context.help({"列出全部报表的名称", "the names of all reports"}));
    command->add_option(
        "--out", options->out, context.help({"输出文件，.xlsx、.csv 或 .pdf", "FILE.xlsx, .csv or .pdf"}));
    command->add_option("--task", options->task, context.help({"清查任务编号", "inventory task"}));
    command->add_option("--unit", options->units,
        context.help({"单位编码；不填为任务中的全部单位", "unit code; default: every unit of the task"}));
    command->add_option("--as-of", options->asOf,
        context.help({"基准日，默认今天", "day the report stands for, today when left out"}));
    command->add_option("--year", options->year,
        context.help({"登记表的年度；不填为全部，年度告知单、用房分配与维修不填为今年",
            "year of a register; default: all, of the yearly notice, allocations and repairs this year"}));
    command->add_flag("--findings", options->findings,
        context.help({"登记表只列有待说明事项的：逾期、超期、超标准",
            "of a register only what is late, overdue or above a limit"}));
    command->add_option("--document", options->document,
        context.help({"单据编号（处置申请表）", "number of a document, for its form"}));
    command->add_option("--month", options->month,
        context.help(
            {"会计期间 YYYY-MM：折旧、变动、对账", "YYYY-MM of depreciation, movements, reconciliation"}));
    command->add_option("--from", options->from,
        context.help({"资产变动表的起始月份；不填为 --month 一个月",
            "first month of the movements; default: the month alone"}));
    command->add_option(
        "--asset", options->asset, context.help({"固定资产卡片的资产编号", "asset number of the card"}));
    command->add_option("--preparer", options->preparer,
        context.help({"表头中的编制单位", "who prepares the report, as its head says"}));
    command
        ->add_option("--money", options->money,
            context.help({"yuan 元或 wan 万元；不填为元，有表头的全市汇总为万元",
                "yuan or wan (万元); default yuan, the city summary with a head in wan"}))
        ->check(CLI::IsMember({"yuan", "wan"}));
    command->callback(
        [&context, options] { context.run = [&context, options] { return report(context, *options); }; });
}

} // namespace guanwu
