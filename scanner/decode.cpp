#include "scanner/decode.h"

#include "scanner/alike_places.h"
#include "scanner/aztec_reader.h"
#include "scanner/blob_grid_reader.h"
#include "scanner/image_ops.h"
#include "scanner/matrix_reader.h"
#include "scanner/read_collector.h"
#include "scanner/region_reader.h"
#include "scanner/work_clock.h"
#include "scanner/zxing_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>

namespace guanwu {

namespace {

    using Clock = WorkClock;
    using enum SymbolFormat;

    // A pass costs 10 to 40 ns a pixel. Larger photos are first read reduced, where an office tag still has
    // modules of several pixels, and in full only with what is left of the budget.
    constexpr std::int64_t kWorkingPixels = 3'000'000;
    // A pass over so many takes about a third of a frame's time.
    constexpr std::int64_t kQuickPixels = 1'000'000;
    // What is under way at the budget's end goes on so long, for it only looks at the clock between its
    // steps.
    constexpr std::chrono::milliseconds kLastStep {4};
    // Enlarging quadruples the price and helps only where modules are one or two pixels wide.
    constexpr std::int64_t kLargestDoubled = 2'200'000;
    // Reducing below this leaves no symbol to read.
    constexpr int kSmallestSide = 100;

    std::int64_t area(LumView picture) { return std::int64_t {picture.width} * picture.height; }

    std::chrono::milliseconds budgetOf(LumView picture, std::chrono::milliseconds forFullHd)
    {
        constexpr std::int64_t kFullHd = 1920 * 1080;
        return forFullHd * std::max(area(picture), kFullHd) / kFullHd;
    }

    /// What nine of ten passes over the whole picture take at most. Small pictures are tried until the end of
    /// the budget, those full of noise as well, and a pass over noise costs more.
    Clock::duration priceOfPass(std::int64_t pixels)
    {
        constexpr Clock::duration kSmall = std::chrono::milliseconds(20);
        return std::min(Clock::duration(40 * pixels), std::max(Clock::duration(16 * pixels), kSmall));
    }

