#include "app/cli/commands.h"
#include "app/security/tls_identity.h"
#include "app/server/server.h"
#include "app/system_clock.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr std::chrono::seconds kPatience {10};
    constexpr std::size_t kHostName = 256;

    struct ServeOptions {
        std::string listen = "127.0.0.1:8443";
        std::string certificate;
        std::string key;
        std::filesystem::path tlsFolder;
        std::vector<std::string> names;
        int workers = 4;
        std::filesystem::path anchors;
        std::string seal = "sm3";
    };

    struct ListenAddress {
        std::string host;
        std::uint16_t port = 0;
    };

    /// "HOST:PORT" or "[IPV6]:PORT".
    Result<ListenAddress> parseListen(const std::string& text)
    {
        ListenAddress out;
        const auto colon = text.rfind(':');
        const char* end = text.data() + text.size();
        if (colon != std::string::npos && std::from_chars(text.data() + colon + 1, end, out.port).ptr == end
            && colon + 1 < text.size()) {
            out.host = text.substr(0, colon);
            if (out.host.starts_with('[') && out.host.ends_with(']'))
                out.host = out.host.substr(1, out.host.size() - 2);
            if (!out.host.empty())
                return out;
        }
        return fail(ErrorCode::InvalidArgument, "serve.listen", text);
    }

    /// What a certificate of our own is made for: this machine under all its names.
    std::vector<std::string> namesOf(const ListenAddress& address, const std::vector<std::string>& more)
    {
        std::vector<std::string> out {"localhost", "127.0.0.1", "::1"};
        std::string host(kHostName, '\0');
        if (gethostname(host.data(), host.size() - 1) == 0)
            out.emplace_back(host.c_str());
        out.push_back(address.host);
        out.insert(out.end(), more.begin(), more.end());
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        std::erase_if(out, [](const std::string& name) { return name == "0.0.0.0" || name == "::"; });
        return out;
    }

    Result<TlsIdentity> identityOf(
        const CliContext& context, const ServeOptions& options, const ListenAddress& address)
    {
        if (!options.certificate.empty())
            return givenTlsIdentity(options.certificate, options.key);
        auto folder = options.tlsFolder;
        if (folder.empty()) {
            const auto keyFile = context.keyFilePath();
            if (!keyFile)
                return fail(keyFile.error());
            folder = keyFile->string() + ".tls";
        }
        return ownTlsIdentity(folder, namesOf(address, options.names), systemNow());
    }

    void announce(const CliContext& context, const Server& server, const ListenAddress& address,
        const TlsIdentity& identity)
    {
        const std::string url
            = (address.host.find(':') == std::string::npos ? "https://" + address.host
                                                           : "https://[" + address.host + "]")
            + ":" + std::to_string(server.port());
        if (context.json) {
            nlohmann::ordered_json out {{"address", url}, {"ca_sha256", identity.caFingerprint}};
            if (!server.setupSecret().empty())
                out["setup_secret"] = server.setupSecret();
            std::cout << out.dump() << std::endl;
            return;
        }
        std::cout << context.say({"服务地址 ", "serving "}) << url << '\n'
                  << context.say({"CA 指纹 (SHA-256) ", "CA fingerprint (SHA-256) "})
                  << identity.caFingerprint << '\n';
        if (!server.setupSecret().empty())
            std::cout << context.say(
                {"本库尚无账号。一次性初始化口令：", "No account yet. One-time set-up secret: "})
                      << server.setupSecret() << "\n  curl --cacert " << identity.caFile.string()
                      << " -H 'Content-Type: application/json' -d '{\"secret\":\"" << server.setupSecret()
                      << "\"}' " << url << "/api/v1/setup\n";
        std::cout << std::flush;
    }

    ExitCode serve(const CliContext& context, const ServeOptions& options)
    {
        const auto address = parseListen(options.listen);
        if (!address)
            return context.wrongUse(address.error());
        if (options.certificate.empty() != options.key.empty())
            return context.wrongUse(
                {"--tls-cert 和 --tls-key 要一起给出", "--tls-cert and --tls-key go together"});
        // Waited for below; blocked before any thread is made, so that none of them gets it.
        sigset_t ends;
        sigemptyset(&ends);
        sigaddset(&ends, SIGINT);
        sigaddset(&ends, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &ends, nullptr);
        std::signal(SIGPIPE, SIG_IGN);

        const auto algorithm = parseToken(kSealAlgorithms, options.seal, "audit.algorithm");
        if (!algorithm)
            return context.wrongUse(algorithm.error());
        if (const auto current = context.openRegistry(); !current)
            return context.refuse(current.error());
        const auto keyFile = context.keyFilePath();
        if (!keyFile)
            return context.refuse(keyFile.error());
        const auto secrets = context.openSecrets();
        if (!secrets)
            return context.refuse(secrets.error());
        const auto identity = identityOf(context, options, *address);
        if (!identity)
            return context.refuse(identity.error());
        const auto url = parseDatabaseUrl(context.databaseUrl);
        const auto password = context.databasePassword();
        if (!url || !password)
            return context.refuse(url ? password.error() : url.error());

        ServerSettings settings;
        settings.database = *url;
        settings.databasePassword = *password;
        settings.http.host = address->host;
        settings.http.port = address->port;
        settings.http.certificateChain = identity->certificateChain;
        settings.http.privateKey = identity->privateKey;
        settings.tls = *identity;
        settings.readerProgram = context.readerProgram;
        settings.bureau = context.bureau;
        settings.workers = options.workers;
        settings.seal.algorithm = *algorithm;
        settings.seal.anchorKey = keyFile->string() + kAnchorKeySuffix;
        settings.seal.anchorFolder = options.anchors;
        if (options.anchors.empty())
            settings.seal.anchorFolder = keyFile->string() + ".anchors";
        Server server(settings, **secrets);
        announce(context, server, *address, *identity);
        int signal = 0;
        sigwait(&ends, &signal);
        server.stop(kPatience);
        return ExitCode::Done;
    }

} // namespace

void addServeCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<ServeOptions>();
    CLI::App* command = app.add_subcommand("serve", context.help({"API 服务", "the API server"}));
    command->add_option("--listen", options->listen,
        context.help({"主机:端口；对外只用 HTTPS，仅本机可用 HTTP；不填为 127.0.0.1:8443",
            "HOST:PORT; HTTPS, and plain HTTP for this machine only. Default 127.0.0.1:8443"}));
    command->add_option("--tls-cert", options->certificate,
        context.help({"自备的证书链，PEM", "certificate chain of your own, PEM"}));
    command->add_option("--tls-key", options->key, context.help({"证书的私钥，PEM", "its private key, PEM"}));
    command->add_option("--tls-folder", options->tlsFolder,
        context.help({"服务自有 CA 与证书所在的文件夹；不填则在密钥文件旁",
            "where the server keeps its own CA and certificate; beside the key file when left out"}));
    command->add_option("--anchors", options->anchors,
        context.help({"每日签名锚点所在的文件夹，应放在数据库管理员够不到的地方；不填则在密钥文件旁",
            "folder for the signed anchor of each day, out of the database administrator's reach; beside the key file "
            "when left out"}));
    command->add_option("--seal", options->seal,
        context.help(
            {"封存审计日志的摘要算法：sm3 或 sha256", "digest that seals the audit trail: sm3 or sha256"}));
    command->add_option("--name", options->names,
        context.help(
            {"写入证书的其他主机名或地址", "further name or address of this server for its certificate"}));
    command
        ->add_option(
            "--workers", options->workers, context.help({"台账库连接数", "sessions on the registry"}))
        ->check(CLI::Range(1, 64));
    command->callback(
        [&context, options] { context.run = [&context, options] { return serve(context, *options); }; });
}

} // namespace guanwu
