#include "scanner/stacked_reader.h"

#include "scanner/dark_blobs.h"
#include "scanner/stacked_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guanwu {

namespace {

    constexpr int kFewestRows = 3;

    /// A clean drawing of the patterns that were chosen.
    class Drawing {
    public:
        Drawing(int modules, std::size_t rows)
            : m_image {
                (modules + 2 * kQuiet) * kModule, (static_cast<int>(rows) * kRow + 2 * kQuiet) * kModule, {}}
        {
            m_image.pixels.assign(
                static_cast<std::size_t>(m_image.width) * static_cast<std::size_t>(m_image.height), 255);
        }

        void draw(int row, int module, std::string_view modules)
        {
            for (const char one : modules) {
                if (one == '1')
                    for (int y = 0; y < kRow * kModule; ++y)
                        std::fill_n(m_image.pixels.begin()
                                + std::ptrdiff_t {(kQuiet + row * kRow) * kModule + y} * m_image.width
                                + (kQuiet + module) * kModule,
                            kModule, std::uint8_t {0});
                ++module;
            }
        }
        [[nodiscard]] const LumImage& image() const { return m_image; }

    private:
        static constexpr int kModule = 2; // pixels
        static constexpr int kRow = 4; // modules
        static constexpr int kQuiet = 4;
        LumImage m_image;
    };

    /// The mean of the strips of each row, followed where the row lies aslant.
    std::vector<SummedProfile> profilesOf(
        const std::vector<Profile>& strips, const StackedRows& found, const StackedFrame& frame)
    {
        std::vector<SummedProfile> out;
        const int count = static_cast<int>(strips.size());
        const double wide = frame.extent.length() / (frame.columns + 2);
        for (const StackedRow& row : found.rows) {
            Profile mean(strips.front().size());
            for (std::size_t i = 0; i < mean.size(); ++i) {
                const int column = static_cast<int>((static_cast<double>(i) - frame.extent.from) / wide) - 1;
                float sum = 0;
                float weights = 0;
                for (int strip = row.first; strip <= row.last; ++strip) {
                    const int at = strip + found.slant.shift(strip, column, count, frame.columns);
                    // The strips at a row's edges have some of its neighbour.
                    const bool isEdge
                        = row.last - row.first >= 2 && (strip == row.first || strip == row.last);
                    const float weight = isEdge ? 0.4F : 1.F;
                    sum += weight * strips[static_cast<std::size_t>(std::clamp(at, 0, count - 1))][i];
                    weights += weight;
                }
                mean[i] = sum / weights;
            }
            out.emplace_back(mean);
        }
        return out;
    }

    class RowReader {
    public:
        RowReader(std::vector<SummedProfile> profiles, const StackedRows& rows, const StackedFrame& frame,
            WorkClock::time_point until)
            : m_profiles(std::move(profiles))
            , m_rows(rows.rows)
            , m_frame(frame)
            , m_until(until)
        {
        }

        /// To a tenth of a module by all codewords, which the guards alone leave open.
        void fit(const StackedAlphabet& alphabet)
        {
            // Every other row says it as well.
            const auto judge = [&](const ModuleRow& guess) {
                if (WorkClock::isPast(m_until))
                    return 0.0;
                StackedFrame frame = m_frame;
                frame.fit(guess);
                double sum = 0;
                for (std::size_t r = 0; r < m_rows.size(); r += 2) {
                    const auto greys = frame.row(m_profiles[r])
                                           .greys(kStackedCodeword - 1, kStackedCodeword * frame.columns + 2);
                    for (int column = 0; column < frame.columns; ++column)
                        sum += static_cast<double>(
                            alphabet
                                .choose(m_rows[r].cluster,
                                    greys.data() + std::ptrdiff_t {column} * kStackedCodeword)
                                .score);
                }
                return sum;
            };
            m_frame.fit(m_frame.row(m_profiles.front()).fitted(judge));
        }

        [[nodiscard]] std::vector<RawRead> read(const StackedAlphabet& alphabet) const
        {
            constexpr double kLeastScore = 0.66; // mean over all codewords; chance gave 0.7 at most
            Drawing drawing(m_frame.modules(), m_rows.size());
            double sum = 0;
            for (std::size_t r = 0; r < m_rows.size(); ++r) {
                const int y = static_cast<int>(r);
                drawing.draw(y, 0, kStackedStartModules);
                drawing.draw(y, m_frame.modules() - kStackedStop, kStackedStopModules);
                const ModuleRow row = m_frame.row(m_profiles[r]);
                double drift = 0;
                for (int column = 0; column < m_frame.columns; ++column) {
                    const double first = kStackedCodeword * (column + 1) - 1 + drift;
                    LookTable::Best best;
                    double moved = 0;
                    for (const double shift : {0.0, -0.2, 0.2}) {
                        const LookTable::Best choice = alphabet.choose(m_rows[r].cluster,
                            row.greys(first + shift, static_cast<int>(StackedAlphabet::kLength)).data());
                        if (choice.score > best.score) {
                            best = choice;
                            moved = shift;
                        }
                    }
                    drift += moved / 2;
                    sum += static_cast<double>(best.score);
                    drawing.draw(y, kStackedCodeword * (column + 1),
                        StackedAlphabet::modulesOf(m_rows[r].cluster, best.pattern));
                }
            }
            if (sum / static_cast<double>(m_rows.size()) / m_frame.columns < kLeastScore)
                return {};
            return readOneScale(drawing.image(), {SymbolFormat::PDF417}, Effort::Quick);
        }

