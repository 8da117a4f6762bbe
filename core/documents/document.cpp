#include "core/documents/document.h"

#include "core/values/calendar.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

Money Document::original() const
{
    Money sum;
    for (const DocumentLine& line : lines)
        sum += line.original;
    return sum;
}

Money Document::accumulated() const
{
    Money sum;
    for (const DocumentLine& line : lines)
        sum += line.accumulated;
    return sum;
}

const DocumentLine* Document::lineOf(AssetId asset) const
{
    const auto found = std::find_if(
        lines.begin(), lines.end(), [&](const DocumentLine& line) { return line.asset == asset; });
    return found == lines.end() ? nullptr : &*found;
}

std::string_view Document::fact(std::string_view name, int line) const
{
    const auto found = std::find_if(
        facts.begin(), facts.end(), [&](const Fact& fact) { return fact.line == line && fact.name == name; });
    return found == facts.end() ? std::string_view() : std::string_view(found->value);
}

std::optional<Money> Document::moneyFact(std::string_view name, int line) const
{
    const auto value = Money::parseYuan(fact(name, line));
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<Day> Document::dayFact(std::string_view name, int line) const
{
    const auto value = parseDate(fact(name, line));
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<std::int64_t> Document::numberFact(std::string_view name, int line) const
{
    const auto text = fact(name, line);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && error == std::errc {} && end == text.data() + text.size() ? std::optional(value)
                                                                                      : std::nullopt;
}

void Document::setFact(std::string_view name, std::string value, int line)
{
    std::erase_if(facts, [&](const Fact& fact) { return fact.line == line && fact.name == name; });
    if (!value.empty())
        facts.push_back({line, std::string(name), std::move(value)});
    std::sort(facts.begin(), facts.end(),
        [](const Fact& a, const Fact& b) { return std::tie(a.line, a.name) < std::tie(b.line, b.name); });
}

bool Document::hasPaper(std::string_view paper) const
{
    return std::any_of(
        papers.begin(), papers.end(), [&](const DocumentPaper& one) { return one.paper == paper; });
}

std::optional<Money> Document::appraised() const
{
    if (lines.empty())
        return std::nullopt;
    Money sum;
    for (const DocumentLine& line : lines) {
        const auto value = moneyFact("appraised_yuan", line.no);
        if (!value)
            return std::nullopt;
        sum += *value;
    }
    return sum;
}

std::string_view Document::stateNameZh() const
{
    return state == DocumentState::InReview && step < steps.size()
        ? tokenRow(kStepKinds, steps[step].kind).nameZh
        : tokenRow(kDocumentStates, state).nameZh;
}

std::string_view Document::stateNameEn() const
{
    return state == DocumentState::InReview && step < steps.size()
        ? tokenRow(kStepKinds, steps[step].kind).nameEn
        : tokenRow(kDocumentStates, state).nameEn;
}


} // namespace guanwu
