#include "app/cli/commands.h"
#include "app/cli/usage_text.h"
#include "schema/connection/storage_error.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

using namespace guanwu;

namespace {

/// A misspelt option ends with the code for wrong use, whatever CLI11 would choose; help and version end
/// well.
int parse(CLI::App& app, Language language, int argc, char** argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return app.exit(error, std::cout, std::cerr);
        std::cerr << "guanwu: " << wrongUseText(error, language) << '\n';
        return static_cast<int>(ExitCode::WrongUse);
    }
    return -1;
}

/// "task advance": as the audit trail calls it, without what was asked for.
std::string commandOf(const CLI::App& app)
{
    std::string out;
    for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
        at = at->get_subcommands().front();
        out.append(out.empty() ? "" : " ").append(at->get_name());
    }
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    CliContext context;
    context.language = languageOf(argc, argv);
    CLI::App app {context.help({"管物：一个城市的国有资产、办公用房与不动产权证",
                      "管物 Guanwu: a city's state-owned assets, office space and property certificates"}),
        "guanwu"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "guanwu " GUANWU_VERSION)
        ->description(context.help({"显示版本", "Display program version information and exit"}));
    app.option_defaults()->always_capture_default(false);

    context.readerProgram = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "guanwu-reader";
    std::string language = "zh_CN";
    app.add_option("--db", context.databaseUrl,
           context.help({"台账库：sqlite:路径 或 mysql://用户@主机:端口/库名",
               "sqlite:PATH or mysql://USER@HOST:PORT/NAME"}))
        ->envname("GUANWU_DB");
    app.add_option("--db-password-file", context.passwordFile,
        context.help({"存放数据库密码的文件", "file that holds the database password"}));
    app.add_option("--key-file", context.keyFile,
           context.help({"密码散列的密钥文件；SQLite 台账库不填则在库旁",
               "key of the password hashes; beside an SQLite registry when left out"}))
        ->envname("GUANWU_KEY_FILE");
    app.add_option("--bureau", context.bureau,
        context.help({"全市报表的编制单位；不填为单位表中唯一的机关事务管理部门",
            "who makes the reports of the city; default: the one office administration among the units"}));
    // What stands on the command line goes before the file, the file before the environment.
    app.set_config("--config", {},
        context.help({"配置文件：每行 选项 = 值，各命令的选项写在 [命令] 之下",
            "file of options: NAME = VALUE a line, those of a command below [COMMAND]"}));
    app.allow_config_extras(CLI::config_extras_mode::error);
    app.add_flag("--json", context.json, context.help({"供程序读取的输出", "machine-readable output"}));
    app.add_option(
           "--lang", language, context.help({"zh_CN 中文（默认）或 en 英文", "zh_CN, the default, or en"}))
        ->check(CLI::IsMember({"zh_CN", "en"}));
    app.fallthrough();

    addInitCommand(app, context);
    addDemoCommand(app, context);
    addImportCommand(app, context);
    addExportCommand(app, context);
    addCheckCommand(app, context);
    addScanCommand(app, context);
    addLabelCommand(app, context);
    addTaskCommand(app, context);
    addIdleCommand(app, context);
    addClassCommand(app, context);
    addUnitCommand(app, context);
    addSpaceCommand(app, context);
    addTitleCommand(app, context);
    addLeaseCommand(app, context);
    addRegisterCommand(app, context);
    addDepreciateCommand(app, context);
    addReconcileCommand(app, context);
    addReportCommand(app, context);
    addDocumentCommand(app, context);
    addAuditCommand(app, context);
    addUserCommand(app, context);
    addDeviceCommand(app, context);
    addHandheldCommand(app, context);
    addBackupCommands(app, context);
    addDoctorCommand(app, context);
    addServeCommand(app, context);
    addShowcaseCommand(app, context);

    shapeHelp(app, context.language);
    if (const int code = parse(app, context.language, argc, argv); code >= 0)
        return code;

    context.command = commandOf(app);
    try {
        return static_cast<int>(context.run());
    } catch (const UntrustedDatabase& error) {
        static_cast<void>(context.refuse(Error {ErrorCode::Forbidden, "db.untrusted", error.what()}));
    } catch (const TextTooLong&) {
        return static_cast<int>(context.refuse(Error {ErrorCode::InvalidArgument, "text.no_room", {}}));
    } catch (const StorageError& error) {
        std::cerr << "guanwu: "
                  << context.say({"数据库不可用，已写入的内容未丢失，请检查后重试",
                         "the store failed; what was saved is safe; check it and try again"})
                  << ": " << error.what() << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "guanwu: " << context.say({"内存不足", "out of memory"}) << '\n';
    } catch (const std::exception& error) {
        std::cerr << "guanwu: " << error.what() << '\n';
    }
    return static_cast<int>(ExitCode::StoreFailed);
}
