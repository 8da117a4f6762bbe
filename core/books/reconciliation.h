#pragma once

#include "core/base/token_table.h"
#include "core/values/area.h"
#include "core/values/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// Between what a difference lies (reports 10.3): (a) general ledger, (b) detail ledger, (c) cards, (d)
/// objects, (e) certificates.
enum class ReconcileSide : std::uint8_t { LedgerDetail, DetailCard, LedgerCard, CardObject, CardTitle };

inline constexpr TokenTable<ReconcileSide, 5> kReconcileSides {{
    {ReconcileSide::LedgerDetail, "a-b", "账账", "General and detail ledger"},
    {ReconcileSide::DetailCard, "b-c", "明细账与卡片", "Detail ledger and cards"},
    {ReconcileSide::LedgerCard, "a-c", "账卡", "Ledger and cards"},
    {ReconcileSide::CardObject, "c-d", "账实", "Cards and objects"},
    {ReconcileSide::CardTitle, "c-e", "账证", "Cards and certificates"},
}};
static_assert(isDense(kReconcileSides));

/// Why they differ. The list is closed: what is none of them is `other` and has to be explained.
enum class ReconcileReason : std::uint8_t {
    BookedWithoutCard,
    CardNotBooked,
    Estimate,
    DisposedCardOpen,
    DisposedLedgerOpen,
    StartMonth,
    LaterMovement,
    ClassMismatch,
    TitleNotMoved,
    AreaSurvey,
    Other,
};

inline constexpr TokenTable<ReconcileReason, 11> kReconcileReasons {{
    {ReconcileReason::BookedWithoutCard, "booked_without_card", "已入账未建卡", "Booked, no card yet"},
    {ReconcileReason::CardNotBooked, "card_not_booked", "已建卡未入账", "Card made, not booked yet"},
    {ReconcileReason::Estimate, "estimate", "暂估差异", "Estimate"},
    {ReconcileReason::DisposedCardOpen, "disposed_card_open", "已处置财务已销卡片未销",
        "Disposed: ledger closed, card open"},
    {ReconcileReason::DisposedLedgerOpen, "disposed_ledger_open", "已处置卡片已销财务未销",
        "Disposed: card closed, ledger open"},
    {ReconcileReason::StartMonth, "start_month", "折旧起始月不一致", "First month of depreciation differs"},
    {ReconcileReason::LaterMovement, "later_movement", "期后变动", "Movement after the period"},
    {ReconcileReason::ClassMismatch, "class_mismatch", "分类不一致", "Under different classes"},
    {ReconcileReason::TitleNotMoved, "title_not_moved", "权属未变更", "Title not moved"},
    {ReconcileReason::AreaSurvey, "area_survey", "面积测绘差异", "Surveyed area differs"},
    {ReconcileReason::Other, "other", "其他", "Other", "其他（须说明）"},
}};
static_assert(isDense(kReconcileReasons));

/// A class in one account.
struct ReconcileLine {
    std::string classCode; ///< of the first level, empty = all classes, where the ledger knows none
    std::string account;
    std::optional<Money> ledger; ///< a
    std::optional<Money> detail; ///< b
    std::optional<Money> cards; ///< c; empty for accounts without cards
    std::optional<Money> objects; ///< d; only where a count stands behind it
    std::optional<Area> cardArea; ///< of estate
    std::optional<Area> titleArea; ///< e

    /// In fen, or 0.01 m2; nullopt where one of the two is not known.
    [[nodiscard]] std::optional<std::int64_t> difference(ReconcileSide side) const;
    /// Whether items have to add up to it: a-c is the sum of a-b and b-c where there is a detail ledger.
    [[nodiscard]] bool mustBeExplained(ReconcileSide side) const;
    bool operator==(const ReconcileLine&) const = default;
};

/// One difference with its reason.
struct ReconcileItem {
    std::int64_t id = 0; ///< 0 = suggested by the records, confirmed by nobody yet
    ReconcileSide side = ReconcileSide::LedgerCard;
    std::string classCode;
    std::string account;
    std::int64_t amount = 0; ///< fen, or 0.01 m2
    ReconcileReason reason = ReconcileReason::Other;
    std::string assetNo;
    std::string note; ///< has to say something for `other`
    std::string adjustmentNo;
    std::string doneOn;
    std::string actor;

    bool operator==(const ReconcileItem&) const = default;
};

/// A card of which the records show that ledgers or objects will differ by it.
struct ReconcileEvidence {
    ReconcileReason reason = ReconcileReason::Other;
    std::string classCode;
    std::string assetNo;
    Money original; ///< what the ledger has more than the cards, negative for less
    Money accumulated;
    std::string note;
};

/// Of one unit and month, with everything that explains it.
struct Reconciliation {
    std::vector<ReconcileLine> lines;
    std::vector<ReconcileItem> items;

    /// What no item explains, line by line.
    struct Rest {
        std::size_t line = 0;
        ReconcileSide side = ReconcileSide::LedgerCard;
        std::int64_t amount = 0;
    };
    [[nodiscard]] std::vector<Rest> unexplained() const;
    /// Lines with cards that no ledger was laid beside. Nothing differs there because nothing was compared.
    [[nodiscard]] std::vector<std::size_t> withoutLedger() const;
    /// Every difference has its reason, and everything was compared.
    [[nodiscard]] bool passes() const { return unexplained().empty() && withoutLedger().empty(); }
    /// The items of a line.
    [[nodiscard]] std::vector<const ReconcileItem*> itemsOf(const ReconcileLine& line) const;
};

/// Adds what the records explain and nobody has entered: evidence that fits a difference exactly, in both
/// accounts of its class at once, and a class that has too much by what another has too little. What fits in
/// no way is left for people.
void suggestItems(Reconciliation& table, const std::vector<ReconcileEvidence>& evidence);

/// Errors: reconcile.needs_note (`other` without a word), reconcile.nothing (an amount of 0).
[[nodiscard]] Result<void> checkItem(const ReconcileItem& item);

} // namespace guanwu
