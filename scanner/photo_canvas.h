#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace guanwu {

/// A picture in the making: light as a fraction of what the sensor holds, 0 to 1.
struct Canvas {
    int width = 0;
    int height = 0;
    std::vector<float> light;

    [[nodiscard]] float* row(int y) { return light.data() + std::ptrdiff_t {y} * width; }
    [[nodiscard]] const float* row(int y) const { return light.data() + std::ptrdiff_t {y} * width; }
};

/// Chance that is the same everywhere: the distributions of the standard library are not.
class PhotoRandom {
public:
    explicit PhotoRandom(std::uint64_t seed)
        : m_engine(seed)
    {
    }
    /// Even between `low` and `high`.
    double between(double low, double high)
    {
        return low + (high - low) * static_cast<double>(m_engine() >> 11U) * 0x1p-53;
    }
    int integer(int low, int high) { return static_cast<int>(between(low, high + 1)); }
    bool chance(double probability) { return between(0, 1) < probability; }
    /// Close to a normal distribution with standard deviation 1: the sum of four even ones.
    double bell()
    {
        const std::uint64_t bits = m_engine();
        double sum = 0;
        for (unsigned i = 0; i < 4; ++i)
            sum += static_cast<double>((bits >> (16 * i)) & 0xFFFFU) / 65535.0 - 0.5;
        return sum * 1.7320508075688772;
    }

private:
    std::mt19937_64 m_engine;
};

/// An even table, or a room: furniture, books, grilles.
[[nodiscard]] Canvas photoBackground(int width, int height, bool clutter, PhotoRandom& random);

} // namespace guanwu
