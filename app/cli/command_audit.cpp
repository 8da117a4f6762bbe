#include "app/audit/anchor_file.h"
#include "app/audit/fold_check.h"
#include "app/cli/commands.h"
#include "app/exchange/events/event_json.h"
#include "app/security/device_key.h"
#include "app/security/openssl_signatures.h"
#include "app/system_clock.h"
#include "schema/audit/audit_seals.h"
#include "schema/audit/audit_trail.h"
#include "schema/audit/audit_verifier.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct AuditOptions {
        AuditFilter filter;
        std::int64_t most = 100;
    };

    ExitCode list(const CliContext& context, const AuditOptions& options)
    {
        if (!options.filter.action.empty())
            if (const auto action = parseToken(kAuditActions, options.filter.action, "audit.action"); !action)
                return context.wrongUse(action.error());
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        for (const AuditEntry& entry : auditEntries(**session, options.filter, options.most)) {
            const auto& action = tokenRow(kAuditActions, entry.action);
            const auto& outcome = tokenRow(kAuditOutcomes, entry.outcome);
            if (context.json)
                std::cout << nlohmann::ordered_json {{"entry", std::to_string(entry.id)},
                    {"at", formatInstant(entry.at)}, {"actor", entry.actor}, {"source", entry.source},
                    {"request", entry.requestId}, {"action", action.token}, {"object", entry.object},
                    {"objects", entry.objects}, {"outcome", outcome.token}, {"rule", entry.rule},
                    {"before", entry.before}, {"after", entry.after}}
                                 .dump()
                          << '\n';
            else
                std::cout << entry.id << '\t' << formatInstant(entry.at) << '\t' << entry.actor << '\t'
                          << entry.source << '\t' << context.say({action.nameZh, action.nameEn}) << '\t'
                          << entry.object << '\t' << context.say({outcome.nameZh, outcome.nameEn})
                          << (entry.rule.empty() ? "" : "\t" + entry.rule) << '\n';
        }
        return ExitCode::Done;
    }

    struct SealOptions {
        std::string algorithm = "sm3";
        bool dryRun = false;
    };

    ExitCode seal(const CliContext& context, const SealOptions& options)
    {
        const auto algorithm = parseToken(kSealAlgorithms, options.algorithm, "audit.algorithm");
        if (!algorithm)
            return context.wrongUse(algorithm.error());
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        if (options.dryRun)
            return context.nothingDone();
        AuditSeals seals(**session);
        std::int64_t sealed = 0;
        for (std::int64_t piece = kMostSealed; piece == kMostSealed; sealed += piece)
            piece = seals.seal(*algorithm, systemNow());
        if (context.json)
            std::cout << nlohmann::ordered_json {{"sealed", sealed}}.dump() << '\n';
        else
            std::cout << context.say({"已封存记录数 ", "entries sealed: "}) << sealed << '\n';
        return ExitCode::Done;
    }

    struct AnchorOptions {
        std::filesystem::path out;
        bool dryRun = false;
    };

    Result<std::unique_ptr<DeviceKey>> anchorKey(const CliContext& context)
    {
        const auto keyFile = context.keyFilePath();
        if (!keyFile)
            return fail(keyFile.error());
        return DeviceKey::withFile(keyFile->string() + kAnchorKeySuffix);
    }

    ExitCode anchor(const CliContext& context, const AnchorOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        AuditSeals seals(**session);
        const auto reached = seals.unanchored();
        if (!reached && !seals.lastAnchor())
            return context.refuse({ErrorCode::NotFound, "audit.nothing_sealed", {}});
        if (options.dryRun)
            return context.nothingDone();
        if (reached) {
            const auto key = anchorKey(context);
            if (!key)
                return context.refuse(key.error());
            seals.keepAnchor(signAnchor(*reached, systemNow(), **key));
        }
        const SignedAnchor anchor = *seals.lastAnchor();
        if (const auto written = writeAnchor(options.out, anchor); !written)
            return context.refuse(written.error());
        if (context.json)
            std::cout << anchorText(anchor);
        else
            std::cout << context.say({"锚点 ", "anchor "}) << options.out.string() << '\n'
                      << context.say({"公钥 ", "public key "}) << anchor.key << '\n';
        return ExitCode::Done;
    }

    struct VerifyOptions {
        std::vector<std::filesystem::path> anchors;
        std::string key;
        bool withoutFolds = false;
    };

    void print(const CliContext& context, const AuditFinding& finding)
    {
        const auto& fault = tokenRow(kAuditFaults, finding.fault);
        if (context.json) {
            nlohmann::ordered_json out {{"fault", fault.token}};
            for (const auto& [name, id] :
                {std::pair("entry", finding.entry), std::pair("after", finding.after)})
                if (id != 0)
                    out[name] = std::to_string(id);
            if (finding.block != 0)
                out["block"] = finding.block;
            if (!finding.about.empty())
                out["about"] = finding.about;
            std::cout << out.dump() << '\n';
            return;
        }
        std::cout << context.say({fault.nameZh, fault.nameEn});
        if (finding.entry != 0)
            std::cout << context.say({"；记录 ", "; entry "}) << finding.entry;
        if (finding.after != 0)
            std::cout << context.say({"；最后尚存的记录 ", "; the last entry there is "}) << finding.after;
        if (finding.block != 0)
            std::cout << context.say({"；封存块 ", "; block "}) << finding.block;
        std::cout << (finding.about.empty() ? "" : "  " + finding.about) << '\n';
    }

    void print(const CliContext& context, const AuditReport& report)
    {
        if (context.json) {
            nlohmann::ordered_json out {{"blocks", report.blocks}, {"sealed", report.sealed},
                {"unsealed", report.unsealed}, {"anchored", report.anchored},
                {"findings", report.findingCount}};
            if (const AuditFinding* first = report.first(); first && first->entry != 0)
                out["first_bad_entry"] = std::to_string(first->entry);
            std::cout << out.dump() << '\n';
            return;
        }
        std::cout << context.say({"封存块 ", "blocks: "}) << report.blocks
                  << context.say({"；已封存记录 ", "; entries sealed: "}) << report.sealed
                  << context.say({"；有锚点证明 ", "; vouched for by anchors: "}) << report.anchored
                  << context.say({"；待封存 ", "; not sealed yet: "}) << report.unsealed << '\n';
        if (report.findingCount > 0)
            std::cout << context.say({"问题 ", "findings: "}) << report.findingCount << '\n';
        if (const AuditFinding* first = report.first(); first && first->entry != 0)
            std::cout << context.say({"第一条不可信的记录 ", "the first entry that cannot be trusted: "})
                      << first->entry << '\n';
        if (report.anchored == 0)
            std::cout << context.say({"没有锚点：历史被整体重写也看不出来，请用 --anchors 给出锚点",
                "no anchor: a history written again as a whole would not be seen; name anchors by --anchors"})
                      << '\n';
    }

    ExitCode verify(const CliContext& context, const VerifyOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const auto anchors = readAnchors(options.anchors);
        if (!anchors)
            return context.refuse(anchors.error());
        std::string trusted = options.key;
        if (trusted.empty() && !anchors->empty()) {
            const auto own = anchorKey(context);
            if (!own)
                return context.refuse(own.error());
            trusted = (*own)->publicKey();
        }
        std::vector<AuditAnchor> good;
        std::vector<std::string> forged;
        for (const SignedAnchor& anchor : *anchors)
            if (isSigned(anchor, trusted, OpensslSignatures()))
                good.push_back(anchor.anchor);
            else
                forged.push_back(anchor.anchor.about);
        AuditReport report = verifyAudit(**session, good);
        for (const std::string& file : forged)
            report.add({AuditFault::AnchorForged, 0, 0, file});
        if (!options.withoutFolds)
            checkFolds(**session, report);
        for (const AuditFinding& finding : report.findings)
            print(context, finding);
        print(context, report);
        return report.findingCount == 0 ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    void addList(CLI::App& command, CliContext& context)
    {
        const auto options = std::make_shared<AuditOptions>();
        CLI::App* sub = command.add_subcommand(
            "list", context.help({"最近的记录，新的在前", "entries, the newest first"}));
        sub->add_option("--actor", options->filter.actor, context.help({"账号", "of one login"}));
        sub->add_option(
            "--action", options->filter.action, context.help({"操作代码", "of one action, by its token"}));
        sub->add_option("--object", options->filter.object,
            context.help({"对象的开头，如 assets/TY2022", "whose object begins so: assets/TY2022"}));
        sub->add_option("--before", options->filter.before,
            context.help({"只列此编号之前的记录", "older than the entry with this number"}));
        sub->add_option("--limit", options->most, context.help({"最多条数", "at most so many"}))
            ->check(CLI::Range(std::int64_t {1}, std::int64_t {100000}));
        sub->callback(
            [&context, options] { context.run = [&context, options] { return list(context, *options); }; });
    }

    void addSeal(CLI::App& command, CliContext& context)
    {
        const auto options = std::make_shared<SealOptions>();
        CLI::App* sub = command.add_subcommand("seal",
            context.help({"封存尚未封存的记录；服务运行时自动进行",
                "seals what is not sealed yet; a running server does so by itself"}));
        sub->add_option("--algorithm", options->algorithm, context.help({"sm3 或 sha256", "sm3 or sha256"}));
        sub->add_flag(
            "--dry-run", options->dryRun, context.help({"只检查，不写入", "checks, writes nothing"}));
        sub->callback(
            [&context, options] { context.run = [&context, options] { return seal(context, *options); }; });
    }

    void addAnchor(CLI::App& command, CliContext& context)
    {
        const auto options = std::make_shared<AnchorOptions>();
        CLI::App* sub = command.add_subcommand("anchor",
            context.help({"写出签名锚点，交数据库管理员以外的人保存",
                "writes a signed anchor, to be kept by somebody other than the database administrator"}));
        sub->add_option("--out", options->out, context.help({"文件", "file"}))->required();
        sub->add_flag(
            "--dry-run", options->dryRun, context.help({"只检查，不写入", "checks, writes nothing"}));
        sub->callback(
            [&context, options] { context.run = [&context, options] { return anchor(context, *options); }; });
    }

    void addVerify(CLI::App& command, CliContext& context)
    {
        const auto options = std::make_shared<VerifyOptions>();
        CLI::App* sub = command.add_subcommand("verify",
            context.help({"核验审计日志未被改动，指出第一条不可信的记录；有问题时退出码为 1",
                "proves that the audit trail was not changed, or names the first bad entry and exits with 1"}));
        sub->add_option("--anchors", options->anchors,
            context.help({"锚点文件或所在文件夹", "anchor files, or folders of them"}));
        sub->add_option("--anchor-key", options->key,
            context.help({"锚点的公钥 ed25519:…；不填则用密钥文件旁的",
                "public key of the anchors, ed25519:…; that beside the key file when left out"}));
        sub->add_flag("--without-folds", options->withoutFolds,
            context.help({"不重算盘点结果", "does not fold the counts again"}));
        sub->callback(
            [&context, options] { context.run = [&context, options] { return verify(context, *options); }; });
    }

} // namespace

void addAuditCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand("audit",
        context.help({"审计日志：谁改了什么、被拒绝了什么、何时登录；封存与核验",
            "the audit trail: who changed what, was refused or logged in; its seals and their proof"}));
    command->require_subcommand(1);
    addList(*command, context);
    addSeal(*command, context);
    addAnchor(*command, context);
    addVerify(*command, context);
}

} // namespace guanwu
