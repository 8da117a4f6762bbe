#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <vector>

namespace guanwu {

/// What a quadrilateral and a little around it looked like: greys on a grid, to find it again in the next
/// frame and to notice that it is no longer there.
class QuadLook {
public:
    /// `side` greys in a row and in a column.
    QuadLook(LumView picture, const Quad& quad, int side);

    /// From -1 to 1, where 1 is the same but for light and contrast.
    [[nodiscard]] double likeness(LumView picture, const Quad& quad) const;

    struct Found {
        Quad quad {};
        double likeness = 0;
    };
    /// The place up to some `reach` pixels beside `quad` that looks most like it.
    [[nodiscard]] Found find(LumView picture, const Quad& quad, double reach) const;

private:
    using Greys = std::vector<float>;
    /// Without mean and with unit length, so that a likeness is one sum of products.
    [[nodiscard]] static Greys greysOf(LumView picture, const Quad& quad, int side);

    int m_side;
    Greys m_greys;
};

} // namespace guanwu
