#pragma once

#include "core/documents/document_rules.h"
#include "core/documents/route_table.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// What a list shows of a document.
struct DocumentSummary {
    DocumentId id;
    std::string no;
    DocumentKind kind {};
    std::string method;
    Reference unit;
    Reference counterpart;
    DocumentState state {};
    std::optional<StepKind> step; ///< the open one
    std::optional<Day> dueOn;
    std::string applicantName;
    std::int64_t lines = 0;
    Money original;
    Instant createdAt {};
    std::int64_t revision = 1;
};

/// Which documents of the scope are asked for; what is empty does not narrow.
struct DocumentFilter {
    std::optional<DocumentKind> kind;
    std::optional<DocumentState> state;
    std::string unit; ///< code
    std::string assetNo;
    std::optional<Day> dueBy; ///< those whose open step is due by then
    bool onlyOpen = false;
    std::string applicant; ///< login
    const DocumentActor* waitsFor = nullptr; ///< who could move it on, as far as the columns tell
};

struct DocumentPage {
    std::vector<DocumentSummary> documents;
    std::optional<std::int64_t> next; ///< what to ask the next page before; nullopt at the end
};

/// Why a thing cannot be had.
enum class AssetLockKind : std::uint8_t { OpenDocument, Inventory, Sealed };

struct AssetLock {
    AssetId asset;
    AssetLockKind kind {};
    std::string by; ///< number of the document, task or certificate
};

/// A unit as a document needs it.
struct DocumentUnit {
    Reference unit;
    OrgType type {};
    Reference supervising; ///< id 0 = none
    std::int64_t people = 0; ///< 编制内实有人数
};

/// An idle thing of the city, as far as everybody may see it.
struct IdleAsset {
    AssetId asset;
    std::string assetNo;
    std::string name;
    std::string model;
    std::string classCode;
    std::int64_t quantity = 1;
    Money original;
    Day acquiredOn {};
    std::optional<Day> idleSince;
    Reference unit;
    Reference place;
};

/// A thing that somebody uses or keeps.
struct HeldAsset {
    std::string assetNo;
    std::string name;
    Reference unit;
    Reference place;
    UseState useState {};
    bool uses = false;
    bool keeps = false;
    Money original;
    std::string document; ///< number of the open one that has it, empty = none
};

/// How much somebody of a unit uses or keeps.
struct AssetHolder {
    Reference person;
    bool isInPost = true;
    std::int64_t assets = 0;
    Money original;
};

/// Which idle things would do.
struct IdleSearch {
    std::string classPrefix;
    std::optional<Day> acquiredSince; ///< not older than this
    std::string placeCode; ///< in there
    UnitId except; ///< whoever looks has no use for his own list
    int most = 50;
};

/// A route table of the administrator's own.
struct StoredRouteTable {
    RouteTable table;
    std::string importedBy;
    Instant importedAt {};
};

/// The documents that a scope reaches: those of its units, those that name one of its units as the other
/// side, and those of units below. What lies outside it is not there (security X4). Whether they may be
/// changed, the workflow says.
class DocumentStore {
public:
    virtual ~DocumentStore() = default;

    /// Errors: document.not_found.
    [[nodiscard]] virtual Result<Document> find(const std::string& no) = 0;
    /// The newest first, those before an id (0 = from the newest on).
    [[nodiscard]] virtual Result<DocumentPage> list(
        const DocumentFilter& filter, std::int64_t before, int limit)
        = 0;
    /// Gives it its id and the next number of its kind and year.
    virtual void insert(Document& document, std::chrono::year year) = 0;
    /// Writes all of it, only if the revision is still the one given; else StaleRevision document.changed.
    /// Errors: document.asset_taken (another open document has one of its assets).
    [[nodiscard]] virtual Result<void> update(const Document& document) = 0;

