#pragma once

#include "core/access/scope.h"
#include "core/books/posted_month.h"
#include "core/books/reconciliation.h"
#include "core/inventory/inventory_task.h"
#include "reports/books/book_reports.h"
#include "schema/books/book_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// What a count made of a unit, as far as cards and objects are laid side by side.
struct CountedUnit {
    std::string taskNo;
    const CountedSheet* sheet = nullptr;
};

/// The table of one unit and month (reports 10.3): ledgers as imported, cards as posted, objects as counted,
/// certificates as registered, the reasons that people entered, and those that the records show. Errors:
/// unit.not_found, books.not_posted.
[[nodiscard]] Result<Reconciliation> reconcile(Session& session, const Scope& scope, UnitId unit,
    std::chrono::year_month month, const std::optional<CountedUnit>& counted);

/// The records behind a figure of a line of that table: balances of a ledger, cards as posted, objects as
/// counted, areas. Differences are explained by the items of the table.
[[nodiscard]] std::vector<CellLine> recordsBehind(Session& session, const Scope& scope, const BookUnit& unit,
    std::chrono::year_month month, const CountedSheet* counted, const ReconcileLine& line,
    ReconcileColumn column);

/// "设备", or 全部类别 for all of them and 旧版分类 for what the edition of 2022 has no class for.
[[nodiscard]] std::string bookClassName(const std::string& classCode);

} // namespace guanwu
