#include "app/server/routes/card_json.h"

#include "app/server/route.h"
#include "core/cards/card_fields.h"
#include "core/cards/field_text.h"
#include "core/values/asset_tag.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json tagOrNull(const std::string& assetNo)
    {
        const auto number = AssetNo::parse(assetNo);
        return number ? Json(AssetTag::of(*number).text()) : Json();
    }

    std::int64_t milliseconds(Instant at) { return at.time_since_epoch().count(); }

} // namespace

Json cardJson(const RegisteredCard& card)
{
    Json out = Json::object();
    // Appended: an ordered object looks through all it has for each name that it is asked for.
    auto& members = out.get_ref<Json::object_t&>();
    members.reserve(2 * cardFields().size());
    for (const CardField& field : cardFields()) {
        members.emplace_back(field.token, textOrNull(field.read(card)));
        if (field.reference)
            members.emplace_back(
                std::string(field.token) + "_name", textOrNull((card.*field.reference).name));
    }
    out["tag"] = tagOrNull(card.card.assetNo);
    out["other_fund_yuan"] = card.card.otherFund.toYuanString();
    out["accumulated_yuan"] = card.card.accumulated.toYuanString();
    out["net_yuan"] = card.card.net().toYuanString();
    out["months_taken"] = card.card.monthsTaken;
    out["revision"] = card.card.revision;
    return out;
}

Json summaryJson(const CardSummary& card)
{
    return {{"asset_no", card.assetNo}, {"tag", tagOrNull(card.assetNo)},
        {"legacy_no", textOrNull(card.legacyNo)}, {"name", card.name}, {"model", textOrNull(card.model)},
        {"class_code", card.classCode}, {"card_kind", tokenRow(kCardKinds, card.kind).token},
        {"quantity", card.quantity}, {"unit_of_measure", textOrNull(card.unitOfMeasure)},
        {"original_yuan", card.original.toYuanString()}, {"acquired_on", fieldText(card.acquiredOn)},
        {"use_state", tokenRow(kUseStates, card.useState).token}, {"unit", card.unit.code},
        {"unit_name", card.unit.name}, {"department", textOrNull(card.department.name)},
        {"user", textOrNull(card.user.code)}, {"user_name", textOrNull(card.user.name)},
        {"place", textOrNull(card.place.code)}, {"place_name", textOrNull(card.place.name)},
        {"revision", card.revision}};
}

Json differencesJson(const std::vector<FieldDifference>& fields)
{
    Json out = Json::array();
    for (const FieldDifference& field : fields) {
        const CardField* known = findCardField(field.field);
        Json one {{"field", field.field}, {"name_zh", known ? known->nameZh : "附件"},
            {"name_en", known ? known->nameEn : "Attachment"}, {"before", textOrNull(field.before)},
            {"after", textOrNull(field.after)}};
        if (!field.beforeName.empty() || !field.afterName.empty()) {
            one["before_name"] = textOrNull(field.beforeName);
            one["after_name"] = textOrNull(field.afterName);
        }
        out.push_back(std::move(one));
    }
    return out;
}

Json eventJson(const CardEvent& event)
{
    return {{"id", std::to_string(event.id)}, {"kind", tokenRow(kCardEventKinds, event.kind).token},
        {"at_ms", milliseconds(event.at)}, {"actor", event.actor}, {"reason", textOrNull(event.reason)},
        {"change", event.change == 0 ? Json() : Json(std::to_string(event.change))},
        {"revision", event.revision}, {"fields", differencesJson(event.fields)}};
}

} // namespace guanwu
