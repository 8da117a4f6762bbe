#pragma once

#include "core/base/token_table.h"
#include "core/cards/registered_card.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// In which order a list is shown. Only what an index holds in that order: a page then costs the same
/// wherever it is, unless hardly a card is like what is looked for. Names stand as their characters are
/// coded, which brings equal ones together.
enum class CardOrder : std::uint8_t {
    Oldest,
    Newest,
    Number,
    NumberDown,
    Class,
    ClassDown,
    Name,
    NameDown,
    Original,
    OriginalDown,
    Acquired,
    AcquiredDown,
    Unit,
    UnitDown,
};

inline constexpr TokenTable<CardOrder, 14> kCardOrders {{
    {CardOrder::Oldest, "entered", "建卡先后", "Entered first"},
    {CardOrder::Newest, "-entered", "最新建卡", "Entered last"},
    {CardOrder::Number, "number", "资产编号", "Number"},
    {CardOrder::NumberDown, "-number", "资产编号倒序", "Number, the last first"},
    {CardOrder::Class, "class", "分类代码", "Class"},
    {CardOrder::ClassDown, "-class", "分类代码倒序", "Class, the last first"},
    {CardOrder::Name, "name", "资产名称", "Name"},
    {CardOrder::NameDown, "-name", "资产名称倒序", "Name, the last first"},
    {CardOrder::Original, "original", "原值由小到大", "Original value"},
    {CardOrder::OriginalDown, "-original", "原值由大到小", "Original value, the greatest first"},
    {CardOrder::Acquired, "acquired", "取得日期由早到晚", "Day of acquisition"},
    {CardOrder::AcquiredDown, "-acquired", "取得日期由晚到早", "Day of acquisition, the last first"},
    {CardOrder::Unit, "unit", "单位代码", "Code of the unit"},
    {CardOrder::UnitDown, "-unit", "单位代码倒序", "Code of the unit, the last first"},
}};
static_assert(isDense(kCardOrders));

/// Which cards of the scope are asked for; what is empty does not narrow.
struct CardFilter {
    /// A number, tag or legacy number; or at least two characters of a name, of the place, of a person, of a
    /// serial number; or the initials of the pinyin of a name.
    std::string text;
    std::string unit; ///< code of the accounting entity
    std::string place; ///< code; what is inside it counts as well
    std::string classPrefix; ///< "A0201"
    std::string user; ///< code of a person
    std::optional<UseState> useState;
    CardOrder order = CardOrder::Oldest; ///< by class: of one unit only
};

/// What a list shows of a card.
struct CardSummary {
    AssetId id;
    std::string assetNo;
    std::string legacyNo;
    std::string name;
    std::string model;
    std::string classCode;
    CardKind kind = CardKind::Equipment;
    std::int64_t quantity = 1;
    std::string unitOfMeasure;
    Money original;
    Day acquiredOn {};
    UseState useState = UseState::InUse;
    Reference unit;
    Reference department;
    Reference user;
    Reference place;
    std::int64_t revision = 1;
};

/// Where a page ended: at which card, and what the list is ordered by was of it. As it was then: a card that is
/// valued or named anew before the next page is read moves by itself, and nobody behind it is left out.
struct CardMark {
    std::string value; ///< as it is stored; empty where the ids are the order
    AssetId id; ///< 0 = only cards that the text numbers were shown; the next page is the first of the others
};

struct CardPage {
    std::vector<CardSummary> cards;
    std::optional<CardMark> next; ///< what to ask the next page after; nullopt at the end
};

/// Cards by what people know of them.
class CardSearch {
public:
    virtual ~CardSearch() = default;
    /// Cards whose number is the text come first on the first page, the others in the order asked for behind
    /// the mark `after` (nullopt = from the beginning). Errors: unit.not_found, place.not_found,
    /// person.not_found, card.sort_unit, request.after.
    [[nodiscard]] virtual Result<CardPage> find(
        const CardFilter& filter, const std::optional<CardMark>& after, int limit)
        = 0;
};

} // namespace guanwu
