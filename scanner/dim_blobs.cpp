#include "scanner/dim_blobs.h"

#include "scanner/dark_blobs.h"
#include "scanner/image_ops.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guanwu {

namespace {

    LumImage softened(const LumImage& image)
    {
        constexpr int kReach = 2;
        std::vector<float> means(image.pixels.begin(), image.pixels.end());
        takeBoxMeans(means, image.width, image.height, kReach);
        LumImage out = image;
        std::transform(means.begin(), means.end(), out.pixels.begin(),
            [](float mean) { return static_cast<std::uint8_t>(mean + 0.5F); });
        return out;
    }

    class Flood {
    public:
        explicit Flood(const LumImage& image)
            : m_image(image)
            , m_seen(image.pixels.size())
            , m_rows(static_cast<std::size_t>(image.height))
        {
        }

        struct Result {
            int area = 0;
            bool isCut = false; ///< runs out of the picture
            std::vector<PointF> outline;
        };

        /// What hangs together with the seed and is darker than `level`.
        Result run(int seedX, int seedY, int level)
        {
            std::fill(m_seen.begin(), m_seen.end(), 0);
            std::fill(m_rows.begin(), m_rows.end(), std::pair {std::numeric_limits<int>::max(), -1});
            Result result;
            const auto visit = [&](int x, int y) {
                const auto i = static_cast<std::size_t>(y * m_image.width + x);
                if (m_seen[i] != 0 || m_image.pixels[i] >= level)
                    return;
                m_seen[i] = 1;
                m_open.emplace_back(x, y);
            };
            visit(seedX, seedY);
            while (!m_open.empty()) {
                const auto [x, y] = m_open.back();
                m_open.pop_back();
                ++result.area;
                auto& [left, right] = m_rows[static_cast<std::size_t>(y)];
                left = std::min(left, x);
                right = std::max(right, x);
                if (x == 0 || y == 0 || x + 1 == m_image.width || y + 1 == m_image.height) {
                    result.isCut = true;
                    continue;
                }
                visit(x - 1, y);
                visit(x + 1, y);
                visit(x, y - 1);
                visit(x, y + 1);
            }
            for (int y = 0; y < m_image.height; ++y)
                if (const auto& [left, right] = m_rows[static_cast<std::size_t>(y)]; right >= 0)
                    for (const int x : {left, right + 1})
                        for (const int row : {y, y + 1})
                            result.outline.push_back({static_cast<double>(x), static_cast<double>(row)});
            return result;
        }

    private:
        const LumImage& m_image;
        std::vector<std::uint8_t> m_seen;
        std::vector<std::pair<int, int>> m_rows; ///< first and last pixel of each
        std::vector<std::pair<int, int>> m_open;
    };

} // namespace

std::vector<Quad> dimBlobs(const LumImage& image, PointF seed, double leastSide, std::size_t most)
{
    constexpr int kLevels = 12;
    constexpr int kNear = 4; // pixels: so near to the middle there is a dark module
    const int x = static_cast<int>(seed.x);
    const int y = static_cast<int>(seed.y);
    if (x < kNear || y < kNear || x + kNear >= image.width || y + kNear >= image.height)
        return {};
    const LumImage soft = softened(image);
    const auto at
        = [&](int px, int py) { return int {soft.pixels[static_cast<std::size_t>(py * image.width + px)]}; };
    int startX = x;
    int startY = y;
    for (int py = y - kNear; py <= y + kNear; ++py)
        for (int px = x - kNear; px <= x + kNear; ++px)
            if (at(px, py) < at(startX, startY)) {
                startX = px;
                startY = py;
            }
    const int darkest = at(startX, startY);
    const int lightest = *std::max_element(soft.pixels.begin(), soft.pixels.end());
    Flood flood(soft);
    std::vector<Flood::Result> results;
    for (int i = 1; i < kLevels; ++i) {
        results.push_back(flood.run(startX, startY, darkest + (lightest - darkest) * i / kLevels));
        if (results.back().isCut)
            break;
    }
    std::vector<std::pair<double, Quad>> found;
    for (std::size_t i = 0; i + 1 < results.size(); ++i) {
        const double area = results[i].area;
        if (area < leastSide * leastSide / 2)
            continue;
        const double before = i > 0 ? results[i - 1].area : 0;
        const double growth = (std::min<double>(results[i + 1].area, 4 * area) - before) / area;
        if (const auto quad = quadAround(results[i].outline, leastSide))
            found.emplace_back(growth, *quad);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Quad> quads;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        quads.push_back(found[i].second);
    return quads;
}

} // namespace guanwu
