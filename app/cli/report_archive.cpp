#include "app/cli/report_archive.h"

#include "app/exchange/events/event_json.h"
#include "app/reporting/keep_report.h"
#include "reports/writers/replacing_file.h"
#include "schema/connection/session.h"
#include "schema/reporting/report_archive.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    constexpr std::int64_t kPage = 500;

    struct ArchiveOptions {
        KeptFilter filter;
        std::int64_t most = 50;
        std::int64_t id = 0;
        std::vector<std::int64_t> ids;
        std::string out;
    };

    /// At the machine of the registry one is no case reader.
    ReportArchive archiveOf(Session& session) { return {session, Scope::everything(), {}}; }

    std::string ofWhom(const CliContext& context, const KeptReport& report)
    {
        const auto& reach = tokenRow(kReaches, report.reach);
        const std::string name(context.say({reach.nameZh, reach.nameEn}));
        return report.unitCode.empty() ? name : report.unitCode + ' ' + report.unitName + ' ' + name;
    }

    void tellOne(const CliContext& context, const KeptReport& report)
    {
        if (context.json)
            std::cout << keptJson(report).dump() << '\n';
        else
            std::cout << report.id << '\t' << report.title << '\t' << ofWhom(context, report) << '\t'
                      << tokenRow(kReportFormats, report.format).token << '\t' << report.madeBy << '\t'
                      << formatInstant(report.madeAt) << '\t' << report.sha256 << '\n';
    }

    ExitCode list(const CliContext& context, const ArchiveOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        for (const KeptReport& report : archiveOf(**session).list(options.filter, options.most))
            tellOne(context, report);
        return ExitCode::Done;
    }

    ExitCode get(const CliContext& context, const ArchiveOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        ReportArchive archive = archiveOf(**session);
        const auto report = archive.find(options.id);
        if (!report)
            return context.refuse(report.error());
        const auto bytes = archive.read(*report);
        if (!bytes)
            return context.refuse(bytes.error());
        auto file = ReplacingFile::create(options.out);
        if (!file)
            return context.refuse(file.error());
        file->write(*bytes);
        file->commit();
        tellOne(context, *report);
        return ExitCode::Done;
    }

    /// Tells of one report; whether it holds.
    bool verifyOne(const CliContext& context, ReportArchive& archive, const KeptReport& report)
    {
        const KeptCheck check = archive.verify(report);
        if (context.json)
            std::cout << Json {{"id", std::to_string(report.id)}, {"holds", check.holds()},
                {"bytes_hold", check.bytesHold}, {"trail_holds", check.trailHolds}}
                             .dump()
                      << '\n';
        else
            std::cout << report.id << '\t'
                      << context.say(check.holds() ? Text {"相符", "holds"}
                                 : check.bytesHold
                                 ? Text {"审计记录中没有这份报表", "the audit trail does not know it"}
                                 : Text {"内容与摘要不符", "its bytes do not give its digests"})
                      << '\t' << report.title << '\n';
        return check.holds();
    }

    ExitCode verify(const CliContext& context, const ArchiveOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        ReportArchive archive = archiveOf(**session);
        bool holds = true;
        for (const std::int64_t id : options.ids) {
            const auto report = archive.find(id);
            if (!report)
                return context.refuse(report.error());
            holds = verifyOne(context, archive, *report) && holds;
        }
        if (options.ids.empty())
            for (KeptFilter filter;;) {
                const auto page = archive.list(filter, kPage);
                for (const KeptReport& report : page)
                    holds = verifyOne(context, archive, report) && holds;
                if (page.size() < static_cast<std::size_t>(kPage))
                    break;
                filter.before = page.back().id;
            }
        return holds ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

} // namespace

ExitCode tellKept(
    const CliContext& context, Session& session, const KeptReport& kept, const WrittenReport& written)
{
    // As it is read, with the names of what it is of.
    if (const auto shown = archiveOf(session).find(kept.id); shown && context.json)
        std::cout << keptJson(*shown).dump() << '\n';
    else
        std::cout << context.say({"已存档 ", "kept: "}) << kept.id << '\t' << kept.title << "\tSHA-256 "
                  << kept.sha256 << '\n';
    for (const CheckLine& check : written.checks)
        if (!check.holds)
            std::cerr << context.say({"勾稽不符：", "does not add up: "}) << check.text << '\n';
    return written.checksHold() ? ExitCode::Done : ExitCode::AnswerIsNo;
}

void addReportArchive(CLI::App& report, CliContext& context)
{
    const auto options = std::make_shared<ArchiveOptions>();
    CLI::App* archive = report.add_subcommand("archive",
        context.help({"报表档案：已存档的报表、制作人与摘要",
            "the archive: kept reports with who made them and their digests"}));
    archive->require_subcommand(1);

    CLI::App* listed = archive->add_subcommand(
        "list", context.help({"列出存档的报表，新的在前", "what is kept, the newest first"}));
    listed->add_option("--report", options->filter.report, context.help({"报表名称", "name of the report"}));
    listed->add_option("--of-unit", options->filter.unit, context.help({"单位编码", "unit code"}));
    listed
        ->add_option("--most", options->most,
            context.help({"至多多少份，默认 50", "how many at most, 50 when left out"}))
        ->check(CLI::Range(1, 10'000));
    listed->add_option(
        "--before", options->filter.before, context.help({"从此编号之前列起", "those before this number"}));
    listed->callback(
        [&context, options] { context.run = [&context, options] { return list(context, *options); }; });

    CLI::App* got = archive->add_subcommand(
        "get", context.help({"取出一份存档的报表", "writes a kept report to a file"}));
    got->add_option("id", options->id, context.help({"存档编号", "number of the kept report"}))->required();
    got->add_option("--out", options->out, context.help({"输出文件", "the file"}))->required();
    got->callback(
        [&context, options] { context.run = [&context, options] { return get(context, *options); }; });

    CLI::App* verified = archive->add_subcommand("verify",
        context.help({"核对内容与摘要、审计记录；不指明编号则核对全部",
            "compares bytes, digests and the audit trail; all when no number is named"}));
    verified->add_option("id", options->ids, context.help({"存档编号", "numbers of kept reports"}));
    verified->callback(
        [&context, options] { context.run = [&context, options] { return verify(context, *options); }; });
}

} // namespace guanwu
