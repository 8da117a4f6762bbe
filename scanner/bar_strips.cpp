#include "scanner/bar_strips.h"

#include "scanner/bar_lines.h"
#include "scanner/patch.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guanwu {

namespace {

    /// How far the bars lean at each place of the code: pixels across for one pixel along. Perspective makes
    /// them fan out, so it changes over the code.
    struct Lean {
        double middle = 0;
        double change = 0; ///< for one pixel across

        [[nodiscard]] double at(double u) const { return middle + change * u; }
    };

    class Straightener {
    public:
        Straightener(LumView picture, const Region& region)
            : m_picture(picture)
            , m_region(region)
        {
        }

        /// Where bars are parallel to the direction of averaging, the mean keeps its edges: the lean with the
        /// sharpest mean is right. Measured in both halves of the code.
        [[nodiscard]] Lean find() const
        {
            const double quarter = m_region.width / 4;
            const double left = best(-quarter);
            const double right = best(quarter);
            return {(left + right) / 2, (right - left) / (2 * quarter)};
        }

        /// The greys of a line across the bars, which itself may be aslant: `count` of them, `step` apart,
        /// from `u` on, at `v` + `slope` * u along the bars.
        template <class Visit>
        void visitLine(
            double u, double step, int count, double v, double slope, const Lean& lean, Visit visit) const
        {
            // Over so many samples a fan of bars bends no line by a tenth of a pixel.
            constexpr int kStraight = 16;
            for (int i = 0; i < count; i += kStraight) {
                const int some = std::min(kStraight, count - i);
                const PointF first = place(u + i * step, v, slope, lean);
                const PointF behind = place(u + (i + some) * step, v, slope, lean);
                greysAlong(m_picture, first, (behind - first) * (1.0 / some), some, visit);
            }
        }

        [[nodiscard]] PointF place(double u, double v, double slope, const Lean& lean) const
        {
            const double along = v + slope * u;
            return m_region.middle + m_region.across * (u + along * lean.at(u)) + m_region.along() * along;
        }

    private:
        static constexpr int kMostSamples = 160;

        [[nodiscard]] double best(double centre) const
        {
            double sharpest = 0;
            double found = 0;
            const auto consider = [&](double slope) {
                if (const double value = sharpness(centre, slope); value > sharpest) {
                    sharpest = value;
                    found = slope;
                }
            };
            constexpr double kFarthest = 0.24; // 14 degrees
            const double coarse = std::max(0.03, 1.2 / m_region.height);
            for (double slope = 0; slope <= kFarthest; slope += coarse) {
                consider(slope);
                consider(-slope);
            }
            for (double half = coarse / 2; half * m_region.height > 0.3; half /= 2) {
                const double from = found;
                consider(from - half);
                consider(from + half);
            }
            return found;
        }

        [[nodiscard]] double sharpness(double centre, double slope) const
        {
            const int samples = static_cast<int>(std::min(m_region.width / 2, double {kMostSamples}));
            const int rows = static_cast<int>(std::clamp(m_region.height / 3, 4.0, 16.0));
            std::array<float, kMostSamples> sums {};
            for (int row = 0; row < rows; ++row) {
                const double v = ((row + 0.5) / rows - 0.5) * 0.8 * m_region.height;
                float* sum = sums.data();
                greysAlong(m_picture, place(centre - samples / 2.0, v, 0, {slope, 0}), m_region.across,
                    samples, [&](float grey) { *sum++ += grey; });
            }
            float steps = 0;
            for (std::size_t i = 1; i < static_cast<std::size_t>(samples); ++i)
                steps += (sums[i] - sums[i - 1]) * (sums[i] - sums[i - 1]);
            return static_cast<double>(steps);
        }

        LumView m_picture;
        const Region& m_region;
    };

    /// Where the bars begin and end in the direction along them. A label seen from the side is a
    /// parallelogram: upright bars then end on a slanted line, and a rectangle would average print into them.
    struct Band {
        double slope = 0; ///< along, for one pixel across
        double from = 0;
        double to = 0;
    };

