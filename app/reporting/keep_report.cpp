#include "app/reporting/keep_report.h"

#include "app/exchange/events/event_json.h"
#include "app/registers/register_report.h"
#include "app/reporting/report_words.h"
#include "core/values/calendar.h"
#include "schema/reporting/report_archive.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

namespace guanwu {

namespace {

    bool takesUnit(const ReportInfo& info)
    {
        return std::any_of(info.takes.begin(), info.takes.end(),
            [](const TakenParameter& taken) { return taken.parameter == ReportParameter::Unit; });
    }

} // namespace

Result<Scope> keptScope(Session& session, const Scope& scope, const ReportRequest& request)
{
    const auto info = findReport(request.name);
    if (!info)
        return fail(info.error());
    const auto narrowed = scopeOf(session, scope, request);
    return !narrowed || takesUnit(*info) ? narrowed : Result<Scope>(scope);
}

Result<ReportToKeep> makeToKeep(Session& session, const Scope& scope, const RegisterUser& reader,
    const ReportRequest& request, const std::filesystem::path& target, Instant now,
    const ProgressCallback& progress)
{
    const auto info = checkRequest(request);
    if (!info)
        return fail(info.error());
    const std::string ending = target.extension().string();
    const auto format
        = parseToken(kReportFormats, ending.empty() ? ending : ending.substr(1), "report.format");
    if (!format)
        return fail(format.error());
    const auto narrowed = keptScope(session, scope, request);
    if (!narrowed)
        return fail(narrowed.error());
    ReportToKeep out;
    const ReportOutput output = [&](const Report& report, RowSource& rows) {
        out.kept.title = report.title;
        return writeReport(report, rows, target);
    };
    auto written = makeReport(session, *narrowed, reader, request, output, progress);
    if (!written)
        return fail(written.error());
    out.written = std::move(*written);
    KeptReport& kept = out.kept;
    kept.report = request.name;
    kept.format = *format;
    kept.reach = narrowed->reach();
    if (kept.reach != Scope::Reach::Everything)
        kept.unit = narrowed->unit();
    if (kept.reach == Scope::Reach::Department)
        kept.department = narrowed->department();
    kept.asOf = request.asOf;
    kept.parameters = parametersOf(request).dump();
    kept.rows = out.written.rows;
    kept.checksHold = out.written.checksHold();
    if (const auto kind = restrictedRegisterOf(request.name);
        kind && isCaseReader(*kind, reader.role, chinaDate(now)))
        kept.restricted = kind;
    kept.madeBy = reader.login;
    kept.madeAt = now;
    return out;
}

Result<KeptReport> keepFile(Session& session, const KeptReport& report, const std::filesystem::path& file)
{
    // Before its bytes are in memory.
    if (const auto fits = checkKept(std::filesystem::file_size(file)); !fits)
        return fail(fits.error());
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return ReportArchive(session, Scope::everything(), {}).keep(report, bytes.str());
}

nlohmann::ordered_json keptJson(const KeptReport& report)
{
    const bool isOfUnit = report.unit.value != 0;
    return {{"id", std::to_string(report.id)}, {"report", report.report}, {"title", report.title},
        {"format", tokenRow(kReportFormats, report.format).token},
        {"reach", tokenRow(kReaches, report.reach).token},
        {"unit", isOfUnit ? nlohmann::ordered_json(report.unitCode) : nlohmann::ordered_json()},
        {"unit_name", isOfUnit ? nlohmann::ordered_json(report.unitName) : nlohmann::ordered_json()},
        {"as_of", formatDate(report.asOf)},
        {"parameters", nlohmann::ordered_json::parse(report.parameters, nullptr, false)},
        {"rows", report.rows}, {"checks_hold", report.checksHold}, {"bytes", report.bytes},
        {"sha256", report.sha256}, {"sm3", report.sm3}, {"restricted", report.restricted.has_value()},
        {"made_by", report.madeBy}, {"made_at", formatInstant(report.madeAt)},
        {"scheduled", report.schedule != 0}};
}

} // namespace guanwu
