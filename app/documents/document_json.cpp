#include "app/documents/document_json.h"

#include "app/text/explain.h"
#include "core/documents/disposal.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json dayOrNone(const std::optional<Day>& day) { return day ? Json(formatDate(*day)) : Json(); }
    Json instantOrNone(const std::optional<Instant>& at)
    {
        return at ? Json(at->time_since_epoch().count()) : Json();
    }
    Json reference(const Reference& one)
    {
        return one.id == 0 ? Json() : Json {{"code", one.code}, {"name", one.name}};
    }
    template <class Table, class Enum> Json named(const Table& table, Enum value)
    {
        return {{"token", tokenRow(table, value).token}, {"name", tokenRow(table, value).nameZh},
            {"name_en", tokenRow(table, value).nameEn}};
    }

    Json lineJson(const Document& document, const DocumentLine& line)
    {
        Json facts = Json::object();
        for (const Fact& fact : document.facts)
            if (fact.line == line.no)
                facts[fact.name] = fact.value;
        return {{"line", line.no}, {"asset_no", textOrNone(line.assetNo)}, {"name", line.name},
            {"class_code", line.classCode}, {"model", textOrNone(line.model)},
            {"unit_of_measure", textOrNone(line.unitOfMeasure)}, {"quantity", line.quantity},
            {"original_yuan", line.original.toYuanString()},
            {"accumulated_yuan", line.accumulated.toYuanString()}, {"net_yuan", line.net().toYuanString()},
            {"acquired_on", dayOrNone(line.acquiredOn)}, {"facts", facts}};
    }

    Json stepJson(const DocumentStep& step)
    {
        Json counter = Json::array();
        for (const CounterSignature& one : step.counterSignatures)
            counter.push_back({{"login", one.login}, {"name", textOrNone(one.name)},
                {"signed_at", instantOrNone(one.at)}, {"opinion", textOrNone(one.opinion)}});
        Json out = named(kStepKinds, step.kind);
        out["due_on"] = dayOrNone(step.dueOn);
        out["signer"] = textOrNone(step.signer);
        out["signer_name"] = textOrNone(step.signerName);
        out["signed_at"] = instantOrNone(step.signedAt);
        out["opinion"] = textOrNone(step.opinion);
        out["paper_no"] = textOrNone(step.paperNo);
        out["meeting"] = textOrNone(step.meeting);
        out["minutes_no"] = textOrNone(step.minutesNo);
        out["counter_signatures_wanted"] = step.coSigners;
        out["counter_signatures"] = std::move(counter);
        return out;
    }

    Json incomeJson(const Document& document)
    {
        const DisposalIncome income = incomeOf(document);
        return {{"gross_yuan", income.gross.toYuanString()}, {"tax_yuan", income.tax.toYuanString()},
            {"fees_yuan", income.fees.toYuanString()}, {"net_yuan", income.net().toYuanString()},
            {"due_yuan", income.due().toYuanString()}, {"paid_yuan", income.paid.toYuanString()},
            {"gap_yuan", income.gap().toYuanString()}, {"due_on", dayOrNone(income.dueOn)},
            {"paid_on", dayOrNone(income.paidOn)}};
    }

    Json logJson(const Document& document)
    {
        Json out = Json::array();
        for (const DocumentLogEntry& entry : document.log)
            out.push_back({{"action", tokenRow(kDocumentActions, entry.action).token},
                {"name", tokenRow(kDocumentActions, entry.action).nameZh}, {"actor", entry.actor},
                {"actor_name", textOrNone(entry.actorName)}, {"at", entry.at.time_since_epoch().count()},
                {"step", entry.step ? Json(tokenRow(kStepKinds, *entry.step).token) : Json()},
                {"state", tokenRow(kDocumentStates, entry.state).token}, {"text", textOrNone(entry.text)}});
        return out;
    }

} // namespace

