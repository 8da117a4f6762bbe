#pragma once

#include "core/access/scope.h"
#include "core/cards/card_repository.h"
#include "core/leasing/lease_store.h"

#include <functional>
#include <span>

namespace guanwu {

/// Who lets, and whether in the name of the bureau, which alone lets office space.
struct LeaseBy {
    std::string actor; ///< login
    bool isBureau = false;
};

/// 出租出借: a contract and the cards in it change together; the caller puts each call into one unit of work.
class LeaseService {
public:
    LeaseService(
        LeaseStore& leases, CardRepository& cards, const Scope& scope, std::function<Instant()> now)
        : m_leases(leases)
        , m_cards(cards)
        , m_scope(scope)
        , m_now(std::move(now))
    {
    }

    /// Opens a contract over things of the unit; they are 出租 or 出借 from now on. Errors: those of
    /// checkContract(), checkLettable() and the store; card.not_found, unit.not_found, lease.no_assets,
    /// access.forbidden.
    [[nodiscard]] Result<WholeLease> open(
        LeaseContract contract, std::span<const std::string> assetNos, const LeaseBy& by);

    /// Books a payment. Errors: those of paid() and the store; access.forbidden.
    [[nodiscard]] Result<WholeLease> pay(
        const std::string& contractNo, Money amount, Day on, const std::string& voucherNo);

    /// Ends a contract on a day, its last or an earlier one: rent until then stays due, the things go back to
    /// what they were. Errors: those of rentUntil() and the store; lease.ended, lease.end_future,
    /// access.forbidden.
    [[nodiscard]] Result<WholeLease> end(
        const std::string& contractNo, Day lastDay, const std::string& reason, const LeaseBy& by);

private:
    [[nodiscard]] Result<WholeLease> mine(const std::string& contractNo);
    [[nodiscard]] ChangedCard moved(const RegisteredCard& before, RegisteredCard after,
        const std::string& actor, const std::string& reason);

    LeaseStore& m_leases;
    CardRepository& m_cards;
    Scope m_scope;
    std::function<Instant()> m_now;
};

} // namespace guanwu
