#include "scanner/dark_blobs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace guanwu {

namespace {

    /// Sums over any rectangle of pixels by four look-ups.
    class SummedPixels {
    public:
        template <class Value>
        SummedPixels(int width, int height, Value value)
            : m_width(width)
            , m_height(height)
            , m_sums(static_cast<std::size_t>(width + 1) * static_cast<std::size_t>(height + 1))
        {
            for (int y = 0; y < height; ++y) {
                std::int32_t row = 0;
                const std::int32_t* above = m_sums.data() + index(1, y);
                std::int32_t* here = m_sums.data() + index(1, y + 1);
                for (int x = 0; x < width; ++x) {
                    row += value(x, y);
                    here[x] = above[x] + row;
                }
            }
        }

        /// For each pixel of a row the sum over the square of `reach` about it, cut off at the picture's
        /// edges, and of how many.
        template <class Visit> void eachAround(int y, int reach, Visit visit) const
        {
            const int top = std::max(0, y - reach);
            const int bottom = std::min(m_height, y + reach + 1);
            const std::int32_t* above = m_sums.data() + index(0, top);
            const std::int32_t* below = m_sums.data() + index(0, bottom);
            for (int x = 0; x < m_width; ++x) {
                const int left = std::max(0, x - reach);
                const int right = std::min(m_width, x + reach + 1);
                visit(x, below[right] - below[left] - above[right] + above[left],
                    (right - left) * (bottom - top));
            }
        }

    private:
        [[nodiscard]] std::size_t index(int x, int y) const
        {
            return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width + 1)
                + static_cast<std::size_t>(x);
        }

        int m_width;
        int m_height;
        std::vector<std::int32_t> m_sums;
    };

    std::vector<PointF> convexHull(std::vector<PointF> points)
    {
        std::sort(points.begin(), points.end(),
            [](PointF a, PointF b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
        std::vector<PointF> hull;
        const auto chain = [&](auto first, auto last) { // A. Andrew, 1979
            const std::size_t base = hull.size();
            for (auto p = first; p != last; ++p) {
                while (hull.size() >= base + 2
                    && cross(hull.back() - hull[hull.size() - 2], *p - hull.back()) <= 0)
                    hull.pop_back();
                hull.push_back(*p);
            }
            hull.pop_back();
        };
        chain(points.begin(), points.end());
        chain(points.rbegin(), points.rend());
        return hull;
    }

    double areaOf(const std::vector<PointF>& polygon)
    {
        double twice = 0;
        for (std::size_t i = 0; i < polygon.size(); ++i)
            twice += cross(polygon[i], polygon[(i + 1) % polygon.size()]);
        return twice / 2;
    }

    /// The dark pixels of a blob: of each row those farthest left and right, which is all a hull needs.
    struct Blob {
        std::vector<PointF> outline;
        int left = std::numeric_limits<int>::max();
        int right = -1;
        int top = std::numeric_limits<int>::max();
        int bottom = -1;
    };

    /// How much darker than around is dark: more than noise on paper, less than a module in a crowd of others.
    int leastDepth(const LumImage& image)
    {
        constexpr std::size_t kStep = 7;
        constexpr int kLeast = 5;
        std::vector<std::uint8_t> some;
        for (std::size_t i = 0; i < image.pixels.size(); i += kStep)
            some.push_back(image.pixels[i]);
        const auto at = [&](double part) {
            const auto place = some.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(some.size() - 1));
            std::nth_element(some.begin(), place, some.end());
            return int {*place};
        };
        return std::max(kLeast, (at(0.98) - at(0.02)) / 8);
    }

    class Blobs {
    public:
        Blobs(const LumImage& image, int reach)
            : m_width(image.width)
            , m_height(image.height)
            , m_dark(image.pixels.size())
            , m_near(image.pixels.size())
            , m_rows(static_cast<std::size_t>(image.height), kNone)
        {
            const int below = leastDepth(image);
            const int light = std::max(8, std::min(m_width, m_height) / 7);
            const SummedPixels greys(
                m_width, m_height, [&](int x, int y) { return image.pixels[index(x, y)]; });
            for (int y = 0; y < m_height; ++y)
                greys.eachAround(y, light, [&](int x, std::int32_t sum, std::int32_t count) {
                    m_dark[index(x, y)] = (image.pixels[index(x, y)] + below) * count < sum ? 1 : 0;
                });
            spread(reach);
        }

        /// Those at least so wide and high.
        [[nodiscard]] std::vector<Blob> find(double leastSide)
        {
            std::vector<Blob> blobs;
            for (int y = 0; y < m_height; ++y)
                for (int x = 0; x < m_width; ++x)
                    if (m_near[index(x, y)] != 0)
                        take(x, y, leastSide, blobs);
            return blobs;
        }

    private:
        static constexpr std::pair<int, int> kNone {std::numeric_limits<int>::max(), -1};

        /// m_near: what is at most `reach` pixels from something dark, in both directions.
        void spread(int reach)
        {
            std::vector<std::uint8_t> along(m_dark.size());
            reach = std::min({reach, m_width - 1, m_height - 1});
            for (int y = 0; y < m_height; ++y)
                for (int shift = -reach; shift <= reach; ++shift)
                    orInto(along.data() + index(std::max(0, shift), y),
                        m_dark.data() + index(std::max(0, -shift), y), m_width - std::abs(shift));
            for (int y = 0; y < m_height; ++y)
                for (int from = std::max(0, y - reach); from <= std::min(m_height - 1, y + reach); ++from)
                    orInto(m_near.data() + index(0, y), along.data() + index(0, from), m_width);
        }

        static void orInto(std::uint8_t* to, const std::uint8_t* from, int count)
        {
            for (int i = 0; i < count; ++i)
                to[i] |= from[i];
        }

        /// Takes what hangs together with the pixel out of m_near.
        void take(int startX, int startY, double leastSide, std::vector<Blob>& blobs)
        {
            int first = startY; // rows that were touched
            int last = startY;
            m_open.assign(1, {startX, startY});
            m_near[index(startX, startY)] = 0;
            while (!m_open.empty()) {
                const auto [x, y] = m_open.back();
                m_open.pop_back();
                if (m_dark[index(x, y)] != 0) {
                    auto& [left, right] = m_rows[static_cast<std::size_t>(y)];
                    left = std::min(left, x);
                    right = std::max(right, x);
                    first = std::min(first, y);
                    last = std::max(last, y);
                }
                for (const auto& [nx, ny] :
                    {std::pair {x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}})
                    if (nx >= 0 && ny >= 0 && nx < m_width && ny < m_height && m_near[index(nx, ny)] != 0) {
                        m_near[index(nx, ny)] = 0;
                        m_open.emplace_back(nx, ny);
                    }
            }
            Blob blob;
            for (int y = first; y <= last; ++y) {
                const auto [left, right] = std::exchange(m_rows[static_cast<std::size_t>(y)], kNone);
                if (right < 0)
                    continue;
                blob.left = std::min(blob.left, left);
                blob.right = std::max(blob.right, right + 1);
                blob.top = std::min(blob.top, y);
                blob.bottom = y + 1;
                if (last - first + 1 < leastSide)
                    continue;
                for (const int x : {left, right + 1})
                    for (const int row : {y, y + 1})
                        blob.outline.push_back({static_cast<double>(x), static_cast<double>(row)});
            }
            // What runs out of the picture on two sides is what the label lies on.
            const int cut = (blob.left <= 0 ? 1 : 0) + (blob.top <= 0 ? 1 : 0)
                + (blob.right >= m_width ? 1 : 0) + (blob.bottom >= m_height ? 1 : 0);
            if (cut < 2 && blob.right - blob.left >= leastSide && blob.bottom - blob.top >= leastSide)
                blobs.push_back(std::move(blob));
        }

        [[nodiscard]] std::size_t index(int x, int y) const
        {
            return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width)
                + static_cast<std::size_t>(x);
        }

        int m_width;
        int m_height;
        std::vector<std::uint8_t> m_dark;
        std::vector<std::uint8_t> m_near;
        std::vector<std::pair<int, int>> m_rows; ///< of the blob at hand: first and last dark pixel
        std::vector<std::pair<int, int>> m_open;
    };

} // namespace