Json textOrNone(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json documentJson(const Document& document)
{
    Json out {
        {"no", document.no}, {"kind", named(kDocumentKinds, document.kind)}, {"method", document.method}};
    if (const DocumentMethod* method = DocumentData::current().findMethod(document.kind, document.method)) {
        out["method_name"] = method->nameZh;
        out["method_name_en"] = method->nameEn;
    }
    out["unit"] = reference(document.unit);
    out["department"] = textOrNone(document.department.name);
    out["supervising"] = reference(document.supervising);
    out["counterpart"] = reference(document.counterpart);
    out["applicant"] = document.applicant;
    out["applicant_name"] = document.applicantName;
    out["reason"] = textOrNone(document.reason);
    out["state"] = tokenRow(kDocumentStates, document.state).token;
    out["state_name"] = document.stateNameZh();
    out["state_name_en"] = document.stateNameEn();
    out["step"] = document.state == DocumentState::InReview && document.step < document.steps.size()
        ? Json(tokenRow(kStepKinds, document.steps[document.step].kind).token)
        : Json();
    out["original_yuan"] = document.original().toYuanString();
    Json lines = Json::array();
    for (const DocumentLine& line : document.lines)
        lines.push_back(lineJson(document, line));
    out["lines"] = std::move(lines);
    Json facts = Json::object();
    for (const Fact& fact : document.facts)
        if (fact.line == 0)
            facts[fact.name] = fact.value;
    out["facts"] = std::move(facts);
    Json steps = Json::array();
    for (const DocumentStep& step : document.steps)
        steps.push_back(stepJson(step));
    out["steps"] = std::move(steps);
    out["rule"] = document.rule ? Json {{"row", document.rule->row}, {"version", document.rule->version},
                      {"source", document.rule->source}, {"example", document.rule->isExample}}
                                : Json();
    out["approval_no"] = textOrNone(document.approvalNo);
    out["approved_on"] = dayOrNone(document.approvedOn);
    Json papers = Json::array();
    for (const DocumentPaper& paper : document.papers)
        papers.push_back({{"paper", paper.paper}, {"hash", paper.hash}, {"title", textOrNone(paper.title)},
            {"added_by", paper.addedBy}, {"added_at", paper.addedAt.time_since_epoch().count()}});
    out["papers"] = std::move(papers);
    out["warnings"] = document.warnings;
    if (document.kind == DocumentKind::Disposal)
        out["income"] = incomeJson(document);
    out["log"] = logJson(document);
    out["created_at"] = document.createdAt.time_since_epoch().count();
    out["filed_at"] = instantOrNone(document.filedAt);
    out["revision"] = document.revision;
    return out;
}

Json lookJson(const DocumentLook& look, Language language)
{
    Json out = documentJson(look.document);
    Json actions = Json::array();
    for (const DocumentAction action : look.actions)
        actions.push_back(named(kDocumentActions, action));
    out["actions"] = std::move(actions);
    out["next_stage"] = tokenRow(kDocumentStages, look.stage).token;
    Json open = Json::array();
    for (const Error& error : look.open)
        open.push_back({{"code", error.subject}, {"message", explain(error, language)},
            {"detail", textOrNone(error.detail)}});
    out["open"] = std::move(open);
    Json papers = Json::array();
    for (const PaperCheck& check : look.papers)
        papers.push_back({{"paper", check.rule->paper}, {"name", check.rule->nameZh},
            {"name_en", check.rule->nameEn}, {"stage", tokenRow(kDocumentStages, check.rule->stage).token},
            {"must", check.rule->must}, {"there", check.isThere}, {"source", check.rule->source}});
    out["check_list"] = std::move(papers);
    out["cards"] = look.cards;
    Json changes = Json::array();
    for (const CardChange& one : look.changes)
        changes.push_back({{"line", one.line}, {"asset_no", one.assetNo}, {"field", one.field.field},
            {"before", one.field.before}, {"after", one.field.after}, {"before_name", one.field.beforeName},
            {"after_name", one.field.afterName}});
    out["changes"] = std::move(changes);
    return out;
}

Json summaryJson(const DocumentSummary& document)
{
    return {{"no", document.no}, {"kind", tokenRow(kDocumentKinds, document.kind).token},
        {"method", document.method}, {"unit", reference(document.unit)},
        {"counterpart", reference(document.counterpart)},
        {"state", tokenRow(kDocumentStates, document.state).token},
        {"state_name",
            document.step ? tokenRow(kStepKinds, *document.step).nameZh
                          : tokenRow(kDocumentStates, document.state).nameZh},
        {"step", document.step ? Json(tokenRow(kStepKinds, *document.step).token) : Json()},
        {"due_on", dayOrNone(document.dueOn)}, {"applicant_name", document.applicantName},
        {"lines", document.lines}, {"original_yuan", document.original.toYuanString()},
        {"created_at", document.createdAt.time_since_epoch().count()}, {"revision", document.revision}};
}

Json idleJson(const IdleAsset& asset)
{
    return {{"asset_no", asset.assetNo}, {"name", asset.name}, {"model", textOrNone(asset.model)},
        {"class_code", asset.classCode}, {"quantity", asset.quantity},
        {"original_yuan", asset.original.toYuanString()}, {"acquired_on", formatDate(asset.acquiredOn)},
        {"idle_since", dayOrNone(asset.idleSince)}, {"unit", reference(asset.unit)},
        {"place", reference(asset.place)}};
}

Json kindsJson()
{
    const DocumentData& data = DocumentData::current();
    Json kinds = Json::array();
    for (const auto& kind : kDocumentKinds) {
        Json methods = Json::array();
        for (const DocumentMethod* method : data.methods(kind.value)) {
            Json facts = Json::array();
            for (const FactRule* rule : data.facts(kind.value, method->method)) {
                Json choices = Json::array();
                for (const FactChoice& choice : rule->choices)
                    choices.push_back(
                        {{"token", choice.token}, {"name", choice.nameZh}, {"name_en", choice.nameEn}});
                facts.push_back({{"fact", rule->fact}, {"name", rule->nameZh}, {"name_en", rule->nameEn},
                    {"type", tokenRow(kFactTypes, rule->type).token}, {"of_line", rule->ofLine},
                    {"stage", tokenRow(kDocumentStages, rule->stage).token}, {"required", rule->required},
                    {"choices", std::move(choices)}});
            }
            methods.push_back({{"method", method->method}, {"name", method->nameZh},
                {"name_en", method->nameEn}, {"only_bureau", method->onlyBureau},
                {"needs_appraisal", method->appraisal == AppraisalNeed::Required},
                {"brings_income", method->income != IncomeNeed::None}, {"facts", std::move(facts)}});
        }
        Json one = named(kDocumentKinds, kind.value);
        one["methods"] = std::move(methods);
        kinds.push_back(std::move(one));
    }
    return {{"kinds", std::move(kinds)}};
}

Json unroutedJson(const RouteTable& table)
{
    Json out = Json::array();
    for (const UnroutedMethods& missing : unroutedMethods(table)) {
        Json methods = Json::array();
        for (const DocumentMethod* method : missing.methods)
            methods.push_back({{"token", method->method}, {"name", method->nameZh}, {"name_en", method->nameEn}});
        out.push_back({{"kind", named(kDocumentKinds, missing.kind)}, {"methods", std::move(methods)}});
    }
    return out;
}

Json routesJson(const RouteTable& table)
{
    Json rows = Json::array();
    const auto yuan
        = [](const std::optional<Money>& value) { return value ? Json(value->toYuanString()) : Json(); };
    for (const RouteRow& row : table.rows) {
        Json unitTypes = Json::array();
        for (const OrgType type : row.unitTypes)
            unitTypes.push_back(tokenRow(kOrgTypes, type).token);
        rows.push_back({{"row", row.row}, {"kind", tokenRow(kDocumentKinds, row.kind).token},
            {"methods", row.methods}, {"class_prefix", row.classPrefix}, {"unit_types", std::move(unitTypes)},
            {"single_from_yuan", yuan(row.single.from)}, {"single_below_yuan", yuan(row.single.below)},
            {"batch_from_yuan", yuan(row.batch.from)}, {"batch_below_yuan", yuan(row.batch.below)},
            {"steps", stepsText(row.steps)}, {"source", row.source}});
    }
    return {{"version", table.version}, {"effective_from", formatDate(table.effectiveFrom)},
        {"example", table.isExample}, {"rows", std::move(rows)}, {"unrouted", unroutedJson(table)}};
}

Json routeCheckJson(const RouteTable& table, std::span<const Error> problems, Language language)
{
    Json told = Json::array();
    for (const Error& error : problems)
        told.push_back({{"code", error.subject}, {"message", explain(error, language)}});
    return {{"version", table.version}, {"effective_from", formatDate(table.effectiveFrom)},
        {"rows", table.rows.size()}, {"problems", std::move(told)}, {"unrouted", unroutedJson(table)}};
}

} // namespace guanwu
