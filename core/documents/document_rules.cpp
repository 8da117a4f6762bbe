#include "core/documents/document_rules.h"

#include "core/documents/document_terms.h"

namespace guanwu {

const Reference* RuleContext::find(std::string_view fact, int line) const
{
    for (const NamedByFact& one : named)
        if (one.line == line && one.fact == fact)
            return &one.target;
    return nullptr;
}

const DocumentRules& rulesOf(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Allocation:
        return allocationRules();
    case DocumentKind::Disposal:
        return disposalRules();
    case DocumentKind::Custody:
        return custodyRules();
    case DocumentKind::Change:
        return changeRules();
    case DocumentKind::Space:
        return spaceRules();
    case DocumentKind::Repair:
        return repairRules();
    case DocumentKind::Title:
        return titleRules();
    case DocumentKind::Surplus:
        return surplusRules();
    }
    static const DocumentRules none;
    return none;
}

std::vector<Error> missingAt(const Document& document, DocumentStage stage, Day today)
{
    std::vector<Error> out;
    const DocumentData& data = DocumentData::current();
    const auto missing = [&](const char* subject, const std::string& token) {
        out.push_back({ErrorCode::RuleViolated, subject, termOf(document.kind, document.method, token)});
    };
    const auto require = [&](const FactRule& rule, int line) {
        if (document.fact(rule.fact, line).empty())
            missing("document.fact_missing", rule.fact);
    };
    for (const FactRule* rule : data.facts(document.kind, document.method)) {
        if (!rule->required || rule->stage != stage)
            continue;
        if (!rule->ofLine)
            require(*rule, 0);
        else
            for (const DocumentLine& line : document.lines)
                require(*rule, line.no);
    }
    for (const PaperRule* rule : data.papers(document.kind, document.method))
        if (rule->must && rule->stage == stage && applies(*rule, document, today)
            && !document.hasPaper(rule->paper))
            missing("document.paper_missing", rule->paper);
    return out;
}

std::vector<Error> problemsAt(const Document& document, DocumentStage stage, const RuleContext& context)
{
    std::vector<Error> out = missingAt(document, stage, context.today);
    if (const auto problems = rulesOf(document.kind).problems)
        for (Error& error : problems(document, stage, context))
            out.push_back(std::move(error));
    return out;
}

std::vector<PaperCheck> paperChecks(const Document& document, Day today)
{
    std::vector<PaperCheck> out;
    for (const PaperRule* rule : DocumentData::current().papers(document.kind, document.method))
        if (applies(*rule, document, today))
            out.push_back({rule, document.hasPaper(rule->paper)});
    return out;
}

} // namespace guanwu
