#include "scanner/module_greys.h"

#include "scanner/least_squares.h"
#include "scanner/module_mix.h"
#include "scanner/patch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace guanwu {

namespace {

    /// Mean grey of a module over what is left of its inner part, if that is most of it.
    std::optional<float> meanOf(LumView picture, const std::function<PointF(PointF)>& place, int x, int y)
    {
        constexpr int kEnough = 5; // of nine
        float sum = 0;
        int count = 0;
        for (const double dy : {0.25, 0.5, 0.75})
            for (const double dx : {0.25, 0.5, 0.75}) {
                const PointF there = place({x + dx, y + dy});
                if (isLost(picture, there))
                    continue;
                sum += greyAt(picture, there);
                ++count;
            }
        return count >= kEnough ? std::optional(sum / static_cast<float>(count)) : std::nullopt;
    }

    // A module, its neighbours in pairs, and a plane for what light is left. Defocus and movement spread a
    // module alike to opposite sides, so that a pair shares one tap.
    constexpr std::size_t kTaps = 8;
    using Taps = LeastSquares<kTaps>::Values;

    Taps inputsAt(const ModuleGreys& greys, int x, int y)
    {
        const auto pair = [&](int dx, int dy) {
            return static_cast<double>(greys.at(x + dx, y + dy) + greys.at(x - dx, y - dy));
        };
        return {static_cast<double>(greys.at(x, y)), pair(1, 0), pair(0, 1), pair(1, 1), pair(1, -1), 1,
            x - greys.side() / 2.0, y - greys.side() / 2.0};
    }

    /// The inverse of what blurred this very picture, in whatever direction the hand moved, learnt from the
    /// modules that the standard fixes (an equaliser with a training sequence), and then again from those
    /// that it makes clear.
    ModuleGreys equalised(const ModuleGreys& greys, const GridModel& model)
    {
        constexpr Taps kPrior {1.8, -0.2, -0.2, 0, 0, 0, 0, 0};
        constexpr double kPriorWeight = 4; // modules
        constexpr int kRounds = 3;
        constexpr float kClear = 0.5F;
        constexpr double kClearWeight = 0.5;
        ModuleGreys out = greys;
        for (int round = 0; round < kRounds; ++round) {
            LeastSquares<kTaps> squares;
            squares.drawTowards(kPrior, kPriorWeight);
            for (int y = 0; y < model.side; ++y)
                for (int x = 0; x < model.side; ++x) {
                    if (greys.isLost(x, y))
                        continue;
                    if (const auto known = model.at(x, y); known != GridModel::Unknown)
                        squares.add(inputsAt(greys, x, y), known);
                    else if (round > 0 && std::abs(out.at(x, y)) > kClear)
                        squares.add(inputsAt(greys, x, y), out.at(x, y) > 0 ? 1 : -1, kClearWeight);
                }
            const Taps taps = squares.solved();
            for (int y = 0; y < model.side; ++y)
                for (int x = 0; x < model.side; ++x) {
                    if (greys.isLost(x, y))
                        continue;
                    const Taps inputs = inputsAt(greys, x, y);
                    double sum = 0;
                    for (std::size_t i = 0; i < kTaps; ++i)
                        sum += taps[i] * inputs[i];
                    out.set(x, y, static_cast<float>(sum));
                }
        }
        return out;
    }

} // namespace

ModuleGreys::ModuleGreys(LumView picture, const GridModel& model, const Quad& corners)
    : ModuleGreys(
        picture, model, [grid = Homography::ofSquare(model.side, corners)](PointF p) { return grid.map(p); })
{
}

ModuleGreys::ModuleGreys(LumView picture, const GridModel& model, const std::function<PointF(PointF)>& place)
    : m_side(model.side)
    , m_greys(static_cast<std::size_t>((model.side + 2) * (model.side + 2)))
{
    for (int y = -1; y <= m_side; ++y)
        for (int x = -1; x <= m_side; ++x)
            if (const auto grey = meanOf(picture, place, x, y))
                set(x, y, *grey);
            else
                lose(x, y);
    // Light falls off over a label: its greys are a plane and, for what is known, a step to either side.
    LeastSquares<4> squares;
    const double middle = m_side / 2.0;
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x)
            if (const auto known = model.at(x, y); known != GridModel::Unknown && !isLost(x, y))
                squares.add(
                    {1, x - middle, y - middle, static_cast<double>(known)}, static_cast<double>(at(x, y)));
    const auto [light, right, down, step] = squares.solved();
    const double contrast = std::max(1.0, step);
    for (int y = -1; y <= m_side; ++y)
        for (int x = -1; x <= m_side; ++x)
            if (!isLost(x, y))
                set(x, y,
                    static_cast<float>(
                        (static_cast<double>(at(x, y)) - light - right * (x - middle) - down * (y - middle))
                        / contrast));
}

