#include "schema/inventory/department_share.h"

#include "core/inventory/fold.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/inventory/sheet_numbers.h"
#include "schema/inventory/soci_inventory_store.h"

#include <algorithm>

namespace guanwu {

std::string_view quarantinedOf(Dialect dialect)
{
    return dialect == Dialect::Sqlite
        ? "(SELECT r.department_id FROM account r WHERE r.login = "
          "CASE WHEN json_valid(q.body) THEN json_extract(q.body, '$.actor') END)"
        : "(SELECT r.department_id FROM account r WHERE r.login = JSON_VALUE(q.body, '$.actor'))";
}

void DepartmentShare::keepOwn(std::vector<ScanEvent>& events)
{
    if (m_scope.reach() != Scope::Reach::Department || events.empty())
        return;
    load();
    std::erase_if(events, [&](const ScanEvent& event) {
        return event.kind == EventKind::Undo ? !hasCorrected(event)
                                             : !has(event.kind, event.code.value_or(""), event.actor);
    });
}

void DepartmentShare::load()
{
    if (!m_isOwn.empty() || !m_clerks.empty())
        return;
    m_numbers = lineNumbers(m_session, m_sheet,
        [&](AssetId, DepartmentId department) { m_isOwn.push_back(department == m_scope.department()); });
    Query clerks(m_session);
    clerks.add("SELECT login FROM account WHERE department_id = ", m_scope.department().value);
    while (clerks.next(1))
        m_clerks.push_back(clerks.text(0));
}

bool DepartmentShare::has(EventKind kind, const std::string& code, const std::string& actor) const
{
    const auto line = kind == EventKind::Seen && !code.empty() ? m_numbers.lineOf(code) : std::nullopt;
    return line ? m_isOwn[*line] : std::find(m_clerks.begin(), m_clerks.end(), actor) != m_clerks.end();
}

bool DepartmentShare::hasCorrected(const ScanEvent& undo)
{
    Query query(m_session);
    query.add("SELECT e.kind, e.code, e.actor FROM scan_event e WHERE e.event_id = ", undo.corrects);
    query.add(" AND e.sheet_id = ", m_sheet.value);
    return query.next(3) ? has(storedToken(kEventKinds, query.text(0)), query.text(1), query.text(2))
                         : has(undo.kind, {}, undo.actor);
}

std::unordered_map<std::int64_t, SheetCounters> departmentCounters(
    Session& session, const Scope& scope, TaskId task, std::span<const CountSheet> sheets)
{
    std::unordered_map<std::int64_t, SheetCounters> out;
    SociInventoryStore store(session, scope);
    for (const CountSheet& sheet : sheets) {
        AssetId after;
        for (bool isLast = false; !isLast;) {
            SheetInput input = store.slice(sheet.id, after, std::int64_t {SociInventoryStore::kSliceLines});
            isLast = input.isLast;
            if (!input.book.assets.empty())
                after = input.book.assets.back();
            CountedSheet part;
            part.book = std::move(input.book);
            part.decisions = std::move(input.decisions);
            // Events of a slice are of its lines: no other card is looked for.
            part.outcome = foldSheet(
                part.book.lines, input.events, [](const std::string&) { return std::optional<CardElsewhere>(); },
                phaseOf(sheet.state));
            applyDecisions(part);
            out[sheet.id.value] += part.counters();
        }
    }
    const ScopeCondition condition(scope, "s.unit_id", kReporter);
    const auto rows = session.bulk().stream(
        "SELECT p.sheet_id, COUNT(*) FROM count_sheet s JOIN surplus_line p ON p.sheet_id = s.id JOIN scan_event e ON "
        "e.event_id = p.event_id WHERE s.task_id = ?"
            + condition.positional() + " GROUP BY p.sheet_id",
        condition.valuesBehind({task.value}));
    while (rows->next()) {
        ResultCounter surplus;
        surplus.lines = rows->integer(1);
        out[rows->integer(0)].add(LineResult::Surplus, surplus);
    }
    return out;
}

} // namespace guanwu
