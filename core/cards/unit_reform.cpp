#include "core/cards/unit_reform.h"

#include "core/base/text_length.h"
#include "core/cards/card_fields.h"
#include "core/values/calendar.h"

namespace guanwu {

std::vector<Error> problemsOf(const ReformOrder& order, const ReformPlan& plan, Day today)
{
    std::vector<Error> out;
    const auto require = [&](bool holds, const char* subject, const std::string& detail) {
        if (!holds)
            out.push_back({ErrorCode::RuleViolated, subject, detail});
    };
    const bool moves = order.kind != ReformKind::Rename;
    const bool hasNothing = plan.cards == 0 && plan.people == 0 && plan.places == 0 && plan.subordinates == 0
        && plan.departments.empty() && plan.leases == 0;
    require(!plan.ended, "unit.ended", plan.unit.code);
    require(!plan.successorEnded, "unit.ended", plan.successor.code);
    require(!moves || plan.successor.id != 0 || (order.kind == ReformKind::Abolish && hasNothing),
        "unit.successor", plan.unit.code);
    require(!moves || plan.successor.id != plan.unit.id, "unit.same", plan.unit.code);
    require(moves || (!order.newName.empty() && order.newName != plan.unit.name), "unit.new_name",
        plan.unit.name);
    require(!order.paperNo.empty(), "unit.paper", plan.unit.code);
    require(order.on.ok() && order.on <= today, "unit.reform_day", formatDate(order.on));
    if (const auto fits = checkLengths({{order.reason, kLongestNote}}); !fits)
        out.push_back(fits.error());
    if (order.kind == ReformKind::Split)
        require(!order.departments.empty() && plan.unknownDepartments.empty(), "unit.departments",
            plan.unknownDepartments.empty() ? plan.unit.code : plan.unknownDepartments.front());
    if (moves) {
        require(plan.openDocuments.empty(), "unit.open_document",
            plan.openDocuments.empty() ? "" : plan.openDocuments.front());
        require(plan.openSheets.empty(), "unit.open_sheet",
            plan.openSheets.empty() ? "" : plan.openSheets.front());
    }
    return out;
}

RegisteredCard taken(const RegisteredCard& card, const Reference& from, const Reference& to)
{
    RegisteredCard out = card;
    for (const char* name : {"unit", "using_unit", "right_holder"}) {
        const CardField& field = *findCardField(name);
        if ((out.*field.reference).id == from.id)
            setReference(out, field, to);
    }
    return out;
}

} // namespace guanwu
