#include "app/cli/document_output.h"

#include "app/text/explain.h"
#include "core/cards/card_fields.h"
#include "core/documents/document_data.h"
#include "core/documents/document_terms.h"
#include "core/registry/use_state.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    const DocumentData& data() { return DocumentData::current(); }

    std::string_view name(const CliContext& context, const auto& row)
    {
        return context.say({row.nameZh, row.nameEn});
    }

    void row(Text label, const CliContext& context, std::string_view value)
    {
        if (!value.empty())
            std::cout << context.say(label) << context.say({"：", ": "}) << value << '\n';
    }

    /// A fact by the name that its table has for it, a choice by its own.
    std::string factText(const CliContext& context, const Document& document, const Fact& fact)
    {
        const FactRule* rule = data().findFact(document.kind, document.method, fact.name);
        std::string out(rule ? name(context, *rule) : std::string_view(fact.name));
        out += context.say({"：", ": "});
        if (rule)
            for (const FactChoice& choice : rule->choices)
                if (choice.token == fact.value)
                    return out.append(name(context, choice));
        return out + fact.value;
    }

    /// What a field holds, by its name.
    std::string fieldText(const CliContext& context, const CardField* field, const std::string& value,
        const std::string& called)
    {
        if (!called.empty())
            return called;
        const FieldChoice* choice = field ? field->choice(value) : nullptr;
        return choice ? std::string(name(context, *choice)) : value;
    }

    void printLines(const CliContext& context, const DocumentLook& look)
    {
        for (const DocumentLine& line : look.document.lines) {
            std::cout << line.no << '\t' << line.assetNo << '\t' << line.name << '\t' << line.quantity << '\t'
                      << line.original.toYuanString() << '\n';
            std::vector<std::string_view> changed;
            for (const CardChange& change : look.changes) {
                if (change.line != line.no)
                    continue;
                changed.push_back(change.field.field);
                const CardField* field = findCardField(change.field.field);
                std::cout << '\t' << (field ? name(context, *field) : std::string_view(change.field.field))
                          << context.say({"：", ": "})
                          << fieldText(context, field, change.field.before, change.field.beforeName) << " → "
                          << fieldText(context, field, change.field.after, change.field.afterName) << '\n';
            }
            for (const Fact& fact : look.document.facts)
                if (fact.line == line.no
                    && std::find(changed.begin(), changed.end(), fact.name) == changed.end())
                    std::cout << '\t' << factText(context, look.document, fact) << '\n';
        }
    }

    void printSteps(const CliContext& context, const Document& document)
    {
        for (std::size_t i = 0; i < document.steps.size(); ++i) {
            const DocumentStep& step = document.steps[i];
            const bool isOpen = document.state == DocumentState::InReview && i == document.step;
            std::cout << (step.isSigned() ? "[√] "
                    : isOpen              ? "[→] "
                                          : "[　] ")
                      << name(context, tokenRow(kStepKinds, step.kind));
            for (const std::string& part :
                {step.signerName, step.signedAt ? formatDate(chinaDate(*step.signedAt)) : std::string(),
                    step.opinion, step.meeting, step.minutesNo, step.paperNo})
                if (!part.empty())
                    std::cout << '\t' << part;
            if (isOpen && step.dueOn)
                std::cout << '\t' << context.say({"应于 ", "due "}) << formatDate(*step.dueOn);
            std::cout << '\n';
        }
    }

    void printLog(const CliContext& context, const Document& document)
    {
        for (const DocumentLogEntry& entry : document.log)
            std::cout << formatDate(chinaDate(entry.at)) << '\t'
                      << name(context, tokenRow(kDocumentActions, entry.action)) << '\t'
                      << (entry.actorName.empty() ? entry.actor : entry.actorName) << '\t' << entry.text
                      << '\n';
    }

    void printNeeds(const CliContext& context, DocumentKind kind, const DocumentMethod& method)
    {
        for (const auto& stage : kDocumentStages) {
            if (stage.value == DocumentStage::System)
                continue;
            for (const FactRule* rule : data().facts(kind, method.method)) {
                if (rule->stage != stage.value)
                    continue;
                std::cout << name(context, stage) << '\t' << (rule->ofLine ? "1:" : "") << rule->fact << '\t'
                          << name(context, *rule) << '\t' << name(context, tokenRow(kFactTypes, rule->type))
                          << '\t'
                          << (rule->required ? context.say({"必填", "required"}) : std::string_view());
                for (const FactChoice& choice : rule->choices)
                    std::cout << (&choice == &rule->choices.front() ? "\t" : context.say({"、", ", "}))
                              << choice.token << ' ' << name(context, choice);
                std::cout << '\n';
            }
            for (const PaperRule* rule : data().papers(kind, method.method))
                if (rule->stage == stage.value)
                    std::cout << name(context, stage) << '\t' << rule->paper << '\t' << name(context, *rule)
                              << '\t' << context.say({"附件", "paper"}) << '\t'
                              << (rule->must ? context.say({"必须", "required"}) : std::string_view())
                              << '\n';
        }
    }

} // namespace

std::string kindText(const CliContext& context, DocumentKind kind, std::string_view method)
{
    std::string out(name(context, tokenRow(kDocumentKinds, kind)));
    const DocumentMethod* known = data().findMethod(kind, method);
    return out.append(context.say({"·", ", "})).append(known ? name(context, *known) : method);
}

