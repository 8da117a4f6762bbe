#include "scanner/grid_places.h"

#include "scanner/patch.h"

#include <algorithm>
#include <array>
#include <experimental/simd>

namespace guanwu {

namespace {

    namespace simd = std::experimental;
    using Floats = simd::fixed_size_simd<float, 8>;
    using Ints = simd::fixed_size_simd<int, 8>;
    constexpr std::size_t kAtOnce = Floats::size();

} // namespace

void GridPlaces::add(PointF place)
{
    if (m_count == m_xs.size()) {
        m_xs.resize(m_count + kAtOnce, static_cast<float>(place.x));
        m_ys.resize(m_count + kAtOnce, static_cast<float>(place.y));
    }
    m_first = std::min({m_first, place.x, place.y});
    m_last = std::max({m_last, place.x, place.y});
    m_xs[m_count] = static_cast<float>(place.x);
    m_ys[m_count++] = static_cast<float>(place.y);
}

void GridPlaces::greys(LumView picture, const Homography& grid, std::vector<float>& out) const
{
    out.resize(m_xs.size());
    if (mapsInside(picture, grid, m_first, m_last)) {
        greysInside(picture, grid, out.data());
        return;
    }
    for (std::size_t i = 0; i < m_count; ++i) {
        const PointF p = grid.map((*this)[i]);
        out[i] = isLost(picture, p) ? kLostGrey : greyAt(picture, p);
    }
}

void GridPlaces::greysInside(LumView picture, const Homography& grid, float* out) const
{
    std::array<float, 9> m {};
    std::transform(grid.elements().begin(), grid.elements().end(), m.begin(),
        [](double element) { return static_cast<float>(element); });
    for (std::size_t i = 0; i < m_xs.size(); i += kAtOnce, out += kAtOnce) {
        const Floats x(m_xs.data() + i, simd::element_aligned);
        const Floats y(m_ys.data() + i, simd::element_aligned);
        const Floats scale = 1.F / (m[6] * x + m[7] * y + m[8]);
        const Floats left = (m[0] * x + m[1] * y + m[2]) * scale - 0.5F;
        const Floats top = (m[3] * x + m[4] * y + m[5]) * scale - 0.5F;
        const Ints column = simd::static_simd_cast<Ints>(left);
        const Ints row = simd::static_simd_cast<Ints>(top);
        const auto offset = [&](auto k) { return std::ptrdiff_t {row[k]} * picture.stride + column[k]; };
        const auto pixels = [&](int right, int down) {
            const std::uint8_t* from = picture.pixels + std::ptrdiff_t {down} * picture.stride + right;
            return Floats([&](auto k) { return static_cast<float>(from[offset(k)]); });
        };
        const Floats right = left - simd::static_simd_cast<Floats>(column);
        const Floats down = top - simd::static_simd_cast<Floats>(row);
        const Floats aboveLeft = pixels(0, 0);
        const Floats belowLeft = pixels(0, 1);
        const Floats above = aboveLeft + right * (pixels(1, 0) - aboveLeft);
        const Floats below = belowLeft + right * (pixels(1, 1) - belowLeft);
        (above + down * (below - above)).copy_to(out, simd::element_aligned);
        if (picture.lost != nullptr)
            for (std::size_t k = 0; k < kAtOnce; ++k)
                if (picture.lost[std::ptrdiff_t {static_cast<int>(top[k] + 0.5F)} * picture.stride
                        + static_cast<int>(left[k] + 0.5F)]
                    != 0)
                    out[k] = kLostGrey;
    }
}

} // namespace guanwu
