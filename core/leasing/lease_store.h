#pragma once

#include "core/leasing/lease_contract.h"

#include <vector>

namespace guanwu {

/// A thing in a contract, and what it goes back to.
struct LeasedAsset {
    AssetId asset;
    std::string assetNo;
    std::string name;
    UseState before = UseState::InStock;
    std::optional<Day> idleSince;
};

/// A contract with everything that hangs on it.
struct WholeLease {
    LeaseContract contract;
    std::vector<LeasedAsset> assets;
    std::vector<RentDue> rent;

    [[nodiscard]] Money due() const;
    [[nodiscard]] Money paidSoFar() const;
    /// Of rent that was due before a day and is not paid.
    [[nodiscard]] Money overdueOn(Day day) const;
};

/// The contracts that a scope reaches; others are not there (security X4).
class LeaseStore {
public:
    virtual ~LeaseStore() = default;

    /// Errors: lease.not_found.
    [[nodiscard]] virtual Result<WholeLease> find(const std::string& contractNo) = 0;
    [[nodiscard]] virtual Result<WholeLease> find(std::int64_t id) = 0;
    /// By id behind `after` (0 = from the first on), at most so many; without their assets.
    [[nodiscard]] virtual std::vector<WholeLease> list(std::int64_t after, int most) = 0;
    /// Errors: lease.number_taken, lease.asset_let (a thing of it is in another running contract).
    [[nodiscard]] virtual Result<void> insert(const WholeLease& lease) = 0;
    /// State, last day and rent, if the stored revision is still that of the contract; assets of a contract
    /// that has ended are free again. Errors: lease.changed.
    [[nodiscard]] virtual Result<void> update(const WholeLease& lease) = 0;
};

} // namespace guanwu
