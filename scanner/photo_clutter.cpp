#include "scanner/photo_canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guanwu {

namespace {

    /// Smooth chance: a coarse lattice of values, blended in between. Grain of wood, wall and cloth.
    void addTexture(Canvas& canvas, double cell, double strength, PhotoRandom& random)
    {
        const int columns = static_cast<int>(canvas.width / cell) + 2;
        const int rows = static_cast<int>(canvas.height / cell) + 2;
        std::vector<double> lattice(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        for (auto& value : lattice)
            value = random.between(-strength, strength);
        const auto at = [&](int column, int row) {
            return lattice[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
                + static_cast<std::size_t>(column)];
        };
        for (int y = 0; y < canvas.height; ++y) {
            const int row = static_cast<int>(y / cell);
            const double down = y / cell - row;
            for (int x = 0; x < canvas.width; ++x) {
                const int column = static_cast<int>(x / cell);
                const double right = x / cell - column;
                const double above = std::lerp(at(column, row), at(column + 1, row), right);
                const double below = std::lerp(at(column, row + 1), at(column + 1, row + 1), right);
                canvas.row(y)[x] += static_cast<float>(std::lerp(above, below, down));
            }
        }
    }

    struct Patch {
        int left, top, right, bottom;
    };

    Patch somewhere(const Canvas& canvas, double smallest, double largest, PhotoRandom& random)
    {
        const int width = static_cast<int>(canvas.width * random.between(smallest, largest));
        const int height = static_cast<int>(canvas.height * random.between(smallest, largest));
        const int left = random.integer(-width / 2, canvas.width - width / 2);
        const int top = random.integer(-height / 2, canvas.height - height / 2);
        return {std::max(0, left), std::max(0, top), std::min(canvas.width, left + width),
            std::min(canvas.height, top + height)};
    }

    /// Calls paint(x, y) for every pixel of the patch and stores what it returns.
    template <class Paint> void fill(Canvas& canvas, const Patch& patch, Paint paint)
    {
        for (int y = patch.top; y < patch.bottom; ++y)
            for (int x = patch.left; x < patch.right; ++x)
                canvas.row(y)[x] = static_cast<float>(paint(x, y));
    }

    void addFurniture(Canvas& canvas, PhotoRandom& random)
    {
        const double grey = random.between(0.12, 0.75);
        fill(canvas, somewhere(canvas, 0.15, 0.6, random), [&](int, int) { return grey; });
    }

    /// Stripes of uneven width, which look like bars: book spines, radiator grilles, blinds.
    void addStripes(Canvas& canvas, PhotoRandom& random)
    {
        const Patch patch = somewhere(canvas, 0.1, 0.3, random);
        const bool upright = random.chance(0.5);
        const int length = upright ? canvas.width : canvas.height;
        const double widest = random.between(4, 24);
        std::vector<double> greys(static_cast<std::size_t>(length));
        for (std::size_t i = 0; i < greys.size();) {
            const double grey = random.between(0.1, 0.85);
            const auto width = static_cast<std::size_t>(random.between(2, widest));
            for (const auto end = std::min(greys.size(), i + width); i < end; ++i)
                greys[i] = grey;
        }
        fill(canvas, patch, [&](int x, int y) { return greys[static_cast<std::size_t>(upright ? x : y)]; });
    }

    /// A sheet with lines of dark specks, which look like modules: print, keyboards.
    void addPrint(Canvas& canvas, PhotoRandom& random)
    {
        const Patch sheet = somewhere(canvas, 0.12, 0.25, random);
        fill(canvas, sheet, [](int, int) { return 0.8; });
        const int size = random.integer(4, 10);
        for (int y = sheet.top + size; y + size < sheet.bottom; y += 2 * size)
            for (int x = sheet.left + size; x + size < sheet.right; x += size)
                if (random.chance(0.7)) {
                    const int width = random.integer(1, size - 1);
                    fill(canvas, {x, y, x + width, y + random.integer(1, size)},
                        [](int, int) { return 0.25; });
                }
    }

} // namespace

Canvas photoBackground(int width, int height, bool clutter, PhotoRandom& random)
{
    Canvas canvas {width, height, {}};
    canvas.light.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
        static_cast<float>(random.between(0.35, 0.55)));
    if (clutter) {
        for (int i = random.integer(4, 7); i > 0; --i)
            addFurniture(canvas, random);
        for (int i = random.integer(1, 3); i > 0; --i)
            addStripes(canvas, random);
        for (int i = random.integer(1, 3); i > 0; --i)
            addPrint(canvas, random);
    }
    for (const double cell : {90.0, 17.0})
        addTexture(canvas, cell, 0.04, random);
    return canvas;
}

} // namespace guanwu
