#include "app/cli/commands.h"
#include "schema/connection/storage_error.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

using namespace guanwu;

namespace {

/// A misspelt option ends with the code for wrong use, whatever CLI11 would choose; help and version end
/// well.
int parse(CLI::App& app, int argc, char** argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error, std::cout, std::cerr);
        return code == 0 ? 0 : static_cast<int>(ExitCode::WrongUse);
    }
    return -1;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app {
        "管物 Guanwu: a city's state-owned assets, office space and property certificates", "guanwu"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "guanwu 0.1.0");
    app.option_defaults()->always_capture_default(false);

    CliContext context;
    context.readerProgram = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "guanwu-reader";
    std::string language = "zh_CN";
    app.add_option("--db", context.databaseUrl, "sqlite:PATH or mysql://USER@HOST:PORT/NAME")
        ->envname("GUANWU_DB");
    app.add_option("--db-password-file", context.passwordFile, "file that holds the database password");
    app.add_option("--key-file", context.keyFile,
           "key of the password hashes; beside an SQLite registry when left out")
        ->envname("GUANWU_KEY_FILE");
    app.add_flag("--json", context.json, "machine-readable output");
    app.add_option("--lang", language, "zh_CN or en")->check(CLI::IsMember({"zh_CN", "en"}));
    app.fallthrough();

    addInitCommand(app, context);
    addDemoCommand(app, context);
    addImportCommand(app, context);
    addExportCommand(app, context);
    addCheckCommand(app, context);
    addScanCommand(app, context);
    addLabelCommand(app, context);
    addTaskCommand(app, context);
    addReportCommand(app, context);
    addUserCommand(app, context);
    addServeCommand(app, context);
    addShowcaseCommand(app, context);

    if (const int code = parse(app, argc, argv); code >= 0)
        return code;
    context.language = parseToken(kLanguages, language, "cli.language").value_or(Language::ZhCn);

    try {
        return static_cast<int>(context.run());
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
