#include "app/cli/commands.h"
#include "schema/connection/session.h"
#include "schema/migrations/migrator.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

void addInitCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand("init",
        context.help({"新建或升级台账库，可重复执行", "create or upgrade the registry; safe to repeat"}));
    const auto dryRun = std::make_shared<bool>(false);
    command->add_flag("--dry-run", *dryRun, context.help({"只说明将做什么", "say what would be done"}));
    command->callback([&context, dryRun] {
        context.run = [&context, dryRun] {
            const auto url = parseDatabaseUrl(context.databaseUrl);
            if (!url)
                return context.refuse(url.error());
            // SQLite would only say that it cannot open the file.
            if (url->dialect == Dialect::Sqlite) {
                const auto folder = std::filesystem::absolute(url->path).parent_path();
                if (!std::filesystem::is_directory(folder))
                    return context.refuse({ErrorCode::NotFound, "report.folder", folder.string()});
            }
            if (*dryRun && url->dialect == Dialect::Sqlite && !std::filesystem::exists(url->path)) {
                std::cout << context.say({"将新建台账库", "a new registry would be made"}) << '\n';
                return ExitCode::Done;
            }
            const auto session = context.connect();
            if (!session)
                return context.refuse(session.error());
            if (*dryRun) {
                const auto current = requireCurrent(**session);
                std::cout << (current ? context.say({"台账库已是最新", "the registry is up to date"})
                                      : context.say({"台账库将被升级", "the registry would be upgraded"}))
                          << '\n';
                return ExitCode::Done;
            }
            const auto steps = migrate(**session);
            if (!steps)
                return context.refuse(steps.error());
            if (context.json)
                std::cout << nlohmann::json {{"migrations", *steps}}.dump() << '\n';
            else
                std::cout << context.say({"台账库就绪，执行升级步骤：", "registry ready, steps applied: "})
                          << *steps << '\n';
            return ExitCode::Done;
        };
    });
}

} // namespace guanwu
