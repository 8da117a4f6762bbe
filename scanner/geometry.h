#pragma once

#include "scanner/symbol.h"

#include <array>
#include <cmath>

namespace guanwu {

/// A place in the picture between pixels; pixel (0, 0) covers 0 to 1, its middle is at 0.5.
struct PointF {
    double x = 0;
    double y = 0;
    friend PointF operator+(PointF a, PointF b) { return {a.x + b.x, a.y + b.y}; }
    friend PointF operator-(PointF a, PointF b) { return {a.x - b.x, a.y - b.y}; }
    friend PointF operator*(PointF a, double k) { return {a.x * k, a.y * k}; }
};

inline double dot(PointF a, PointF b) { return a.x * b.x + a.y * b.y; }
inline double cross(PointF a, PointF b) { return a.x * b.y - a.y * b.x; }
inline double length(PointF a) { return std::hypot(a.x, a.y); }

/// Top left, top right, bottom right, bottom left in the symbol's own order.
using Quad = std::array<PointF, 4>;

inline PointF middleOf(const Quad& quad) { return (quad[0] + quad[1] + quad[2] + quad[3]) * 0.25; }

inline Corners rounded(const Quad& quad)
{
    Corners corners;
    for (std::size_t i = 0; i < 4; ++i)
        corners[i] = {static_cast<int>(std::lround(quad[i].x)), static_cast<int>(std::lround(quad[i].y))};
    return corners;
}

inline Quad quadOf(const Corners& corners)
{
    Quad quad;
    for (std::size_t i = 0; i < 4; ++i)
        quad[i] = {static_cast<double>(corners[i].x), static_cast<double>(corners[i].y)};
    return quad;
}

/// Whether the point lies in the convex quadrilateral.
inline bool contains(const Quad& quad, PointF p)
{
    int left = 0;
    for (std::size_t i = 0; i < 4; ++i)
        left += cross(quad[(i + 1) % 4] - quad[i], p - quad[i]) >= 0 ? 1 : -1;
    return left == 4 || left == -4;
}

/// A projective map of the plane, by rows.
class Homography {
public:
    explicit Homography(const std::array<double, 9>& m)
        : m_m(m)
    {
    }

    /// Maps the square from (0, 0) to (side, side) onto the quadrilateral (P. Heckbert, Fundamentals of
    /// Texture Mapping and Image Warping, 1989, section 2.2.3).
    [[nodiscard]] static Homography ofSquare(double side, const Quad& q)
    {
        const PointF d1 = q[1] - q[2];
        const PointF d2 = q[3] - q[2];
        const PointF sum = q[0] - q[1] + q[2] - q[3];
        const double det = cross(d1, d2);
        const double g = det == 0 ? 0 : cross(sum, d2) / det;
        const double h = det == 0 ? 0 : cross(d1, sum) / det;
        return Homography({(q[1].x - q[0].x + g * q[1].x) / side, (q[3].x - q[0].x + h * q[3].x) / side,
            q[0].x, (q[1].y - q[0].y + g * q[1].y) / side, (q[3].y - q[0].y + h * q[3].y) / side, q[0].y,
            g / side, h / side, 1});
    }

    [[nodiscard]] PointF map(PointF p) const
    {
        const double scale = 1 / (m_m[6] * p.x + m_m[7] * p.y + m_m[8]);
        return {(m_m[0] * p.x + m_m[1] * p.y + m_m[2]) * scale, (m_m[3] * p.x + m_m[4] * p.y + m_m[5]) * scale};
    }

    /// Whether the square from (first, first) to (last, last) lies before the eye: only then does what is
    /// inside of it map to what is inside of its mapped corners.
    [[nodiscard]] bool isBefore(double first, double last) const
    {
        constexpr double kLeast = 0.05;
        const auto depth = [&](double x, double y) { return m_m[6] * x + m_m[7] * y + m_m[8]; };
        return depth(first, first) > kLeast && depth(last, first) > kLeast && depth(last, last) > kLeast
            && depth(first, last) > kLeast;
    }

    /// Maps `first` and the `count` - 1 places to its right, `step` apart.
    template <class Visit> void mapSpaced(PointF first, double step, int count, Visit visit) const
    {
        double x = m_m[0] * first.x + m_m[1] * first.y + m_m[2];
        double y = m_m[3] * first.x + m_m[4] * first.y + m_m[5];
        double w = m_m[6] * first.x + m_m[7] * first.y + m_m[8];
        for (int i = 0; i < count; ++i, x += step * m_m[0], y += step * m_m[3], w += step * m_m[6]) {
            const double scale = 1 / w;
            visit(PointF {x * scale, y * scale});
        }
    }

    [[nodiscard]] const std::array<double, 9>& elements() const { return m_m; }

    /// The adjugate: the inverse but for a factor, which a projective map does not feel.
    [[nodiscard]] Homography inverse() const
    {
        const auto& m = m_m;
        return Homography({m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]});
    }

private:
    std::array<double, 9> m_m;
};

} // namespace guanwu
