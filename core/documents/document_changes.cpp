#include "core/documents/document_changes.h"

#include "core/cards/card_fields.h"

#include <algorithm>

namespace guanwu {

namespace {

    const RegisteredCard* cardOf(const RuleContext& context, AssetId asset)
    {
        const auto found = std::find_if(context.cards.begin(), context.cards.end(),
            [&](const RegisteredCard& card) { return card.card.id == asset; });
        return found == context.cards.end() ? nullptr : &*found;
    }

    /// Facts that bear the name of a field, beside what the card says now.
    std::vector<CardChange> saidChanges(const Document& document, const RuleContext& context)
    {
        std::vector<CardChange> out;
        for (const Fact& fact : document.facts) {
            const CardField* field = findCardField(fact.name);
            const auto line = std::find_if(document.lines.begin(), document.lines.end(),
                [&](const DocumentLine& one) { return one.no == fact.line; });
            if (!field || !field->read || line == document.lines.end())
                continue;
            if (const RegisteredCard* card = cardOf(context, line->asset))
                out.push_back(
                    {fact.line, line->assetNo, {fact.name, field->read(*card), fact.value, {}, {}}});
        }
        return out;
    }

    /// In the order of the lines, those of one line as the card has its fields.
    void sortByLine(std::vector<CardChange>& changes)
    {
        const auto place = [](const CardChange& one) {
            const CardField* field = findCardField(one.field.field);
            return std::pair {one.line, field ? field - cardFields().data() : std::ptrdiff_t {0}};
        };
        std::stable_sort(changes.begin(), changes.end(),
            [&](const CardChange& a, const CardChange& b) { return place(a) < place(b); });
    }

} // namespace

std::vector<CardChange> plannedChanges(const Document& document, const RuleContext& context)
{
    const auto effect = rulesOf(document.kind).effect(document, DocumentMoment::Closed, context);
    std::vector<CardChange> out;
    if (effect)
        for (const RegisteredCard& after : effect->changed) {
            const RegisteredCard* before = cardOf(context, after.card.id);
            const DocumentLine* line = document.lineOf(after.card.id);
            if (before && line)
                for (FieldDifference& field : differences(*before, after))
                    out.push_back({line->no, line->assetNo, std::move(field)});
        }
    // What it still lacks says nothing against what it says already.
    if (out.empty())
        out = saidChanges(document, context);
    sortByLine(out);
    return out;
}

std::vector<CardChange> recordedChanges(
    const Document& document, const std::vector<std::pair<AssetId, CardEvent>>& events)
{
    std::vector<CardChange> out;
    for (const auto& [asset, event] : events) {
        const DocumentLine* line = document.lineOf(asset);
        if (!line)
            continue;
        for (const FieldDifference& field : event.fields) {
            const auto known = std::find_if(out.begin(), out.end(), [&](const CardChange& one) {
                return one.line == line->no && one.field.field == field.field;
            });
            if (known == out.end()) {
                out.push_back({line->no, line->assetNo, field});
                continue;
            }
            known->field.after = field.after;
            known->field.afterName = field.afterName;
        }
    }
    std::erase_if(out, [](const CardChange& one) { return one.field.before == one.field.after; });
    sortByLine(out);
    return out;
}

std::vector<CardChange> changesOf(
    const Document& document, DocumentStore& store, const std::optional<RuleContext>& context)
{
    if (!isAboutCards(document.kind))
        return {};
    return isFinal(document.state) ? recordedChanges(document, store.eventsOf(document.id))
                                   : plannedChanges(document, context.value());
}

} // namespace guanwu