    Band bandOf(const Straightener& straightener, const Lean& lean, const Region& region)
    {
        constexpr int kRows = 32;
        constexpr int kBlocks = 16;
        const double reach = region.height * 0.65;
        const double rowHeight = 2 * reach / kRows;
        const double blockWidth = region.width / kBlocks;
        const int samples = std::clamp(static_cast<int>(blockWidth / 1.5), 4, 24);
        // How much each small stretch changes from sample to sample, where the line below it changes alike:
        // bars go on, noise and print do not, and in dim light noise changes more than bars. Stacked rows
        // differ from line to line, so there each line counts alone.
        const bool goesOn = region.kind == Region::Kind::Bars;
        std::array<std::array<float, kBlocks>, kRows> change {};
        Profile above;
        for (int line = 0; line <= kRows; ++line) {
            Profile steps;
            for (int block = 0; block < kBlocks; ++block) {
                const double step = blockWidth / samples;
                float last = -1;
                straightener.visitLine(-region.width / 2 + block * blockWidth + step / 2, step, samples,
                    -reach + line * rowHeight, 0, lean, [&](float grey) {
                        steps.push_back(last >= 0 ? grey - last : 0);
                        last = grey;
                    });
            }
            for (std::size_t i = 0; line > 0 && i < steps.size(); ++i)
                change[static_cast<std::size_t>(line - 1)][i / static_cast<std::size_t>(samples)]
                    += (goesOn ? above[i] : steps[i]) * steps[i];
            above = std::move(steps);
        }
        for (auto& row : change)
            for (float& alike : row)
                alike = std::sqrt(std::max(0.F, alike) * static_cast<float>(samples));
        std::array<float, kRows> sums {};
        Band best;
        float sharpest = 0;
        for (int step = -12; step <= 12; ++step) {
            const double slope = step * 0.03;
            std::array<float, kRows> rows {};
            for (int row = 0; row < kRows; ++row)
                for (int block = 0; block < kBlocks; ++block) {
                    const double u = -region.width / 2 + (block + 0.5) * blockWidth;
                    const int from = row + static_cast<int>(std::lround(slope * u / rowHeight));
                    if (from >= 0 && from < kRows)
                        rows[static_cast<std::size_t>(row)]
                            += change[static_cast<std::size_t>(from)][static_cast<std::size_t>(block)];
                }
            // Rows are either bars or not where the slope is right: their sums differ most then.
            float squares = 0;
            for (const float sum : rows)
                squares += sum * sum;
            if (squares > sharpest) {
                sharpest = squares;
                best.slope = slope;
                sums = rows;
            }
        }
        const auto top = std::max_element(sums.begin(), sums.end());
        auto first = top;
        auto last = top;
        // Of bars each line says the same, of stacked rows none may be lost.
        const float least = *top * (goesOn ? 0.6F : 0.4F);
        while (first != sums.begin() && *(first - 1) > least)
            --first;
        while (last + 1 != sums.end() && *(last + 1) > least)
            ++last;
        // Perspective makes the band higher on one side; there it is cut.
        const double ragged = goesOn ? static_cast<double>(last - first + 1) * 0.12 : 0;
        best.from = -reach + (static_cast<double>(first - sums.begin()) + ragged) * rowHeight;
        best.to = -reach + (static_cast<double>(last - sums.begin()) + 1 - ragged) * rowHeight;
        return best;
    }

    /// The region as far as its bars go on: a reflection or a dim part ends regions where the code does not
    /// end.
    Region grown(const Straightener& straightener, const Lean& lean, const Region& region)
    {
        constexpr int kLines = 12;
        constexpr int kBlocks = 16; // of the region
        constexpr int kMostSamples = 32; // of a block
        constexpr int kMostBlocks = 16; // on each side
        constexpr double kShare = 0.25; // of what a block of the region has
        const double block = region.width / kBlocks;
        const int samples = std::clamp(static_cast<int>(block), 4, kMostSamples);
        // How much the greys change, where the line above changes alike: noise and print do not.
        const auto barsFrom = [&](double u) {
            Profile above;
            float sum = 0;
            for (int line = 0; line < kLines; ++line) {
                Profile steps;
                float last = -1;
                const double v = ((line + 0.5) / kLines - 0.5) * 0.6 * region.height;
                straightener.visitLine(u, block / samples, samples, v, 0, lean, [&](float grey) {
                    steps.push_back(last >= 0 ? grey - last : 0);
                    last = grey;
                });
                for (std::size_t i = 0; line > 0 && i < steps.size(); ++i)
                    sum += above[i] * steps[i];
                above = std::move(steps);
            }
            return sum;
        };
        std::array<float, kBlocks> inside {};
        for (std::size_t i = 0; i < inside.size(); ++i)
            inside[i] = barsFrom((static_cast<double>(i) / kBlocks - 0.5) * region.width);
        std::nth_element(inside.begin(), inside.begin() + kBlocks / 2, inside.end());
        const auto least = static_cast<float>(kShare * static_cast<double>(inside[kBlocks / 2]));
        const auto blocksBeyond = [&](int side) {
            int last = 0;
            for (int i = 1; least > 0 && i <= kMostBlocks && i <= last + 1; ++i)
                if (barsFrom(side > 0 ? region.width / 2 + (i - 1) * block : -region.width / 2 - i * block)
                    > least)
                    last = i;
            return last;
        };
        const int before = blocksBeyond(-1);
        const int behind = blocksBeyond(1);
        Region whole = region;
        whole.width += (before + behind) * block;
        whole.middle = region.middle + region.across * ((behind - before) * block / 2);
        return whole;
    }

