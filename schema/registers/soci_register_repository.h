#pragma once

#include "core/access/scope.h"
#include "core/registers/register_repository.h"

namespace guanwu {

class Query;
class Session;

/// The tables of the registers beside the assets. Not thread-safe: one session, one repository.
class SociRegisterRepository final : public RegisterRepository {
public:
    SociRegisterRepository(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    Result<RegisterEntry> find(RegisterKind kind, const std::string& entryNo) override;
    Result<RegisterEntry> find(RegisterEntryId id) override;
    std::vector<RegisterEntry> page(const RegisterFilter& filter, std::int64_t after, int limit) override;
    std::vector<RegisterEntry> parts(RegisterEntryId parent) override;
    bool isTaken(std::string_view type, std::string_view field, const std::string& value,
        RegisterEntryId except) override;
    Result<void> store(std::span<const RegisterWrite> writes) override;
    void note(RegisterEntryId entry, const RegisterEvent& event) override;
    std::vector<RegisterEvent> events(RegisterEntryId entry, std::int64_t before, int limit) override;
    std::string greatestNumber(const std::string& prefix) override;
    Result<Reference> unit(const std::string& code) override;
    Result<Reference> department(UnitId unit, const std::string& name) override;
    Result<RegisteredCard> card(const std::string& assetNo) override;
    bool hasVehicleCard(const std::string& plateNo) override;
    std::vector<RegisteredCard> vehicleCards(std::int64_t after, int limit) override;
    std::int64_t newId() override;

private:
    [[nodiscard]] std::vector<RegisterEntry> read(Query& query);
    void readValues(std::vector<RegisterEntry>& entries);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
