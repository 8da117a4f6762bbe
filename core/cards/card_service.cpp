#include "core/cards/card_service.h"

#include "core/base/text.h"
#include "core/base/text_length.h"
#include "core/cards/card_fields.h"
#include "core/cards/card_moves.h"
#include "core/cards/card_number.h"
#include "core/reference/useful_life.h"
#include "core/registry/new_problems.h"

#include <algorithm>
#include <tuple>

namespace guanwu {

namespace {

    constexpr int kNumberAttempts = 20;

    const std::string* valueOf(const std::vector<FieldValue>& fields, std::string_view field)
    {
        const auto found = std::find_if(
            fields.begin(), fields.end(), [&](const FieldValue& value) { return value.field == field; });
        return found == fields.end() || found->value.empty() ? nullptr : &found->value;
    }

    /// What was issued to people at counters: the moves that need no document (lifecycle 1.2).
    bool mayMoveFreely(UseState from, UseState to)
    {
        const auto isHere = [](UseState state) {
            return state == UseState::InStock || state == UseState::InUse || state == UseState::Idle;
        };
        if (isHere(from) && isHere(to))
            return true;
        const auto isOpen
            = [](UseState state) { return state == UseState::InStock || state == UseState::InUse; };
        return (isOpen(from) && to == UseState::UnderRepair) || (from == UseState::UnderRepair && isOpen(to));
    }

} // namespace

Day CardService::today() const { return chinaDate(m_now()); }

bool CardService::mayChange(const RegisteredCard& card) const
{
    return m_scope.mayChange(card.card.unit, card.card.usingDepartment.value_or(DepartmentId {}));
}

Result<RegisteredCard> CardService::find(const std::string& numberOrTag)
{
    auto card = m_cards.find(assetNoOf(numberOrTag));
    if (card)
        takeDepreciation(*card, today().year() / today().month());
    return card;
}

std::vector<RegisteredCard> CardService::findAll(std::span<const std::string> assetNos)
{
    std::vector<RegisteredCard> cards = m_cards.findAll(assetNos);
    for (RegisteredCard& card : cards)
        takeDepreciation(card, today().year() / today().month());
    return cards;
}

Result<Reference> CardService::lookUp(
    const RegisteredCard& card, const std::string& field, const std::string& code)
{
    if (code.empty())
        return Reference {};
    if (field == "unit" || field == "using_unit" || field == "right_holder") {
        const auto unit = m_cards.unit(code);
        return unit ? Result<Reference>(unit->unit) : fail(unit.error());
    }
    if (field == "department")
        return m_cards.department(card.card.usingUnit, code);
    if (field == "managing_department")
        return m_cards.department(card.card.unit, code);
    return field == "place" ? m_cards.place(code) : m_cards.person(code);
}

Result<void> CardService::set(RegisteredCard& card, const FieldValue& value)
{
    const CardField* field = findCardField(value.field);
    if (!field)
        return fail(ErrorCode::InvalidArgument, "card.field_unknown", value.field);
    if (characterCount(value.value) > field->longest)
        return fail(ErrorCode::InvalidArgument, "card.value_long", value.field);
    if (!field->reference)
        return field->write(card, value.value);
    auto target = lookUp(card, value.field, value.value);
    if (!target)
        return fail(target.error());
    if ((value.field == "unit" || value.field == "using_unit") && target->id == 0)
        return fail(ErrorCode::InvalidArgument, "card.unit", value.field);
    setReference(card, *field, std::move(*target));
    return {};
}

/// With what everything else hangs on: the unit, the class and the part of its kind.
Result<RegisteredCard> CardService::blankCard(const std::vector<FieldValue>& fields)
{
    const std::string* unitCode = valueOf(fields, "unit");
    if (!unitCode)
        return fail(inField({ErrorCode::InvalidArgument, "card.unit", "unit"}, "unit"));
    auto unit = m_cards.unit(*unitCode);
    if (!unit)
        return fail(inField(unit.error(), "unit"));
    RegisteredCard card;
    card.orgType = unit->orgType;
    card.usingUnit = unit->unit;
    setReference(card, *findCardField("unit"), std::move(unit->unit));
    if (const std::string* classCode = valueOf(fields, "class_code"))
        card.card.classCode = *classCode;
    card.card.kind = cardKindOf(card.card.classCode);
    if (card.card.kind == CardKind::Vehicle)
        card.card.vehicle.emplace();
    if (card.card.kind == CardKind::Building)
        card.card.building.emplace();
    if (card.card.kind == CardKind::Land)
        card.card.land.emplace();
    card.card.useState = UseState::InStock;
    return card;
}

/// What follows from the fields unless it was said.
void CardService::completeNewCard(RegisteredCard& card, const std::vector<FieldValue>& fields) const
{
    AssetCard& it = card.card;
    it.otherFund = it.original - it.fiscalFund;
    if (!valueOf(fields, "booked_state"))
        it.bookedState = it.bookedOn ? BookedState::Booked : BookedState::Unbooked;
    const UsefulLife* life = UsefulLives::current().find(it.classCode,
        it.building && it.building->structure ? tokenRow(kStructures, *it.building->structure).nameZh : "");
    const bool never = it.valueType == ValueType::Nominal || (life && life->neverDepreciated);
    if (!valueOf(fields, "depreciation_state") && never)
        it.depreciation = DepreciationState::NotDepreciated;
    if (!valueOf(fields, "life_months") && life && it.depreciation == DepreciationState::Depreciating)
        it.lifeMonths = life->minMonths;
    const Day entered = it.bookedOn.value_or(it.acquiredOn);
    const bool depreciated = it.depreciation == DepreciationState::Depreciating;
    card.schedule
        = scheduleOfNew(it.original, entered.year() / entered.month(), depreciated ? it.lifeMonths : 0);
}

Result<RegisteredCard> CardService::create(const std::vector<FieldValue>& fields, const CardChangeBy& by)
{
    auto card = blankCard(fields);
    if (!card)
        return card;
    // The using unit first: departments are looked up in it.
    for (const bool isFirst : {true, false})
        for (const FieldValue& value : fields) {
            if ((value.field == "using_unit") != isFirst || value.field == "unit")
                continue;
            if (const CardField* field = findCardField(value.field);
                field && field->change == FieldChange::Never)
                return fail(
                    inField({ErrorCode::InvalidArgument, "card.field_fixed", value.field}, value.field));
            if (auto set = this->set(*card, value); !set)
                return fail(inField(set.error(), value.field));
        }
    if (!mayChange(*card))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    completeNewCard(*card, fields);
    // Only the number is still to come, and it is always sound.
    card->card.assetNo = numberPrefix(card->card.kind, card->card.classCode, today().year()) + "000001";
    if (auto problems = problemsOf(card->card, {card->orgType, today(), CardSource::Entered});
        !problems.empty())
        return fail(inField(problems.front(), problems.front().detail)); // their detail is the column
    return add(std::move(*card), by);
}

Result<RegisteredCard> CardService::add(RegisteredCard card, const CardChangeBy& by, std::int64_t change)
{
    if (const auto fits = checkLengths({{by.reason, kLongestNote}}); !fits)
        return fail(fits.error());
    AssetCard& it = card.card;
    it.madeBy = by.actor;
    it.madeOn = today();
    it.id = AssetId {m_cards.newId()};
    it.assetNo.clear();
    it.revision = 1;
    const std::string prefix = numberPrefix(it.kind, it.classCode, today().year());
    // Whoever asks at the same moment gets the same number; the unique key lets one of them have it.
    // Inside a transaction the greatest stays what it was when that began: the next attempt takes the number
    // behind the one that was refused.
    for (int attempt = 0; attempt < kNumberAttempts; ++attempt) {
        const auto number = nextNumber(prefix, std::max(m_cards.greatestNumber(prefix), it.assetNo));
        if (!number)
            return fail(number.error());
        it.assetNo = *number;
        const CardEvent event {m_cards.newId(), CardEventKind::Created, m_now(), by.actor, by.reason, change,
            1, differences(RegisteredCard(), card)};
        if (const auto stored = m_cards.insert(card, event))
            return find(*number);
        else if (stored.error().subject != "card.number_taken")
            return fail(stored.error());
    }
    return fail(ErrorCode::Conflict, "card.number_taken", prefix);
}

Result<ChangedCard> CardService::changed(
    const RegisteredCard& card, const std::vector<FieldValue>& fields, const CardChangeBy& by)
{
    if (!mayChange(card))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    if (const auto fits = checkLengths({{by.reason, kLongestNote}}); !fits)
        return fail(fits.error());
    RegisteredCard after = card;
    for (const bool isFirst : {true, false})
        for (const FieldValue& value : fields)
            if ((value.field == "using_unit") == isFirst)
                if (auto set = this->set(after, value); !set)
                    return fail(inField(set.error(), value.field));
    // Who leaves a state leaves its date.
    if (after.card.useState != UseState::Idle && card.card.useState == UseState::Idle)
        after.card.idleSince.reset();
    if (!mayChange(after))
        return fail(ErrorCode::Forbidden, "access.forbidden");

    // Nothing is issued or moved while a document decides about it (lifecycle 1.2).
    const auto hands = [](const RegisteredCard& one) {
        return std::tie(one.usingUnit.id, one.department.id, one.user.id, one.keeper.id, one.place.id);
    };
    if (isUnderDocument(card.card.useState) && hands(card) != hands(after))
        return fail(ErrorCode::RuleViolated, "card.under_document", card.card.assetNo);
    for (const FieldDifference& difference : differences(card, after)) {
        const FieldChange rule = findCardField(difference.field)->change;
        if (rule == FieldChange::Never)
            return fail(
                inField({ErrorCode::RuleViolated, "card.field_fixed", difference.field}, difference.field));
        if (rule == FieldChange::WithSlip)
            return fail(
                inField({ErrorCode::RuleViolated, "card.needs_slip", difference.field}, difference.field));
    }
    if (after.card.useState != card.card.useState && !mayMoveFreely(card.card.useState, after.card.useState))
        return fail(inField({ErrorCode::RuleViolated, "card.state_needs_document",
                                std::string(tokenRow(kUseStates, after.card.useState).token)},
            "use_state"));
    if (auto problems = newProblems(card.card, after.card, {card.orgType, today(), card.source});
        !problems.empty())
        return fail(inField(problems.front(), problems.front().detail));
    return changeOf(card, std::move(after),
        {m_cards.newId(), CardEventKind::Changed, m_now(), by.actor, by.reason, 0, 0, {}});
}

Result<RegisteredCard> CardService::change(const std::string& numberOrTag, std::int64_t revision,
    const std::vector<FieldValue>& fields, const CardChangeBy& by)
{
    const auto card = find(numberOrTag);
    if (!card)
        return card;
    if (card->card.revision != revision)
        return fail(ErrorCode::StaleRevision, "card.changed", card->card.assetNo);
    const auto changed = this->changed(*card, fields, by);
    if (!changed)
        return fail(changed.error());
    if (changed->event.fields.empty())
        return card;
    if (const auto stored = m_cards.update({&*changed, 1}); !stored)
        return fail(stored.error());
    return find(card->card.assetNo);
}

Result<std::vector<CardEvent>> CardService::history(
    const std::string& numberOrTag, std::int64_t before, int limit)
{
    const auto card = m_cards.find(assetNoOf(numberOrTag));
    if (!card)
        return fail(card.error());
    return m_cards.history(card->card.id, before, limit);
}

} // namespace guanwu