    private:
        std::vector<SummedProfile> m_profiles;
        std::vector<StackedRow> m_rows;
        StackedFrame m_frame;
        WorkClock::time_point m_until;
    };

} // namespace

namespace {

    /// Lines along the rows, evenly spaced over the height, from well before the blob to well behind it.
    std::vector<Profile> stripsOf(LumView picture, const Homography& grid, double longSide, double shortSide)
    {
        constexpr double kBeyond = 0.45; // of the blob: start and stop pattern may be no part of it
        constexpr double kAbove = 0.02;
        const int count = std::clamp(static_cast<int>(shortSide / 1.2), 10, 56);
        const int samples = std::clamp(static_cast<int>(longSide * (1 + 2 * kBeyond) * 1.3), 150, 1200);
        std::vector<Profile> strips;
        for (int i = 0; i < count; ++i) {
            const double v = -kAbove + (i + 0.5) / count * (1 + 2 * kAbove);
            Profile strip;
            strip.reserve(static_cast<std::size_t>(samples));
            const double step = (1 + 2 * kBeyond) / samples;
            grid.mapSpaced({-kBeyond + step / 2, v}, step, samples,
                [&](PointF p) { strip.push_back(greyAt(picture, p)); });
            strips.push_back(std::move(strip));
        }
        return strips;
    }

    /// Each step takes some milliseconds.
    bool hasNoStepLeft(WorkClock::time_point until)
    {
        constexpr std::chrono::milliseconds kStep {3};
        return WorkClock::isPast(until, kStep);
    }

    std::vector<RawRead> readStrips(std::vector<Profile> strips, WorkClock::time_point until)
    {
        constexpr std::size_t kMiddleBlur = 1;
        for (int turn = 0; turn < 2 && !hasNoStepLeft(until); ++turn) {
            if (turn == 1) { // upside down
                std::reverse(strips.begin(), strips.end());
                for (Profile& strip : strips)
                    std::reverse(strip.begin(), strip.end());
            }
            Profile mean = strips.front();
            for (std::size_t i = 1; i < strips.size(); ++i)
                std::transform(mean.begin(), mean.end(), strips[i].begin(), mean.begin(), std::plus());
            for (float& grey : mean)
                grey /= static_cast<float>(strips.size());
            for (const StackedFrame& frame : stackedFramesOf(mean)) {
                if (hasNoStepLeft(until))
                    return {};
                const StackedRows rows = stackedRowsOf(strips, frame);
                if (rows.rows.size() < kFewestRows)
                    continue;
                RowReader reader(profilesOf(strips, rows, frame), rows, frame, until);
                reader.fit(StackedAlphabet::ofBlur(kMiddleBlur));
                for (const std::size_t blur : {std::size_t {1}, std::size_t {2}, std::size_t {0}}) {
                    if (WorkClock::isPast(until))
                        return {};
                    if (auto reads = reader.read(StackedAlphabet::ofBlur(blur)); !reads.empty())
                        return reads;
                }
            }
        }
        return {};
    }

} // namespace

std::vector<RawRead> readStackedQuad(LumView picture, Quad quad, WorkClock::time_point until)
{
    constexpr double kLeastLonger = 1.7;
    constexpr double kShortest
        = 80; // pixels: a tag's text has 137 modules, of which start and stop may be lost
    if (length(quad[1] - quad[0]) < length(quad[2] - quad[1]))
        std::rotate(quad.begin(), quad.begin() + 1, quad.end());
    const double longSide = (length(quad[1] - quad[0]) + length(quad[3] - quad[2])) / 2;
    const double shortSide = (length(quad[2] - quad[1]) + length(quad[0] - quad[3])) / 2;
    if (longSide < std::max(kLeastLonger * shortSide, kShortest) || hasNoStepLeft(until))
        return {};
    auto reads = readStrips(stripsOf(picture, Homography::ofSquare(1, quad), longSide, shortSide), until);
    for (auto& read : reads)
        read.symbol.corners = rounded(quad);
    return reads;
}

std::vector<RawRead> readStackedBlobs(
    LumView picture, const Patch& patch, int effort, WorkClock::time_point until)
{
    constexpr double kLeastSide = 12; // pixels of the picture: three rows are higher
    constexpr double kMostLonger = 8;
    constexpr std::size_t kMostBlobs = 4;
    // The usual modules of one to three pixels of the patch hang together over these gaps.
    const std::vector<int> reaches = effort == 0 ? std::vector {2, 1} : std::vector {3};
    for (const int reach : reaches) {
        if (hasNoStepLeft(until))
            break;
        for (const Quad& blob :
            darkBlobs(patch.image, reach, kLeastSide / length(patch.right), kMostBlobs, kMostLonger))
            if (auto reads = readStackedQuad(picture, patch.inPicture(blob), until); !reads.empty())
                return reads;
    }
    return {};
}

} // namespace guanwu
