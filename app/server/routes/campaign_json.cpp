#include "app/server/routes/campaign_json.h"

#include "app/server/route.h"
#include "app/exchange/events/event_json.h"
#include "core/inventory/count_forecast.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json instantOrNull(const std::optional<Instant>& at) { return at ? Json(formatInstant(*at)) : Json(); }

    template <class Enum, std::size_t N> Json token(const TokenTable<Enum, N>& table, Enum value)
    {
        return tokenRow(table, value).token;
    }

    /// Lines of each result that there is.
    Json countersJson(const SheetCounters& counters)
    {
        Json out = Json::object();
        for (const auto& row : kLineResults)
            if (const std::int64_t lines = counters.of(row.value).lines; lines != 0)
                out[std::string(row.token)] = lines;
        return out;
    }

} // namespace

Json taskJson(const InventoryTask& task)
{
    return {{"task", task.taskNo}, {"name", task.name}, {"base_date", formatDate(task.baseDate)},
        {"state", token(kSheetStates, task.state)}, {"revision", task.revision}};
}

Json sheetJson(const CountSheet& sheet, RecountState recount)
{
    return {{"unit", sheet.unitCode}, {"name", sheet.unitName}, {"parent", textOrNull(sheet.parentName)},
        {"state", token(kSheetStates, sheet.state)}, {"stale", sheet.stale != 0},
        {"recount", token(kRecountStates, recount)}, {"revision", sheet.revision}};
}

Json bookLineJson(const BookLine& line)
{
    return {{"asset_no", line.assetNo}, {"legacy_no", textOrNull(line.legacyNo)}, {"name", line.name},
        {"class_code", line.classCode}, {"model", textOrNull(line.model)},
        {"unit_of_measure", textOrNull(line.unitOfMeasure)}, {"quantity", line.quantity},
        {"department", textOrNull(line.department)}, {"user", textOrNull(line.user)},
        {"user_name", textOrNull(line.userName)}, {"place", textOrNull(line.place)},
        {"place_name", textOrNull(line.placeName)}, {"use_state", token(kUseStates, line.useState)}};
}

Json decisionJson(const LineDecision& decision)
{
    return {{"result", token(kLineResults, decision.result)}, {"reason", decision.reason},
        {"proposal", textOrNull(decision.proposal)}, {"decided_by", decision.decidedBy},
        {"decided_at", formatInstant(decision.decidedAt)}};
}

Json decisionJson(const SurplusDecision& decision)
{
    return {{"accepted", decision.accepted},
        {"value_yuan", decision.value ? Json(decision.value->toYuanString()) : Json()},
        {"value_basis", textOrNull(decision.valueBasis)},
        {"months_left", decision.monthsLeft ? Json(*decision.monthsLeft) : Json()},
        {"reason", decision.reason}, {"decided_by", decision.decidedBy},
        {"decided_at", formatInstant(decision.decidedAt)}};
}

Json lineJson(const LinePage::Line& line)
{
    Json out = bookLineJson(line.book);
    out["original_yuan"] = line.book.original.toYuanString();
    const CountOutcome& seen = line.outcome;
    out["result"] = token(kLineResults, seen.result);
    out["counted_quantity"] = seen.countedQuantity;
    out["seen_place"] = textOrNull(seen.seenPlace);
    out["seen_user"] = textOrNull(seen.seenUser);
    out["seen_condition"] = seen.seenCondition ? token(kConditions, *seen.seenCondition) : Json();
    out["first_seen_at"] = instantOrNull(seen.firstSeenAt);
    out["entry"] = seen.entry ? token(kEntryModes, *seen.entry) : Json();
    out["counter"] = textOrNull(seen.counter);
    out["photos"] = seen.photos;
    out["events"] = seen.events;
    out["decision"] = line.decision ? decisionJson(*line.decision) : Json();
    return out;
}

Json eventJson(const ScanEvent& event) { return Json::parse(encodeEvent(event)); }

Json surplusJson(const SheetSurplus& surplus)
{
    return {{"surplus", surplus.surplusNo}, {"event_id", surplus.event.eventId},
        {"event", eventJson(surplus.event)},
        {"decision", surplus.decision ? decisionJson(*surplus.decision) : Json()}};
}

Json findingJson(const ToldFinding& finding)
{
    return {{"kind", finding.kind}, {"asset_no", finding.assetNo}, {"code", finding.code},
        {"place", textOrNull(finding.place)}, {"seen_by", finding.seenBy}, {"event_id", finding.eventId},
        {"events", finding.events}};
}

Json quarantinedJson(const QuarantinedEvent& event)
{
    return {{"unit", event.unit}, {"event_id", event.eventId}, {"install_id", event.installId},
        {"seq", event.seq}, {"received_at", formatInstant(event.receivedAt)}, {"body", event.body},
        {"stored", event.stored ? eventJson(*event.stored) : Json()}};
}

Json progressJson(const CampaignProgress& progress,
    const std::unordered_map<std::int64_t, RecountState>& recounts, Instant now)
{
    Json units = Json::array();
    for (const SheetProgress& one : progress.sheets) {
        Json row = sheetJson(one.sheet, recountOf(recounts, one.sheet.id));
        row["lines"] = one.counters.book().lines;
        row["checked"] = one.checkedLines();
        row["results"] = countersJson(one.counters);
        row["match_rate"] = one.counters.matchRate();
        row["findings"] = one.findings;
        row["quarantined"] = one.quarantined;
        row["last_event_at"] = instantOrNull(one.lastEventAt);
        row["last_15_minutes"] = one.last15Minutes;
        row["last_60_minutes"] = one.last60Minutes;
        row["stuck"] = one.isStuck(now);
        const CountForecast forecast = forecastOf(one, now);
        row["forecast"]
            = {{"kind", token(kForecastKinds, forecast.kind)}, {"at", instantOrNull(forecast.at)}};
        units.push_back(std::move(row));
    }
    Json states = Json::object();
    const auto byState = progress.unitsByState();
    for (const auto& row : kSheetStates)
        if (const std::int64_t count = byState[static_cast<std::size_t>(row.value)]; count != 0)
            states[std::string(row.token)] = count;
    return {{"units", std::move(units)},
        {"total",
            {{"lines", progress.total.book().lines}, {"results", countersJson(progress.total)},
                {"match_rate", progress.total.matchRate()}, {"units_by_state", std::move(states)},
                {"stale_sheets", progress.staleSheets()}, {"stuck_units", progress.stuckUnits(now)}}}};
}

Json stateJson(const InstallState& state, const std::optional<SignedAnchor>& anchor)
{
    Json ranges = Json::array();
    for (const SeqRanges::Range& range : state.held.ranges())
        ranges.push_back({range.first, range.last});
    return {{"install", state.installId}, {"contiguous", state.held.contiguous()},
        {"ranges", std::move(ranges)}, {"quarantined", state.quarantined}, {"count", state.count},
        {"digest", state.digest}, {"anchor", anchor ? Json(anchorLine(*anchor)) : Json()}};
}

} // namespace guanwu
