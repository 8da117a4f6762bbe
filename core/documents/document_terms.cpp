#include "core/documents/document_terms.h"

namespace guanwu {

namespace {

    constexpr std::string_view kAnyMethod = "*";

    struct TermParts {
        DocumentKind kind {};
        std::string_view method;
        std::string_view token;
    };

    std::optional<TermParts> partsOf(std::string_view term)
    {
        const auto first = term.find('.');
        if (first == std::string_view::npos)
            return std::nullopt;
        const auto kind = parseToken(kDocumentKinds, term.substr(0, first), "document.kind");
        if (!kind)
            return std::nullopt;
        const auto second = term.find('.', first + 1);
        TermParts out {*kind,
            term.substr(first + 1, second == std::string_view::npos ? second : second - first - 1), {}};
        if (second != std::string_view::npos)
            out.token = term.substr(second + 1);
        return out;
    }

    template <class Row>
    std::string tokenOf(const std::vector<const Row*>& rows, std::string Row::*token, std::string_view text)
    {
        for (const Row* row : rows)
            if (row->nameZh == text || row->nameEn == text)
                return row->*token;
        return std::string(text);
    }

} // namespace

std::string termOf(DocumentKind kind, std::string_view method, std::string_view token)
{
    std::string out(tokenRow(kDocumentKinds, kind).token);
    out.append(".").append(method);
    if (!token.empty())
        out.append(".").append(token);
    return out;
}

std::string termOf(const FactRule& rule)
{
    return termOf(
        rule.kind, rule.methods.empty() ? kAnyMethod : std::string_view(rule.methods.front()), rule.fact);
}

std::string standOf(const Document& document)
{
    const bool isAtStep = document.state == DocumentState::InReview && document.step < document.steps.size();
    return std::string(isAtStep ? tokenRow(kStepKinds, document.steps[document.step].kind).token
                                : tokenRow(kDocumentStates, document.state).token);
}

const FactRule* factOfTerm(std::string_view term)
{
    const auto parts = partsOf(term);
    return parts ? DocumentData::current().findFact(parts->kind, parts->method, parts->token) : nullptr;
}

std::optional<TermNames> factNames(std::string_view term)
{
    const FactRule* rule = factOfTerm(term);
    return rule ? std::optional(TermNames {rule->nameZh, rule->nameEn}) : std::nullopt;
}

std::optional<TermNames> paperNames(std::string_view term)
{
    if (const auto parts = partsOf(term))
        for (const PaperRule* rule : DocumentData::current().papers(parts->kind, parts->method))
            if (rule->paper == parts->token)
                return TermNames {rule->nameZh, rule->nameEn};
    return std::nullopt;
}

std::optional<TermNames> methodNames(std::string_view term)
{
    const auto parts = partsOf(term);
    const DocumentMethod* method = parts && parts->token.empty()
        ? DocumentData::current().findMethod(parts->kind, parts->method)
        : nullptr;
    return method ? std::optional(TermNames {method->nameZh, method->nameEn}) : std::nullopt;
}

std::optional<TermNames> standNames(std::string_view token)
{
    if (const auto step = parseToken(kStepKinds, token, "routes.step"))
        return TermNames {tokenRow(kStepKinds, *step).nameZh, tokenRow(kStepKinds, *step).nameEn};
    if (const auto state = parseToken(kDocumentStates, token, "document.state"))
        return TermNames {tokenRow(kDocumentStates, *state).nameZh, tokenRow(kDocumentStates, *state).nameEn};
    return std::nullopt;
}

std::string methodToken(DocumentKind kind, std::string_view text)
{
    return tokenOf(DocumentData::current().methods(kind), &DocumentMethod::method, text);
}

std::string factToken(DocumentKind kind, std::string_view method, std::string_view text)
{
    return tokenOf(DocumentData::current().facts(kind, method), &FactRule::fact, text);
}

std::string paperToken(DocumentKind kind, std::string_view method, std::string_view text)
{
    return tokenOf(DocumentData::current().papers(kind, method), &PaperRule::paper, text);
}

} // namespace guanwu
