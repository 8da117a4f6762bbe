#pragma once

#include <QtGlobal>
#include <optional>

namespace guanwu {

/// What a finger that is drawn over a thing means so far.
struct Swipe {
    enum class Way { Left, Right, Down };
    Way way = Way::Right;
    int step = 0; ///< the further, the later in the row of choices; the first is 0

    bool operator==(const Swipe&) const = default;
};

/// A swipe begins where a hand no longer trembles; each further stretch of the same length is the next
/// choice, up to `most`. Nothing = too short, or upwards.
[[nodiscard]] std::optional<Swipe> swipeOf(qreal x, qreal y, int most);

inline constexpr qreal kSwipeStep = 52;

} // namespace guanwu
