#include "core/documents/document_context.h"

#include "core/cards/card_moves.h"
#include "core/documents/allocation.h"

namespace guanwu {

bool takesAllOf(const Document& document)
{
    return document.kind == DocumentKind::Custody && document.method == "leaving";
}

DocumentLine lineOf(const RegisteredCard& card, int no)
{
    const AssetCard& it = card.card;
    return {no, it.id, it.assetNo, it.name, it.classCode, it.model, it.unitOfMeasure, it.quantity,
        it.original, it.accumulated, it.acquiredOn, it.lifeMonths, it.minUseYears, it.useState};
}

std::vector<RegisteredCard> DocumentContext::cards(const Document& document)
{
    std::vector<std::string> numbers;
    for (const DocumentLine& line : document.lines)
        if (line.isAsset())
            numbers.push_back(line.assetNo);
    std::vector<RegisteredCard> cards = m_all.findAll(numbers);
    for (RegisteredCard& card : cards)
        takeDepreciation(card, m_today.year() / m_today.month());
    return cards;
}

RuleContext DocumentContext::read(
    const Document& document, const std::vector<RegisteredCard>& cards, std::vector<CardToMake> cardFields)
{
    RuleContext out {cards, m_today, standardsOf(document), std::move(cardFields)};
    // Whoever files was asked for what he may name; an approver acts by the power of the document.
    if (auto named = namedBy(document, m_all))
        out.named = std::move(*named);
    if (document.kind == DocumentKind::Change)
        out.postedThrough = m_store.postedThrough(UnitId {document.unit.id});
    if (const Reference* leaver = out.find("giver"); leaver && takesAllOf(document))
        out.held = heldNumbers(PersonId {leaver->id});
    addPremises(out, document);
    return out;
}

void DocumentContext::addPremises(RuleContext& context, const Document& document)
{
    if (document.kind == DocumentKind::Space) {
        context.rooms = m_store.rooms(codeList(document.fact("rooms")));
        context.space = m_store.spaceOf(document.unit.code);
    }
    if (document.kind == DocumentKind::Repair)
        if (const auto year = document.numberFact("plan_year"))
            context.repairsOfYear
                = m_store.repairsOf(UnitId {document.unit.id}, static_cast<int>(*year), document.id);
}

std::vector<std::string> DocumentContext::heldNumbers(PersonId person)
{
    std::vector<std::string> out;
    for (const HeldAsset& asset : m_store.heldBy(person))
        out.push_back(asset.assetNo);
    return out;
}

Result<std::vector<NamedByFact>> DocumentContext::namedBy(const Document& document, CardRepository& cards)
{
    std::vector<NamedByFact> out;
    for (const Fact& fact : document.facts) {
        const FactRule* rule = DocumentData::current().findFact(document.kind, document.method, fact.name);
        if (!rule)
            continue;
        Result<Reference> target = Reference {};
        if (rule->type == FactType::Person)
            target = cards.person(fact.value);
        else if (rule->type == FactType::Place)
            target = cards.place(fact.value);
        else if (rule->type == FactType::Department)
            target = cards.department(UnitId {document.unit.id}, fact.value);
        else
            continue;
        if (!target)
            return fail(target.error());
        out.push_back({fact.line, fact.name, std::move(*target)});
    }
    return out;
}

std::vector<StandardCase> DocumentContext::standardsOf(const Document& document)
{
    std::vector<StandardCase> out;
    if (document.kind != DocumentKind::Allocation || !isEditable(document.state))
        return out;
    const auto unit = m_store.unit(document.unit.code);
    for (const DocumentLine& line : document.lines) {
        if (line.isAsset() || !unit || !standardOf(document, line))
            continue;
        StandardCase one {line.no,
            m_store.stockOf(unit->unit.id == 0 ? UnitId {} : UnitId {unit->unit.id}, line.classCode),
            unit->people, {}};
        for (const RegisteredCard& card : m_own.findAll(replacedBy(document, line))) {
            const bool isApproved = card.card.useState == UseState::DisposalApproved
                || card.card.useState == UseState::WrittenOff;
            one.replaced.push_back({card.card.assetNo, card.card.acquiredOn, isApproved});
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace guanwu
