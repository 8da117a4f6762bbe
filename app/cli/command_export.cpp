#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "app/exchange/export_job.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

void addExportCommand(CLI::App& app, CliContext& context)
{
    struct Options {
        std::string kind;
        std::string file;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "export", context.help({"导出，列与导入相同", "write the same columns that import takes"}));
    command->add_option("kind", options->kind, context.help({"类别，同 import", "kind, as of import"}))
        ->required();
    command->add_option("file", options->file, context.help({".csv 或 .xlsx 文件", ".csv or .xlsx"}))
        ->required();
    command->callback([&context, options] {
        context.run = [&context, options] {
            const auto kind = parseToken(kImportKinds, options->kind, "import.kind");
            if (!kind)
                return context.wrongUse(kind.error());
            auto session = context.openRegistry();
            if (!session)
                return context.refuse(session.error());
            Progress bar(std::string(context.say({"导出", "export"})));
            const auto rows = exportFile(**session, *kind, options->file,
                [&](std::int64_t done, std::int64_t total) { bar.update(done, total); });
            if (!rows)
                return context.refuse(rows.error());
            if (context.json)
                std::cout << nlohmann::json {{"rows", *rows}}.dump() << '\n';
            else
                std::cout << context.say({"已导出行数 ", "rows written: "}) << *rows << '\n';
            return ExitCode::Done;
        };
    });
}

} // namespace guanwu
