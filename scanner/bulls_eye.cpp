#include "scanner/bulls_eye.h"

#include "scanner/dark_blobs.h"
#include "scanner/module_grid.h"
#include "scanner/patch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace guanwu {

namespace {

    constexpr std::size_t kEdges = 4; // of the dark middle and of three rings: what lies beyond may be data

    /// Where a ray leaves each of the rings, half way between the extremes on both sides.
    std::optional<std::array<double, kEdges>> edgesOn(
        LumView picture, PointF middle, PointF direction, double module, double leastStep)
    {
        constexpr double kFarthest = 9.5; // modules: the fourth edge of a square from its corner, seen aslant
        const double step = std::max(0.2, module / 8);
        const int count = static_cast<int>(kFarthest * module / step);
        std::vector<double> greys;
        greys.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            greys.push_back(static_cast<double>(greyAt(picture, middle + direction * (i * step))));
        std::array<double, kEdges> edges {};
        std::size_t found = 0;
        std::size_t extreme = 0;
        for (std::size_t i = 1; i < greys.size(); ++i) {
            const double sign = found % 2 == 0 ? 1 : -1; // the ray is in the dark first
            if (sign * greys[i] < sign * greys[extreme]) {
                extreme = i;
                continue;
            }
            if (sign * (greys[i] - greys[extreme]) < leastStep)
                continue;
            // On to the next extreme, then the edge lies between the two.
            std::size_t next = i;
            for (std::size_t k = i; k < greys.size() && sign * (greys[next] - greys[k]) < leastStep; ++k)
                if (sign * greys[k] > sign * greys[next])
                    next = k;
            const double half = (greys[extreme] + greys[next]) / 2;
            std::size_t at = extreme;
            while (at + 1 < next && sign * greys[at + 1] < sign * half)
                ++at;
            const double rise = greys[at + 1] - greys[at];
            edges[found] = step
                * (static_cast<double>(at)
                    + (std::abs(rise) > 0 ? std::clamp((half - greys[at]) / rise, 0., 1.) : 0));
            extreme = next;
            i = next;
            if (++found == kEdges)
                return edges;
        }
        return std::nullopt;
    }

    struct GreyRange {
        double dark = 0;
        double light = 0;
    };

    /// What the greys about the middle range over.
    GreyRange rangeAbout(LumView picture, PointF middle, double module)
    {
        std::vector<float> greys;
        for (int y = -6; y <= 6; ++y)
            for (int x = -6; x <= 6; ++x)
                greys.push_back(greyAt(picture, middle + PointF {x * module * 0.5, y * module * 0.5}));
        std::sort(greys.begin(), greys.end());
        return {
            static_cast<double>(greys[greys.size() / 10]), static_cast<double>(greys[greys.size() * 9 / 10])};
    }

    /// The rings' edges as rays from one place see them.
    class Rays {
    public:
        Rays(LumView picture, double module, GreyRange range)
            : m_picture(picture)
            , m_module(module)
            , m_range(range)
        {
        }

        /// The outermost edges that `count` rays meet as they should.
        [[nodiscard]] std::vector<PointF> outermost(PointF middle, int count) const
        {
            constexpr double kLeastShare = 0.25; // of the contrast: a ring of a module that blur makes pale
            const double leastStep = kLeastShare * (m_range.light - m_range.dark);
            std::vector<PointF> out;
            for (int i = 0; i < count; ++i) {
                const double angle = 2 * std::numbers::pi * (i + 0.5) / count;
                const PointF direction {std::cos(angle), std::sin(angle)};
                const auto edges = edgesOn(m_picture, middle, direction, m_module, leastStep);
                if (!edges)
                    continue;
                // 1.5 and 3.5 modules, 2.5 and 3.5.
                const double two = (*edges)[3] / (*edges)[1];
                const double one = (*edges)[3] / (*edges)[2];
                if (two > 1.9 && two < 2.9 && one > 1.2 && one < 1.7)
                    out.push_back(middle + direction * (*edges)[3]);
            }
            return out;
        }

