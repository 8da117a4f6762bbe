#include "core/documents/document_data.h"

#include "core/base/text.h"
#include "core/documents/document_terms.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace guanwu {

namespace {

    /// The position of a word of the tables in a list of such words: enumerations that only the tables name.
    template <class Enum, std::size_t N>
    Enum wordOf(const std::array<std::string_view, N>& words, std::string_view text)
    {
        const auto found = std::find(words.begin(), words.end(), text);
        return static_cast<Enum>(found == words.end() ? 0 : found - words.begin());
    }

    constexpr std::array<std::string_view, 11> kOutcomes {"removed", "moved", "reassigned", "leased", "kept",
        "recorded", "acquired", "offered", "handed", "changed", "divided"};
    constexpr std::array<std::string_view, 3> kAppraisals {"none", "if_unclear", "required"};
    constexpr std::array<std::string_view, 4> kIncomes {"none", "residual", "balance", "proceeds"};
    constexpr std::array<std::string_view, 4> kPlaces {"unit", "counterpart", "parent", "city"};

    DocumentKind kindOf(std::string_view text)
    {
        return parseToken(kDocumentKinds, text, "document.kind").value_or(DocumentKind::Disposal);
    }

    std::int64_t numberOf(std::string_view text)
    {
        std::int64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    bool isFor(const std::vector<std::string>& methods, std::string_view method)
    {
        return methods.empty() || std::find(methods.begin(), methods.end(), method) != methods.end();
    }

} // namespace

std::vector<std::string> listOf(std::string_view text)
{
    std::vector<std::string> out;
    if (text == "*")
        return out;
    while (!text.empty()) {
        const auto end = text.find('|');
        if (const auto part = trimmed(text.substr(0, end)); !part.empty())
            out.emplace_back(part);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

DocumentData::DocumentData()
{
    readMethods();
    readPapers();
    readFacts();
    readSteps();
    readGroups();
}

void DocumentData::readMethods()
{
    const ReferenceTable table(embeddedTable("document_methods"));
    for (std::size_t i = 0; i < table.size(); ++i)
        m_methods.push_back({kindOf(table.cell(i, "kind")), std::string(table.cell(i, "method")),
            std::string(table.cell(i, "name_zh")), std::string(table.cell(i, "name_en")),
            wordOf<Outcome>(kOutcomes, table.cell(i, "outcome")),
            wordOf<AppraisalNeed>(kAppraisals, table.cell(i, "appraisal")),
            wordOf<IncomeNeed>(kIncomes, table.cell(i, "income")), table.cell(i, "applicants") == "bureau",
            std::string(table.cell(i, "acquisition")), std::string(table.cell(i, "source"))});
}

void DocumentData::readPapers()
{
    const ReferenceTable table(embeddedTable("document_papers"));
    for (std::size_t i = 0; i < table.size(); ++i)
        m_papers.push_back({kindOf(table.cell(i, "kind")), listOf(table.cell(i, "methods")),
            std::string(table.cell(i, "paper")), std::string(table.cell(i, "name_zh")),
            std::string(table.cell(i, "name_en")),
            parseToken(kDocumentStages, table.cell(i, "stage"), "document.stage")
                .value_or(DocumentStage::Filing),
            table.cell(i, "rule") == "must", std::string(table.cell(i, "applies")),
            std::string(table.cell(i, "source"))});
}

void DocumentData::readFacts()
{
    const ReferenceTable table(embeddedTable("document_facts"));
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool isTerm = table.cell(i, "type") == "term";
        FactRule rule {kindOf(table.cell(i, "kind")), listOf(table.cell(i, "methods")),
            std::string(table.cell(i, "fact")), std::string(table.cell(i, "name_zh")),
            std::string(table.cell(i, "name_en")),
            isTerm ? FactType::Date
                   : parseToken(kFactTypes, table.cell(i, "type"), "document.fact_type")
                         .value_or(FactType::Text),
            isTerm, table.cell(i, "level") == "line",
            parseToken(kDocumentStages, table.cell(i, "stage"), "document.stage")
                .value_or(DocumentStage::Filing),
            table.cell(i, "need") == "required", {}, std::string(table.cell(i, "source"))};
        for (const std::string& choice : listOf(table.cell(i, "choices"))) {
            // token:Chinese:English
            const auto zh = choice.find(':') + 1;
            const auto en = choice.find(':', zh) + 1;
            rule.choices.push_back(
                {choice.substr(0, zh - 1), choice.substr(zh, en - 1 - zh), choice.substr(en)});
        }
        m_facts.push_back(std::move(rule));
    }
}

void DocumentData::readSteps()
{
    const ReferenceTable table(embeddedTable("document_steps"));
    m_steps.resize(kStepKinds.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto kind = parseToken(kStepKinds, table.cell(i, "step"), "routes.step");
        if (!kind)
            continue;
        StepRule& rule = m_steps[static_cast<std::size_t>(*kind)];
        rule = {*kind, wordOf<StepPlace>(kPlaces, table.cell(i, "where")), {},
            table.cell(i, "needs") == "meeting", table.cell(i, "needs") == "paper_no",
            static_cast<int>(numberOf(table.cell(i, "days"))), std::string(table.cell(i, "source"))};
        for (const std::string& role : listOf(table.cell(i, "roles")))
            if (const auto one = parseToken(kRoles, role, "access.role_name"))
                rule.roles.push_back(*one);
    }
}

void DocumentData::readGroups()
{
    const ReferenceTable groups(embeddedTable("document_classes"));
    for (std::size_t i = 0; i < groups.size(); ++i)
        m_groups.push_back(
            {std::string(groups.cell(i, "class_group")), std::string(groups.cell(i, "class_prefix"))});
}

const DocumentData& DocumentData::current()
{
    static const DocumentData instance;
    return instance;
}

std::vector<const DocumentMethod*> DocumentData::methods(DocumentKind kind) const
{
    std::vector<const DocumentMethod*> out;
    for (const DocumentMethod& method : m_methods)
        if (method.kind == kind)
            out.push_back(&method);
    return out;
}

const DocumentMethod* DocumentData::findMethod(DocumentKind kind, std::string_view method) const
{
    const auto found = std::find_if(m_methods.begin(), m_methods.end(),
        [&](const DocumentMethod& one) { return one.kind == kind && one.method == method; });
    return found == m_methods.end() ? nullptr : &*found;
}

std::vector<const PaperRule*> DocumentData::papers(DocumentKind kind, std::string_view method) const
{
    std::vector<const PaperRule*> out;
    for (const PaperRule& rule : m_papers)
        if (rule.kind == kind && isFor(rule.methods, method))
            out.push_back(&rule);
    return out;
}

std::vector<const FactRule*> DocumentData::facts(DocumentKind kind, std::string_view method) const
{
    std::vector<const FactRule*> out;
    for (const FactRule& rule : m_facts)
        if (rule.kind == kind && isFor(rule.methods, method))
            out.push_back(&rule);
    return out;
}

const FactRule* DocumentData::findFact(
    DocumentKind kind, std::string_view method, std::string_view fact) const
{
    const auto found = std::find_if(m_facts.begin(), m_facts.end(), [&](const FactRule& rule) {
        return rule.kind == kind && rule.fact == fact && isFor(rule.methods, method);
    });
    return found == m_facts.end() ? nullptr : &*found;
}

bool DocumentData::isInGroup(std::string_view group, std::string_view classCode) const
{
    return std::any_of(m_groups.begin(), m_groups.end(),
        [&](const ClassGroup& one) { return one.group == group && classCode.starts_with(one.prefix); });
}

bool isBelowMinimumYears(const DocumentLine& line, Day today)
{
    if (!line.isAsset() || !line.acquiredOn)
        return false;
    const int months = line.minUseYears ? *line.minUseYears * 12 : static_cast<int>(line.lifeMonths);
    return months > 0 && !hasTermPassed(*line.acquiredOn, months, today);
}

bool applies(const PaperRule& rule, const Document& document, Day today)
{
    const auto any
        = [&](auto&& test) { return std::any_of(document.lines.begin(), document.lines.end(), test); };
    if (rule.applies == "early")
        return any([&](const DocumentLine& line) { return isBelowMinimumYears(line, today); });
    if (rule.applies == "not_early")
        return !any([&](const DocumentLine& line) { return isBelowMinimumYears(line, today); });
    if (rule.applies == "always")
        return true;
    if (const auto equals = rule.applies.find('='); equals != std::string::npos)
        return document.fact(rule.applies.substr(0, equals)) == rule.applies.substr(equals + 1);
    return any([&](const DocumentLine& line) {
        return DocumentData::current().isInGroup(rule.applies, line.classCode);
    });
}

Result<std::string> canonical(const FactRule& rule, const std::string& value)
{
    if (value.empty())
        return value;
    switch (rule.type) {
    case FactType::Text:
    case FactType::Person:
    case FactType::Department:
    case FactType::Place:
    case FactType::Places:
        if (!isValidText(value) || characterCount(value) > kMostFactCharacters)
            return fail(ErrorCode::InvalidArgument, "document.fact_value", termOf(rule));
        return value;
    case FactType::Money: {
        const auto money = Money::parseYuan(value);
        if (!money)
            return fail(money.error());
        if (*money < Money())
            return fail(ErrorCode::InvalidArgument, "document.fact_value", termOf(rule));
        return money->toYuanString();
    }
    case FactType::Area: {
        const auto area = Area::parse(value);
        return area ? Result<std::string>(area->toString()) : fail(area.error());
    }
    case FactType::Date: {
        const auto day = parseDate(value);
        return day ? Result<std::string>(formatDate(*day)) : fail(day.error());
    }
    case FactType::Integer: {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc {} || end != value.data() + value.size() || number < 0)
            return fail(ErrorCode::InvalidArgument, "document.fact_value", termOf(rule));
        return std::to_string(number);
    }
    case FactType::Choice:
        for (const FactChoice& choice : rule.choices)
            if (value == choice.token || value == choice.nameZh || value == choice.nameEn)
                return choice.token;
        return fail(ErrorCode::InvalidArgument, "document.fact_value", termOf(rule));
    }
    return fail(ErrorCode::InvalidArgument, "document.fact_value", termOf(rule));
}

} // namespace guanwu
