#include "app/cli/handheld_output.h"

#include "app/exchange/events/event_json.h"
#include "app/text/explain.h"

#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json textOrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

    /// The verdict in words: which room, by whom, of which unit.
    std::string because(const CliContext& context, const Verdict& verdict)
    {
        switch (verdict.kind) {
        case VerdictKind::OtherRoom:
            return verdict.belongsIn;
        case VerdictKind::OtherUnit:
            return (verdict.elsewhere->unit.empty() ? "" : verdict.elsewhere->unit + " ")
                + verdict.elsewhere->assetNo;
        case VerdictKind::AlreadyCounted:
        case VerdictKind::Doubt:
            return verdict.countedBy + " " + (verdict.countedAt ? formatInstant(*verdict.countedAt) : "");
        case VerdictKind::Here:
            return verdict.result == LineResult::Match
                ? std::string()
                : std::string(nameOf(kLineResults, verdict.result, context.language));
        default:
            return {};
        }
    }

    Json scannedJson(const Scanned& scanned)
    {
        const Verdict& verdict = scanned.verdict;
        Json out {{"seq", scanned.event.seq}, {"event_id", scanned.event.eventId},
            {"code", scanned.event.code.value_or("")},
            {"verdict", tokenRow(kVerdictKinds, verdict.kind).token},
            {"result", verdict.line ? Json(tokenRow(kLineResults, verdict.result).token) : Json()},
            {"belongs_in", textOrNull(verdict.belongsIn)}, {"counted_by", textOrNull(verdict.countedBy)},
            {"counted_at", verdict.countedAt ? Json(formatInstant(*verdict.countedAt)) : Json()},
            {"unit", verdict.elsewhere ? textOrNull(verdict.elsewhere->unit) : Json()}};
        return out;
    }

    Json countsJson(const OutboxCounts& counts)
    {
        return {{"waiting", counts.waiting}, {"stored", counts.stored}, {"quarantined", counts.quarantined},
            {"rejected", counts.rejected}};
    }

    std::string countsText(const CliContext& context, const OutboxCounts& counts)
    {
        std::string out;
        for (const auto& [state, count] :
            {std::pair {OutboxState::Waiting, counts.waiting}, {OutboxState::Stored, counts.stored},
                {OutboxState::Quarantined, counts.quarantined}, {OutboxState::Rejected, counts.rejected}})
            out.append(out.empty() ? "" : "  ")
                .append(nameOf(kOutboxStates, state, context.language))
                .append(" ")
                .append(std::to_string(count));
        return out;
    }

} // namespace

void printScanned(const CliContext& context, const Scanned& scanned, std::ostream& out)
{
    if (context.json) {
        out << scannedJson(scanned).dump() << std::endl;
        return;
    }
    out << scanned.event.seq << '\t' << scanned.event.code.value_or("") << '\t'
        << nameOf(kVerdictKinds, scanned.verdict.kind, context.language) << '\t'
        << because(context, scanned.verdict) << std::endl;
}

void printEvent(const CliContext& context, const ScanEvent& event, std::ostream& out)
{
    if (context.json) {
        out << Json {{"seq", event.seq}, {"event_id", event.eventId},
            {"kind", tokenRow(kEventKinds, event.kind).token}}
                   .dump()
            << std::endl;
        return;
    }
    out << event.seq << '\t' << nameOf(kEventKinds, event.kind, context.language) << '\t' << event.name
        << event.place.value_or("") << std::endl;
}

void printMissing(
    const CliContext& context, const LiveSheet& sheet, const std::string& room, std::ostream& out)
{
    for (const std::size_t line : sheet.missingIn(room)) {
        const BookLine& missing = sheet.book()[line];
        if (context.json)
            out << Json {{"missing", missing.assetNo}, {"name", missing.name}, {"place", room}}.dump()
                << std::endl;
        else
            out << context.say({"未见", "missing"}) << '\t' << missing.assetNo << '\t' << missing.name
                << std::endl;
    }
}

void printSync(const CliContext& context, const SyncReport& report, std::ostream& out)
{
    if (context.json) {
        out << Json {{"sent", report.sent}, {"stored", report.stored}, {"duplicate", report.duplicate},
            {"quarantined", report.quarantined}, {"rejected", report.rejected},
            {"offered_again", report.offeredAgain}, {"received", report.received}, {"photos", report.photos},
            {"proven", report.proven}, {"left", countsJson(report.left)}}
                   .dump()
            << std::endl;
        return;
    }
    out << context.say({"上传 ", "sent "}) << report.sent << context.say({"，收到他人 ", ", of others "})
        << report.received << "  " << countsText(context, report.left) << "  "
        << (report.proven ? context.say({"双方一致", "both sides hold the same"})
                          : context.say({"尚未核对一致", "not proven yet"}))
        << std::endl;
}

void printStatus(const CliContext& context, HandheldStore& store, std::ostream& out)
{
    const HandheldInstall& install = store.install();
    const auto login = store.login();
    Outbox outbox(store, nullptr);
    if (context.json) {
        Json sheets = Json::array();
        for (const HeldSheet& sheet : store.sheets())
            sheets.push_back({{"task", sheet.task}, {"unit", sheet.unit},
                {"state", tokenRow(kSheetStates, sheet.state).token}, {"book", sheet.bookComplete},
                {"events", countsJson(outbox.counts(sheet.id))}});
        out << Json {{"install", install.installId}, {"device", textOrNull(install.deviceId)},
            {"server", textOrNull(install.serverUrl)}, {"login", login ? Json(login->login) : Json()},
            {"clock_behind_ms", install.clockBehind.count()}, {"events", countsJson(outbox.counts())},
            {"sheets", sheets}}
                   .dump()
            << std::endl;
        return;
    }
    out << context.say({"安装 ", "install "}) << install.installId << '\n'
        << context.say({"服务器 ", "server "}) << install.serverUrl << '\n'
        << context.say({"登录 ", "logged in "}) << (login ? login->login : "-") << '\n'
        << countsText(context, outbox.counts()) << '\n';
    for (const HeldSheet& sheet : store.sheets())
        out << sheet.task << '\t' << sheet.unit << '\t' << nameOf(kSheetStates, sheet.state, context.language)
            << '\t' << countsText(context, outbox.counts(sheet.id)) << '\n';
    out.flush();
}

void printExported(const CliContext& context, std::int64_t events, std::ostream& out)
{
    if (context.json)
        out << Json {{"events", events}}.dump() << std::endl;
    else
        out << context.say({"已导出记录 ", "events written: "}) << events << std::endl;
}

ExitCode failed(const CliContext& context, const ApiFailure& failure)
{
    static_cast<void>(context.refuse(failure.error));
    return failure.isPassing() ? ExitCode::StoreFailed : ExitCode::Refused;
}

ExitCode exitCodeOf(const CliContext& context, const SyncReport& report)
{
    if (report.stopped)
        return failed(context, *report.stopped);
    const bool isAllThere = report.left.unacknowledged() + report.left.quarantined == 0 && report.proven;
    return isAllThere ? ExitCode::Done : ExitCode::AnswerIsNo;
}

} // namespace guanwu