    /// Gathers lines of bars into one profile, each sample weighted by the contrast that its line has there:
    /// the sum that has the least noise where some lines are bleached (maximal ratio combining).
    class Leveller {
    public:
        explicit Leveller(std::size_t samples)
            : m_sums(samples)
            , m_weights(samples)
        {
        }

        void add(const Profile& line)
        {
            // Wider than the widest space, narrower than a reflection.
            constexpr std::ptrdiff_t kShare = 20; // of the line
            const auto count = static_cast<std::ptrdiff_t>(line.size());
            const std::ptrdiff_t reach = std::max<std::ptrdiff_t>(12, count / kShare);
            m_prefix.assign(1, {});
            for (const float grey : line)
                m_prefix.push_back({m_prefix.back().first + double {grey},
                    m_prefix.back().second + double {grey} * double {grey}});
            for (std::ptrdiff_t i = 0; i < count; ++i) {
                const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, i - reach);
                const std::ptrdiff_t to = std::min(count, i + reach + 1);
                const auto& before = m_prefix[static_cast<std::size_t>(from)];
                const auto& behind = m_prefix[static_cast<std::size_t>(to)];
                const auto width = static_cast<double>(to - from);
                const double mean = (behind.first - before.first) / width;
                const double spread = std::max(0.0, (behind.second - before.second) / width - mean * mean);
                const auto at = static_cast<std::size_t>(i);
                m_sums[at] += std::sqrt(spread) * (double {line[at]} - mean);
                m_weights[at] += spread;
            }
        }

        [[nodiscard]] Profile profile() const
        {
            constexpr double kGreys = 50; // of the usual distance from the mean
            constexpr double kFloor = 0.1; // of the most contrast: paper is not to become noise
            const double floor = kFloor * *std::max_element(m_weights.begin(), m_weights.end()) + 1e-3;
            Profile out;
            for (std::size_t i = 0; i < m_sums.size(); ++i)
                out.push_back(static_cast<float>(128 + kGreys * m_sums[i] / (m_weights[i] + floor)));
            return out;
        }

    private:
        std::vector<double> m_sums;
        std::vector<double> m_weights;
        std::vector<std::pair<double, double>> m_prefix; ///< of the greys and of their squares
    };

} // namespace

Profile BarStrips::mean(std::size_t first, std::size_t last) const
{
    Profile sum = strips[first];
    for (std::size_t i = first + 1; i < last; ++i)
        std::transform(sum.begin(), sum.end(), strips[i].begin(), sum.begin(), std::plus());
    for (auto& grey : sum)
        grey /= static_cast<float>(last - first);
    return sum;
}

double BarStrips::agreement() const
{
    if (strips.size() < 2)
        return 1;
    // What is the same everywhere, light and shade of the label, does not count.
    constexpr int kRadius = 6;
    const auto detail = [](const Profile& profile) { return sharpened(profile, kRadius, 20); };
    const Profile upper = detail(mean(0, strips.size() / 2));
    const Profile lower = detail(mean(strips.size() / 2, strips.size()));
    double sums[2] {};
    double squares[2] {};
    double products = 0;
    for (std::size_t i = 0; i < upper.size(); ++i) {
        const double a = static_cast<double>(upper[i]);
        const double b = static_cast<double>(lower[i]);
        sums[0] += a;
        sums[1] += b;
        squares[0] += a * a;
        squares[1] += b * b;
        products += a * b;
    }
    const auto count = static_cast<double>(upper.size());
    const double spread
        = (squares[0] - sums[0] * sums[0] / count) * (squares[1] - sums[1] * sums[1] / count);
    return spread > 0 ? (products - sums[0] * sums[1] / count) / std::sqrt(spread) : 0;
}

