#include "app/cli/commands.h"
#include "app/doctor/doctor.h"
#include "app/system_clock.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    ExitCode tell(const CliContext& context, const std::vector<HealthCheck>& checks)
    {
        for (const HealthCheck& check : checks)
            if (context.json)
                std::cout << nlohmann::ordered_json {{"health", tokenRow(kHealths, check.health).token}, {"subject", check.subject},
                    {"text", context.say(check.text)}, {"detail", check.detail}}
                                 .dump()
                          << '\n';
            else
                std::cout << tokenRow(kHealths, check.health).token << '\t' << check.subject << '\t' << context.say(check.text)
                          << '\t' << check.detail << '\n';
        const bool isIll = std::ranges::any_of(checks, [](const HealthCheck& f) { return f.health == Health::Error; });
        return isIll ? ExitCode::AnswerIsNo : ExitCode::Done;
    }

} // namespace

void addDoctorCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand("doctor",
        context.help({"检查数据库、磁盘、密钥、管理员与运行环境；不作更改",
            "look at the store, the disk, the key, the administrators and what the program needs; changes nothing"}));
    command->callback([&context] {
        context.run = [&context] {
            const auto session = context.openRegistry();
            if (!session)
                return context.refuse(session.error());
            DoctorQuestions questions;
            questions.registryFile = parseDatabaseUrl(context.databaseUrl).value().path;
            questions.keyFile = context.keyFilePath().value_or(std::filesystem::path());
            questions.readerProgram = context.readerProgram;
            questions.now = systemNow();
            return tell(context, examine(**session, questions));
        };
    });
}

} // namespace guanwu