double ModuleGreys::error(const GridModel& model) const
{
    constexpr float kMost = 2; // one module says no more than that
    float squares = 0;
    int count = 0;
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x)
            if (const auto known = model.at(x, y); known != GridModel::Unknown && !isLost(x, y)) {
                const float off = std::min(kMost, std::abs(at(x, y) - static_cast<float>(known)));
                squares += off * off;
                ++count;
            }
    return static_cast<double>(squares) / std::max(1, count);
}

double ModuleGreys::likeness(const ModuleGreys& other, const GridModel& model) const
{
    double count = 1e-9;
    double sums[2] {};
    double squares[2] {};
    double products = 0;
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x) {
            if (model.at(x, y) != GridModel::Unknown || isLost(x, y) || other.isLost(x, y))
                continue;
            const auto a = static_cast<double>(at(x, y));
            const auto b = static_cast<double>(other.at(x, y));
            ++count;
            sums[0] += a;
            sums[1] += b;
            squares[0] += a * a;
            squares[1] += b * b;
            products += a * b;
        }
    const double spread = (squares[0] - sums[0] * sums[0] / count) * (squares[1] - sums[1] * sums[1] / count);
    return spread > 0 ? (products - sums[0] * sums[1] / count) / std::sqrt(spread) : 0;
}

ModuleGreys ModuleGreys::mean(const std::vector<const ModuleGreys*>& all, const std::vector<double>& weights)
{
    ModuleGreys out = *all.front();
    out.m_lost.clear();
    for (int y = -1; y <= out.m_side; ++y)
        for (int x = -1; x <= out.m_side; ++x) {
            double total = 0;
            double sum = 0;
            for (std::size_t k = 0; k < all.size(); ++k)
                if (!all[k]->isLost(x, y)) {
                    total += weights[k];
                    sum += weights[k] * static_cast<double>(all[k]->at(x, y));
                }
            if (total > 0)
                out.set(x, y, static_cast<float>(sum / total));
            else
                out.lose(x, y);
        }
    return out;
}

std::vector<float> ModuleGreys::aboveThreshold() const
{
    constexpr int kReach = 5;
    const int stride = m_side + 1;
    std::vector<float> sums(static_cast<std::size_t>(stride * stride)); // of all above and to the left
    const auto sum = [&](int x, int y) -> float& { return sums[static_cast<std::size_t>(y * stride + x)]; };
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x)
            sum(x + 1, y + 1) = at(x, y) + sum(x, y + 1) + sum(x + 1, y) - sum(x, y);
    std::vector<float> out;
    out.reserve(static_cast<std::size_t>(m_side * m_side));
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x) {
            const int left = std::max(0, x - kReach);
            const int right = std::min(m_side, x + kReach + 1);
            const int top = std::max(0, y - kReach);
            const int bottom = std::min(m_side, y + kReach + 1);
            const float around = sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
            out.push_back(isLost(x, y)
                    ? 0
                    : at(x, y) - around / static_cast<float>(2 * (right - left) * (bottom - top)));
        }
    return out;
}

void deblurred(
    const ModuleGreys& greys, const GridModel& model, const std::function<bool(const ModuleGreys&)>& accept)
{
    const ModuleGreys even = equalised(greys, model);
    if (!accept(greys) && !accept(even))
        accept(disentangled(greys, even, model));
}

std::vector<bool> darkModules(const ModuleGreys& greys, const GridModel& model)
{
    const auto values = greys.aboveThreshold();
    std::vector<bool> dark(values.size());
    for (std::size_t i = 0; i < dark.size(); ++i)
        dark[i]
            = model.modules[i] == GridModel::Unknown ? values[i] < 0 : model.modules[i] == GridModel::Dark;
    return dark;
}

LumImage drawnModules(const std::vector<bool>& dark, int side)
{
    constexpr int kModule = 4;
    constexpr int kQuiet = 4;
    LumImage image {(side + 2 * kQuiet) * kModule, (side + 2 * kQuiet) * kModule, {}};
    image.pixels.assign(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height), 255);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            if (!dark[static_cast<std::size_t>(y * side + x)])
                continue;
            for (int row = 0; row < kModule; ++row)
                std::fill_n(image.pixels.begin() + std::ptrdiff_t {(y + kQuiet) * kModule + row} * image.width
                        + (x + kQuiet) * kModule,
                    kModule, std::uint8_t {0});
        }
    return image;
}

} // namespace guanwu
