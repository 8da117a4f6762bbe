#pragma once

#include "core/premises/title_service.h"

namespace guanwu {

class Session;

/// Certificates and what hangs on them in the tables of the registry. Not thread-safe.
class SociTitleStore final : public TitleStore {
public:
    SociTitleStore(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    Result<TitleLine> find(const std::string& certNo) override;
    Result<Reference> unit(const std::string& code) override;
    Result<Reference> building(const std::string& code) override;
    std::string currentOf(const std::string& unitNo) override;
    Result<void> insert(const TitleLine& title) override;
    void setUsers(const TitleLine& title, const std::vector<Reference>& users) override;
    void setState(std::int64_t certificate, const std::string& state) override;
    void addEncumbrance(std::int64_t certificate, const Encumbrance& encumbrance) override;
    void release(std::int64_t encumbrance, Day on, const std::string& paperNo) override;
    void addMissing(std::int64_t certificate, const MissingPaper& paper) override;
    void setSupplied(std::int64_t paper, Day on) override;
    void setComplete(std::int64_t certificate, bool isComplete) override;
    void addCustody(
        std::int64_t certificate, const TitleCustody& step, const std::string& actor, Instant at) override;
    void setPapers(const Reference& building, const BuildingPapers& papers) override;

private:
    void note(std::int64_t certificate, std::string_view what, std::string before, std::string after);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
