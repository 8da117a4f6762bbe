#pragma once

#include "core/access/scope.h"
#include "core/leasing/lease_store.h"

namespace guanwu {

class Query;
class Session;

/// The tables of contracts. Not thread-safe: one session, one store.
class SociLeaseStore final : public LeaseStore {
public:
    SociLeaseStore(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    Result<WholeLease> find(const std::string& contractNo) override;
    Result<WholeLease> find(std::int64_t id) override;
    std::vector<WholeLease> list(std::int64_t after, int most) override;
    Result<void> insert(const WholeLease& lease) override;
    Result<void> update(const WholeLease& lease) override;

private:
    /// The one contract that the query asks for, with everything.
    [[nodiscard]] Result<WholeLease> whole(Query& query, const std::string& named);
    void readRent(WholeLease& lease);
    void storeRent(const WholeLease& lease);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
