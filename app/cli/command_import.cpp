#include "app/cli/commands.h"
#include "app/cli/import_columns.h"
#include "app/cli/problem_report.h"
#include "app/cli/progress.h"
#include "app/exchange/import_job.h"
#include "app/system_clock.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"
#include "schema/repositories/import_batches.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct ImportOptions {
        std::string kind;
        std::string file;
        std::string errorsFile;
        std::string mapFile;
        std::string encoding;
        std::string opening;
        std::int64_t undo = 0;
        bool columns = false;
        bool dryRun = false;
    };

    ExitCode undoBatch(const CliContext& context, Session& session, std::int64_t batch, bool dryRun)
    {
        ImportBatches batches(session, Scope::everything());
        if (dryRun) {
            const auto sound = batches.checkUndo(BatchId {batch});
            return sound ? context.nothingDone() : context.refuse(sound.error());
        }
        batches.recover();
        if (const auto undone = batches.undo(BatchId {batch}); !undone)
            return context.refuse(undone.error());
        if (context.json)
            std::cout << nlohmann::json {{"undone", batch}}.dump() << '\n';
        else
            std::cout << context.say({"已撤销批次 ", "taken back: batch "}) << batch << '\n';
        return ExitCode::Done;
    }

    void printOutcome(const CliContext& context, const ImportOutcome& outcome, bool dryRun)
    {
        if (context.json) {
            std::cout << nlohmann::ordered_json {{"rows", outcome.rows}, {"errors", outcome.errors},
                {"warnings", outcome.warnings},
                {"batch", outcome.batch.value == 0 ? nlohmann::json() : nlohmann::json(outcome.batch.value)},
                {"dry_run",
                    dryRun}}.dump()
                      << '\n';
            return;
        }
        std::cout << context.say({"行数 ", "rows "}) << outcome.rows << context.say({"，错误 ", ", errors "})
                  << outcome.errors << context.say({"，警告 ", ", warnings "}) << outcome.warnings;
        if (outcome.batch.value != 0)
            std::cout << context.say({"，批次 ", ", batch "}) << outcome.batch.value;
        else
            std::cout << context.say({"，未写入", ", nothing stored"});
        std::cout << '\n';
    }

    Result<ImportKind> kindOf(const ImportOptions& options)
    {
        if (options.kind.empty())
            return fail(ErrorCode::InvalidArgument, "import.no_kind");
        return parseToken(kImportKinds, options.kind, "import.kind");
    }

    /// What the options ask for. Errors are wrong use.
    Result<ImportRequest> requestOf(const CliContext& context, const ImportOptions& options)
    {
        const auto kind = kindOf(options);
        if (!kind)
            return fail(kind.error());
        if (options.file.empty())
            return fail(ErrorCode::InvalidArgument, "import.no_file");
        ImportRequest request;
        request.kind = *kind;
        request.file = options.file;
        request.dryRun = options.dryRun;
        request.table.readerProgram = context.readerProgram;
        const auto today = systemToday();
        request.today = std::chrono::year_month_day(today);
        if (!options.encoding.empty()) {
            const auto encoding = parseToken(kTextEncodings, options.encoding, "table.encoding_name");
            if (!encoding)
                return fail(encoding.error());
            request.table.encoding = *encoding;
        }
        if (!options.opening.empty()) {
            const auto month = parseMonth(options.opening);
            if (!month)
                return fail(month.error());
            request.opening = *month;
        }
        return request;
    }

    ExitCode runImport(const CliContext& context, const ImportOptions& options)
    {
        if (options.columns) {
            const auto kind = kindOf(options);
            return kind ? printColumns(context, *kind) : context.wrongUse(kind.error());
        }
        auto request = requestOf(context, options);
        if (!request && options.undo == 0)
            return context.wrongUse(request.error());
        auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        if (options.undo != 0)
            return undoBatch(context, **session, options.undo, options.dryRun);
        if (!options.mapFile.empty()) {
            auto names
                = readHeadingNames(options.mapFile, columnsOf(request->kind), {{}, context.readerProgram});
            if (!names)
                return context.refuse(names.error(), options.mapFile);
            request->headings = std::move(*names);
        }

        ProblemReport report(context, options.file);
        if (const auto opened = report.open(options.errorsFile); !opened)
            return context.refuse(opened.error());
        Progress bar(std::string(context.say({"校验", "check"})));
        ImportStage shown = ImportStage::Check;
        const auto outcome = importFile(
            **session, *request, [&](const ImportProblem& problem) { report.take(problem); },
            [&](ImportStage stage, std::int64_t done, std::int64_t total) {
                if (stage != shown)
                    bar.stage(std::string(context.say({"写入", "load"})));
                shown = stage;
                bar.update(done, total);
            });
        report.finish();
        if (!outcome)
            return context.refuse(outcome.error(), options.file);
        printOutcome(context, *outcome, options.dryRun);
        if (outcome->errors == 0)
            return ExitCode::Done;
        return options.dryRun ? ExitCode::AnswerIsNo : ExitCode::Refused;
    }

} // namespace

void addImportCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command = app.add_subcommand("import",
        context.help({"导入一个文件：units 单位、places 地点、people 人员、rooms 房间、assets 资产、certificates 权证、allocations 分配、repairs 维修、occupants 用房使用人、ledger 总账",
            "import a file: units people places assets rooms allocations certificates repairs occupants ledger"}));
    command->add_option("kind", options->kind, context.help({"类别", "kind"}));
    command->add_option(
        "file", options->file, context.help({".csv、.xlsx 或 .ods 文件", ".csv, .xlsx or .ods"}));
    command->add_flag("--columns", options->columns,
        context.help({"列出该类别的列：列名、可用的表头、是否必填",
            "list the columns of the kind: name, headings, whether required"}));
    command->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    command->add_option("--errors", options->errorsFile,
        context.help({"把全部问题写入此 CSV 文件", "write every problem to this CSV file"}));
    command->add_option("--encoding", options->encoding,
        context.help({"utf-8、gb18030、utf-16le 或 utf-16be；不填则自动识别",
            "utf-8, gb18030, utf-16le or utf-16be; detected when not given"}));
    command->add_option("--map", options->mapFile,
        context.help({"两列的 CSV：文件中的表头、我们的列名",
            "CSV of two columns: heading in the file, name of our column"}));
    command->add_option("--opening", options->opening,
        context.help(
            {"所填累计折旧截至的月份 YYYY-MM", "YYYY-MM that a given accumulated depreciation stands for"}));
    command->add_option("--undo", options->undo, context.help({"撤回此批次", "take this batch back"}));
    command->callback(
        [&context, options] { context.run = [&context, options] { return runImport(context, *options); }; });
}

} // namespace guanwu
