#include "scanner/quad_look.h"

#include "scanner/patch.h"

#include <algorithm>
#include <numeric>

namespace guanwu {

QuadLook::Greys QuadLook::greysOf(LumView picture, const Quad& quad, int side)
{
    // The paper around a symbol is what shows where it ends.
    constexpr double kAround = 0.2;
    const auto grid = Homography::ofSquare(1, quad);
    Greys greys;
    greys.reserve(static_cast<std::size_t>(side * side));
    for (int y = 0; y < side; ++y)
        grid.mapSpaced({-kAround + (0.5 / side) * (1 + 2 * kAround),
                           -kAround + (y + 0.5) / side * (1 + 2 * kAround)},
            (1 + 2 * kAround) / side, side, [&](PointF p) { greys.push_back(greyAt(picture, p)); });
    const float mean = std::accumulate(greys.begin(), greys.end(), 0.F) / static_cast<float>(greys.size());
    float squares = 1;
    for (float& grey : greys) {
        grey -= mean;
        squares += grey * grey;
    }
    const float scale = 1 / std::sqrt(squares);
    for (float& grey : greys)
        grey *= scale;
    return greys;
}

QuadLook::QuadLook(LumView picture, const Quad& quad, int side)
    : m_side(side)
    , m_greys(greysOf(picture, quad, side))
{
}

double QuadLook::likeness(LumView picture, const Quad& quad) const
{
    const Greys greys = greysOf(picture, quad, m_side);
    return static_cast<double>(std::inner_product(greys.begin(), greys.end(), m_greys.begin(), 0.F));
}

QuadLook::Found QuadLook::find(LumView picture, const Quad& quad, double reach) const
{
    Found best {quad, likeness(picture, quad)};
    for (double step = reach / 2; step >= 0.5; step /= 2) {
        bool moved = true;
        for (int round = 0; round < 3 && moved; ++round) {
            moved = false;
            const Quad from = best.quad;
            for (const PointF d :
                {PointF {step, 0}, PointF {-step, 0}, PointF {0, step}, PointF {0, -step}}) {
                const Quad there {from[0] + d, from[1] + d, from[2] + d, from[3] + d};
                if (const double value = likeness(picture, there); value > best.likeness) {
                    best = {there, value};
                    moved = true;
                }
            }
        }
    }
    return best;
}

} // namespace guanwu
