#include "core/documents/document_context.h"

#include "core/cards/card_moves.h"
#include "core/documents/allocation.h"

#include <algorithm>

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
    RuleContext out {cards, m_today, standardOf(document), std::move(cardFields)};
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
    if (document.kind == DocumentKind::Space || document.kind == DocumentKind::Repair)
        context.rooms = m_store.rooms(codeList(document.fact("rooms")));
    if (document.kind == DocumentKind::Space)
        context.space = m_store.spaceOf(document.unit.code);
    if (document.kind == DocumentKind::Space && document.method == "reissue")
        context.useCertificates = m_store.useCertificates(document.unit.code);
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

QuotaCase& DocumentContext::quotaCase(
    StandardCase& all, const CountedTogether& counted, const Document& document, UnitId unit)
{
    for (QuotaCase& one : all.quotas)
        if (one.name == counted.name)
            return one;
    QuotaCase& one = all.quotas.emplace_back();
    one.name = counted.name;
    one.most = counted.most;
    for (const std::string& classPrefix : counted.classes) {
        one.held += m_store.stockOf(unit, classPrefix);
        one.asked += m_store.askedOf(unit, classPrefix, document.id);
    }
    return one;
}

StandardCase DocumentContext::standardOf(const Document& document)
{
    StandardCase out;
    if (document.kind != DocumentKind::Allocation || !isEditable(document.state))
        return out;
    const auto unit = m_store.unit(document.unit.code);
    if (!unit)
        return out;
    const UnitId id {unit->unit.id};
    for (const DocumentLine& line : document.lines) {
        std::vector<NamedPiece> replaced;
        const auto numbers = replacedBy(document, line);
        const auto cards = m_own.findAll(numbers);
        for (const std::string& number : numbers) {
            const auto card = std::find_if(cards.begin(), cards.end(), [&](const RegisteredCard& one) {
                return one.card.assetNo == number && one.unit.id == unit->unit.id;
            });
            NamedPiece& piece = replaced.emplace_back(NamedPiece {line.no, {number, {}, false, false}, {}});
            if (card == cards.end())
                continue;
            const UseState state = card->card.useState;
            piece.piece = {number, card->card.acquiredOn,
                state == UseState::DisposalApproved || state == UseState::WrittenOff, isCountable(state)};
            piece.classCode = card->card.classCode;
        }
        for (const CountedTogether& counted : countedTogether(document, line, unit->people)) {
            QuotaCase& one = quotaCase(out, counted, document, id);
            one.lines.push_back(line.no);
            one.wanted += line.quantity;
            for (const NamedPiece& piece : replaced)
                if (std::any_of(counted.classes.begin(), counted.classes.end(),
                        [&](const std::string& prefix) { return piece.classCode.starts_with(prefix); })
                    && std::none_of(one.replaced.begin(), one.replaced.end(),
                        [&](const ReplacedPiece& had) { return had.assetNo == piece.piece.assetNo; }))
                    one.replaced.push_back(piece.piece);
        }
        out.replaced.insert(out.replaced.end(), replaced.begin(), replaced.end());
    }
    return out;
}

} // namespace guanwu