std::vector<PointF> fourSided(std::vector<PointF> hull)
{
    while (hull.size() > 4) {
        const std::size_t n = hull.size();
        double least = std::numeric_limits<double>::max();
        std::size_t leave = n;
        PointF meeting;
        for (std::size_t i = 0; i < n; ++i) {
            const PointF a = hull[i];
            const PointF b = hull[(i + 1) % n];
            const PointF before = a - hull[(i + n - 1) % n];
            const PointF behind = hull[(i + 2) % n] - b;
            const double turn = cross(before, behind);
            if (turn <= 0)
                continue; // these two never meet on this side
            const PointF corner = a + before * (cross(b - a, behind) / turn);
            const double added = std::abs(cross(corner - a, b - a));
            if (added < least) {
                least = added;
                leave = i;
                meeting = corner;
            }
        }
        if (leave == n)
            return {};
        hull[leave] = meeting;
        hull.erase(hull.begin() + static_cast<std::ptrdiff_t>((leave + 1) % n));
    }
    return hull.size() == 4 ? hull : std::vector<PointF> {};
}

std::optional<Quad> quadAround(const std::vector<PointF>& points, double leastSide, double mostLonger)
{
    constexpr double kFilled = 0.8; // of the quadrilateral by the hull: a symbol has straight sides
    const auto hull = convexHull(points);
    const auto sides = fourSided(hull);
    if (sides.empty() || areaOf(hull) < kFilled * areaOf(sides))
        return std::nullopt;
    const Quad quad {sides[0], sides[1], sides[2], sides[3]};
    double shortest = std::numeric_limits<double>::max();
    double longest = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const double side = length(quad[(i + 1) % 4] - quad[i]);
        shortest = std::min(shortest, side);
        longest = std::max(longest, side);
    }
    return shortest >= leastSide && longest < mostLonger * shortest ? std::optional(quad) : std::nullopt;
}

std::vector<Quad> darkBlobs(
    const LumImage& image, int reach, double leastSide, std::size_t most, double mostLonger)
{
    std::vector<std::pair<double, Quad>> found;
    for (const Blob& blob : Blobs(image, reach).find(leastSide))
        if (const auto quad = quadAround(blob.outline, leastSide, mostLonger))
            found.emplace_back(areaOf({quad->begin(), quad->end()}), *quad);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Quad> quads;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        quads.push_back(found[i].second);
    return quads;
}

} // namespace guanwu
