#include "schema/premises/repair_rows.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

#include <charconv>

namespace guanwu {

namespace {

    std::optional<std::int64_t> yearOf(const std::string& text)
    {
        int year = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
        return error == std::errc() && end == text.data() + text.size() ? std::optional<std::int64_t>(year)
                                                                        : std::nullopt;
    }

    std::optional<Money> moneyOrNone(const std::optional<std::int64_t>& fen)
    {
        return fen ? std::optional(Money::fromFen(*fen)) : std::nullopt;
    }

} // namespace

std::vector<RepairLine> readRepairs(
    Session& session, const Scope& scope, std::optional<int> year, const std::string& unitCode)
{
    std::vector<RepairLine> out;
    Query query(session);
    query.add(
        "SELECT r.application_no, u.id, u.code, u.name, p.id, p.code, p.name, r.kind, r.area_m2_x100, "
        "r.estimate_fen, r.approved_fen, r.approval_no, r.approved_on, r.state, r.remark, w.parts, "
        "w.inspected_on, w.finding, w.plan_year, w.plan_rank, w.started_on, w.finished_on, w.accepted_on, "
        "w.settled_fen, w.capitalised, COALESCE(h.value, lower((SELECT max(e.safety_grade) FROM registered_asset s "
        "JOIN asset_estate e ON e.asset_id = s.id WHERE s.place_id = r.place_id AND s.card_kind = 'building'))), "
        "y.value FROM registered_repair r JOIN unit u ON u.id = r.unit_id "
        "JOIN place p ON p.id = r.place_id LEFT JOIN repair_work w ON w.repair_id = r.id "
        "LEFT JOIN document_fact h ON h.document_id = w.document_id AND h.line_no = 0 AND h.name = 'hazard' "
        "LEFT JOIN document_fact y ON y.document_id = w.document_id AND y.line_no = 0 "
        "AND y.name = 'last_repair_year' WHERE 1 = 1");
    if (year) {
        const std::string name = std::to_string(*year);
        query.add(" AND ((r.approved_on >= ", name + "-01-01")
            .add(" AND r.approved_on <= ", name + "-12-31")
            .add(") OR (r.approved_on IS NULL AND w.plan_year = ", std::int64_t {*year})
            .add("))");
    }
    if (!unitCode.empty())
        query.add(" AND u.code = ", unitCode);
    query.add(ScopeCondition(scope, "r.unit_id")).add(" ORDER BY r.application_no");
    while (query.next(27)) {
        RepairLine line;
        line.applicationNo = query.text(0);
        line.unit = {query.integer(1), query.text(2), query.text(3)};
        line.building = {query.integer(4), query.text(5), query.text(6)};
        line.kind = query.text(7);
        line.area = Area::fromHundredths(query.integer(8));
        line.estimate = moneyOrNone(query.integerOrNone(9));
        line.approved = moneyOrNone(query.integerOrNone(10));
        line.approvalNo = query.text(11);
        line.approvedOn = fromDayColumn(query.text(12));
        line.state = query.text(13);
        line.remark = query.text(14);
        line.parts = query.text(15);
        line.inspectedOn = fromDayColumn(query.text(16));
        line.finding = query.text(17);
        line.planYear = query.integerOrNone(18);
        line.rank = query.integerOrNone(19);
        line.startedOn = fromDayColumn(query.text(20));
        line.finishedOn = fromDayColumn(query.text(21));
        line.acceptedOn = fromDayColumn(query.text(22));
        line.settled = moneyOrNone(query.integerOrNone(23));
        line.capitalised = query.text(24);
        line.hazard = query.text(25);
        line.lastRepairYear = yearOf(query.text(26));
        out.push_back(std::move(line));
    }
    return out;
}

} // namespace guanwu
