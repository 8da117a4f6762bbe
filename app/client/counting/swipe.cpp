#include "app/client/counting/swipe.h"

#include <QtMath>
#include <algorithm>

namespace guanwu {

std::optional<Swipe> swipeOf(qreal x, qreal y, int most)
{
    const bool isAcross = qAbs(x) >= qAbs(y);
    const qreal way = isAcross ? qAbs(x) : y;
    if (way < kSwipeStep || most < 1)
        return std::nullopt;
    const int step = std::min(qFloor(way / kSwipeStep), most) - 1;
    return Swipe {!isAcross ? Swipe::Way::Down : x > 0 ? Swipe::Way::Right : Swipe::Way::Left, step};
}

} // namespace guanwu
