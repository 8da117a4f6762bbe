#include "core/leasing/lease_service.h"

#include "core/cards/card_moves.h"
#include "core/cards/card_number.h"
#include "core/values/calendar.h"

namespace guanwu {

ChangedCard LeaseService::moved(
    const RegisteredCard& before, RegisteredCard after, const std::string& actor, const std::string& reason)
{
    return changeOf(before, std::move(after),
        {m_cards.newId(), CardEventKind::Changed, m_now(), actor, reason, 0, 0, {}});
}

Result<WholeLease> LeaseService::mine(const std::string& contractNo)
{
    auto lease = m_leases.find(contractNo);
    if (!lease)
        return lease;
    if (!m_scope.mayChange(lease->contract.unit, m_scope.department()))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    return lease;
}

Result<WholeLease> LeaseService::open(
    LeaseContract contract, std::span<const std::string> assetNos, const LeaseBy& by)
{
    const auto unit = m_cards.unit(contract.unitCode);
    if (!unit)
        return fail(unit.error());
    if (auto sound = checkContract(contract); !sound)
        return fail(sound.error());
    if (assetNos.empty())
        return fail(ErrorCode::InvalidArgument, "lease.no_assets", contract.contractNo);
    contract.unit = UnitId {unit->unit.id};
    contract.unitName = unit->unit.name;
    if (!m_scope.mayChange(contract.unit, m_scope.department()))
        return fail(ErrorCode::Forbidden, "access.forbidden");

    WholeLease lease {std::move(contract), {}, {}};
    lease.contract.id = m_cards.newId();
    lease.rent = rentSchedule(lease.contract);
    std::vector<ChangedCard> changes;
    for (const std::string& number : assetNos) {
        const auto card = m_cards.find(assetNoOf(number));
        if (!card)
            return fail(card.error());
        if (auto lettable = checkLettable(*card, lease.contract, by.isBureau); !lettable)
            return fail(lettable.error());
        lease.assets.push_back({card->card.id, card->card.assetNo, card->card.name, card->card.useState,
            card->card.idleSince});
        RegisteredCard after = *card;
        const bool isLease = lease.contract.kind == LeaseKind::Lease;
        after.card.useState = isLease ? UseState::Leased : UseState::Lent;
        after.card.direction = isLease ? UseDirection::Leased : UseDirection::Lent;
        after.card.counterparty = lease.contract.counterparty;
        after.card.idleSince.reset();
        changes.push_back(moved(*card, std::move(after), by.actor, lease.contract.contractNo));
    }
    if (auto stored = m_leases.insert(lease); !stored)
        return fail(stored.error());
    if (auto stored = m_cards.update(changes); !stored)
        return fail(stored.error());
    return lease;
}

Result<WholeLease> LeaseService::pay(
    const std::string& contractNo, Money amount, Day on, const std::string& voucherNo)
{
    auto lease = mine(contractNo);
    if (!lease)
        return lease;
    if (on > chinaDate(m_now()))
        return fail(ErrorCode::InvalidArgument, "lease.paid_future", formatDate(on));
    auto rent = paid(lease->rent, amount, on, voucherNo);
    if (!rent)
        return fail(rent.error());
    lease->rent = std::move(*rent);
    if (auto stored = m_leases.update(*lease); !stored)
        return fail(stored.error());
    ++lease->contract.revision;
    return lease;
}

Result<WholeLease> LeaseService::end(
    const std::string& contractNo, Day lastDay, const std::string& reason, const LeaseBy& by)
{
    auto lease = mine(contractNo);
    if (!lease)
        return lease;
    if (lease->contract.state == LeaseState::Ended)
        return fail(ErrorCode::RuleViolated, "lease.ended", contractNo);
    const Day today = chinaDate(m_now());
    if (lastDay > today)
        return fail(ErrorCode::InvalidArgument, "lease.end_future", formatDate(lastDay));
    auto rent = rentUntil(lease->contract, lease->rent, lastDay);
    if (!rent)
        return fail(rent.error());
    lease->rent = std::move(*rent);
    lease->contract.state = LeaseState::Ended;
    lease->contract.endedOn = lastDay;

    std::vector<ChangedCard> changes;
    for (const LeasedAsset& thing : lease->assets) {
        const auto card = m_cards.find(thing.assetNo);
        if (!card)
            return fail(card.error());
        RegisteredCard after = *card;
        after.card.useState = thing.before;
        after.card.direction = UseDirection::Self;
        after.card.counterparty.clear();
        // Idle again from the day on which it came back.
        if (thing.before == UseState::Idle)
            after.card.idleSince = lastDay;
        changes.push_back(moved(*card, std::move(after), by.actor, reason.empty() ? contractNo : reason));
    }
    if (auto stored = m_leases.update(*lease); !stored)
        return fail(stored.error());
    if (auto stored = m_cards.update(changes); !stored)
        return fail(stored.error());
    ++lease->contract.revision;
    return lease;
}

} // namespace guanwu
