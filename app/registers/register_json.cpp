#include "app/registers/register_json.h"

#include "app/exchange/events/event_json.h"
#include "app/text/explain.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json orNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

    std::string_view nameOf(RegisterValue value)
    {
        switch (value) {
        case RegisterValue::Whole:
            return "whole";
        case RegisterValue::Money:
            return "money";
        case RegisterValue::Area:
            return "area";
        case RegisterValue::Date:
            return "date";
        case RegisterValue::YesNo:
            return "yes_no";
        case RegisterValue::Choice:
            return "choice";
        case RegisterValue::Digests:
            return "digests";
        case RegisterValue::Asset:
            return "asset";
        case RegisterValue::Plate:
        case RegisterValue::Text:
            break;
        }
        return "text";
    }

    std::string_view nameOf(FieldUse use)
    {
        switch (use) {
        case FieldUse::Free:
            return "free";
        case FieldUse::First:
            return "first";
        case FieldUse::ByStep:
            return "by_step";
        case FieldUse::Effect:
        case FieldUse::Computed:
            break;
        }
        return "computed";
    }

    Json listOf(std::string_view names)
    {
        Json out = Json::array();
        while (!names.empty()) {
            const auto end = names.find('|');
            out.push_back(names.substr(0, end));
            names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
        }
        return out;
    }

} // namespace

Json registerEntryJson(const ShownEntry& shown, Language language)
{
    const RegisterEntry& entry = shown.entry;
    const RegisterType& type = typeOf(entry);
    Json fields = Json::object();
    for (const RegisterField& field : type.fields)
        fields[std::string(field.token)] = orNull(entry.text(field.token));
    Json findings = Json::array();
    for (const Error& error : shown.findings)
        findings.push_back({{"code", error.subject}, {"message", explain(error, language)}});
    return {{"entry_no", entry.entryNo}, {"register", tokenRow(kRegisterKinds, entry.kind).token},
        {"type", entry.type}, {"state", entry.state}, {"parent", orNull(entry.parentNo)},
        {"unit", orNull(entry.unit.code)}, {"unit_name", orNull(entry.unit.name)},
        {"department", orNull(entry.department.name)}, {"fields", std::move(fields)},
        {"findings", std::move(findings)}, {"revision", entry.revision}};
}

Json registerEventJson(const RegisterEvent& event)
{
    Json fields = Json::array();
    for (const FieldDifference& field : event.fields)
        fields.push_back(
            {{"field", field.field}, {"before", orNull(field.before)}, {"after", orNull(field.after)}});
    return {{"id", std::to_string(event.id)}, {"kind", tokenRow(kRegisterEventKinds, event.kind).token},
        {"step", orNull(event.step)}, {"state", event.state}, {"at", formatInstant(event.at)},
        {"actor", event.actor}, {"reason", orNull(event.reason)}, {"revision", event.revision},
        {"fields", std::move(fields)}};
}

Json registerTypeJson(const RegisterType& type)
{
    Json fields = Json::array();
    for (const RegisterField& field : type.fields) {
        Json choices = Json::array();
        for (const RegisterChoice& choice : field.choices)
            choices.push_back(
                {{"token", choice.token}, {"name_zh", choice.nameZh}, {"name_en", choice.nameEn}});
        fields.push_back({{"token", field.token}, {"name_zh", field.nameZh}, {"name_en", field.nameEn},
            {"value", nameOf(field.value)}, {"use", nameOf(field.use)}, {"required", field.isRequired},
            {"restricted", field.isRestricted}, {"from_card", !field.card.empty()},
            {"choices", std::move(choices)}});
    }
    Json states = Json::array();
    for (const RegisterState& state : type.states)
        states.push_back({{"token", state.token}, {"name_zh", state.nameZh}, {"name_en", state.nameEn},
            {"open", state.isOpen}});
    Json steps = Json::array();
    for (const RegisterStep& step : type.steps)
        steps.push_back({{"token", step.token}, {"name_zh", step.nameZh}, {"name_en", step.nameEn},
            {"from", listOf(step.from)}, {"to", orNull(std::string(step.to))}, {"needs", listOf(step.needs)},
            {"takes", listOf(step.takes)}});
    return {{"register", tokenRow(kRegisterKinds, type.kind).token}, {"type", type.token},
        {"name_zh", type.nameZh}, {"name_en", type.nameEn}, {"parent", orNull(std::string(type.parent))},
        {"fields", std::move(fields)}, {"states", std::move(states)}, {"steps", std::move(steps)}};
}

} // namespace guanwu
