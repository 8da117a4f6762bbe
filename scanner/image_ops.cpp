#include "scanner/image_ops.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    LumImage blank(int width, int height)
    {
        return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    }

    std::uint8_t* rowOf(LumImage& image, int y)
    {
        return image.pixels.data() + std::ptrdiff_t {y} * image.width;
    }
    const std::uint8_t* rowOf(LumView image, int y)
    {
        return image.pixels + std::ptrdiff_t {y} * image.stride;
    }

    /// Each value becomes the mean of those up to `radius` to its left and right; beyond the edge counts the
    /// edge.
    void meanOfRows(std::vector<float>& values, int width, int height, int radius)
    {
        std::vector<float> line(static_cast<std::size_t>(width + 2 * radius + 1));
        const float share = 1.F / static_cast<float>(2 * radius + 1);
        for (int y = 0; y < height; ++y) {
            float* row = values.data() + std::ptrdiff_t {y} * width;
            std::fill_n(line.begin(), radius, row[0]);
            std::copy_n(row, width, line.begin() + radius);
            std::fill_n(line.begin() + radius + width, radius + 1, row[width - 1]);
            float sum = 0;
            for (int i = 0; i < 2 * radius + 1; ++i)
                sum += line[static_cast<std::size_t>(i)];
            for (int x = 0; x < width; ++x) {
                row[x] = sum * share;
                sum += line[static_cast<std::size_t>(x + 2 * radius + 1)] - line[static_cast<std::size_t>(x)];
            }
        }
    }

    /// The same upwards and downwards, all columns of a row at once: that is how memory lies.
    void meanOfColumns(std::vector<float>& values, int width, int height, int radius)
    {
        const std::vector<float> before = values;
        const auto lineAt
            = [&](int y) { return before.data() + std::ptrdiff_t {std::clamp(y, 0, height - 1)} * width; };
        std::vector<float> sums(static_cast<std::size_t>(width));
        for (int y = -radius; y <= radius; ++y)
            for (int x = 0; x < width; ++x)
                sums[static_cast<std::size_t>(x)] += lineAt(y)[x];
        const float share = 1.F / static_cast<float>(2 * radius + 1);
        for (int y = 0; y < height; ++y) {
            float* row = values.data() + std::ptrdiff_t {y} * width;
            const float* added = lineAt(y + radius + 1);
            const float* dropped = lineAt(y - radius);
            for (int x = 0; x < width; ++x) {
                row[x] = sums[static_cast<std::size_t>(x)] * share;
                sums[static_cast<std::size_t>(x)] += added[x] - dropped[x];
            }
        }
    }

} // namespace

void takeBoxMeans(std::vector<float>& values, int width, int height, int radius)
{
    meanOfRows(values, width, height, radius);
    meanOfColumns(values, width, height, radius);
}

LumImage halved(LumView picture)
{
    auto half = blank(picture.width / 2, picture.height / 2);
    for (int y = 0; y < half.height; ++y) {
        const auto* above = rowOf(picture, 2 * y);
        const auto* below = rowOf(picture, 2 * y + 1);
        auto* out = rowOf(half, y);
        for (int x = 0; x < half.width; ++x)
            out[x] = static_cast<std::uint8_t>(
                (above[2 * x] + above[2 * x + 1] + below[2 * x] + below[2 * x + 1] + 2) / 4);
    }
    return half;
}

LumImage doubled(LumView picture)
{
    // Output pixels lie a quarter pixel beside input centres, so the weights are 3:1 towards the nearer one.
    auto twice = blank(picture.width * 2, picture.height * 2);
    for (int y = 0; y < twice.height; ++y) {
        const int nearY = y / 2;
        const int farY = std::clamp(nearY + (y % 2 == 0 ? -1 : 1), 0, picture.height - 1);
        const auto* nearRow = rowOf(picture, nearY);
        const auto* farRow = rowOf(picture, farY);
        auto* out = rowOf(twice, y);
        for (int x = 0; x < twice.width; ++x) {
            const int nearX = x / 2;
            const int farX = std::clamp(nearX + (x % 2 == 0 ? -1 : 1), 0, picture.width - 1);
            const int sum = 9 * nearRow[nearX] + 3 * nearRow[farX] + 3 * farRow[nearX] + farRow[farX];
            out[x] = static_cast<std::uint8_t>((sum + 8) / 16);
        }
    }
    return twice;
}

LumImage copied(LumView picture)
{
    auto copy = blank(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y)
        std::copy_n(rowOf(picture, y), picture.width, rowOf(copy, y));
    return copy;
}

LumImage onPaper(LumView picture, int margin, std::uint8_t paper)
{
    auto framed = blank(picture.width + 2 * margin, picture.height + 2 * margin);
    std::fill(framed.pixels.begin(), framed.pixels.end(), paper);
    for (int y = 0; y < picture.height; ++y)
        std::copy_n(rowOf(picture, y), picture.width, rowOf(framed, y + margin) + margin);
    return framed;
}

LumImage inverted(LumView picture)
{
    auto negative = copied(picture);
    for (auto& pixel : negative.pixels)
        pixel = static_cast<std::uint8_t>(255 - pixel);
    return negative;
}

void paintOver(LumImage& picture, const Corners& corners, std::uint8_t grey)
{
    constexpr double kGrowth
        = 1.1; // decoders report module centres or edges; the outermost modules must go as well
    double cx = 0;
    double cy = 0;
    for (const auto& corner : corners) {
        cx += corner.x / 4.0;
        cy += corner.y / 4.0;
    }
    std::array<double, 4> xs {};
    std::array<double, 4> ys {};
    for (std::size_t i = 0; i < 4; ++i) {
        xs[i] = cx + (corners[i].x - cx) * kGrowth;
        ys[i] = cy + (corners[i].y - cy) * kGrowth;
    }
    const int top = std::max(0, static_cast<int>(*std::min_element(ys.begin(), ys.end())));
    const int bottom
        = std::min(picture.height - 1, static_cast<int>(*std::max_element(ys.begin(), ys.end())));
    for (int y = top; y <= bottom; ++y) {
        double left = picture.width;
        double right = -1;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t j = (i + 1) % 4;
            if ((ys[i] <= y) == (ys[j] <= y))
                continue; // this edge does not cross the row
            const double x = xs[i] + (y - ys[i]) * (xs[j] - xs[i]) / (ys[j] - ys[i]);
            left = std::min(left, x);
            right = std::max(right, x);
        }
        const int from = std::max(0, static_cast<int>(left));
        const int to = std::min(picture.width - 1, static_cast<int>(std::ceil(right)));
        if (from <= to)
            std::fill(rowOf(picture, y) + from, rowOf(picture, y) + to + 1, grey);
    }
}

} // namespace guanwu
