#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "app/cli/handheld_clerk.h"
#include "app/cli/handheld_output.h"
#include "app/handheld/event_export.h"
#include "app/system_clock.h"
#include "core/cards/attachment.h"
#include "core/cards/clean_photo.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

namespace guanwu {

namespace {

    struct HandheldOptions {
        std::string store;
        std::string code;
        std::string name = "guanwu handheld";
        std::string login;
        std::string passwordFile;
        std::string newPasswordFile;
        std::string task;
        std::string unit;
        std::string file;
        std::string place;
        std::string condition;
        std::vector<std::string> codes;
        std::vector<std::string> photos;
        bool dryRun = false;
    };

    /// A store that is there: a mistyped path must not become a new install.
    Result<std::unique_ptr<HandheldStore>> openStore(const HandheldOptions& options)
    {
        if (!std::filesystem::exists(options.store))
            return fail(ErrorCode::NotFound, "handheld.no_store", options.store);
        return HandheldStore::open(options.store);
    }

    Result<std::unique_ptr<Handheld>> openSheet(const HandheldOptions& options)
    {
        if (!std::filesystem::exists(options.store))
            return fail(ErrorCode::NotFound, "handheld.no_store", options.store);
        auto handheld = Handheld::open(options.store, systemNow);
        if (!handheld)
            return handheld;
        if (auto chosen = (*handheld)->choose(options.task, options.unit); !chosen)
            return fail(chosen.error());
        return handheld;
    }

    /// A store and the way to the server that it is enrolled at.
    struct StoreWithServer {
        std::unique_ptr<HandheldStore> store;
        OpenServer server;
    };

    Result<StoreWithServer> openWithServer(const HandheldOptions& options)
    {
        auto store = openStore(options);
        if (!store)
            return fail(store.error());
        auto server = OpenServer::of(**store);
        if (!server)
            return fail(server.error());
        return StoreWithServer {std::move(*store), std::move(*server)};
    }

    /// Never from the command line, which everybody on the machine can read.
    Result<std::string> readPassword(const std::string& path)
    {
        std::string password;
        if (path == "-") {
            std::getline(std::cin, password);
            return password;
        }
        std::ifstream in(path);
        if (!std::getline(in, password))
            return fail(ErrorCode::NotFound, "handheld.password_file", path);
        return password;
    }

    /// Errors: handheld.photo.
    Result<std::string> readPhotoFile(const std::string& file)
    {
        std::ifstream in(file, std::ios::binary);
        std::string bytes(kMostAttachmentBytes + 1, '\0');
        in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > kMostAttachmentBytes || !cleanPhoto(bytes))
            return fail(ErrorCode::InvalidArgument, "handheld.photo");
        return bytes;
    }

    ExitCode enrolCommand(const CliContext& context, const HandheldOptions& options)
    {
        const auto code = EnrolmentCode::parse(options.code);
        if (!code)
            return context.refuse(code.error());
        if (options.dryRun)
            return ExitCode::Done;
        auto store = HandheldStore::open(options.store);
        if (!store)
            return context.refuse(store.error());
        if (const auto enrolled = enrol(**store, *code, options.name); !enrolled)
            return failed(context, enrolled.error());
        printStatus(context, **store, std::cout);
        return ExitCode::Done;
    }