        /// The place about `middle` whose rays meet most edges: lines that pass the middle by a module meet
        /// rings as well.
        [[nodiscard]] std::optional<PointF> middleNear(PointF middle) const
        {
            constexpr int kFew = 12;
            constexpr std::size_t kFewest = 6;
            constexpr std::size_t kEnough = 11;
            std::optional<PointF> best;
            std::size_t most = 0;
            const double half = (m_range.dark + m_range.light) / 2;
            for (const double far : {0.0, 0.6, 1.2, 1.8, 2.5}) {
                for (const auto& [x, y] :
                    {std::pair {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}}) {
                    const double step = m_module * (x != 0 && y != 0 ? 0.7 : 1) * far;
                    const PointF there = middle + PointF {x * step, y * step};
                    if (static_cast<double>(greyAt(m_picture, there)) < half)
                        if (const std::size_t met = outermost(there, kFew).size(); met > most) {
                            most = met;
                            best = there;
                        }
                    if (far == 0 || most >= kEnough)
                        break;
                }
                // Bars and print have no ray or two that meet edges.
                if (most >= kEnough || (far > 1 && most < kFewest / 2))
                    break;
            }
            return most >= kFewest ? best : std::nullopt;
        }

    private:
        LumView m_picture;
        double m_module;
        GreyRange m_range;
    };

} // namespace

double ringLikeness(LumView picture, const Quad& corners, int side)
{
    // Four places a module: a sharp picture would not say where in it the middle one lies.
    constexpr int kPlaces = 2;
    const auto grid = Homography::ofSquare(side, corners);
    const int count = side * kPlaces;
    float total = 0;
    float squares = 1;
    float products = 0;
    int looks = 0;
    const auto visitAll = [&](auto greyOf) {
        for (int y = 0; y < count; ++y) {
            const int dy = std::abs(y / kPlaces - side / 2);
            int x = 0;
            grid.mapSpaced({0.5 / kPlaces, (y + 0.5) / kPlaces}, 1.0 / kPlaces, count, [&](PointF p) {
                const int ring = std::max(std::abs(x++ / kPlaces - side / 2), dy);
                const float grey = greyOf(p);
                const int look = (ring & 1) * 2 - 1;
                total += grey;
                squares += grey * grey;
                products += grey * static_cast<float>(look);
                looks += look;
            });
        }
    };
    if (mapsInside(picture, grid, 0, side))
        visitAll([picture](PointF p) { return greyInside(picture, p); });
    else
        visitAll([picture](PointF p) { return greyAt(picture, p); });
    const auto places = static_cast<float>(count * count);
    const auto lookSum = static_cast<float>(looks);
    const float spread = (squares - total * total / places) * (places - lookSum * lookSum / places);
    return spread > 0 ? static_cast<double>((products - total * lookSum / places) / std::sqrt(spread)) : 0;
}

Quad widened(const Quad& corners, int from, int to)
{
    const auto grid = Homography::ofSquare(from, corners);
    const double low = (from - to) / 2.0;
    const double high = from - low;
    return {grid.map({low, low}), grid.map({high, low}), grid.map({high, high}), grid.map({low, high})};
}

BullsEye fittedRings(LumView picture, const Quad& corners, int side, double firstStep)
{
    constexpr double kLastStep = 0.07; // modules
    const double module = moduleOf(corners, side);
    const GridFit fit = fitCorners({corners, 0}, firstStep * module, kLastStep * module,
        [&](const Quad& moved) { return ringLikeness(picture, moved, side); });
    return {fit.corners, fit.score};
}

std::optional<BullsEye> bullsEyeAt(LumView picture, PointF middle, double module)
{
    constexpr int kRays = 48;
    constexpr double kLeastContrast = 12;
    constexpr std::size_t kFewest = 20; // rays that meet all edges
    constexpr double kLeastUnfitted = 0.25;
    constexpr double kLeastLikeness = 0.5;
    constexpr int kMet = 7; // modules of a side of the outermost edges that are met
    const GreyRange range = rangeAbout(picture, middle, module);
    if (range.light - range.dark < kLeastContrast)
        return std::nullopt;
    const Rays rays(picture, module, range);
    const auto about = rays.middleNear(middle);
    if (!about)
        return std::nullopt;
    const auto outermost = rays.outermost(*about, kRays);
    if (outermost.size() < kFewest)
        return std::nullopt;
    const auto square = quadAround(outermost, 2.5 * module);
    if (!square)
        return std::nullopt;
    const Quad rings = widened(*square, kMet, kEyeSide);
    if (ringLikeness(picture, rings, kEyeSide) < kLeastUnfitted)
        return std::nullopt;
    BullsEye eye = fittedRings(picture, rings, kEyeSide, 0.3);
    return eye.likeness > kLeastLikeness ? std::optional(eye) : std::nullopt;
}

} // namespace guanwu
