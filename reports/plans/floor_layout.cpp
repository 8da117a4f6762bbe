#include "reports/plans/floor_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guanwu {

namespace {

    constexpr std::size_t kMostInStrip = 96; ///< bounds the search: one wider than this fits no screen

    std::vector<double> sizesOf(std::span<const Area> areas, double perSquareMetre)
    {
        std::vector<double> out;
        out.reserve(areas.size());
        for (const Area area : areas) {
            const auto hundredths = area.hundredths() > 0 ? area.hundredths() : 100;
            out.push_back(static_cast<double>(hundredths) / 100 * perSquareMetre);
        }
        return out;
    }

    double sumOf(std::span<const double> sizes)
    {
        double sum = 0;
        for (const double size : sizes)
            sum += size;
        return sum;
    }

    /// How far the rooms of a strip are from squares: 1 each where all are.
    double badness(std::span<const double> strip, double sum, double width)
    {
        const double height = sum / width;
        double out = 0;
        for (const double size : strip) {
            const double ratio = size / height / height;
            out += std::max(ratio * ratio, 1 / (ratio * ratio));
        }
        return out;
    }

    /// Where each strip begins, by the best of all ways to cut.
    std::vector<std::size_t> cuts(const std::vector<double>& sizes, double width)
    {
        const std::size_t count = sizes.size();
        std::vector<double> best(count + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> from(count + 1, 0);
        best[0] = 0;
        for (std::size_t end = 1; end <= count; ++end) {
            double sum = 0;
            const std::size_t first = end > kMostInStrip ? end - kMostInStrip : 0;
            for (std::size_t begin = end; begin-- > first;) {
                sum += sizes[begin];
                const double cost
                    = best[begin] + badness(std::span(sizes).subspan(begin, end - begin), sum, width);
                if (cost < best[end]) {
                    best[end] = cost;
                    from[end] = begin;
                }
            }
        }
        std::vector<std::size_t> out;
        for (std::size_t end = count; end > 0; end = from[end])
            out.push_back(from[end]);
        std::reverse(out.begin(), out.end());
        return out;
    }

} // namespace

FloorLayout layOutFloor(std::span<const Area> areas, const PlanScale& scale)
{
    FloorLayout out;
    if (areas.empty() || scale.widest <= 0 || scale.perSquareMetre <= 0)
        return out;
    const std::vector<double> sizes = sizesOf(areas, scale.perSquareMetre);
    out.width = std::min(scale.widest, std::sqrt(sumOf(sizes) * kFlattestFloor));
    const std::vector<std::size_t> begins = cuts(sizes, out.width);
    for (std::size_t strip = 0; strip < begins.size(); ++strip) {
        const std::size_t end = strip + 1 < begins.size() ? begins[strip + 1] : sizes.size();
        const auto rooms = std::span(sizes).subspan(begins[strip], end - begins[strip]);
        const double height = sumOf(rooms) / out.width;
        double x = 0;
        for (const double size : rooms) {
            out.rooms.push_back({x, out.height, size / height, height});
            x += size / height;
        }
        out.height += height;
        // Two strips face one corridor; the backs of the next two meet.
        if (strip % 2 == 0 && strip + 1 < begins.size() && scale.corridor > 0) {
            out.corridors.push_back({0, out.height, out.width, scale.corridor});
            out.height += scale.corridor;
        }
    }
    return out;
}

double scaleToFit(std::span<const Area> areas, double width, double height, double corridor)
{
    const double squareMetres = sumOf(sizesOf(areas, 1));
    if (squareMetres <= 0 || width <= 0 || height <= 0)
        return 1;
    double low = 0;
    double high = width * height / squareMetres;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (layOutFloor(areas, {middle, width, corridor}).height <= height ? low : high) = middle;
    }
    return low > 0 ? low : high;
}

} // namespace guanwu
