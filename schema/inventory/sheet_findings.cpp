// What a unit is told of its count: a line, findings, surplus lines and events that were set aside.
#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/inventory/campaign_view.h"
#include "schema/inventory/department_share.h"
#include "schema/inventory/event_rows.h"
#include "schema/inventory/soci_inventory_store.h"

#include <charconv>
#include <soci/soci.h>

namespace guanwu {

namespace {

    // From the sheet that made it to the sheet that is told, along the key of the table.
    constexpr const char* kFindings
        = "SELECT f.kind, f.code, f.asset_no, COALESCE(f.place, ''), u.code, f.event_id, f.events FROM "
          "count_sheet o JOIN finding f ON f.source_sheet_id = o.id AND f.sheet_id = :sheet JOIN unit u ON u.id "
          "= o.unit_id JOIN count_sheet s ON s.id = f.sheet_id WHERE o.task_id = :task AND (f.asset_no > :no "
          "OR (f.asset_no = :no AND u.code > :unit))";

    const std::string kSurplus
        = "SELECT l.surplus_no, e.install_no, " GUANWU_EVENT_COLUMNS
          " FROM surplus_line l JOIN scan_event e ON e.event_id = l.event_id JOIN count_sheet s ON s.id = "
          "l.sheet_id WHERE l.sheet_id = ?";

    constexpr const char* kQuarantined
        = "SELECT q.event_id, q.install_id, q.seq, u.code, q.body, q.received_at FROM count_sheet s JOIN "
          "quarantine_notice n ON n.sheet_id = s.id JOIN quarantined_event q ON q.event_id = n.event_id AND "
          "q.digest = n.digest JOIN unit u ON u.id = s.unit_id WHERE s.task_id = :task";