void printLook(const CliContext& context, const DocumentLook& look)
{
    const Document& document = look.document;
    std::cout << document.no << '\t' << context.say({document.stateNameZh(), document.stateNameEn()}) << '\t'
              << kindText(context, document.kind, document.method) << '\t' << document.unit.code << ' '
              << document.unit.name << '\n';
    row({"部门", "department"}, context, document.department.name);
    row({"对方单位", "other unit"}, context, document.counterpart.name);
    row({"申请人", "applicant"}, context, document.applicantName);
    row({"原因", "reason"}, context, document.reason);
    if (document.rule)
        row({"适用规则", "rule"}, context,
            document.rule->version + " " + document.rule->row + " "
                + (document.rule->isExample ? std::string(
                       context.say({"（示例，非本市规定）", "(an example, no rule of this city)"}))
                                            : document.rule->source));
    for (const std::string& warning : document.warnings)
        row({"提示", "note"}, context, warning);
    printSteps(context, document);
    row({"批复", "approval"}, context,
        document.approvalNo
            + (document.approvedOn ? "\t" + formatDate(*document.approvedOn) : std::string()));
    printLines(context, look);
    for (const Fact& fact : document.facts)
        if (fact.line == 0)
            std::cout << factText(context, document, fact) << '\n';
    for (const PaperCheck& check : look.papers)
        std::cout << (check.isThere ? "[√] "
                : check.rule->must  ? context.say({"[须] ", "[!] "})
                                    : "[　] ")
                  << name(context, *check.rule) << '\t' << check.rule->paper << '\t'
                  << (check.isThere ? std::string_view()
                                    : name(context, tokenRow(kDocumentStages, check.rule->stage)))
                  << '\n';
    printLog(context, document);
    for (const Error& error : look.open)
        std::cout << context.say({"待办：", "to do: "}) << explain(error, context.language) << " ["
                  << error.subject << "]\n";
    for (const DocumentAction action : look.actions)
        std::cout << context.say({"可办理：", "may do: "})
                  << name(context, tokenRow(kDocumentActions, action)) << '\n';
    for (const std::string& card : look.cards)
        std::cout << context.say({"卡片：", "card: "}) << card << '\n';
}

void printSummary(const CliContext& context, const DocumentSummary& document)
{
    const std::string_view stand = document.step ? name(context, tokenRow(kStepKinds, *document.step))
                                                 : name(context, tokenRow(kDocumentStates, document.state));
    std::cout << document.no << '\t' << document.unit.code << '\t'
              << kindText(context, document.kind, document.method) << '\t' << stand << '\t'
              << (document.dueOn ? formatDate(*document.dueOn) : "") << '\t' << document.lines << '\t'
              << document.original.toYuanString() << '\n';
}

void printKinds(const CliContext& context, std::optional<DocumentKind> kind, const DocumentMethod* method)
{
    if (kind && method)
        return printNeeds(context, *kind, *method);
    for (const auto& one : kDocumentKinds)
        if (!kind || one.value == *kind)
            for (const DocumentMethod* each : data().methods(one.value))
                std::cout << one.token << '\t' << name(context, one) << '\t' << each->method << '\t'
                          << name(context, *each) << '\n';
}

void printOutstanding(const CliContext& context, const nlohmann::ordered_json& found)
{
    const auto text = [](const nlohmann::ordered_json& row, const char* key) {
        return row[key].is_string() ? row[key].get<std::string>() : std::string();
    };
    for (const auto& one : found.value("assets", nlohmann::ordered_json::array())) {
        const auto state = parseToken(kUseStates, text(one, "use_state"), "use_state");
        std::cout << text(one, "asset_no") << '\t' << text(one, "name") << '\t' << text(one, "unit") << '\t'
                  << text(one, "place") << '\t'
                  << (state ? name(context, tokenRow(kUseStates, *state)) : std::string_view()) << '\t'
                  << (one["uses"] == true ? context.say({"使用", "uses"}) : std::string_view())
                  << (one["keeps"] == true ? context.say({"管理", " keeps"}) : std::string_view()) << '\t'
                  << text(one, "original_yuan") << '\t' << text(one, "document") << '\n';
    }
    for (const auto& one : found.value("people", nlohmann::ordered_json::array()))
        std::cout << text(one, "code") << '\t' << text(one, "name") << '\t'
                  << (one["in_post"] == true ? context.say({"在岗", "in post"})
                                             : context.say({"离岗", "left"}))
                  << '\t' << one["assets"] << '\t' << text(one, "original_yuan") << '\n';
    for (const auto& one : found.value("documents", nlohmann::ordered_json::array())) {
        const auto kind = parseToken(kDocumentKinds, text(one, "kind"), "document.kind");
        const auto stand = standNames(one["step"].is_string() ? text(one, "step") : text(one, "state"));
        std::cout << text(one, "no") << '\t'
                  << (kind ? kindText(context, *kind, text(one, "method")) : std::string()) << '\t'
                  << (stand ? context.say({stand->zh, stand->en}) : std::string_view()) << '\t'
                  << text(one, "applicant_name") << '\t' << one["lines"] << '\t' << text(one, "original_yuan")
                  << '\n';
    }
}

} // namespace guanwu
