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

    constexpr const char* nameOf(Health health)
    {
        return health == Health::Ok ? "ok" : health == Health::Warning ? "warning" : "error";
    }

    ExitCode tell(const CliContext& context, const std::vector<Finding>& findings)
    {
        for (const Finding& finding : findings)
            if (context.json)
                std::cout << nlohmann::ordered_json {{"health", nameOf(finding.health)}, {"subject", finding.subject},
                    {"text", context.say(finding.text)}, {"detail", finding.detail}}
                                 .dump()
                          << '\n';
            else
                std::cout << nameOf(finding.health) << '\t' << finding.subject << '\t' << context.say(finding.text)
                          << '\t' << finding.detail << '\n';
        const bool isIll = std::ranges::any_of(findings, [](const Finding& f) { return f.health == Health::Error; });
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
