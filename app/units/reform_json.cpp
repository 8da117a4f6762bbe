#include "app/units/reform_json.h"

#include "core/values/calendar.h"

namespace guanwu {

nlohmann::ordered_json reformJson(
    const ReformOrder& order, const ReformPlan& plan, const std::vector<Error>& problems)
{
    using Json = nlohmann::ordered_json;
    const auto reference = [](const Reference& one) {
        return one.id == 0 ? Json() : Json {{"code", one.code}, {"name", one.name}};
    };
    Json departments = Json::array();
    for (const Reference& department : plan.departments)
        departments.push_back(department.name);
    Json errors = Json::array();
    for (const Error& error : problems)
        errors.push_back({{"rule", error.subject}, {"detail", error.detail}});
    return {{"kind", tokenRow(kReformKinds, order.kind).token}, {"unit", reference(plan.unit)},
        {"successor", reference(plan.successor)}, {"on", formatDate(order.on)}, {"departments", departments},
        {"people", plan.people}, {"places", plan.places}, {"cards", plan.cards}, {"pieces", plan.pieces},
        {"original_yuan", plan.original.toYuanString()}, {"subordinates", plan.subordinates},
        {"leases", plan.leases}, {"accounts", plan.accounts}, {"open_documents", plan.openDocuments},
        {"open_sheets", plan.openSheets}, {"problems", errors}};
}

} // namespace guanwu
