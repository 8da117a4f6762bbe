#include "app/cli/commands.h"
#include "app/cli/open_accounts.h"
#include "app/exchange/events/event_json.h"
#include "app/security/openssl_signatures.h"
#include "app/security/tls_identity.h"
#include "app/system_clock.h"
#include "core/access/device_service.h"
#include "reports/labels/labels.h"
#include "scanner/tag_symbol.h"
#include "schema/access/soci_device_store.h"
#include "schema/connection/unit_of_work.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct DeviceOptions {
        ServerAddress address;
        std::string qrFile;
        std::string sheet;
        int count = 1;
        std::int64_t id = 0;
        std::string name;
        bool dryRun = false;
    };

    /// Handhelds, in the name of the system administrator.
    struct OpenDevices {
        OpenAccounts accounts;
        OpensslSignatures signatures;
        Caller administrator;

        static Result<OpenDevices> open(const CliContext& context)
        {
            auto accounts = OpenAccounts::open(context);
            if (!accounts)
                return fail(accounts.error());
            auto administrator = accounts->administrator(Role::SystemAdministrator);
            if (!administrator)
                return fail(administrator.error());
            return OpenDevices {std::move(*accounts), {}, std::move(*administrator)};
        }
        /// Calls `work` with the use cases of handhelds, again when somebody was in the way: on a cluster the
        /// offer that a server uses up on one node ends whoever tidies the offers on another (error 1213).
        template <class Work> auto use(const Work& work) const
        {
            return retrying(*accounts.session, [&] {
                SociDeviceStore store(*accounts.session);
                DeviceService service(store, *accounts.secrets, signatures, systemNow);
                return work(service, store);
            });
        }
    };

    /// The address with the authority that was named, or else the one that guanwu serve made beside the key
    /// file.
    Result<ServerAddress> addressOf(const CliContext& context, const DeviceOptions& options)
    {
        ServerAddress address = options.address;
        if (address.caSha256.empty()) {
            const auto keyFile = context.keyFilePath();
            if (!keyFile)
                return fail(keyFile.error());
            const auto fingerprint
                = lastFingerprint(std::filesystem::path(keyFile->string() + ".tls") / "ca.pem");
            if (!fingerprint)
                return fail(ErrorCode::NotFound, "device.no_ca");
            address.caSha256 = *fingerprint;
        }
        if (auto sound = checkAddress(address); !sound)
            return fail(sound.error());
        return address;
    }

    ExitCode enrol(const CliContext& context, const DeviceOptions& options)
    {
        if (!options.qrFile.empty() && options.count != 1)
            return context.wrongUse(
                {"--qr 只画一个登记码；多个请用 --sheet", "--qr draws one code; of more make a --sheet"});
        const auto opened = OpenDevices::open(context);
        if (!opened)
            return context.refuse(opened.error());
        const auto address = addressOf(context, options);
        if (!address)
            return context.refuse(address.error());
        if (options.dryRun)
            return context.nothingDone();
        constexpr Text kTerm {"一台终端可用一次，15 分钟内有效", "good for one handheld, for 15 minutes"};
        std::vector<EnrolmentLabel> sheet;
        for (int i = 0; i < options.count; ++i) {
            const auto text = opened->use([&](DeviceService& service, SociDeviceStore&) {
                return service.offer(opened->administrator, *address);
            });
            if (!text)
                return context.refuse(text.error());
            sheet.push_back(
                {*text, address->url, std::string(kTerm.in(Language::ZhCn)), enrolmentSymbol(*text)});
            if (context.json)
                std::cout << nlohmann::ordered_json {{"enrolment", *text}}.dump() << '\n';
            else
                std::cout << *text << '\n';
        }
        if (!options.qrFile.empty())
            if (const auto drawn = writeSymbolPng(sheet.front().symbol, options.qrFile); !drawn)
                return context.refuse(drawn.error());
        if (!options.sheet.empty())
            if (const auto drawn = writeLabelSheet(
                    std::span<const EnrolmentLabel>(sheet), options.sheet, labelDesign("a4-large"));
                !drawn)
                return context.refuse(drawn.error());
        if (!context.json)
            std::cout << context.say(kTerm) << '\n';
        return ExitCode::Done;
    }

    ExitCode list(const CliContext& context)
    {
        const auto opened = OpenDevices::open(context);
        if (!opened)
            return context.refuse(opened.error());
        const auto all = opened->use([](DeviceService&, SociDeviceStore& store) { return store.devices(); });
        for (const Device& device : all) {
            if (context.json)
                std::cout << nlohmann::ordered_json {{"device", std::to_string(device.id.value)},
                    {"name", device.name}, {"offered_by", device.offeredBy},
                    {"enrolled_at", formatInstant(device.enrolledAt)},
                    {"revoked", device.revokedAt.has_value()}}
                                 .dump()
                          << '\n';
            else
                std::cout << device.id.value << '\t' << device.name << '\t'
                          << formatInstant(device.enrolledAt)
                          << (device.revokedAt ? context.say({"\t已停用", "\trevoked"}) : "") << '\n';
        }
        return ExitCode::Done;
    }

    /// Changes one handheld; a dry run only looks whether it is there.
    template <class Change>
    ExitCode changeOne(const CliContext& context, const DeviceOptions& options, const Change& change)
    {
        const auto opened = OpenDevices::open(context);
        if (!opened)
            return context.refuse(opened.error());
        const auto done = opened->use([&](DeviceService& service, SociDeviceStore& store) -> Result<void> {
            if (const auto found = store.findDevice(DeviceId {options.id}); !found)
                return fail(found.error());
            return options.dryRun ? Result<void> {} : change(service, opened->administrator);
        });
        if (!done)
            return context.refuse(done.error());
        return options.dryRun ? context.nothingDone() : ExitCode::Done;
    }

    ExitCode revoke(const CliContext& context, const DeviceOptions& options)
    {
        return changeOne(context, options, [&](DeviceService& service, const Caller& by) {
            return service.revoke(by, DeviceId {options.id});
        });
    }

    ExitCode rename(const CliContext& context, const DeviceOptions& options)
    {
        return changeOne(context, options, [&](DeviceService& service, const Caller& by) {
            return service.rename(by, DeviceId {options.id}, options.name);
        });
    }

} // namespace

void addDeviceCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand(
        "device", context.help({"终端：哪些可以登录", "handhelds: which ones may log in"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<DeviceOptions>();
    const auto addAction = [&](const char* name, Text help, auto action) {
        CLI::App* sub = command->add_subcommand(name, context.help(help));
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
        sub->add_option("id", options->id, context.help({"清单所示的编号", "as the list shows it"}))
            ->required();
        return writes(sub);
    };
    CLI::App* enrolled = writes(
        addAction("enrol", {"出示一台终端的登记码", "a code with which one handheld enrols"}, enrol));
    enrolled
        ->add_option("--address", options->address.url,
            context.help(
                {"终端访问服务的地址 https://主机:端口", "https://HOST:PORT, as handhelds reach the server"}))
        ->required();
    enrolled->add_option("--ca-fingerprint", options->address.caSha256,
        context.help({"服务器 CA 证书的 SHA-256；省略则取 guanwu serve 的证书",
            "SHA-256 of the server's CA; that of guanwu serve when left out"}));
    enrolled->add_option(
        "--qr", options->qrFile, context.help({"把登记码画成 PNG 图片", "draw the code as FILE.png"}));
    enrolled->add_option("--sheet", options->sheet,
        context.help({"登记单：一页三个登记码的 PDF", "a sheet to hand out: FILE.pdf, three codes a page"}));
    enrolled
        ->add_option("--count", options->count,
            context.help({"登记码的个数，默认 1", "how many codes, one when left out"}))
        ->check(CLI::Range(1, 60));
    addAction("list", {"全部终端", "all handhelds"},
        [](const CliContext& c, const DeviceOptions&) { return list(c); });
    ofOne(addAction(
        "revoke", {"停用：登录立即失效，不能再用", "end its log-ins and let it in no more"}, revoke));
    ofOne(addAction("rename", {"改名", "call it something else"}, rename))
        ->add_option("name", options->name, context.help({"新名称", "what it is called from now on"}))
        ->required();
}

} // namespace guanwu
