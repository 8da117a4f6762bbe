#pragma once

#include "core/cards/registered_card.h"

#include <optional>
#include <string_view>
#include <vector>

namespace guanwu {

/// What a card is worth month by month, from its acquisition to the end of its life.
struct ValueCurve {
    struct Point {
        std::chrono::year_month month {};
        Money net; ///< at the end of the month

        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points; ///< ascending; at most kMostPoints, so months may be left out between two
    std::optional<std::size_t> today; ///< the point of this month; nullopt = acquired later
    /// Why the value stands still: curve.class_never, curve.card_never; empty where it does not.
    std::string_view reason;

    static constexpr std::size_t kMostPoints = 200;
};

/// The month of acquisition has the original value less what is taken in it. A card that came with
/// depreciation of before has no month by month between its acquisition and the month before its schedule:
/// the line between those two points is straight, as the method is. Past the end of the life only today is
/// told.
[[nodiscard]] ValueCurve valueCurve(const RegisteredCard& card, std::chrono::year_month today);

} // namespace guanwu
