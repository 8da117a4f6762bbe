#include "app/cli/commands.h"
#include "app/cli/current_user.h"
#include "app/cli/progress.h"
#include "app/cli/report_archive.h"
#include "app/cli/report_explain.h"
#include "app/cli/report_schedule.h"
#include "app/private_folder.h"
#include "app/reporting/keep_report.h"
#include "app/system_clock.h"
#include "core/values/calendar.h"
#include "reports/writers/lines_of_cell.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct ReportOptions {
        ReportRequest request;
        std::string money;
        std::string asOf;
        std::string month;
        std::string from;
        std::string out;
        int year = 0;
        std::string cell;
        bool list = false;
        bool cells = false;
        bool verify = false;
        bool keep = false;
        std::string format = "pdf"; ///< of what is kept without a file
        bool dryRun = false;
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
    ExitCode tell(const CliContext& context, const std::string& out, const WrittenReport& written)
    {
        if (context.json) {
            nlohmann::ordered_json json {
                {"file", out}, {"rows", written.rows}, {"checks_hold", written.checksHold()}};
            for (const ReportFigure& figure : written.figures)
                json["figures"][figure.token] = figure.value;
            std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        } else {
            for (const ReportFigure& figure : written.figures)
                std::cout << context.say({figure.nameZh, figure.nameEn}) << '\t' << figure.value << '\n';
            std::cout << context.say({"已生成 ", "written: "}) << out << context.say({"，行数 ", ", rows "})
                      << written.rows << '\n';
        }
        for (const CheckLine& check : written.checks)
            if (!check.holds)
                std::cerr << context.say({"勾稽不符：", "does not add up: "}) << check.text << '\n';
        return written.checksHold() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    /// The request with what was said as text.
    Result<ReportRequest> requestOf(const CliContext& context, const ReportOptions& options)
    {
        ReportRequest out = options.request;
        out.bureau = context.bureau;
        out.asOf = systemToday();
        if (!options.asOf.empty()) {
            const auto day = parseDate(options.asOf);
            if (!day)
                return fail(day.error());
            out.asOf = *day;
        }
        for (const auto& [text, month] : {std::pair(&options.month, &out.month), {&options.from, &out.from}}) {
            if (text->empty())
                continue;
            const auto parsed = parseMonth(*text);
            if (!parsed)
                return fail(parsed.error());
            *month = *parsed;
        }
        if (options.year != 0)
            out.year = options.year;
        if (!options.money.empty())
            out.moneyUnit = options.money == "wan" ? MoneyUnit::WanYuan : MoneyUnit::Yuan;
        out.hasHead = printsHead(options.out.empty() ? "report." + options.format : options.out);
        return out;
    }

    /// The figures that open lines, by which --cell names them.
    ExitCode tellCells(const CliContext& context, const std::vector<OpenCell>& cells)
    {
        auto json = nlohmann::ordered_json::array();
        for (const OpenCell& cell : cells)
            if (context.json)
                json.push_back({{"cell", cell.key}, {"row", cell.row}, {"column", cell.column},
                    {"value", printedText(cell.value, MoneyUnit::Yuan)}});
            else
                std::cout << cell.key << '\t' << cell.row << '\t' << cell.column << '\t'
                          << printedText(cell.value, MoneyUnit::Yuan) << '\n';
        if (context.json)
            std::cout << json.dump() << '\n';
        return ExitCode::Done;
    }

    /// What opening every figure showed; those that their lines do not come to are said.
    ExitCode tellChecked(const CliContext& context, const CheckedCells& checked)
    {
        if (context.json)
            std::cout << nlohmann::ordered_json {{"figures", checked.cells}, {"wrong", checked.wrong}}.dump()
                      << '\n';
        else
            std::cout << context.say({"已核对单元格 ", "figures checked: "}) << checked.cells
                      << context.say({"，与明细之和不符 ", ", not the sum of their lines: "})
                      << checked.wrong.size() << '\n';
        for (const std::string& wrong : checked.wrong)
            std::cerr << wrong << '\n';
        return checked.wrong.empty() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    /// Makes the report, keeps it, and leaves the file where one was named.
    ExitCode keep(const CliContext& context, const ReportOptions& options, const ReportRequest& request)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const PrivateFolder folder;
        const std::filesystem::path file = options.out.empty() || options.dryRun
            ? folder
                / ("report"
                    + (options.out.empty() ? '.' + options.format
                                           : std::filesystem::path(options.out).extension().string()))
            : std::filesystem::path(options.out);
        Progress bar(std::string(context.say({"生成报表", "report"})));
        const auto made = makeToKeep(**session, Scope::everything(), {localActor(), {}}, request, file,
            systemNow(), [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        if (!made)
            return context.refuse(made.error(), options.out);
        if (options.dryRun)
            return context.nothingDone();
        const auto kept = keepFile(**session, made->kept, file);
        if (!kept)
            return context.refuse(kept.error(), options.out);
        return tellKept(context, **session, *kept, made->written);
    }

    ExitCode report(const CliContext& context, const ReportOptions& options)
    {
        if (options.list)
            return listReports(context);
        if (options.request.name.empty())
            return context.wrongUse(Error {ErrorCode::InvalidArgument, "report.none", {}});
        const auto request = requestOf(context, options);
        if (!request)
            return context.wrongUse(request.error());
        if (const auto sound = checkRequest(*request); !sound)
            return context.wrongUse(sound.error());
        if (options.keep) {
            if (options.cells || options.verify || !options.cell.empty())
                return context.wrongUse({"--keep 只用于整张报表", "--keep is for whole reports"});
            return keep(context, options, *request);
        }
        if (options.out.empty() && !options.cells && !options.verify)
            return context.wrongUse({"请指明 --out", "name --out"});
        Progress bar(std::string(context.say({"生成报表", "report"})));
        bool isChecking = false;
        ReportOutput output = toFile(options.out);
        std::vector<OpenCell> cells;
        CheckedCells checked;
        if (options.verify)
            output = toCheckedCells(checked, [&](std::int64_t done, std::int64_t total) {
                if (!isChecking)
                    bar.stage(std::string(context.say({"核对单元格", "figures"})));
                isChecking = true;
                bar.update(done, total);
            });
        else if (options.cells)
            output = toOpenCells(cells);
        else if (!options.cell.empty()) {
            const auto key = parseCellKey(options.cell);
            if (!key)
                return context.wrongUse(key.error());
            output = linesOfCell(*key, std::move(output));
        }
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const auto written = makeReport(**session, Scope::everything(), {currentUser(), {}}, *request, output,
            [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
        if (written && options.verify)
            return tellChecked(context, checked);
        if (written && options.cells)
            return tellCells(context, cells);
        return written ? tell(context, options.out, *written) : context.refuse(written.error(), options.out);
    }

} // namespace

void addReportCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<ReportOptions>();
    CLI::App* command = app.add_subcommand("report",
        context.help({"生成报表（XLSX、CSV 或 PDF），--list 列出全部报表",
            "write a report as XLSX, CSV or PDF; --list names them"}));
    command->add_option("name", options->request.name, context.help({"报表名称", "name of the report"}));
    command->add_flag(
        "--list", options->list, context.help({"列出全部报表的名称", "the names of all reports"}));
    command->add_option(
        "--out", options->out, context.help({"输出文件，.xlsx、.csv 或 .pdf", "FILE.xlsx, .csv or .pdf"}));
    command->add_option("--task", options->request.task, context.help({"清查任务编号", "inventory task"}));
    command->add_option("--unit", options->request.units,
        context.help({"单位编码；不填为任务中的全部单位", "unit code; default: every unit of the task"}));
    command->add_flag("--subordinates", options->request.withSubordinates,
        context.help(
            {"连同 --unit 所指主管单位的所属单位", "with the units below the one that --unit names"}));
    command->add_option("--as-of", options->asOf,
        context.help({"基准日，默认今天", "day the report stands for, today when left out"}));
    command->add_option("--year", options->year,
        context.help({"登记表或年度变动情况表的年度；登记表不填为全部，年度告知单、用房分配与维修不填为今年",
            "year of a register or of the movements of a year; default: all, of the yearly notice, allocations and "
            "repairs this year"}));
    command->add_flag("--findings", options->request.onlyFindings,
        context.help({"登记表只列有待说明事项的：逾期、超期、超标准",
            "of a register only what is late, overdue or above a limit"}));
    command->add_option("--document", options->request.document,
        context.help({"单据编号（处置申请表）", "number of a document, for its form"}));
    command->add_option("--month", options->month,
        context.help(
            {"会计期间 YYYY-MM：折旧、变动、对账", "YYYY-MM of depreciation, movements, reconciliation"}));
    command->add_option("--from", options->from,
        context.help({"资产变动表的起始月份；不填为 --month 一个月",
            "first month of the movements; default: the month alone"}));
    command->add_option(
        "--asset", options->request.asset, context.help({"固定资产卡片的资产编号", "asset number of the card"}));
    command->add_option("--cell", options->cell,
        context.help({"汇总表的一个单元格（行@列）：输出其背后的明细；--cells 列出全部单元格",
            "a figure of a summary as ROW@COLUMN: write the lines behind it; --cells names them all"}));
    command->add_flag("--cells", options->cells,
        context.help({"列出可以打开明细的单元格及其数值，不生成文件",
            "name the figures that open lines, with their values; writes no file"}));
    command->add_flag("--verify", options->verify,
        context.help({"逐一打开报表的单元格，核对明细之和，不生成文件",
            "open every figure of the report and add its lines up; writes no file"}));
    command->add_option("--preparer", options->request.preparer,
        context.help({"表头中的编制单位", "who prepares the report, as its head says"}));
    command
        ->add_option("--money", options->money,
            context.help({"yuan 元或 wan 万元；不填为元，有表头的全市汇总为万元",
                "yuan or wan (万元); default yuan, the city summary with a head in wan"}))
        ->check(CLI::IsMember({"yuan", "wan"}));
    command->add_flag("--keep", options->keep,
        context.help({"存入报表档案（report archive 查看）；只指明一个单位的存为该单位的报表",
            "keep it in the archive (report archive lists it); of one unit it is kept as that unit's"}));
    command
        ->add_option("--format", options->format,
            context.help(
                {"未指明 --out 时存档的格式，默认 pdf", "format of what is kept without --out; default pdf"}))
        ->check(CLI::IsMember({"xlsx", "csv", "pdf"}));
    command->add_flag("--dry-run", options->dryRun,
        context.help({"与 --keep 同用：只生成，不存档", "with --keep: make it, keep nothing"}));
    addReportArchive(*command, context);
    addReportExplain(*command, context);
    addReportSchedule(*command, context);
    command->callback([&context, command, options] {
        if (command->get_subcommands().empty())
            context.run = [&context, options] { return report(context, *options); };
    });
}

} // namespace guanwu