    /// What a try needs at least to find something; those that take longer give up at the deadline.
    Clock::duration priceOf(const Region& region, int effort)
    {
        using Prices = std::array<int, kMatrixEfforts>; // microseconds, by effort
        constexpr Prices kMatrix {1'500, 2'000, 3'000, 2'500, 1'500};
        constexpr Prices kBars {2'500, 1'500, 3'000, 0, 0};
        constexpr Prices kStacked {1'500, 4'000, 4'000, 0, 0};
        const Prices& prices = region.kind == Region::Kind::Matrix ? kMatrix
            : region.kind == Region::Kind::Bars                    ? kBars
                                                                   : kStacked;
        return std::chrono::microseconds(prices[static_cast<std::size_t>(effort)]);
    }

    /// A picture halved until it is small enough, or so thin that nothing would be left of it.
    struct Reduced {
        template <class IsSmall>
        Reduced(LumView original, IsSmall isSmall)
            : picture(original)
        {
            while (!isSmall(picture) && std::min(picture.width, picture.height) > 1) {
                image = halved(picture);
                picture = image;
                scale *= 2;
            }
        }
        Reduced(const Reduced&) = delete;
        Reduced& operator=(const Reduced&) = delete;

        LumImage image {};
        LumView picture;
        double scale = 1; ///< pixels of the original for one of it
    };

    struct Candidate {
        Region region;
        double promise = 0;
        RegionMemory memory {};
        int next = 0; ///< the effort that was not tried yet
    };

    /// The most promising first.
    std::vector<Candidate> candidatesOf(const std::vector<Region>& regions)
    {
        std::vector<Candidate> candidates;
        for (const Region& region : regions)
            candidates.push_back({region, promiseOf(region)});
        std::stable_sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.promise > b.promise; });
        return candidates;
    }

    /// One picture's search: a list of passes, each on one scale, until the budget or the wish is fulfilled.
    class Search {
    public:
        /// Nothing begins when this thread's work reaches `until`, or the clock on the wall `wallUntil`.
        Search(const DecodeOptions& options, Clock::time_point until,
            std::chrono::steady_clock::time_point wallUntil)
            : m_maxSymbols(options.maxSymbols > 0 ? static_cast<std::size_t>(options.maxSymbols) : SIZE_MAX)
            , m_patience(options.patience)
            , m_deadline(until)
            , m_wallDeadline(wallUntil)
        {
        }

        std::vector<Symbol> run(LumView picture)
        {
            const Reduced reduced(picture, [](LumView view) { return area(view) <= kWorkingPixels; });
            const LumView working = reduced.picture;
            const double scale = reduced.scale;
            const LumImage half = halved(working);
            auto candidates = candidatesOf(findAllRegions(working, cellsOf(working), half));
            const auto unlikely = std::find_if(candidates.begin(), candidates.end(),
                [](const Candidate& candidate) { return candidate.promise < kFairPromise; });
            const Scene scene {
                working, half, scale, {candidates.begin(), unlikely}, {unlikely, candidates.end()}};
            lookAtOnce(scene);
            if (m_lastFind)
                lookForOthers(scene);
            else
                lookAtWhole(scene);
            lookHarder(scene);
            if (scale > 1) {
                readMatrixRepeatedly(picture, 1);
                readLinear(picture, 1);
            }
            for (int effort = 1; effort < kMatrixEfforts; ++effort)
                searchRegions(working, scale, scene.rest, effort);
            auto found = m_reads.symbols();
            if (found.size() > m_maxSymbols)
                found.resize(m_maxSymbols);
            return found;
        }

    private:
        /// The picture in which regions were found; `scale`: pixels of the original one for one of it.
        struct Scene {
            LumView picture;
            LumView half;
            double scale;
            std::span<Candidate> fair; ///< what may be a symbol, the most promising first
            std::span<Candidate> rest;
        };

        /// What is sharp is read by one quick look at each region.
        void lookAtOnce(const Scene& scene)
        {
            // A PDF417 that fills the picture is a hundred regions.
            const auto fillsPicture = [&](const Candidate& candidate) {
                const Region& region = candidate.region;
                return region.kind != Region::Kind::Matrix
                    && 2 * region.width * region.height > static_cast<double>(area(scene.picture));
            };
            if (std::any_of(scene.fair.begin(), scene.fair.end(), fillsPicture)
                || std::any_of(scene.rest.begin(), scene.rest.end(), fillsPicture))
                readNearPdf417(scene.picture, scene.scale);
            // Other symbols that are near fall apart as well: after a few in vain the thumbnail shows them.
            constexpr std::size_t kFewRegions = 6;
            const std::span first = scene.fair.first(std::min(scene.fair.size(), kFewRegions));
            searchRegions(scene.picture, scene.scale, first, 0);
            if (!m_lastFind)
                searchNear(scene.picture, scene.scale);
            searchRegions(scene.picture, scene.scale, scene.fair.subspan(first.size()), 0);
            searchAlike(scene.picture, scene.scale, 3);
        }

        /// Where something was read. Light and hand are the same for all: what the first look leaves of those
        /// is seldom a matrix code.
        void lookForOthers(const Scene& scene)
        {
            for (const auto& [kind, effort] :
                {std::pair {Region::Kind::Bars, 1}, {Region::Kind::Bars, 2}, {Region::Kind::Stacked, 1}})
                searchRegions(scene.picture, scene.scale, scene.fair, effort, kind);
        }

        /// Where nothing was: symbols that fill the picture are no regions.
        void lookAtWhole(const Scene& scene)
        {
            m_isWholeRead
                = area(scene.picture) <= kQuickPixels && readMatrixRepeatedly(scene.picture, scene.scale);
            if (!m_lastFind && !isSpent())
                add(readNearAztec(scene.picture, {nullptr, m_deadline}), scene.scale);
        }

        /// What is small and soft is read by the next efforts.
        void lookHarder(const Scene& scene)
        {
            constexpr std::size_t kSeveral = 4;

            const auto& [picture, half, scale, fair, rest] = scene;
            searchRegions(picture, scale, fair, 1);
            searchAlike(picture, scale, 2);
            for (Candidate& candidate : rest)
                if (mayBeNearPdf417(candidate.region) && !finished() && !isRead(candidate.region, scale))
                    readOne(picture, scale, candidate, kStackedInMatrix);
            searchRegions(picture, scale, rest, 0);
            for (int effort = 2; effort < kMatrixEfforts; ++effort) {
                searchRegions(picture, scale, fair, effort);
                if (effort == 2)
                    searchFaint(scene);
                if (effort == 2 && !m_isWholeRead && m_reads.symbols().size() < kSeveral)
                    readWhole(scene);
            }
            readLinear(picture, scale);
            searchLevels(scene);
        }

        /// Where nothing was read, what was no region before: in dim light noise hides symbols from it.
        void searchFaint(const Scene& scene)
        {
            constexpr std::int64_t kNanosecondsOfPixel = 3;
            if (m_lastFind || isSpent() || !fits(Clock::duration(kNanosecondsOfPixel * area(scene.picture))))
                return;
            std::vector<Region> known;
            for (const auto& several : {scene.fair, scene.rest})
                for (const Candidate& candidate : several)
                    known.push_back(candidate.region);
            auto candidates = candidatesOf(findFaintTags(scene.half, known));
            for (const int effort : {1, 2}) // the quick look is for sharp ones
                searchRegions(scene.picture, scene.scale, candidates, effort);
        }

        void searchRegions(LumView picture, double scale, std::span<Candidate> candidates, int effort,
            std::optional<Region::Kind> only = std::nullopt)
        {
            for (Candidate& candidate : candidates) {
                if (only && candidate.region.kind != *only)
                    continue;
                // What is likely gets its first look: patience is for what was looked at.
                if (effort == 0 && candidate.promise >= kFairPromise ? isSpent() : finished())
                    return;
                if (effort >= candidate.next && !isRead(candidate.region, scale))
                    readOne(picture, scale, candidate, effort);
            }
        }

        void readOne(LumView picture, double scale, Candidate& candidate, int effort)
        {
            const Region& region = candidate.region;
            const int efforts = effortsFor(region);
            // Greys are read late where that keeps others waiting, and at once where nothing else is in
            // sight.
            const bool greysNow = region.kind == Region::Kind::Bars && effort == 1 && !m_lastFind;
            bool goesOn = true;
            for (int next = effort; next < efforts && goesOn && fits(priceOf(region, next)); ++next) {
                candidate.next = next + 1;
                auto reads = readRegion(picture, region, next, m_deadline, candidate.memory);
                // What is read and not yet believed, the next efforts bear out.
                const bool isDoubted = !reads.empty() && isWeakFormat(reads.front().symbol.format);
                goesOn = isDoubted || (greysNow && reads.empty() && next + 1 < kDearestOfBars);
                add(std::move(reads), scale);
                goesOn = goesOn && !isRead(region, scale) && !isSpent();
            }
        }

        /// Where some Data Matrices of one size were read there are more, as on a tray of samples, though
        /// they lie too close to be regions.
        void searchAlike(LumView picture, double scale, std::size_t fewest)
        {
            constexpr double kSameSize = 1.3;
            constexpr int kMostMisses = 6; // one after the other
            constexpr double kBeside = 0.6; // of a diagonal: print about a symbol has detail as well
            if (m_soughtAlike || !m_lastFind)
                return;
            std::vector<Quad> known;
            for (const Symbol& symbol : m_reads.symbols())
                if (symbol.format == DataMatrix) {
                    Quad quad = quadOf(symbol.corners);
                    for (PointF& corner : quad)
                        corner = corner * (1 / scale);
                    known.push_back(quad);
                }
            const auto diagonal = [](const Quad& quad) { return length(quad[2] - quad[0]); };
            std::sort(known.begin(), known.end(),
                [&](const Quad& a, const Quad& b) { return diagonal(a) < diagonal(b); });
            // A wall of labels has all sorts, a tray the same ones.
            if (known.size() < fewest || 4 * known.size() < 3 * m_reads.symbols().size()
                || diagonal(known.back()) > kSameSize * diagonal(known.front()))
                return;
            m_soughtAlike = true;
            const auto begun = Clock::now();
            int misses = 0;
            for (const PointF middle : placesAlike(picture, known)) {
                if (isSpent() || misses == kMostMisses)
                    break;
                const auto liesBeside = [&](const Symbol& symbol) {
                    const Quad quad = quadOf(symbol.corners);
                    return length(middleOf(quad) * (1 / scale) - middle) < kBeside * diagonal(quad) / scale;
                };
                const auto symbols = m_reads.symbols();
                if (std::any_of(symbols.begin(), symbols.end(), liesBeside))
                    continue;
                auto reads = readAlike(picture, DataMatrix, known[known.size() / 2], middle);
                misses = add(std::move(reads), scale) ? 0 : misses + 1;
            }
            // This was no look at what others wait for.
            const auto now = Clock::now();
            *m_lastFind = std::min(now, *m_lastFind + (now - begun));
        }

        /// Something that was read covers its middle.
        [[nodiscard]] bool isRead(const Region& region, double scale) const
        {
            const auto symbols = m_reads.symbols();
            return std::any_of(symbols.begin(), symbols.end(), [&](const Symbol& symbol) {
                return contains(quadOf(symbol.corners), region.middle * scale);
            });
        }

        void searchLevels(const Scene& scene)
        {
            const LumView picture = scene.picture;
            const LumView half = scene.half;
            const double scale = scene.scale;
            readPdf417(picture, scale);
            if (std::min(half.width, half.height) >= kSmallestSide) {
                readMatrixRepeatedly(half, scale * 2);
                readLinear(half, scale * 2);
                readPdf417(half, scale * 2);
            }
            if (!finished() && area(picture) <= kLargestDoubled && fits(priceOfPass(4 * area(picture)))) {
                const LumImage twice = doubled(picture);
                readMatrixRepeatedly(twice, scale / 2);
                readLinear(twice, scale / 2);
            }
            if (!finished() && fits(priceOfPass(area(picture))))
                readMatrixRepeatedly(inverted(picture), scale);
        }

        /// Symbols that fill the picture: their modules are wider than the cells that regions are found by,
        /// and looking at so many pixels of each costs a budget. Reduced to a thumbnail they are like all
        /// others.
        void searchNear(LumView picture, double scale)
        {
            constexpr int kThumbnailSide = 400; // pixels
            constexpr double kSmallestNear = 60; // of a thumbnail: smaller ones were found without it
            const Reduced near(
                picture, [](LumView view) { return std::max(view.width, view.height) <= kThumbnailSide; });
            if (near.scale == 1 || finished())
                return;
            readMatrixRepeatedly(near.picture, scale * near.scale);
            auto candidates
                = candidatesOf(findAllRegions(near.picture, cellsOf(near.picture), halved(near.picture)));
            std::erase_if(candidates, [](const Candidate& candidate) {
                return candidate.region.kind != Region::Kind::Matrix || candidate.promise < kFairPromise
                    || std::min(candidate.region.width, candidate.region.height) < kSmallestNear;
            });
            for (const int effort : {0, 1, 3})
                searchRegions(near.picture, scale * near.scale, candidates, effort);
        }

        /// What is still unread after something was read is worth a quarter of the price.
        void readWhole(const Scene& scene)
        {
            if (m_lastFind && area(scene.picture) > kQuickPixels)
                readMatrixRepeatedly(scene.half, scene.scale * 2);
            else
                readMatrixRepeatedly(scene.picture, scene.scale);
        }

        /// ZXing 1.4 gives one Data Matrix and one Aztec a call and few of many QR codes, so what has been
        /// read is painted over and the search repeated until it finds nothing more.
        /// False where there was no time for it.
        bool readMatrixRepeatedly(LumView picture, double scale)
        {
            LumImage rest;
            LumView view = picture;
            bool isRead = false;
            while (!finished() && fits(priceOfPass(area(picture)))) {
                const auto reads = readOneScale(view, {QRCode, DataMatrix, Aztec}, Effort::Thorough);
                isRead = true;
                if (reads.empty())
                    break;
                if (rest.pixels.empty()) {
                    rest = copied(picture);
                    view = rest;
                }
                for (const auto& read : reads)
                    paintOver(rest, read.symbol.corners, kPaper);
                if (!add(reads, scale))
                    break; // the same again under the paint: it would never end
            }
            return isRead;
        }

        void readLinear(LumView picture, double scale)
        {
            if (!finished() && fits(priceOfPass(area(picture))))
                add(readOneScale(picture, {Code128, Code39, EAN13}, Effort::Thorough), scale);
        }

        /// What fills the picture is seen in little of it, at little of the price.
        void readNearPdf417(LumView picture, double scale)
        {
            constexpr std::int64_t kLargest = 1'000'000; // pixels
            LumImage reduced;
            LumView view = picture;
            while (!m_lastFind && std::min(view.width, view.height) >= kSmallestSide) {
                if (area(view) <= kLargest)
                    readPdf417(view, scale);
                reduced = halved(view);
                view = reduced;
                scale *= 2;
            }
        }

        /// Never on an enlarged picture: that is where ZXing 1.4 was seen not to return.
        void readPdf417(LumView picture, double scale)
        {
            if (!finished() && fits(priceOfPass(area(picture))))
                add(readOneScale(picture, {PDF417}, Effort::Thorough), scale);
        }

        /// True if something new was among them.
        bool add(std::vector<RawRead> reads, double scale)
        {
            bool anyNew = false;
            for (auto& read : reads) {
                for (auto& corner : read.symbol.corners)
                    corner = {static_cast<int>(std::lround(corner.x * scale)),
                        static_cast<int>(std::lround(corner.y * scale))};
                anyNew = m_reads.add(std::move(read)) || anyNew;
            }
            if (anyNew && !m_reads.symbols().empty())
                m_lastFind = Clock::now();
            return anyNew;
        }

        /// Whether there is as much time left: a frame must not wait for the last try.
        [[nodiscard]] bool fits(Clock::duration price) const { return Clock::now() + price <= m_deadline; }

        /// No more work is worth it, whatever is still there to be looked at.
        [[nodiscard]] bool isSpent() const
        {
            return Clock::now() >= m_deadline || std::chrono::steady_clock::now() >= m_wallDeadline
                || m_reads.symbols().size() >= m_maxSymbols;
        }
        [[nodiscard]] bool finished() const
        {
            return isSpent() || (m_lastFind && Clock::now() >= *m_lastFind + m_patience);
        }

        static constexpr std::uint8_t kPaper = 200;

        std::size_t m_maxSymbols;
        bool m_isWholeRead = false;
        std::chrono::milliseconds m_patience;
        Clock::time_point m_deadline;
        std::optional<Clock::time_point> m_lastFind;
        bool m_soughtAlike = false;
        std::chrono::steady_clock::time_point m_wallDeadline;
        ReadCollector m_reads;
    };

    /// What is light at the edge of the picture: paper, if a symbol ends there.
    std::uint8_t paperOf(LumView picture)
    {
        std::vector<std::uint8_t> edge;
        for (int x = 0; x < picture.width; ++x)
            for (const int y : {0, picture.height - 1})
                edge.push_back(picture.pixels[std::ptrdiff_t {y} * picture.stride + x]);
        for (int y = 0; y < picture.height; ++y)
            for (const int x : {0, picture.width - 1})
                edge.push_back(picture.pixels[std::ptrdiff_t {y} * picture.stride + x]);
        const auto light = edge.begin() + static_cast<std::ptrdiff_t>(edge.size() * 9 / 10);
        std::nth_element(edge.begin(), light, edge.end());
        return *light;
    }

    /// Symbols of a picture that is cut at their edges, with paper around it for the quiet zone they lack.
    std::vector<Symbol> decodeOnPaper(LumView picture, Search search)
    {
        constexpr int kLeastMargin = 24;
        constexpr int kWidestMargin = 80;
        const int margin
            = std::clamp(std::min(picture.width, picture.height) / 8, kLeastMargin, kWidestMargin);
        auto symbols = search.run(onPaper(picture, margin, paperOf(picture)));
        for (Symbol& symbol : symbols)
            for (auto& corner : symbol.corners)
                corner = {corner.x - margin, corner.y - margin};
        return symbols;
    }

} // namespace

std::vector<Symbol> decode(LumView picture, const DecodeOptions& options)
{
    // Larger pictures are frames and photos of rooms, and not cut to what they show.
    constexpr std::int64_t kCutPixels = 640 * 480;
    constexpr int kLeastSide = 16; // pixels: no symbol has fewer
    // A part is kept for a second search: what one of them leaves, the other seldom reads in that time.
    constexpr int kParts = 4;
    if (picture.pixels == nullptr || picture.width <= 0 || picture.height <= 0)
        return {};
    const auto budget = budgetOf(picture, options.budget);
    const auto end = Clock::now() + budget - kLastStep;
    const auto wallEnd = std::chrono::steady_clock::now() + options.wallBudgets * budget;
    const bool mayBeCut
        = area(picture) <= kCutPixels && std::min(picture.width, picture.height) >= kLeastSide;
    auto symbols = Search(options, mayBeCut ? end - budget / kParts : end, wallEnd).run(picture);
    if (symbols.empty() && mayBeCut && Clock::now() < end)
        symbols = decodeOnPaper(picture, Search(options, end, wallEnd));
    return symbols;
}

} // namespace guanwu
