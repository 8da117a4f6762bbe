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
            const int high = bottom - top;
            const auto visitEdge = [&](int x) {
                const int left = std::max(0, x - reach);
                const int right = std::min(m_width, x + reach + 1);
                visit(x, below[right] - below[left] - above[right] + above[left], (right - left) * high);
            };
            // What is whole needs no look at the edges: a processor then works on several pixels in one step.
            const int first = std::min(reach, m_width);
            const int last = std::max(first, m_width - reach);
            for (int x = 0; x < first; ++x)
                visitEdge(x);
            for (int x = first; x < last; ++x)
                visit(x, below[x + reach + 1] - below[x - reach] - above[x + reach + 1] + above[x - reach],
                    (2 * reach + 1) * high);
            for (int x = last; x < m_width; ++x)
                visitEdge(x);
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

    /// Pixels of a row that hang together.
    struct Run {
        std::size_t blob = 0; ///< the first run of the blob that it belongs to
        int row = 0;
        int from = 0;
        int to = 0;
        int left = 0; ///< of what is dark in it
        int right = 0;
        int dark = 0; ///< pixels from left to right
    };

    /// The dark pixels of a blob: of each run those farthest left and right, which is all a hull needs.
    struct Blob {
        std::vector<PointF> outline;
        int left = std::numeric_limits<int>::max();
        int right = -1;
        int top = std::numeric_limits<int>::max();
        int bottom = -1;

        void take(const Run& run)
        {
            left = std::min(left, run.left);
            right = std::max(right, run.right);
            top = std::min(top, run.row);
            bottom = std::max(bottom, run.row + 1);
        }
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
        {
            const int below = leastDepth(image);
            const int light = std::max(8, std::min(m_width, m_height) / 7);
            const SummedPixels greys(
                m_width, m_height, [&](int x, int y) { return image.pixels[index(x, y)]; });
            for (int y = 0; y < m_height; ++y) {
                const std::uint8_t* from = image.pixels.data() + index(0, y);
                std::uint8_t* to = m_dark.data() + index(0, y);
                greys.eachAround(y, light, [from, to, below](int x, std::int32_t sum, std::int32_t count) {
                    to[x] = (from[x] + below) * count < sum ? 1 : 0;
                });
            }
            spread(reach);
        }

        /// Those at least so wide and high.
        [[nodiscard]] std::vector<Blob> find(double leastSide) const
        {
            const std::vector<Run> runs = runsThatTouch();
            std::vector<Blob> all(runs.size()); // at the first run of each
            for (const Run& run : runs)
                if (run.dark > 0)
                    all[run.blob].take(run);
            std::vector<Blob> blobs;
            for (const Run& run : runs)
                if (Blob& blob = all[run.blob]; run.dark > 0 && isWanted(blob, leastSide))
                    for (const int x : {run.left, run.right})
                        for (const int row : {run.row, run.row + 1})
                            blob.outline.push_back({static_cast<double>(x), static_cast<double>(row)});
            for (Blob& blob : all)
                if (!blob.outline.empty())
                    blobs.push_back(std::move(blob));
            return blobs;
        }

    private:
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

        /// All of m_near by rows, each run with the blob that it touches (A. Rosenfeld and J. Pfaltz, 1966).
        [[nodiscard]] std::vector<Run> runsThatTouch() const
        {
            std::vector<Run> runs;
            const auto first = [&](std::size_t run) {
                while (runs[run].blob != run)
                    run = runs[run].blob = runs[runs[run].blob].blob;
                return run;
            };
            std::size_t above = 0; // first run of the row before, then the first that can touch
            for (int y = 0; y < m_height; ++y) {
                const std::size_t here = runs.size();
                const std::uint8_t* near = m_near.data() + index(0, y);
                for (int x = 0; x < m_width;) {
                    const auto from = static_cast<int>(std::find(near + x, near + m_width, 1) - near);
                    const auto to = static_cast<int>(std::find(near + from, near + m_width, 0) - near);
                    x = to;
                    if (from == to)
                        break;
                    const std::size_t id = runs.size();
                    runs.push_back(runOf(y, from, to, id));
                    while (above < here && runs[above].to <= from)
                        ++above;
                    for (std::size_t other = above; other < here && runs[other].from < to; ++other) {
                        const std::size_t a = first(other);
                        const std::size_t b = first(id);
                        runs[std::max(a, b)].blob = std::min(a, b);
                    }
                }
                above = here;
            }
            for (std::size_t i = 0; i < runs.size(); ++i)
                runs[i].blob = first(i);
            return runs;
        }

        [[nodiscard]] Run runOf(int y, int from, int to, std::size_t id) const
        {
            const std::uint8_t* dark = m_dark.data() + index(0, y);
            Run run {id, y, from, to, from, to, 0};
            while (run.left < to && dark[run.left] == 0)
                ++run.left;
            while (run.right > run.left && dark[run.right - 1] == 0)
                --run.right;
            run.dark = run.right - run.left;
            return run;
        }

        /// What runs out of the picture on two sides is what the label lies on.
        [[nodiscard]] bool isWanted(const Blob& blob, double leastSide) const
        {
            const int cut = (blob.left <= 0 ? 1 : 0) + (blob.top <= 0 ? 1 : 0)
                + (blob.right >= m_width ? 1 : 0) + (blob.bottom >= m_height ? 1 : 0);
            return cut < 2 && blob.right - blob.left >= leastSide && blob.bottom - blob.top >= leastSide;
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
