#include "scanner/frame_motion.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guanwu {

namespace {

    constexpr int kLevels = 3;
    constexpr int kReach = 5; // places of the coarsest map, either way

    /// Where the parabola through three values, one apart, is lowest, beside the middle one.
    double lowest(float left, float middle, float right)
    {
        const float bend = left - 2 * middle + right;
        return bend > 0 ? std::clamp(static_cast<double>((left - right) / (2 * bend)), -0.5, 0.5) : 0;
    }

} // namespace

FrameMotion::Map FrameMotion::coarser(const Map& fine)
{
    Map map {2 * fine.size, fine.columns / 2, fine.rows / 2, {}};
    map.values.reserve(static_cast<std::size_t>(map.columns) * static_cast<std::size_t>(map.rows));
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.columns; ++x) {
            const float* above = fine.row(2 * y) + 2 * x;
            const float* below = fine.row(2 * y + 1) + 2 * x;
            map.values.push_back((above[0] + above[1] + below[0] + below[1]) / 4);
        }
    return map;
}

std::vector<FrameMotion::Map> FrameMotion::mapsOf(const Cells& cells)
{
    std::vector<Map> maps;
    Map fine {cells.size, cells.columns, cells.rows, {}};
    fine.values.reserve(cells.raw.size());
    // The root, or the sharpest edge of the picture would decide alone.
    for (const Tensor& tensor : cells.raw)
        fine.values.push_back(std::sqrt(tensor.energy()));
    maps.push_back(std::move(fine));
    while (maps.size() < kLevels)
        maps.push_back(coarser(maps.back()));
    return maps;
}

float FrameMotion::difference(const Map& before, const Map& now, int dx, int dy)
{
    const int left = std::max(0, -dx);
    const int right = std::min(before.columns, now.columns - dx);
    const int top = std::max(0, -dy);
    const int bottom = std::min(before.rows, now.rows - dy);
    if (right <= left || bottom <= top)
        return std::numeric_limits<float>::max();
    float sum = 0;
    for (int y = top; y < bottom; ++y) {
        const float* old = before.row(y);
        const float* fresh = now.row(y + dy) + dx;
        float line = 0;
        for (int x = left; x < right; ++x)
            line += std::abs(old[x] - fresh[x]);
        sum += line;
    }
    return sum / static_cast<float>((right - left) * (bottom - top));
}

std::optional<PointF> FrameMotion::next(const Cells& cells)
{
    auto now = mapsOf(cells);
    std::swap(now, m_before);
    const auto& before = now;
    const auto& after = m_before;
    // Pictures of one walk, and of a camera that is turned or zoomed, may differ in size a little.
    const auto unlike = [](int a, int b) { return std::abs(a - b) > std::max(a, b) / 8; };
    if (before.empty() || unlike(before.front().columns, cells.columns)
        || unlike(before.front().rows, cells.rows) || after.back().columns < 3 || after.back().rows < 3
        || before.back().columns < 3 || before.back().rows < 3)
        return std::nullopt;
    int bestX = 0;
    int bestY = 0;
    float least = std::numeric_limits<float>::max();
    float sum = 0;
    int count = 0;
    const int reachX = std::min(kReach, before.back().columns / 3);
    const int reachY = std::min(kReach, before.back().rows / 3);
    for (int dy = -reachY; dy <= reachY; ++dy)
        for (int dx = -reachX; dx <= reachX; ++dx) {
            const float value = difference(before.back(), after.back(), dx, dy);
            sum += value;
            ++count;
            if (value < least) {
                least = value;
                bestX = dx;
                bestY = dy;
            }
        }
    // Shifts that are wrong differ by what the picture varies; the right one only by noise and blur. A
    // picture without anything in it stands still.
    constexpr float kClearlyBetter = 0.7F;
    constexpr float kNothingThere = 1;
    const float usual = sum / static_cast<float>(count);
    if (usual > kNothingThere && least > kClearlyBetter * usual)
        return std::nullopt;
    for (int level = kLevels - 2; level >= 0; --level) {
        const auto i = static_cast<std::size_t>(level);
        const int aroundX = 2 * bestX;
        const int aroundY = 2 * bestY;
        least = std::numeric_limits<float>::max();
        for (int dy = aroundY - 1; dy <= aroundY + 1; ++dy)
            for (int dx = aroundX - 1; dx <= aroundX + 1; ++dx)
                if (const float value = difference(before[i], after[i], dx, dy); value < least) {
                    least = value;
                    bestX = dx;
                    bestY = dy;
                }
    }
    const auto at = [&](int dx, int dy) { return difference(before.front(), after.front(), dx, dy); };
    return PointF {bestX + lowest(at(bestX - 1, bestY), least, at(bestX + 1, bestY)),
               bestY + lowest(at(bestX, bestY - 1), least, at(bestX, bestY + 1))}
        * before.front().size;
}

} // namespace guanwu
