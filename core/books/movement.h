#pragma once

#include "core/base/token_table.h"
#include "core/values/money.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace guanwu {

/// Why cards came and went, in the order of the columns of 资产变动表 (reports 10.2).
enum class MovementKind : std::uint8_t {
    Purchase,
    Construction,
    TransferIn,
    Donation,
    Surplus,
    OtherIncrease,
    TransferOut,
    Sale,
    Scrap,
    Shortage,
    Donated,
    OtherDecrease,
};

/// 其他 stands on both sides, as in the table that is printed.
inline constexpr TokenTable<MovementKind, 12> kMovementKinds {{
    {MovementKind::Purchase, "purchase", "购置", "Bought"},
    {MovementKind::Construction, "construction", "自建", "Built"},
    {MovementKind::TransferIn, "transfer_in", "调入", "Transferred in"},
    {MovementKind::Donation, "donation", "捐赠", "Donated to the unit"},
    {MovementKind::Surplus, "surplus", "盘盈", "Surplus of a count"},
    {MovementKind::OtherIncrease, "other_increase", "其他", "Other increase"},
    {MovementKind::TransferOut, "transfer_out", "调出", "Transferred out"},
    {MovementKind::Sale, "sale", "出售", "Sold"},
    {MovementKind::Scrap, "scrap", "报废", "Scrapped"},
    {MovementKind::Shortage, "shortage", "盘亏", "Shortage of a count"},
    {MovementKind::Donated, "donated", "捐出", "Given away"},
    {MovementKind::OtherDecrease, "other_decrease", "其他", "Other decrease"},
}};
static_assert(isDense(kMovementKinds));

[[nodiscard]] constexpr bool isIncrease(MovementKind kind) { return kind < MovementKind::TransferOut; }

struct MovementFigures {
    std::int64_t quantity = 0;
    Money original;

    void add(std::int64_t more, Money value)
    {
        quantity += more;
        original += value;
    }
    bool operator==(const MovementFigures&) const = default;
};

/// A class of the first level in a period: 资产变动表, and the yearly report.
struct MovementRow {
    std::string classCode; ///< empty = cards that the edition of 2022 has no class for
    std::string classText;
    MovementFigures opening;
    Money openingAccumulated;
    std::array<MovementFigures, kMovementKinds.size()> moved;
    MovementFigures closing;
    Money closingAccumulated;

    [[nodiscard]] MovementFigures increase() const { return sum(true); }
    [[nodiscard]] MovementFigures decrease() const { return sum(false); }
    /// Opening + increase − decrease: what the closing has to be, in number and in value.
    [[nodiscard]] MovementFigures expected() const
    {
        MovementFigures out = opening;
        const MovementFigures more = increase();
        const MovementFigures less = decrease();
        out.add(more.quantity - less.quantity, more.original - less.original);
        return out;
    }
    [[nodiscard]] bool ties() const { return expected() == closing; }

private:
    [[nodiscard]] MovementFigures sum(bool ofIncrease) const
    {
        MovementFigures out;
        for (const auto& kind : kMovementKinds)
            if (isIncrease(kind.value) == ofIncrease) {
                const MovementFigures& figures = moved[static_cast<std::size_t>(kind.value)];
                out.add(figures.quantity, figures.original);
            }
        return out;
    }
};

/// Which figures of a MovementRow a card is counted in.
enum class MovementPart : std::uint8_t { Opening, Moved, Closing };

/// A card in one of the figures, and what it adds.
struct MovementLine {
    std::string assetNo;
    std::string name;
    std::string unitName;
    std::string classCode; ///< of the row
    MovementPart part = MovementPart::Moved;
    MovementKind kind {}; ///< of what moved
    MovementFigures figures;
    Money accumulated; ///< at either end
};

/// Opens the lines behind some of the parts.
using MovementLines = std::function<std::function<bool(MovementLine& line)>(std::vector<MovementPart> parts)>;

} // namespace guanwu