BarStrips barStrips(LumView picture, const Region& seen, int count)
{
    Lean lean = Straightener(picture, seen).find();
    const Region region
        = seen.kind == Region::Kind::Bars ? grown(Straightener(picture, seen), lean, seen) : seen;
    // Ten modules on both sides belong to the code; how wide a module is, is not known yet.
    const double quiet = 12 + region.width * 0.12;
    const double from = -region.width / 2 - quiet;
    const double across = region.width + 2 * quiet;
    BarStrips bars;
    bars.step = std::clamp(across / 1000, 0.5, 1.0);
    bars.quiet = quiet / bars.step;
    const int samples = static_cast<int>(across / bars.step);
    const Straightener straightener(picture, region);
    if (region.width > seen.width)
        lean = straightener.find(); // bars fan out: what was found of a part is not true of all
    const Band band = bandOf(straightener, lean, region);
    const double height = band.to - band.from;
    // More lines of a large code say nothing new.
    constexpr int kMostRows = 5; // of a strip
    const int rows = std::clamp(static_cast<int>(height / count / 1.2), 1, kMostRows);
    // Of those that a slanted band cuts off some show what a reflection hides on all others.
    const bool isHidden = picture.lost != nullptr && region.kind == Region::Kind::Bars;
    const int spare = isHidden ? std::max(1, count / 8) : 0;
    BarLines lines({count, spare, rows, samples});
    const Straightener reflections(
        LumView(picture.lost, picture.width, picture.height, picture.stride), region);
    for (int strip = -spare; strip < count + spare; ++strip)
        for (int row = 0; row < rows; ++row) {
            const double v = band.from + (strip + (row + 0.5) / rows) / count * height;
            const auto lineOf = [&](const Straightener& source) {
                Profile line;
                line.reserve(static_cast<std::size_t>(samples));
                source.visitLine(from + bars.step / 2, bars.step, samples, v, band.slope, lean,
                    [&](float value) { line.push_back(value); });
                return line;
            };
            lines.add(strip, lineOf(straightener), isHidden ? lineOf(reflections) : Profile {});
        }
    auto [strips, gaps] = lines.combined();
    bars.strips = std::move(strips);
    bars.hasGap = std::any_of(gaps.begin(), gaps.end(), [&](std::size_t sample) {
        const auto at = static_cast<double>(sample);
        return at > bars.quiet && at < samples - bars.quiet;
    });
    if (region.kind == Region::Kind::Bars) {
        std::array levellers {
            Leveller(static_cast<std::size_t>(samples)), Leveller(static_cast<std::size_t>(samples))};
        for (int strip = 0; strip < count; ++strip)
            levellers[strip < count / 2 ? 0 : 1].add(bars.strips[static_cast<std::size_t>(strip)]);
        bars.levelled = {levellers[0].profile(), levellers[1].profile()};
    }
    const auto corner = [&](double u, double v) { return straightener.place(u, v, band.slope, lean); };
    const double half = region.width / 2;
    bars.quad
        = {corner(-half, band.from), corner(half, band.from), corner(half, band.to), corner(-half, band.to)};
    return bars;
}

Profile sharpened(const Profile& profile, int radius, float strength)
{
    const int count = static_cast<int>(profile.size());
    const auto at = [&](const Profile& values, int i) {
        return values[static_cast<std::size_t>(std::clamp(i, 0, count - 1))];
    };
    Profile blurred = profile;
    for (int round = 0; round < 2; ++round) {
        const Profile before = blurred;
        for (int i = 0; i < count; ++i) {
            float sum = 0;
            for (int k = -radius; k <= radius; ++k)
                sum += at(before, i + k);
            blurred[static_cast<std::size_t>(i)] = sum / static_cast<float>(2 * radius + 1);
        }
    }
    Profile out = profile;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] += strength * (profile[i] - blurred[i]);
    return out;
}

} // namespace guanwu
