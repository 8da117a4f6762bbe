// The wall of a campaign: read from what folds and ingests have stored, whatever the number of cards and
// events.
#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/inventory/campaign_view.h"
#include "schema/inventory/department_share.h"
#include "schema/inventory/soci_inventory_store.h"

#include <algorithm>
#include <unordered_map>

namespace guanwu {

namespace {

    constexpr std::string_view kSelectArrivals
        = "SELECT a.sheet_id, a.minute_no, a.events FROM count_sheet s JOIN sheet_arrival a ON a.sheet_id = s.id "
          "WHERE s.task_id = ?";
    constexpr std::string_view kFindings = "SELECT f.sheet_id, count(*) FROM count_sheet s JOIN finding f ON "
                                           "f.sheet_id = s.id WHERE s.task_id = ?";
    constexpr std::string_view kQuarantined
        = "SELECT n.sheet_id, count(*) FROM count_sheet s JOIN quarantine_notice n ON n.sheet_id = s.id JOIN "
          "quarantined_event q ON q.event_id = n.event_id AND q.digest = n.digest WHERE s.task_id = ?";
    // When an event came is known of sheets only; of a department, when its clerks made it stands for that.
    constexpr std::string_view kMadeBy
        = "SELECT e.sheet_id, e.at_ms - e.at_ms % 60000, count(*) FROM count_sheet s JOIN scan_event e ON "
          "e.sheet_id = s.id WHERE s.task_id = ?";

} // namespace

CampaignProgress CampaignView::progress(const InventoryTask& task, Instant now)
{
    SociInventoryStore store(m_session, m_scope);
    CampaignProgress progress;
    const auto counters = store.counters(task.id);
    auto sheets = store.sheets(task.id);
    // A sheet that came between the two questions waits for the next look.
    sheets.resize(std::min(sheets.size(), counters.size()));
    // What belongs to no sheet in scope finds no place here and is dropped.
    std::unordered_map<std::int64_t, SheetProgress*> bySheet;
    progress.sheets.resize(sheets.size());
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        progress.total += counters[i];
        progress.sheets[i].counters = counters[i];
        progress.sheets[i].sheet = std::move(sheets[i]);
        bySheet[progress.sheets[i].sheet.id.value] = &progress.sheets[i];
    }
    const auto forEachRow = [&](std::string_view sql, std::string_view department, std::string_view rest,
                                const auto& take) {
        const ScopeCondition scope(m_scope, "s.unit_id", department);
        const auto rows = m_session.bulk().stream(
            std::string(sql) + scope.positional() + std::string(rest), scope.valuesBehind({task.id.value}));
        while (rows->next())
            if (const auto found = bySheet.find(rows->integer(0)); found != bySheet.end())
                take(*found->second, *rows);
    };
    const auto arrived = [&](SheetProgress& one, Instant minute, std::int64_t events) {
        one.lastEventAt = std::max(one.lastEventAt.value_or(minute), minute);
        if (now - minute < std::chrono::minutes(15))
            one.last15Minutes += events;
        if (now - minute < std::chrono::minutes(60))
            one.last60Minutes += events;
    };
    if (m_scope.reach() == Scope::Reach::Department)
        forEachRow(kMadeBy, kReporter, " GROUP BY 1, 2", [&](SheetProgress& one, const RowStream& row) {
            arrived(one, fromInstantColumn(row.integer(1)), row.integer(2));
        });
    else
        forEachRow(kSelectArrivals, {}, {}, [&](SheetProgress& one, const RowStream& row) {
            arrived(one, Instant(std::chrono::minutes(row.integer(1))), row.integer(2));
        });
    forEachRow(kFindings, kFindingOf, " GROUP BY f.sheet_id",
        [](SheetProgress& one, const RowStream& row) { one.findings = row.integer(1); });
    forEachRow(kQuarantined, quarantinedOf(m_session.dialect()), " GROUP BY n.sheet_id",
        [](SheetProgress& one, const RowStream& row) { one.quarantined = row.integer(1); });
    return progress;
}

} // namespace guanwu