    ExitCode loginCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto opened = openWithServer(options);
        if (!opened)
            return context.refuse(opened.error());
        auto& [store, server] = *opened;
        const auto password = readPassword(options.passwordFile);
        if (!password)
            return context.refuse(password.error());
        if (options.dryRun)
            return ExitCode::Done;
        const auto in = logIn(*store, server, options.login, *password);
        return in ? ExitCode::Done : failed(context, in.error());
    }

    ExitCode passwordCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto opened = openWithServer(options);
        if (!opened)
            return context.refuse(opened.error());
        auto& [store, server] = *opened;
        const auto old = readPassword(options.passwordFile);
        const auto fresh = readPassword(options.newPasswordFile);
        if (!old || !fresh)
            return context.refuse(old ? fresh.error() : old.error());
        if (options.dryRun)
            return ExitCode::Done;
        const auto changed = changePassword(*store, server, *old, *fresh);
        return changed ? ExitCode::Done : failed(context, changed.error());
    }

    ExitCode logoutCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto store = openStore(options);
        if (!store)
            return context.refuse(store.error());
        if (options.dryRun)
            return ExitCode::Done;
        // Without a network the log-in ends here only; on the server it ends when it was idle too long.
        if ((*store)->login())
            if (auto server = OpenServer::of(**store))
                static_cast<void>(server->api->logOut());
        (*store)->logOut();
        return ExitCode::Done;
    }

    ExitCode fetchCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto opened = openWithServer(options);
        if (!opened)
            return context.refuse(opened.error());
        auto& [store, server] = *opened;
        if (options.dryRun)
            return ExitCode::Done;
        const auto fetched = HandheldSync(*store, *server.api, SyncOptions {systemNow}).fetch(options.task);
        if (!fetched)
            return failed(context, fetched.error());
        printStatus(context, *store, std::cout);
        return ExitCode::Done;
    }

    ExitCode scanCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto handheld = openSheet(options);
        if (!handheld)
            return context.refuse(handheld.error());
        Sighting sighting;
        if (!options.place.empty())
            sighting.place = options.place;
        if (!options.condition.empty()) {
            const auto condition = parseToken(kConditions, options.condition, "handheld.condition");
            if (!condition)
                return context.wrongUse(condition.error());
            sighting.condition = *condition;
        }
        std::vector<std::string> photos;
        for (const std::string& file : options.photos) {
            auto photo = readPhotoFile(file);
            if (!photo)
                return context.refuse(photo.error(), file);
            photos.push_back(std::move(*photo));
        }
        if (options.dryRun)
            return ExitCode::Done;
        // Kept before an event names them.
        for (const std::string& photo : photos) {
            auto hash = (*handheld)->keepPhoto(photo);
            if (!hash)
                return context.refuse(hash.error());
            sighting.photos.push_back(std::move(*hash));
        }
        for (const std::string& code : options.codes) {
            sighting.code = code;
            const auto scanned = (*handheld)->scan(sighting);
            if (!scanned)
                return context.refuse(scanned.error(), code);
            printScanned(context, *scanned, std::cout);
        }
        return ExitCode::Done;
    }

    ExitCode syncCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto opened = openWithServer(options);
        if (!opened)
            return context.refuse(opened.error());
        auto& [store, server] = *opened;
        if (options.dryRun)
            return ExitCode::Done;
        const SyncReport report = HandheldSync(*store, *server.api, SyncOptions {systemNow}).run();
        printSync(context, report, std::cout);
        return exitCodeOf(context, report);
    }

    ExitCode statusCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto store = openStore(options);
        if (!store)
            return context.refuse(store.error());
        printStatus(context, **store, std::cout);
        return ExitCode::Done;
    }

    ExitCode playCommand(const CliContext& context, const HandheldOptions& options)
    {
        std::ifstream file(options.file);
        std::istream& in = options.file == "-" ? std::cin : file;
        if (!in)
            return context.refuse({ErrorCode::NotFound, "file.unreadable", options.file});
        const auto script = parseScript(in);
        if (!script)
            return context.refuse(script.error());
        auto handheld = openSheet(options);
        if (!handheld)
            return context.refuse(handheld.error());
        if (options.dryRun)
            return ExitCode::Done;
        return HandheldClerk(context, **handheld, std::cout).play(*script);
    }

    ExitCode exportCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto store = openStore(options);
        if (!store)
            return context.refuse(store.error());
        if (options.dryRun)
            return ExitCode::Done;
        const auto written = exportEvents(**store, options.task, options.file);
        if (!written)
            return context.refuse(written.error());
        printExported(context, *written, std::cout);
        return ExitCode::Done;
    }

    ExitCode anchorsCommand(const CliContext& context, const HandheldOptions& options)
    {
        auto store = openStore(options);
        if (!store)
            return context.refuse(store.error());
        for (const std::string& line : (*store)->anchors())
            std::cout << line << '\n';
        return ExitCode::Done;
    }

    ExitCode wipeCommand(const CliContext& context, const HandheldOptions& options)
    {
        if (auto store = openStore(options); !store)
            return context.refuse(store.error());
        if (options.dryRun)
            return ExitCode::Done;
        const auto wiped = wipe(options.store);
        return wiped ? ExitCode::Done : context.refuse(wiped.error());
    }

} // namespace

void addHandheldCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<HandheldOptions>();
    CLI::App* handheld = app.add_subcommand("handheld",
        context.help(
            {"无屏盘点终端：离线盘点，联网同步", "a handheld without a screen: counts offline, syncs"}));
    handheld->require_subcommand(1);
    handheld
        ->add_option("--store", options->store, context.help({"终端的数据文件", "the handheld's own file"}))
        ->required();

    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* command = addAction(*handheld, context, options, name, help, action);
        command->fallthrough();
        return command;
    };
    const auto addWriting = [&](const char* name, Text help, auto action) {
        CLI::App* command = add(name, help, action);
        command->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return command;
    };
    const Text several {"下载了多张盘点表时指明任务", "which task, when several were fetched"};
    const auto ofSheet = [&](CLI::App* command) {
        command->add_option("--task", options->task, context.help(several));
        command->add_option("--unit", options->unit, context.help({"单位编码", "code of the unit"}));
        return command;
    };
    const auto passwordOf = [&](CLI::App* command, const char* option, std::string& file, Text help) {
        command->add_option(option, file, context.help(help))->required();
    };

    CLI::App* enrolling
        = addWriting("enrol", {"在服务器登记本终端（一次）", "become known to a server, once"}, enrolCommand);
    enrolling
        ->add_option("--code", options->code,
            context.help({"管理员二维码中的文字", "the text of the administrator's QR code"}))
        ->required();
    enrolling->add_option(
        "--name", options->name, context.help({"终端名称", "what people call this handheld"}));
    CLI::App* loggingIn = addWriting("login", {"登录", "log in on this handheld"}, loginCommand);
    loggingIn->add_option("login", options->login, context.help({"账号", "login"}))->required();
    passwordOf(loggingIn, "--password-file", options->passwordFile,
        {"密码文件，- 为标准输入", "file with the password, - for standard input"});
    CLI::App* changing = addWriting("password",
        {"修改密码（首次登录后必须）", "change the own password, as the first log-in demands"},
        passwordCommand);
    passwordOf(changing, "--password-file", options->passwordFile, {"旧密码文件", "the old one"});
    passwordOf(changing, "--new-password-file", options->newPasswordFile, {"新密码文件", "the new one"});
    addWriting(
        "logout", {"退出登录，记录全部保留", "end the log-in; nothing that was scanned goes"}, logoutCommand);
    addWriting("fetch", {"下载任务的账面", "get the books of a task"}, fetchCommand)
        ->add_option("task", options->task, context.help({"任务号", "task number"}))
        ->required();
    CLI::App* scanning = ofSheet(addWriting("scan", {"扫描标签", "scan tags"}, scanCommand));
    scanning->add_option("code", options->codes, context.help({"标签上的编号", "what the tags say"}))
        ->required();
    scanning->add_option("--place", options->place, context.help({"地点编码", "code of the room"}));
    scanning->add_option(
        "--condition", options->condition, context.help({"实物状况", "condition of the things"}));
    scanning->add_option("--photo", options->photos,
        context.help({"照片文件（JPEG 或 PNG，不超过 10 MiB），可多张",
            "photo of them: JPEG or PNG of at most 10 MiB; several"}));
    addWriting("sync", {"上传、核对、接收他人记录", "send, compare, hear of the others"}, syncCommand);
    add("status", {"本机内容与上传情况", "what is here, and what the server has of it"}, statusCommand);
    ofSheet(addWriting(
                "play", {"按脚本盘点，每行一条命令", "do what a script says, a command a line"}, playCommand))
        ->add_option("script", options->file,
            context.help({"脚本文件，- 为标准输入", "file, or - for standard input"}))
        ->required();
    CLI::App* exporting = addWriting("export-events",
        {"导出记录文件，供 guanwu task ingest 接收", "own events as a file for guanwu task ingest"},
        exportCommand);
    exporting->add_option("file", options->file, context.help({"文件", "file"}))->required();
    exporting->add_option("--task", options->task, context.help(several));
    add("anchors",
        {"本机留存的审计锚点，每行一个，供 guanwu audit verify --anchors 核验",
            "the anchors of the audit trail kept here, a line each, for guanwu audit verify --anchors"},
        anchorsCommand);
    addWriting("wipe",
        {"清除本机全部内容（须已全部上传）", "remove everything, once all of it is acknowledged"},
        wipeCommand);
}

} // namespace guanwu
