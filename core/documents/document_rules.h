#pragma once

#include "core/books/book_entry.h"
#include "core/cards/registered_card.h"
#include "core/documents/premises_effect.h"
#include "core/documents/workflow.h"
#include "core/leasing/lease_store.h"
#include "core/premises/use_certificate.h"
#include "core/rules/equipment_quota.h"

#include <string>
#include <vector>

namespace guanwu {

/// A thing that leaves the books of a unit: what the movements of a period and the depreciation are told.
struct AssetExit {
    AssetId asset;
    UnitId from;
    UnitId to; ///< 0 = out of the registry
    Day leftOn {}; ///< its month takes no depreciation
    std::string way; ///< the method of the document
    Money original;
    Money accumulated;
    std::string voucherNo;

    bool operator==(const AssetExit&) const = default;
};

/// A card made of other cards: all of it is known but its id and its number.
struct CardToOpen {
    int line = 0;
    RegisteredCard card;
};

/// What a document does to the registry, in the transaction of the move that causes it.
struct DocumentEffect {
    std::vector<RegisteredCard> changed; ///< after the effect, with the revision before it
    std::vector<CardToMake> created;
    std::vector<AssetExit> exits;
    std::vector<CardToOpen> opened;
    std::optional<SpaceEffect> space {};
    std::optional<RepairEffect> repair {};
    std::optional<TitleEffect> title {};
    std::optional<WholeLease> lease {}; ///< a contract that begins, still without an id
    std::vector<BookChange> books; ///< values and lives, from the month on in which they take effect
    std::vector<Fact> noted {}; ///< what the document itself is to say of it: how things stood before
};

/// A piece that a wished-for thing would replace, as the unit has it.
struct NamedPiece {
    int line = 0;
    ReplacedPiece piece;
    std::string classCode; ///< empty = the unit has no such card
};

/// What a standard counts together in one request, over all its lines.
struct QuotaCase {
    std::string name; ///< of the item or the group
    std::vector<int> lines;
    std::int64_t held = 0; ///< pieces on its cards
    std::int64_t asked = 0; ///< pieces on other open requests of the unit
    std::int64_t wanted = 0;
    std::int64_t most = 0;
    std::vector<ReplacedPiece> replaced;
};

/// What the registry knows of the unit that wishes for things.
struct StandardCase {
    std::vector<QuotaCase> quotas;
    std::vector<NamedPiece> replaced;
};

/// A person, department or place that a fact names.
struct NamedByFact {
    int line = 0;
    std::string fact;
    Reference target;
};

/// What a rule may look at besides the document. `cards` are those of its lines that are assets, in their
/// order, as they are now.
struct RuleContext {
    const std::vector<RegisteredCard>& cards;
    Day today {};
    StandardCase standard {}; ///< of an allocation that is still to be filed
    std::vector<CardToMake> cardFields {}; ///< what was said of the cards of an acceptance
    std::vector<NamedByFact> named {};
    std::optional<std::chrono::year_month> postedThrough {}; ///< last month in the books of the unit
    std::vector<std::string> held {}; ///< numbers of what whoever leaves still has
    std::vector<RoomLine> rooms {}; ///< that the fact "rooms" names, as far as they are rooms
    std::optional<UnitSpaceUse> space {}; ///< of the unit that asks for rooms
    std::vector<UseCertificateLine> useCertificates {}; ///< of the unit, when one is to be replaced
    std::int64_t repairsOfYear = 0; ///< other medium and large repairs of the unit in the year of its plan

    /// nullptr = the fact names nobody.
    [[nodiscard]] const Reference* find(std::string_view fact, int line = 0) const;
};

/// What makes a kind of document different from the others besides its data. Every function is pure; those
/// that are nullptr ask nothing and do nothing.
struct DocumentRules {
    /// What stands in the way of a move, all of it: asked before it is filed, before the last approval,
    /// before it is closed.
    std::vector<Error> (*problems)(const Document& document, DocumentStage stage, const RuleContext& context)
        = nullptr;
    /// What follows from a move besides what the workflow did: another state, facts that are computed.
    Result<Document> (*settled)(Document after, DocumentAction action, const DocumentActor& actor, Instant at)
        = nullptr;
    /// The effect on the assets.
    Result<DocumentEffect> (*effect)(
        const Document& document, DocumentMoment moment, const RuleContext& context)
        = nullptr;
    /// What whoever decides should look at, as of the filing; it refuses nothing.
    std::vector<std::string> (*warnings)(const Document& document, const RuleContext& context) = nullptr;
};

[[nodiscard]] const DocumentRules& rulesOf(DocumentKind kind);

/// What every kind asks for at a stage: its required facts and the papers that must be there.
/// document.fact_missing, document.paper_missing; the detail is a term (document_terms.h).
[[nodiscard]] std::vector<Error> missingAt(const Document& document, DocumentStage stage, Day today);
/// Everything that stands in the way at a stage.
[[nodiscard]] std::vector<Error> problemsAt(
    const Document& document, DocumentStage stage, const RuleContext& context);

/// A paper of the check-list, and whether it is there.
struct PaperCheck {
    const PaperRule* rule = nullptr;
    bool isThere = false;
};
[[nodiscard]] std::vector<PaperCheck> paperChecks(const Document& document, Day today);

// The rules of each kind, each in a file of its own.
[[nodiscard]] const DocumentRules& disposalRules();
[[nodiscard]] const DocumentRules& allocationRules();
[[nodiscard]] const DocumentRules& custodyRules();
[[nodiscard]] const DocumentRules& changeRules();
[[nodiscard]] const DocumentRules& spaceRules();
[[nodiscard]] const DocumentRules& repairRules();
[[nodiscard]] const DocumentRules& titleRules();
[[nodiscard]] const DocumentRules& surplusRules();

} // namespace guanwu
