#include "app/books/yearly_moves.h"

#include "app/books/movements.h"
#include "app/exchange/events/event_json.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"
#include "reports/books/book_reports.h"
#include "schema/books/yearly_reasons.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;
    using Month = std::chrono::year_month;

    Result<std::vector<BookUnit>> unitsOf(
        BookReader& reader, const Scope& scope, Month month, const std::string& code)
    {
        auto units = reader.units(month);
        if (code.empty() && scope.reach() != Scope::Reach::Everything)
            return fail(ErrorCode::Forbidden, "access.forbidden");
        if (!code.empty())
            std::erase_if(units, [&](const BookUnit& unit) { return unit.code != code; });
        if (units.empty())
            return fail(ErrorCode::NotFound, "books.not_posted",
                (code.empty() ? "" : code + " ") + formatMonth(month));
        return units;
    }

} // namespace

std::size_t YearlyTable::openCount() const
{
    return static_cast<std::size_t>(
        std::count_if(moves.begin(), moves.end(), [](const YearlyMove& move) { return move.isOpen(); }));
}

Result<YearlyTable> yearlyTable(Session& session, const Scope& scope, int year, const std::string& unit)
{
    const Month last = std::chrono::year(year) / std::chrono::December;
    BookReader reader(session, scope);
    if (!reader.seesTotals())
        return fail(ErrorCode::Forbidden, "access.forbidden");
    const auto units = unitsOf(reader, scope, last, unit);
    if (!units)
        return fail(units.error());
    std::vector<UnitId> ids;
    for (const BookUnit& one : *units)
        ids.push_back(one.id);
    YearlyTable out;
    if (!unit.empty()) {
        out.unit = ids.front();
        out.unitName = units->front().name;
    }
    out.limitPercent
        = limitOn("yearly_move_percent", std::chrono::year_month_day(last / std::chrono::last)).value;
    const auto reasons = YearlyReasons(session, scope).of(out.unit, year);
    for (MovementRow& row : movementsOf(reader, ids, std::chrono::year(year) / std::chrono::January, last)) {
        YearlyMove move;
        move.change = moveOf(row);
        move.asksReason = isLargeMove(row, out.limitPercent);
        if (const auto found = reasons.find(row.classCode); found != reasons.end())
            move.reason = found->second;
        move.row = std::move(row);
        out.moves.push_back(std::move(move));
    }
    return out;
}

Result<void> explainMove(
    Session& session, const Scope& scope, int year, const std::string& unit, const YearlyReason& reason)
{
    const auto table = yearlyTable(session, scope, year, unit);
    if (!table)
        return fail(table.error());
    const bool isThere = std::any_of(table->moves.begin(), table->moves.end(),
        [&](const YearlyMove& move) { return move.row.classCode == reason.classCode; });
    if (!isThere)
        return fail(ErrorCode::NotFound, "books.no_move", reason.classCode);
    YearlyReasons store(session, scope);
    return reason.text.empty() ? store.takeBack(table->unit, year, reason.classCode)
                               : store.enter(table->unit, year, reason);
}

nlohmann::ordered_json yearlyJson(const YearlyTable& table)
{
    Json rows = Json::array();
    for (const YearlyMove& move : table.moves) {
        Json row {{"class", move.row.classCode}, {"name", move.row.classText},
            {"opening_yuan", move.row.opening.original.toYuanString()},
            {"closing_yuan", move.row.closing.original.toYuanString()},
            {"change_percent_x100", move.change ? Json(*move.change) : Json()},
            {"asks_reason", move.asksReason}, {"open", move.isOpen()}};
        row["reason"] = move.reason ? Json(move.reason->text) : Json();
        row["entered_by"] = move.reason ? Json(move.reason->by) : Json();
        row["entered_at"] = move.reason ? Json(formatInstant(move.reason->at)) : Json();
        rows.push_back(std::move(row));
    }
    return {{"unit_name", table.unitName}, {"limit_percent", table.limitPercent}, {"open", table.openCount()},
        {"moves", std::move(rows)}};
}

} // namespace guanwu
