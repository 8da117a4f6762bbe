#include "scanner/photo_optics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace guanwu {

namespace {

    float pixelAt(const Canvas& canvas, int x, int y)
    {
        return canvas.row(std::clamp(y, 0, canvas.height - 1))[std::clamp(x, 0, canvas.width - 1)];
    }

    /// A lamp near one side: brightest there, falling off towards the far corner.
    void light(Canvas& canvas, double missing, PhotoRandom& random)
    {
        const double angle = random.between(0, 2 * std::numbers::pi);
        const double dx = std::cos(angle);
        const double dy = std::sin(angle);
        for (int y = 0; y < canvas.height; ++y)
            for (int x = 0; x < canvas.width; ++x) {
                const double along = (2.0 * x / canvas.width - 1) * dx + (2.0 * y / canvas.height - 1) * dy;
                const double share = std::clamp((along / std::numbers::sqrt2 + 1) / 2, 0.0, 1.0);
                canvas.row(y)[x] *= static_cast<float>(1 - missing * share);
            }
    }

    std::vector<float> bellKernel(double sigma)
    {
        const int radius = static_cast<int>(std::ceil(3 * sigma));
        std::vector<float> kernel;
        float sum = 0;
        for (int i = -radius; i <= radius; ++i) {
            kernel.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
            sum += kernel.back();
        }
        for (auto& weight : kernel)
            weight /= sum;
        return kernel;
    }

    void blur(Canvas& canvas, double sigma)
    {
        if (sigma <= 0.05)
            return;
        const auto kernel = bellKernel(sigma);
        const int radius = static_cast<int>(kernel.size() / 2);
        const auto pass = [&](int stepX, int stepY) {
            const Canvas before = canvas;
            for (int y = 0; y < canvas.height; ++y)
                for (int x = 0; x < canvas.width; ++x) {
                    float sum = 0;
                    for (int i = -radius; i <= radius; ++i)
                        sum += kernel[static_cast<std::size_t>(i + radius)]
                            * pixelAt(before, x + i * stepX, y + i * stepY);
                    canvas.row(y)[x] = sum;
                }
        };
        pass(1, 0);
        pass(0, 1);
    }

    void smear(Canvas& canvas, double length, PhotoRandom& random)
    {
        const double angle = random.between(0, std::numbers::pi);
        const int samples = static_cast<int>(std::ceil(length)) * 2;
        if (samples < 2)
            return;
        const Canvas before = canvas;
        for (int y = 0; y < canvas.height; ++y)
            for (int x = 0; x < canvas.width; ++x) {
                float sum = 0;
                for (int i = 0; i < samples; ++i) {
                    const double along = length * ((i + 0.5) / samples - 0.5);
                    sum += pixelAt(before, x + static_cast<int>(std::lround(along * std::cos(angle))),
                        y + static_cast<int>(std::lround(along * std::sin(angle))));
                }
                canvas.row(y)[x] = sum / static_cast<float>(samples);
            }
    }

    double areaOf(const Corners& quad)
    {
        double twice = 0;
        for (std::size_t i = 0; i < quad.size(); ++i) {
            const PixelPoint a = quad[i];
            const PixelPoint b = quad[(i + 1) % quad.size()];
            twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
        }
        return std::abs(twice) / 2;
    }

} // namespace

void addGlare(Canvas& scene, const Corners& label, double share, PhotoRandom& random)
{
    const double along = random.between(0.3, 0.7);
    const double cx = std::lerp(label[0].x, label[2].x, along);
    const double cy = std::lerp(label[0].y, label[2].y, along);
    const double angle = random.between(0, std::numbers::pi);
    const double radius = std::sqrt(areaOf(label) * share / std::numbers::pi);
    for (int y = 0; y < scene.height; ++y)
        for (int x = 0; x < scene.width; ++x) {
            const double u = ((x - cx) * std::cos(angle) + (y - cy) * std::sin(angle)) / (radius * 1.3);
            const double v = ((y - cy) * std::cos(angle) - (x - cx) * std::sin(angle)) / (radius * 0.77);
            const double distance = u * u + v * v;
            if (distance < 9)
                scene.row(y)[x] += static_cast<float>(1.6 * std::exp(-distance * std::sqrt(distance)));
        }
}

LumImage exposed(Canvas scene, const PhotoConditions& conditions, PhotoRandom& random)
{
    light(scene, conditions.unevenLight, random);
    blur(scene, conditions.blurSigma);
    smear(scene, conditions.motionPixels, random);
    LumImage picture {scene.width, scene.height, {}};
    picture.pixels.reserve(scene.light.size());
    for (const float value : scene.light) {
        const double grey = 255.0 * static_cast<double>(value) + conditions.noise * random.bell();
        picture.pixels.push_back(static_cast<std::uint8_t>(std::clamp(std::lround(grey), 0L, 255L)));
    }
    return picture;
}

} // namespace guanwu
