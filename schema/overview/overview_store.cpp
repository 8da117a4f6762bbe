#include "schema/overview/overview_store.h"

#include "core/books/class_key.h"
#include "core/cards/registered_card.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"
#include "schema/overview/indicator_items.h"

#include <algorithm>
#include <memory>

namespace guanwu {

namespace {

    OverviewCard readCard(const Query& row)
    {
        OverviewCard card;
        card.classKey = classKeyOf(storedToken(kClassEditions, row.text(0)), row.text(1));
        card.quantity = row.integer(2);
        card.useState = storedToken(kUseStates, row.text(3));
        card.acquiredOn = *fromDayColumn(row.text(4));
        card.original = Money::fromFen(row.integer(5));
        card.schedule.base = Money::fromFen(row.integer(6));
        card.schedule.from = fromMonthColumn(row.integer(7));
        card.schedule.months = static_cast<std::int32_t>(row.integer(8));
        card.schedule.opening = Money::fromFen(row.integer(9));
        return card;
    }

    std::vector<Reference> unitsOf(Session& session, const Scope& scope)
    {
        std::vector<Reference> out;
        Query query(session);
        query.add("SELECT u.id, u.code, u.name FROM registered_unit u WHERE 1 = 1").add(ScopeCondition(scope, "u.id"));
        query.add(" ORDER BY u.code");
        while (query.next(3))
            out.push_back({query.integer(0), query.text(1), query.text(2)});
        return out;
    }

    constexpr std::string_view kCardColumns
        = "SELECT a.class_edition, a.class_code, a.quantity, a.use_state, a.acquired_on, v.original_fen, "
          "v.depreciation_base_fen, v.depreciation_from, v.depreciation_months, v.depreciation_opening_fen";
    constexpr int kCardColumnCount = 10;

} // namespace

Overview readOverview(Session& session, const Scope& scope, Day on)
{
    OverviewSum sum(on);
    for (const Reference& unit : unitsOf(session, scope)) {
        Query query(session);
        query.add(kCardColumns)
            .add(" FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id WHERE a.unit_id = ",
                unit.id)
            .add(ScopeCondition(scope, "a.unit_id", "a.department_id"));
        sum.beginUnit(unit.code, unit.name);
        while (query.next(kCardColumnCount))
            sum.add(readCard(query));
    }
    Overview out = sum.result();
    for (const auto& row : kIndicators)
        if (row.value != Indicator::EfficientUse)
            out.indicators[static_cast<std::size_t>(row.value)]
                = indicatorFigure(session, scope, row.value, on);
    return out;
}

std::function<bool(OverviewItem& item)> overviewItems(
    Session& session, const Scope& scope, const std::string& unitCode)
{
    std::vector<Reference> units = unitsOf(session, scope);
    if (!unitCode.empty())
        std::erase_if(units, [&](const Reference& unit) { return unit.code != unitCode; });
    return [&session, scope, units = std::move(units), next = std::size_t {0},
               query = std::shared_ptr<Query>()](OverviewItem& item) mutable {
        for (;;) {
            if (!query) {
                if (next == units.size())
                    return false;
                query = std::make_shared<Query>(session);
                query->add(kCardColumns)
                    .add(
                        ", a.asset_no, a.name FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id "
                        "WHERE a.unit_id = ",
                        units[next++].id)
                    .add(ScopeCondition(scope, "a.unit_id", "a.department_id"))
                    .add(" ORDER BY a.asset_no");
            }
            if (query->next(kCardColumnCount + 2)) {
                item = {readCard(*query), query->text(kCardColumnCount), query->text(kCardColumnCount + 1),
                    units[next - 1].code, units[next - 1].name};
                return true;
            }
            query.reset();
        }
    };
}

} // namespace guanwu
