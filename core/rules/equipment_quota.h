#pragma once

#include "core/base/error.h"
#include "core/values/money.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Whether a unit handles state secrets; some quotas are higher for those that do.
enum class UnitSecrecy : std::uint8_t { Ordinary, Classified };

/// One piece for each `onePer` people up to `upTo`, one for each `thenOnePer` above; a part counts as a
/// whole.
struct BandQuota {
    std::int64_t upTo = 0;
    std::int64_t onePer = 1;
    std::int64_t thenOnePer = 1;
};

/// The standard of one kind of equipment: number, price and minimum years of use (Decree 738, article 10).
struct EquipmentRule {
    std::string scheme;
    std::string item;
    std::optional<std::int64_t> percent; ///< of the people in post, rounded down
    std::optional<std::int64_t> classifiedPercent;
    std::optional<BandQuota> band;
    std::int64_t atLeast = 0; ///< however small the unit
    std::optional<Money> priceCeiling;
    std::optional<int> minYears;
    std::string source;
};

/// Pieces that a unit with so many people in post (编制内实有人数) may have; nullopt where the rule counts
/// otherwise (by office, by room).
[[nodiscard]] std::optional<std::int64_t> quotaOf(
    const EquipmentRule& rule, std::int64_t people, UnitSecrecy secrecy = UnitSecrecy::Ordinary);

/// A piece that a purchase replaces.
struct ReplacedPiece {
    std::string assetNo;
    std::chrono::year_month_day acquiredOn {};
    bool disposalApproved = false;
    bool isCounted = true; ///< still in the stock
};

struct PurchaseRequest {
    std::int64_t stock = 0; ///< held now and asked for already, the replaced ones included
    std::int64_t wanted = 0;
    Money unitPrice;
    std::vector<ReplacedPiece> replaced;
};

/// Pieces that are there when the request is granted and what it replaces has gone.
[[nodiscard]] std::int64_t stockAfter(const PurchaseRequest& request);

/// Why a purchase may not be approved, empty = it may: purchase.above_quota (stock after it),
/// purchase.above_ceiling, purchase.replaced_too_young (below the minimum years on `today`),
/// purchase.replaced_in_books (no approved disposal). Passing the years alone is no ground.
[[nodiscard]] std::vector<Error> problemsOf(const PurchaseRequest& request, const EquipmentRule& rule,
    std::optional<std::int64_t> quota, std::chrono::year_month_day today);

/// Items that are counted together, besides each by itself: colour printers, printers of all kinds.
struct EquipmentGroup {
    std::string name;
    std::vector<std::string> items;
    std::int64_t percent = 0; ///< of the people in post, rounded down
    std::string source;
};

/// The rows of equipment_standard.csv, with the classes of the items and what is counted together.
class EquipmentStandard {
public:
    [[nodiscard]] static const EquipmentStandard& current();
    /// By the name of the item (台式计算机); the provincial rule goes before the central one where it says a
    /// number. `priceCondition` picks among prices (司局级, 处级及以下); where nobody says one, the lowest
    /// price holds. nullptr = no such row.
    [[nodiscard]] const EquipmentRule* find(
        std::string_view item, std::string_view priceCondition = {}) const;
    /// The items a class falls under (equipment_classes.csv), most often none or one.
    [[nodiscard]] std::vector<std::string> itemsOf(std::string_view classCode) const;
    /// The beginnings of the classes of an item.
    [[nodiscard]] std::vector<std::string> classesOf(std::string_view item) const;
    /// What an item is counted together with (equipment_groups.csv).
    [[nodiscard]] std::vector<EquipmentGroup> groupsOf(std::string_view item) const;

private:
    EquipmentStandard();
    struct Row {
        EquipmentRule rule;
        std::string priceCondition;
        bool provincial = false;
    };
    struct ItemClass {
        std::string item;
        std::string prefix;
    };
    std::vector<Row> m_rows;
    std::vector<ItemClass> m_classes;
    std::vector<EquipmentGroup> m_groups;
};

} // namespace guanwu
