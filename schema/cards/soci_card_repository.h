#pragma once

#include "core/access/scope.h"
#include "core/cards/card_repository.h"

namespace guanwu {

class Session;

/// The tables of cards and their history. Not thread-safe: one session, one repository.
class SociCardRepository final : public CardRepository {
public:
    SociCardRepository(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    Result<RegisteredCard> find(const std::string& assetNo) override;
    std::vector<RegisteredCard> findAll(std::span<const std::string> assetNos) override;
    Result<void> insert(const RegisteredCard& card, const CardEvent& event) override;
    Result<void> update(std::span<const ChangedCard> cards) override;
    std::vector<CardEvent> history(AssetId asset, std::int64_t before, int limit) override;
    Result<UnitReference> unit(const std::string& code) override;
    Result<Reference> department(UnitId unit, const std::string& name) override;
    Result<Reference> person(const std::string& code) override;
    Result<Reference> place(const std::string& code) override;
    std::string greatestNumber(const std::string& prefix) override;
    std::int64_t newId() override;

private:
    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
