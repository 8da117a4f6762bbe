#pragma once

#include "core/access/scope.h"
#include "core/inventory/inventory_task.h"
#include "core/inventory/line_numbers.h"
#include "core/inventory/scan_event.h"
#include "core/inventory/sheet_counters.h"
#include "schema/connection/database_url.h"

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanwu {

class Session;

// What a department is told of the count of its unit: what is about its own lines. What is about no line of the
// sheet (a thing without a card, an unknown code, a note) it is told of its own clerks only.

/// The department of whose account an event `e` is; to stand as a column of a ScopeCondition.
inline constexpr std::string_view kReporter = "(SELECT r.department_id FROM account r WHERE r.login = e.actor)";

/// Whose a finding is: of who has the card on the sheet that is told, or else of who saw it there.
inline constexpr std::string_view kFindingOf
    = "COALESCE((SELECT l.department_id FROM registered_asset x JOIN sheet_line l ON l.asset_id = x.id AND "
      "l.sheet_id = f.sheet_id WHERE x.asset_no = f.asset_no), (SELECT r.department_id FROM scan_event e JOIN "
      "account r ON r.login = e.actor WHERE e.event_id = f.event_id AND f.source_sheet_id = f.sheet_id))";

/// Whose an event is that was set aside: of who it says made it.
[[nodiscard]] std::string_view quarantinedOf(Dialect dialect);

/// Which events of one sheet a scope hears of: all, but for a department. Asks the store on first use.
class DepartmentShare {
public:
    DepartmentShare(Session& session, const Scope& scope, SheetId sheet)
        : m_session(session)
        , m_scope(scope)
        , m_sheet(sheet)
    {
    }
    void keepOwn(std::vector<ScanEvent>& events);

private:
    void load();
    [[nodiscard]] bool has(EventKind kind, const std::string& code, const std::string& actor) const;
    /// What takes something back goes with what it takes back.
    [[nodiscard]] bool hasCorrected(const ScanEvent& undo);

    Session& m_session;
    Scope m_scope;
    SheetId m_sheet;
    LineNumbers m_numbers;
    std::vector<bool> m_isOwn; ///< by line
    std::vector<std::string> m_clerks;
};

/// The figures of a department on each sheet. Its lines are folded now, since which of them matched is not stored; its
/// surplus is that of the last fold.
[[nodiscard]] std::unordered_map<std::int64_t, SheetCounters> departmentCounters(
    Session& session, const Scope& scope, TaskId task, std::span<const CountSheet> sheets);

} // namespace guanwu
