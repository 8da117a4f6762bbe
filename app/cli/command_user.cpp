#include "app/cli/commands.h"
#include "app/cli/open_accounts.h"
#include "app/system_clock.h"
#include "schema/connection/unit_of_work.h"
#include "schema/repositories/units.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct UserOptions {
        std::string login;
        std::string name;
        std::string role;
        std::string unit;
        std::string department;
        bool dryRun = false;
    };

    void printPassword(const CliContext& context, const std::string& login, const std::string& password)
    {
        if (context.json)
            std::cout << nlohmann::ordered_json {{"login", login}, {"password", password}}.dump() << '\n';
        else
            std::cout << login << "  " << password << "  "
                      << context.say({"（首次登录须修改，此处只显示一次）",
                             "(to be changed at the first log-in; shown this once)"})
                      << '\n';
    }

    ExitCode setUp(const CliContext& context, const UserOptions& options)
    {
        auto opened = OpenAccounts::open(context);
        if (!opened)
            return context.refuse(opened.error());
        if (options.dryRun)
            return ExitCode::Done;
        std::vector<std::pair<std::string, std::string>> administrators;
        for (const char* login : {"system", "security", "audit"})
            administrators.emplace_back(login, firstPassword(*opened->secrets));
        if (const auto done = opened->service->setUp(administrators); !done)
            return context.refuse(done.error());
        for (const auto& [login, password] : administrators)
            printPassword(context, login, password);
        return ExitCode::Done;
    }

    ExitCode list(const CliContext& context)
    {
        auto opened = OpenAccounts::open(context);
        if (!opened)
            return context.refuse(opened.error());
        for (const Account& account : opened->store->accounts()) {
            const auto* role = account.role ? &tokenRow(kRoles, *account.role) : nullptr;
            if (context.json)
                std::cout << nlohmann::ordered_json {{"login", account.login}, {"name", account.name},
                    {"role", role ? nlohmann::ordered_json(role->token) : nlohmann::ordered_json()},
                    {"disabled", account.disabled}}
                                 .dump()
                          << '\n';
            else
                std::cout << account.login << '\t' << account.name << '\t'
                          << (role ? context.say({role->nameZh, role->nameEn})
                                   : context.say({"未授权", "no role yet"}))
                          << (account.disabled ? context.say({"\t已停用", "\tdisabled"}) : "") << '\n';
        }
        return ExitCode::Done;
    }

    Result<void> addAndGrant(
        const OpenAccounts& opened, const UserOptions& options, const std::string& password)
    {
        const auto role = parseToken(kRoles, options.role, "access.role_name");
        if (!role)
            return fail(role.error());
        UnitId unit;
        DepartmentId department;
        if (!options.unit.empty()) {
            const auto found = findUnit(*opened.session, Scope::everything(), options.unit);
            if (!found)
                return fail(found.error());
            unit = *found;
        }
        if (!options.department.empty()) {
            const auto found = findDepartment(*opened.session, Scope::everything(), unit, options.department);
            if (!found)
                return fail(found.error());
            department = *found;
        }
        const auto system = opened.administrator(Role::SystemAdministrator);
        const auto security = opened.administrator(Role::SecurityAdministrator);
        if (!system || !security)
            return fail(ErrorCode::RuleViolated, "access.not_set_up");
        if (auto sound = checkGrant(*role, unit, department); !sound || options.dryRun)
            return sound;
        // Each again by itself when somebody was in the way: who was made would be in the way of himself.
        const auto made = retrying(*opened.session,
            [&] { return opened.service->create(*system, options.login, options.name, password); });
        return made ? retrying(*opened.session,
                   [&] { return opened.service->grant(*security, options.login, *role, unit, department); })
                    : made;
    }

    ExitCode add(const CliContext& context, const UserOptions& options)
    {
        auto opened = OpenAccounts::open(context);
        if (!opened)
            return context.refuse(opened.error());
        const std::string password = firstPassword(*opened->secrets);
        if (const auto added = addAndGrant(*opened, options, password); !added)
            return context.refuse(added.error());
        if (!options.dryRun)
            printPassword(context, options.login, password);
        return ExitCode::Done;
    }

    ExitCode reset(const CliContext& context, const UserOptions& options)
    {
        auto opened = OpenAccounts::open(context);
        if (!opened)
            return context.refuse(opened.error());
        const std::string password = firstPassword(*opened->secrets);
        auto account = opened->store->findAccount(options.login);
        if (!account)
            return context.refuse(account.error());
        if (options.dryRun)
            return ExitCode::Done;
        // Administrators too: whoever lost one of their passwords has to come to the machine.
        account->passwordHash = opened->secrets->hash(password);
        account->passwordChangedAt = systemNow();
        account->mustChangePassword = true;
        if (const auto changed = opened->store->changeAccount(*account); !changed)
            return context.refuse(changed.error());
        printPassword(context, options.login, password);
        return ExitCode::Done;
    }

    ExitCode setDisabled(const CliContext& context, const UserOptions& options, bool disabled)
    {
        auto opened = OpenAccounts::open(context);
        if (!opened)
            return context.refuse(opened.error());
        const auto system = opened->administrator(Role::SystemAdministrator);
        if (!system)
            return context.refuse(system.error());
        if (options.dryRun)
            return ExitCode::Done;
        const auto done = opened->service->setDisabled(*system, options.login, disabled);
        return done ? ExitCode::Done : context.refuse(done.error());
    }

} // namespace

void addUserCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand(
        "user", context.help({"账号：谁可以登录、以何种角色", "accounts: who may log in, and as what"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<UserOptions>();
    const auto addAction = [&](const char* name, const std::string& help, auto action) {
        CLI::App* sub = command->add_subcommand(name, help);
        sub->callback([&context, options, action] {
            context.run = [&context, options, action] { return action(context, *options); };
        });
        return sub;
    };
    const auto writes = [&](CLI::App* sub) {
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    const auto ofOne = [&](CLI::App* sub) {
        sub->add_option("login", options->login, context.help({"账号", "login"}))->required();
        return writes(sub);
    };
    writes(addAction("setup",
        context.help({"为新台账库设立三名管理员", "the three administrators of a new registry"}), setUp));
    addAction("list", context.help({"列出全部账号", "all accounts"}),
        [](const CliContext& c, const UserOptions&) { return list(c); });
    CLI::App* added
        = ofOne(addAction("add", context.help({"新建账号并授予角色", "an account with a role"}), add));
    added->add_option("--name", options->name, context.help({"姓名", "name of the person"}))->required();
    std::string roles;
    for (const auto& role : kRoles)
        roles.append(roles.empty() ? "" : context.help({"，", ", "}))
            .append(role.token)
            .append(" ")
            .append(context.language == Language::ZhCn ? role.nameZh : role.nameEn);
    added->add_option("--role", options->role, context.help({"角色：", "role: "}) + roles)->required();
    added->add_option("--unit", options->unit, context.help({"单位编码", "code of the unit"}));
    added->add_option(
        "--department", options->department, context.help({"部门名称", "name of the department"}));
    ofOne(addAction("reset", context.help({"重置为新的初始密码", "a new first password"}), reset));
    ofOne(addAction("disable", context.help({"停用账号", "end all log-ins and allow no more"}),
        [](const CliContext& c, const UserOptions& o) { return setDisabled(c, o, true); }));
    ofOne(addAction("enable", context.help({"恢复账号", "allow log-ins again"}),
        [](const CliContext& c, const UserOptions& o) { return setDisabled(c, o, false); }));
}

} // namespace guanwu
