#include "reports/plans/mark_geometry.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// Where the line of that height runs through the polygon, by twos.
    std::vector<double> crossings(std::span<const PlanPoint> corners, double y)
    {
        std::vector<double> out;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const PlanPoint& a = corners[i];
            const PlanPoint& b = corners[(i + 1) % corners.size()];
            const auto top = static_cast<double>(a.y);
            const auto bottom = static_cast<double>(b.y);
            if ((top > y) != (bottom > y))
                out.push_back(
                    static_cast<double>(a.x) + (y - top) * static_cast<double>(b.x - a.x) / (bottom - top));
        }
        std::sort(out.begin(), out.end());
        return out;
    }

} // namespace

bool isInside(std::span<const PlanPoint> corners, double x, double y)
{
    std::size_t left = 0;
    for (const double at : crossings(corners, y))
        left += at <= x ? 1 : 0;
    return left % 2 == 1;
}

PlanSpot labelSpot(std::span<const PlanPoint> corners)
{
    if (corners.size() < 3)
        return {};
    // Strips of the polygon in a grid of its height: the largest rectangle that stays inside wins.
    constexpr int kStrips = 24;
    const auto [least, most] = std::minmax_element(
        corners.begin(), corners.end(), [](const PlanPoint& a, const PlanPoint& b) { return a.y < b.y; });
    const auto top = static_cast<double>(least->y);
    const double step = (static_cast<double>(most->y) - top) / kStrips;
    PlanSpot best;
    for (int from = 0; from < kStrips; ++from) {
        const std::vector<double> first = crossings(corners, top + (from + 0.5) * step);
        for (std::size_t part = 0; part + 1 < first.size(); part += 2) {
            double left = first[part];
            double right = first[part + 1];
            for (int to = from; to < kStrips; ++to) {
                const std::vector<double> here = crossings(corners, top + (to + 0.5) * step);
                double nextLeft = right;
                double nextRight = right;
                for (std::size_t i = 0; i + 1 < here.size(); i += 2) {
                    const double a = std::max(left, here[i]);
                    const double b = std::min(right, here[i + 1]);
                    if (b - a > nextRight - nextLeft) {
                        nextLeft = a;
                        nextRight = b;
                    }
                }
                left = nextLeft;
                right = nextRight;
                const double height = (to - from + 1) * step;
                if (right <= left)
                    break;
                // Words are wider than high: a low wide place is better than a narrow high one of its area.
                const auto worth = [](double wide, double high) { return std::min(wide, 4 * high) * high; };
                if (worth(right - left, height) > worth(best.width, best.height))
                    best = {(left + right) / 2, top + from * step + height / 2, right - left, height};
            }
        }
    }
    return best;
}

} // namespace guanwu