    constexpr char kBetween = '\n'; ///< stands in no number: text with a line break enters no registry

} // namespace

std::optional<AssetId> CampaignView::lineOf(const CountSheet& sheet, const std::string& assetNo)
{
    return guarded("find the line", [&]() -> std::optional<AssetId> {
        const ScopeCondition scope(m_scope, "s.unit_id", "l.department_id");
        long long card = 0;
        auto question = (m_session.sql().prepare
                << "SELECT l.asset_id FROM count_sheet s JOIN sheet_line l ON l.sheet_id = s.id WHERE s.id = :sheet "
                   "AND l.asset_no = :no" + scope.named(),
            soci::use(sheet.id.value, "sheet"), soci::use(assetNo, "no"), soci::into(card));
        scope.bindTo(question);
        soci::statement query(question);
        return query.execute(true) ? std::optional(AssetId {card}) : std::nullopt;
    });
}

std::vector<ToldFinding> CampaignView::findings(
    const CountSheet& sheet, const std::string& after, std::size_t most)
{
    return guarded("list the findings", [&] {
        const ScopeCondition scope(m_scope, "s.unit_id", kFindingOf);
        const auto between = after.find(kBetween);
        const std::string afterNo = after.substr(0, between);
        const std::string afterUnit
            = between == std::string::npos ? std::string() : after.substr(between + 1);
        const auto limit = static_cast<long long>(most);
        ToldFinding row;
        long long events = 0;
        auto question = (m_session.sql().prepare
                << kFindings + scope.named() + " ORDER BY f.asset_no, u.code LIMIT :most",
            soci::use(sheet.id.value, "sheet"), soci::use(sheet.task.value, "task"), soci::use(afterNo, "no"),
            soci::use(afterUnit, "unit"), soci::use(limit, "most"), soci::into(row.kind),
            soci::into(row.code), soci::into(row.assetNo), soci::into(row.place), soci::into(row.seenBy),
            soci::into(row.eventId), soci::into(events));
        scope.bindTo(question);
        soci::statement query(question);
        std::vector<ToldFinding> out;
        query.execute();
        while (query.fetch()) {
            row.events = events;
            row.key = row.assetNo + kBetween + row.seenBy;
            out.push_back(row);
        }
        return out;
    });
}

std::optional<ScanEvent> CampaignView::findEvent(
    const std::string& eventId, const std::string& install, std::int64_t seq)
{
    // By its id, or else by its place among those of the install: either is taken by one event only.
    long long sheet = 0;
    long long no = 0;
    long long at = 0;
    soci::session& sql = m_session.sql();
    sql << "SELECT e.sheet_id, e.install_no, e.seq FROM scan_event e WHERE e.event_id = :id",
        soci::use(eventId, "id"), soci::into(sheet), soci::into(no), soci::into(at);
    if (!sql.got_data()) {
        sql << "SELECT e.sheet_id, e.install_no, e.seq FROM scan_install i JOIN scan_event e ON e.install_no = i.id "
               "AND e.seq = :seq WHERE i.install_id = :install",
            soci::use(seq, "seq"), soci::use(install, "install"), soci::into(sheet), soci::into(no),
            soci::into(at);
        if (!sql.got_data())
            return std::nullopt;
    }
    // Of an event of others the caller learns only that there is one.
    const ScopeCondition scope(m_scope, "s.unit_id", kReporter);
    std::string unit;
    auto question
        = (sql.prepare << "SELECT u.code FROM count_sheet s JOIN unit u ON u.id = s.unit_id JOIN scan_event e ON "
                          "e.sheet_id = s.id WHERE s.id = :sheet AND e.install_no = :install AND e.seq = :seq"
                    + scope.named(),
            soci::use(sheet, "sheet"), soci::use(no, "install"), soci::use(at, "seq"), soci::into(unit));
    scope.bindTo(question);
    soci::statement query(question);
    if (!query.execute(true))
        return std::nullopt;
    std::optional<ScanEvent> event;
    {
        const auto rows = m_session.bulk().stream(
            "SELECT " GUANWU_EVENT_COLUMNS " FROM scan_event e WHERE e.sheet_id = ? AND e.install_no = ? "
            "AND e.seq = ?",
            {sheet, no, at});
        if (rows->next())
            event = readEvent(*rows, 0);
    }
    if (event) {
        event->installId = installId(no);
        event->unit = unit;
    }
    return event;
}

std::vector<SheetSurplus> CampaignView::surplus(
    const CountSheet& sheet, const std::string& after, std::size_t most)
{
    std::vector<SheetSurplus> out;
    std::vector<std::int64_t> installs;
    {
        const ScopeCondition scope(m_scope, "s.unit_id", kReporter);
        const auto rows = m_session.bulk().stream(
            kSurplus + scope.positional() + " ORDER BY l.surplus_no", scope.valuesBehind({sheet.id.value}));
        while (out.size() < most && rows->next()) {
            // A text cannot be asked for here; a sheet has few surplus lines.
            if (rows->text(0) <= after)
                continue;
            out.push_back({std::string(rows->text(0)), readEvent(*rows, 2), {}});
            installs.push_back(rows->integer(1));
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].event.installId = installId(installs[i]);
        out[i].event.unit = sheet.unitCode;
    }
    for (const SurplusDecision& decision : SociInventoryStore(m_session, m_scope).surplusDecisions(sheet.id))
        for (SheetSurplus& line : out)
            if (line.event.eventId == decision.eventId)
                line.decision = decision;
    return out;
}

std::vector<QuarantinedEvent> CampaignView::quarantined(const InventoryTask& task)
{
    auto out = guarded("list the quarantined events", [&] {
        const ScopeCondition scope(m_scope, "s.unit_id", quarantinedOf(m_session.dialect()));
        QuarantinedEvent row;
        long long seq = 0;
        long long receivedAt = 0;
        auto question = (m_session.sql().prepare
                << kQuarantined + scope.named() + " ORDER BY u.code, q.event_id, q.digest",
            soci::use(task.id.value, "task"), soci::into(row.eventId), soci::into(row.installId),
            soci::into(seq), soci::into(row.unit), soci::into(row.body), soci::into(receivedAt));
        scope.bindTo(question);
        soci::statement query(question);
        std::vector<QuarantinedEvent> all;
        query.execute();
        while (query.fetch()) {
            row.seq = seq;
            row.receivedAt = fromInstantColumn(receivedAt);
            all.push_back(row);
        }
        return all;
    });
    for (QuarantinedEvent& event : out)
        event.stored = guarded("find the event that was first",
            [&] { return findEvent(event.eventId, event.installId, event.seq); });
    return out;
}

} // namespace guanwu
