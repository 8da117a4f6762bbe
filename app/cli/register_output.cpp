#include "app/cli/register_output.h"

#include "app/exchange/events/event_json.h"
#include "app/registers/register_json.h"
#include "app/text/explain.h"
#include "core/registers/register_rules.h"
#include "core/values/calendar.h"

#include <iostream>

namespace guanwu {

namespace {

    void printJson(const nlohmann::ordered_json& json)
    {
        std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }

    bool isChinese(const CliContext& context) { return context.language == Language::ZhCn; }

} // namespace

void printEntry(const CliContext& context, const ShownEntry& shown)
{
    if (context.json)
        return printJson(registerEntryJson(shown, context.language));
    const RegisterEntry& entry = shown.entry;
    const RegisterType& type = typeOf(entry);
    const RegisterState* state = type.state(entry.state);
    std::cout << entry.entryNo << '\t' << context.say({type.nameZh, type.nameEn}) << '\t'
              << context.say({state->nameZh, state->nameEn}) << context.say({"\t版本 ", "\trevision "})
              << entry.revision << '\n';
    if (entry.unit.id != 0)
        std::cout << context.say({"单位\t", "Unit\t"}) << entry.unit.code << ' ' << entry.unit.name << ' '
                  << entry.department.name << '\n';
    if (!entry.parentNo.empty())
        std::cout << context.say({"所属\t", "Part of\t"}) << entry.parentNo << '\n';
    for (const RegisterField& field : type.fields)
        if (const std::string value = entry.text(field.token); !value.empty())
            std::cout << context.say({field.nameZh, field.nameEn}) << '\t'
                      << shownText(field, value, isChinese(context)) << '\n';
    for (const Error& error : shown.findings)
        std::cout << "! " << explain(error, context.language) << '\n';
}

void printEntryLine(const CliContext& context, const ShownEntry& shown)
{
    if (context.json)
        return printJson(registerEntryJson(shown, context.language));
    const RegisterEntry& entry = shown.entry;
    const RegisterType& type = typeOf(entry);
    const RegisterState* state = type.state(entry.state);
    std::cout << entry.entryNo << '\t' << entry.unit.code << '\t'
              << context.say({state->nameZh, state->nameEn});
    for (const RegisterField& field : type.fields)
        if (field.isRequired || field.isRestricted || field.use == FieldUse::Computed)
            std::cout << '\t' << shownText(field, entry.text(field.token), isChinese(context));
    for (const Error& error : shown.findings)
        std::cout << "\t! " << explain(error, context.language);
    std::cout << '\n';
}

void printRegisterEvents(
    const CliContext& context, const RegisterType& type, const std::vector<RegisterEvent>& events)
{
    const auto text = [&](const FieldDifference& field, const std::string& value) {
        const RegisterField* of = type.field(field.field);
        return of ? shownText(*of, value, isChinese(context)) : value;
    };
    for (const RegisterEvent& event : events) {
        if (context.json) {
            printJson(registerEventJson(event));
            continue;
        }
        const auto& kind = tokenRow(kRegisterEventKinds, event.kind);
        const RegisterStep* step = type.step(event.step);
        const RegisterState* state = type.state(event.state);
        std::cout << formatInstant(event.at) << '\t' << event.actor << '\t'
                  << (step ? context.say({step->nameZh, step->nameEn})
                           : context.say({kind.nameZh, kind.nameEn}))
                  << '\t' << (state ? context.say({state->nameZh, state->nameEn}) : std::string_view())
                  << '\t' << event.reason << '\n';
        for (const FieldDifference& field : event.fields) {
            const RegisterField* of = type.field(field.field);
            std::cout << '\t' << (of ? context.say({of->nameZh, of->nameEn}) : std::string_view(field.field))
                      << ": " << text(field, field.before) << " -> " << text(field, field.after) << '\n';
        }
    }
}

void printRegisterRules(const CliContext& context, RegisterKind kind)
{
    for (const RegisterRule& rule : RegisterRules::current().all()) {
        if (rule.registerToken != tokenRow(kRegisterKinds, kind).token)
            continue;
        const std::string from = rule.from ? formatDate(*rule.from) : std::string();
        const std::string to = rule.to ? formatDate(*rule.to) : std::string();
        if (context.json)
            printJson({{"rule", rule.rule}, {"key", rule.key}, {"value", rule.value}, {"in_force_from", from},
                {"in_force_to", to}, {"source", rule.source}});
        else
            std::cout << rule.rule << '\t' << rule.key << '\t' << rule.value << '\t' << from << '\t' << to
                      << '\t' << rule.source << '\n';
    }
}

void printRegisterTypes(const CliContext& context, RegisterKind kind)
{
    for (const RegisterType& type : registerTypes()) {
        if (type.kind != kind)
            continue;
        if (context.json) {
            printJson(registerTypeJson(type));
            continue;
        }
        std::cout << type.token << '\t' << context.say({type.nameZh, type.nameEn}) << '\n';
        for (const RegisterField& field : type.fields)
            std::cout << "  " << field.token << '\t' << context.say({field.nameZh, field.nameEn})
                      << (field.isRequired ? context.say({"\t必填", "\trequired"}) : std::string_view())
                      << '\n';
        for (const RegisterStep& step : type.steps)
            std::cout << "  -> " << step.token << '\t' << context.say({step.nameZh, step.nameEn}) << '\t'
                      << step.from << " => " << (step.to.empty() ? step.from : step.to) << '\t' << step.needs
                      << '\n';
    }
}

} // namespace guanwu