    /// What stands in the way of taking the assets, but for this document.
    [[nodiscard]] virtual std::vector<AssetLock> locks(std::span<const AssetId> assets, DocumentId except)
        = 0;
    /// The last month that the unit posted; nullopt = none. A value that changes takes effect behind it.
    [[nodiscard]] virtual std::optional<std::chrono::year_month> postedThrough(UnitId unit) = 0;
    /// Changes of one month take the place of what was recorded of the same kind and not applied yet.
    /// Errors: books.month_posted, books.changed_already, books.below_accumulated, books.months_left.
    [[nodiscard]] virtual Result<void> recordInBooks(
        std::span<const BookChange> changes, const std::string& by, Instant at)
        = 0;
    virtual void addExits(DocumentId document, std::span<const AssetExit> exits) = 0;
    virtual void addCards(DocumentId document, int line, AssetId asset) = 0;
    /// Asset numbers of the cards a document made.
    [[nodiscard]] virtual std::vector<std::string> cardsOf(DocumentId document) = 0;
    /// What the history of the cards on its lines says of a document, the oldest first.
    [[nodiscard]] virtual std::vector<std::pair<AssetId, CardEvent>> eventsOf(DocumentId document) = 0;
    /// Numbers of the cards that name one of these certificates and have not ended.
    [[nodiscard]] virtual std::vector<std::string> cardsNaming(const std::vector<std::string>& certNos) = 0;

    /// What the unit filed of the same kind and method since a day and is still of effect, the document
    /// itself not counted: number and original value.
    struct Recent {
        std::vector<std::string> numbers;
        Money original;
    };
    [[nodiscard]] virtual Recent filedSince(const Document& document, Day since) = 0;

    /// What a person uses or keeps and has not given back, whatever unit it is of. By number.
    [[nodiscard]] virtual std::vector<HeldAsset> heldBy(PersonId person) = 0;
    /// Whoever uses or keeps something of the unit. By code.
    [[nodiscard]] virtual std::vector<AssetHolder> holders(UnitId unit) = 0;
    /// Pieces of a class that a unit holds.
    [[nodiscard]] virtual std::int64_t stockOf(UnitId unit, const std::string& classPrefix) = 0;
    /// Pieces of a class that open allocation documents of the unit ask for, one document left out.
    [[nodiscard]] virtual std::int64_t askedOf(UnitId unit, const std::string& classPrefix, DocumentId except)
        = 0;
    /// Of every unit: what is idle in the city is offered to all of it.
    [[nodiscard]] virtual std::vector<IdleAsset> idle(const IdleSearch& search) = 0;
    /// Whatever the scope: the other side of a document may be any unit. Errors: unit.not_found.
    [[nodiscard]] virtual Result<DocumentUnit> unit(const std::string& code) = 0;

    /// Rooms by code, whatever the scope: those of the pool are nobody's. Codes of no room are left out.
    [[nodiscard]] virtual std::vector<RoomLine> rooms(const std::vector<std::string>& codes) = 0;
    /// What a unit uses and may have.
    [[nodiscard]] virtual std::optional<UnitSpaceUse> spaceOf(const std::string& unitCode) = 0;
    /// The use certificates of a unit, those that were replaced among them.
    [[nodiscard]] virtual std::vector<UseCertificateLine> useCertificates(const std::string& unitCode) = 0;
    /// Medium and large repairs of a unit planned or approved for a year, but for those of this document.
    [[nodiscard]] virtual std::int64_t repairsOf(UnitId unit, int year, DocumentId except) = 0;
    /// What a document does to rooms, repairs and certificates. Errors: space.room_taken, space.no_allocation,
    /// those of TitleService.
    [[nodiscard]] virtual Result<void> carryOut(
        const Document& document, const DocumentEffect& effect, const std::string& actor, Instant at)
        = 0;

    /// The table in force on a day: the newest of the administrator's own, else the example.
    [[nodiscard]] virtual RouteTable routes(Day on) = 0;
    [[nodiscard]] virtual std::vector<StoredRouteTable> routeTables() = 0;
    /// Errors: routes.version_taken.
    [[nodiscard]] virtual Result<void> addRoutes(const RouteTable& table, const std::string& by, Instant at)
        = 0;

    enum class Commit : std::uint8_t { Yes, No };
    /// Runs the work in one transaction with whatever else it does through repositories of the same session;
    /// without Commit::Yes, or when it fails, nothing of it stays.
    [[nodiscard]] virtual Result<void> transact(Commit commit, const std::function<Result<void>()>& work) = 0;
};

} // namespace guanwu
