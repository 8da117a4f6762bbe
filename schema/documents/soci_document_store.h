#pragma once

#include "core/access/scope.h"
#include "core/documents/document_store.h"

namespace guanwu {

class Query;
class Session;

/// The tables of documents and of route tables. Not thread-safe: one session, one store.
class SociDocumentStore final : public DocumentStore {
public:
    SociDocumentStore(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    Result<Document> find(const std::string& no) override;
    Result<DocumentPage> list(const DocumentFilter& filter, std::int64_t before, int limit) override;
    void insert(Document& document, std::chrono::year year) override;
    Result<void> update(const Document& document) override;
    std::vector<AssetLock> locks(std::span<const AssetId> assets, DocumentId except) override;
    std::optional<std::chrono::year_month> postedThrough(UnitId unit) override;
    Result<void> recordInBooks(
        std::span<const BookChange> changes, const std::string& by, Instant at) override;
    void addExits(DocumentId document, std::span<const AssetExit> exits) override;
    void addCards(DocumentId document, int line, AssetId asset) override;
    std::vector<std::string> cardsOf(DocumentId document) override;
    std::vector<std::pair<AssetId, CardEvent>> eventsOf(DocumentId document) override;
    std::vector<std::string> cardsNaming(const std::vector<std::string>& certNos) override;
    Recent filedSince(const Document& document, Day since) override;
    std::vector<HeldAsset> heldBy(PersonId person) override;
    std::vector<AssetHolder> holders(UnitId unit) override;
    std::int64_t stockOf(UnitId unit, const std::string& classPrefix) override;
    std::int64_t askedOf(UnitId unit, const std::string& classPrefix, DocumentId except) override;
    std::vector<IdleAsset> idle(const IdleSearch& search) override;
    Result<DocumentUnit> unit(const std::string& code) override;
    std::vector<RoomLine> rooms(const std::vector<std::string>& codes) override;
    std::optional<UnitSpaceUse> spaceOf(const std::string& unitCode) override;
    std::vector<UseCertificateLine> useCertificates(const std::string& unitCode) override;
    std::int64_t repairsOf(UnitId unit, int year, DocumentId except) override;
    Result<void> carryOut(const Document& document, const DocumentEffect& effect, const std::string& actor,
        Instant at) override;
    RouteTable routes(Day on) override;
    std::vector<StoredRouteTable> routeTables() override;
    Result<void> addRoutes(const RouteTable& table, const std::string& by, Instant at) override;
    Result<void> transact(Commit commit, const std::function<Result<void>()>& work) override;

private:
    [[nodiscard]] Result<void> carryOut(const SpaceEffect& effect);
    void carryOut(const Document& document, const RepairEffect& effect);
    [[nodiscard]] std::string nextNumber(const std::string& prefix);
    [[nodiscard]] std::vector<AssetLock> openDocuments(std::span<const std::int64_t> ids, DocumentId except);
    [[nodiscard]] std::vector<AssetLock> openInventories(std::span<const std::int64_t> ids);
    [[nodiscard]] std::vector<AssetLock> sealedTitles(std::span<const std::int64_t> ids);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
