#include "app/backup/backup.h"
#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "app/system_clock.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct Options {
        std::string file;
        bool dryRun = false;
    };

    BackupProgress shownBy(Progress& bar, const CliContext& context)
    {
        return [&bar, &context, stage = BackupStage::Writing](
                   BackupStage now, std::int64_t rows, std::int64_t total) mutable {
            if (now != stage) {
                stage = now;
                bar.stage(std::string(context.say(now == BackupStage::Restoring
                        ? Text {"试恢复", "restore"}
                        : Text {"逐行核对", "compare row by row"})));
            }
            bar.update(rows, total);
        };
    }

    void tell(const CliContext& context, const BackupSummary& summary, Text what)
    {
        nlohmann::ordered_json digests;
        for (const auto& [table, tally] : summary.tables)
            digests[table] = tally.sm3;
        if (context.json)
            std::cout << nlohmann::ordered_json {{"schema", summary.head.schema}, {"made_at", summary.head.madeAt},
                {"tables", summary.tables.size()}, {"rows", summary.whole.rows}, {"sm3", summary.whole.sm3},
                {"table_sm3", std::move(digests)}}
                             .dump()
                      << '\n';
        else
            std::cout << context.say(what) << context.say({"：", ": "}) << summary.tables.size()
                      << context.say({" 张表，", " tables, "}) << summary.whole.rows
                      << context.say({" 行，SM3 ", " rows, SM3 "}) << summary.whole.sm3 << '\n';
    }

    ExitCode backUp(const CliContext& context, const Options& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        if (options.dryRun)
            return context.nothingDone();
        Progress bar(std::string(context.say({"备份", "back up"})));
        const auto summary = makeBackup(**session, options.file, systemNow(), shownBy(bar, context));
        if (!summary)
            return context.refuse(summary.error(), options.file);
        tell(context, *summary, {"备份已写入并经试恢复逐行核对", "backed up, restored aside and compared row by row"});
        return ExitCode::Done;
    }

    ExitCode restore(const CliContext& context, const Options& options)
    {
        Progress bar(std::string(context.say({"恢复", "restore"})));
        if (options.dryRun) {
            const auto summary = checkBackup(options.file, shownBy(bar, context));
            if (!summary)
                return context.refuse(summary.error(), options.file);
            tell(context, *summary, {"备份完好，未作更改", "the backup is sound; nothing was changed"});
            return ExitCode::Done;
        }
        // A damaged file shall not cost a database, nor make an empty one.
        if (const auto sound = readBackup(options.file); !sound)
            return context.refuse(sound.error(), options.file);
        const auto session = context.connect();
        if (!session)
            return context.refuse(session.error());
        const auto summary = restoreBackup(options.file, **session, shownBy(bar, context));
        if (!summary)
            return context.refuse(summary.error(), options.file);
        // The trail came with the backup; that somebody restored it is its next entry.
        (*session)->audit().note({"backup", {}, summary->whole.sm3});
        UnitOfWork work(**session);
        work.commit();
        tell(context, *summary, {"已恢复并逐行核对", "restored and compared row by row"});
        return ExitCode::Done;
    }

} // namespace

void addBackupCommands(CLI::App& app, CliContext& context)
{
    const auto add = [&](const char* name, Text help, Text dryRun, auto run) {
        const auto options = std::make_shared<Options>();
        CLI::App* command = addAction(app, context, options, name, help, run);
        command->add_option("file", options->file, context.help({"备份文件", "the backup"}))->required();
        command->add_flag("--dry-run", options->dryRun, context.help(dryRun));
    };
    add("backup", {"备份台账库：写入一个文件并试恢复核对；密码密钥文件须另行保管",
                      "copy the registry into a file that is proven by restoring it; keep the key file apart"},
        {"只检查，不写文件", "check only; write nothing"}, backUp);
    add("restore", {"把备份恢复到空数据库，恢复后所有登录失效", "fill an empty database with a backup; every log-in has ended"},
        {"只试恢复并核对备份，不动台账库", "restore aside and compare; touch no registry"}, restore);
}

} // namespace guanwu
