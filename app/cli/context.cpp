#include "app/cli/context.h"

#include "app/campaign/open_task.h"
#include "app/cli/current_user.h"
#include "app/security/argon2_secrets.h"
#include "app/system_clock.h"
#include "app/text/explain.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/session.h"
#include "schema/migrations/migrator.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace guanwu {

namespace {

    Result<std::string> readPassword(const std::string& option)
    {
        std::string path = option;
        if (path.empty())
            if (const char* file = std::getenv("GUANWU_DB_PASSWORD_FILE"))
                path = file;
        if (path.empty())
            return std::string();
        std::ifstream in(path);
        std::string password;
        if (!std::getline(in, password) && !in.eof())
            return fail(ErrorCode::NotFound, "db.password_file", path);
        return password;
    }

} // namespace

ExitCode CliContext::refuse(const Error& error, std::string_view where) const
{
    const std::string reason = explain(error, language);
    std::cerr << "guanwu: ";
    if (!where.empty() && reason.find(where) == std::string::npos)
        std::cerr << where << ": ";
    std::cerr << reason << " [" << error.subject << "]\n";
    return ExitCode::Refused;
}

ExitCode CliContext::wrongUse(const Error& error) const
{
    static_cast<void>(refuse(error));
    return ExitCode::WrongUse;
}

ExitCode CliContext::wrongUse(Text what) const
{
    std::cerr << "guanwu: " << say(what) << '\n';
    return ExitCode::WrongUse;
}

ExitCode CliContext::nothingDone() const
{
    if (json)
        std::cout << "{\"dry_run\":true}\n";
    else
        std::cout << say({"检查通过，未作更改", "checked; nothing was changed"}) << '\n';
    return ExitCode::Done;
}

Result<std::unique_ptr<Session>> CliContext::connect() const
{
    const auto url = parseDatabaseUrl(databaseUrl);
    if (!url)
        return fail(url.error());
    const auto password = databasePassword();
    if (!password)
        return fail(password.error());
    auto session = std::make_unique<Session>(*url, *password);
    AuditAct act;
    act.action = AuditAction::Command;
    act.object = command;
    act.actor = localActor();
    act.source = "local";
    act.requestId = std::to_string(session->newId());
    act.now = systemNow;
    session->audit().begin({std::move(act)});
    return session;
}

Result<std::unique_ptr<Session>> CliContext::openRegistry() const
{
    const auto url = parseDatabaseUrl(databaseUrl);
    if (!url)
        return fail(url.error());
    // SQLite would make an empty file out of a mistyped path.
    if (url->dialect == Dialect::Sqlite && !std::filesystem::exists(url->path))
        return fail(ErrorCode::NotFound, "schema.missing", url->path);
    auto session = connect();
    if (!session)
        return session;
    if (const auto current = requireCurrent(**session); !current)
        return fail(current.error());
    return session;
}

Result<OpenTask> CliContext::openTask(const std::string& taskNo) const
{
    auto session = openRegistry();
    return session ? OpenTask::open(std::move(*session), Scope::everything(), taskNo) : fail(session.error());
}

Result<std::string> CliContext::databasePassword() const { return readPassword(passwordFile); }

Result<std::filesystem::path> CliContext::keyFilePath() const
{
    if (!keyFile.empty())
        return std::filesystem::path(keyFile);
    const auto url = parseDatabaseUrl(databaseUrl);
    if (!url || url->dialect != Dialect::Sqlite)
        return fail(ErrorCode::InvalidArgument, "secrets.no_key_file");
    return std::filesystem::path(url->path + ".key");
}

Result<std::unique_ptr<Secrets>> CliContext::openSecrets() const
{
    const auto file = keyFilePath();
    if (!file)
        return fail(file.error());
    return Argon2Secrets::withKeyFile(*file);
}

} // namespace guanwu
