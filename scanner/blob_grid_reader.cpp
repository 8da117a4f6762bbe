#include "scanner/blob_grid_reader.h"

#include "scanner/dark_blobs.h"
#include "scanner/dim_blobs.h"
#include "scanner/grid_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace guanwu {

namespace {

    using enum SymbolFormat;

    /// The modules that a standard fixes, for a first judgement at a fraction of gridScore()'s price.
    class Sketch {
    public:
        explicit Sketch(const GridModel& model)
            : m_side(model.side)
        {
            for (int y = 0; y < model.side; ++y)
                for (int x = 0; x < model.side; ++x)
                    if (model.at(x, y) != GridModel::Unknown) {
                        m_places.add({x + 0.5, y + 0.5});
                        m_look.push_back(static_cast<float>(model.at(x, y)));
                    }
            // Paper outside tells the last module from the one before it.
            for (int i = 0; i < model.side; i += 2)
                for (const PointF p : {PointF {i + 0.5, -0.5}, PointF {i + 0.5, model.side + 0.5},
                         PointF {-0.5, i + 0.5}, PointF {model.side + 0.5, i + 0.5}}) {
                    m_places.add(p);
                    m_look.push_back(1);
                }
            gatherTurns();
        }

        /// Correlation of the greys with what they should be, up to 1.
        [[nodiscard]] double score(LumView picture, const Quad& corners) const
        {
            const Greys greys = greysOf(picture, corners, m_places);
            return correlation(greys, [](std::size_t i) { return i; });
        }

        /// The same for the corners turned by none, one, two and three quarters, at little more than the
        /// price of one.
        [[nodiscard]] std::array<double, 4> turnScores(LumView picture, const Quad& corners) const
        {
            const Greys greys = greysOf(picture, corners, m_everyWay);
            std::array<double, 4> scores {};
            for (std::size_t turn = 0; turn < scores.size(); ++turn)
                scores[turn] = correlation(greys, [&](std::size_t i) { return m_turned[turn][i]; });
            return scores;
        }

        /// Few modules look like anything by chance: how much a score is worth grows with their number.
        [[nodiscard]] double weight() const { return std::pow(static_cast<double>(m_places.size()), 0.25); }

    private:
        using Greys = std::vector<float>;

        /// Which places are asked when the symbol lies another way round.
        void gatherTurns()
        {
            std::map<std::pair<double, double>, std::size_t> known;
            std::vector<PointF> turned;
            for (std::size_t i = 0; i < m_places.size(); ++i)
                turned.push_back(m_places[i]);
            for (auto& places : m_turned) {
                for (PointF& p : turned) {
                    const auto [at, isNew] = known.emplace(std::pair(p.x, p.y), m_everyWay.size());
                    if (isNew)
                        m_everyWay.add(p);
                    places.push_back(at->second);
                    p = {m_side - p.y, p.x};
                }
            }
        }

        [[nodiscard]] Greys greysOf(LumView picture, const Quad& corners, const GridPlaces& places) const
        {
            Greys greys;
            places.greys(picture, Homography::ofSquare(m_side, corners), greys);
            return greys;
        }

        template <class PlaceOf> [[nodiscard]] double correlation(const Greys& greys, PlaceOf placeOf) const
        {
            float count = 0;
            float sum = 0;
            float squares = 1;
            float looks = 0;
            float lookSquares = 0;
            float products = 0;
            for (std::size_t i = 0; i < m_look.size(); ++i) {
                const float grey = greys[placeOf(i)];
                if (grey == kLostGrey)
                    continue;
                ++count;
                sum += grey;
                squares += grey * grey;
                looks += m_look[i];
                lookSquares += m_look[i] * m_look[i];
                products += grey * m_look[i];
            }
            if (2 * count < static_cast<float>(m_look.size()))
                return 0;
            const float spread = (squares - sum * sum / count) * (lookSquares - looks * looks / count);
            return spread > 0 ? static_cast<double>((products - sum * looks / count) / std::sqrt(spread)) : 0;
        }

        int m_side;
        GridPlaces m_places;
        std::vector<float> m_look;
        GridPlaces m_everyWay; ///< the places of all four turns
        std::array<std::vector<std::size_t>, 4> m_turned; ///< of each turn those of its places
    };

    struct Kind {
        SymbolFormat format;
        double leastScore; ///< of the fit, for error correction to be asked
        GridModel model;
        Sketch sketch;
    };

    Kind kindOf(SymbolFormat format, double leastScore, GridModel model)
    {
        Sketch sketch(model);
        return {format, leastScore, std::move(model), std::move(sketch)};
    }

    /// The sizes that the text of a tag needs.
    const std::vector<Kind>& kinds()
    {
        static const std::vector<Kind> all = [] {
            std::vector<Kind> out;
            for (int side = 10; side <= 26; side += 2)
                out.push_back(kindOf(DataMatrix, 0.58, GridModel::dataMatrix(side)));
            for (int side = 21; side <= 33; side += 4)
                out.push_back(kindOf(QRCode, 0.55, GridModel::qrCode(side)));
            // An Aztec Code says itself how much of it is error correction, which may be little.
            for (int layers = 1; layers <= kMostCompactAztecLayers; ++layers)
                out.push_back(kindOf(Aztec, 0.62, GridModel::aztec({AztecSize::Kind::Compact, layers})));
            return out;
        }();
        return all;
    }

    struct Guess {
        const Kind* kind = nullptr;
        GridFit fit;

        [[nodiscard]] double worth() const { return fit.score * kind->sketch.weight(); }
    };

    /// The likeliest first, and no more than these.
    void keepBest(std::vector<Guess>& guesses, std::size_t most)
    {
        std::sort(guesses.begin(), guesses.end(),
            [](const Guess& a, const Guess& b) { return a.worth() > b.worth(); });
        if (guesses.size() > most)
            guesses.resize(most);
    }

    /// How well an outline is known.
    struct OutlineError {
        double leastSketch; ///< of the fixed modules, where the outline says they are
        std::size_t mostTurns; ///< of a kind: which way up it lies, the sketch may tell
        std::size_t mostSketches;
        double modules; ///< that a corner may be off
    };
    constexpr OutlineError kDarkOutline {0.45, 1, 3, 0.5};
    constexpr OutlineError kDimOutline {0.2, 2, 8, 1.2};

    /// What the quadrilateral may be.
    std::vector<Guess> guessesFor(
        LumView picture, const Quad& quad, const OutlineError& outline, const GridTry& how)
    {
        constexpr double kLeastRough = 0.54;
        std::vector<Guess> guesses;
        if (how.isOver())
            return guesses;
        for (const Kind& kind : kinds()) {
            const std::size_t first = guesses.size();
            Quad corners = quad;
            for (const double score : kind.sketch.turnScores(picture, quad)) {
                if (score > outline.leastSketch)
                    guesses.push_back({&kind, {corners, score}});
                std::rotate(corners.begin(), corners.begin() + 1, corners.end());
            }
            if (guesses.size() > first + outline.mostTurns) {
                const auto ofKind = guesses.begin() + static_cast<std::ptrdiff_t>(first);
                std::sort(ofKind, guesses.end(),
                    [](const Guess& a, const Guess& b) { return a.fit.score > b.fit.score; });
                guesses.resize(first + outline.mostTurns);
            }
        }
        keepBest(guesses, outline.mostSketches);
        // The fixed modules bring the corners near, at a fraction of the price of all of them.
        for (Guess& guess : guesses) {
            if (how.isOver())
                return {};
            const double module = moduleOf(guess.fit.corners, guess.kind->model.side);
            guess.fit = fitCorners(guess.fit, module * outline.modules, module / 5,
                [&](const Quad& corners) { return guess.kind->sketch.score(picture, corners); });
            guess.fit.score = gridScore(picture, guess.kind->model, guess.fit.corners);
        }
        std::erase_if(guesses, [](const Guess& guess) { return guess.fit.score < kLeastRough; });
        return guesses;
    }

    std::vector<RawRead> readGuess(LumView picture, const Guess& guess, const GridTry& how, GridLook look)
    {
        const GridFit fit = fitGrid(picture, guess.kind->model, guess.fit, 0.25);
        return readGrid(
            picture, guess.kind->format, guess.kind->model, fit, guess.kind->leastScore, how, look);
    }

    std::vector<RawRead> readBest(
        LumView picture, std::vector<Guess> guesses, std::size_t mostFits, const GridTry& how, GridLook look)
    {
        keepBest(guesses, mostFits);
        for (const Guess& guess : guesses) {
            if (how.isOver())
                break;
            if (auto reads = readGuess(picture, guess, how, look); !reads.empty())
                return reads; // a region is one symbol, or the next search finds the other
        }
        return {};
    }

    constexpr double kLeastSide = 14; // pixels of the picture

    /// A blob, and where it is longer than high the squares at its ends: a line of print beside a symbol
    /// hangs together with it.
    std::vector<Quad> outlinesOf(const Quad& blob, GridLook look)
    {
        constexpr double kTied = 1.12; // times as long as high
        constexpr double kMostTied = 1.7;
        std::vector<Quad> outlines {blob};
        Quad quad = blob;
        if (length(quad[1] - quad[0]) < length(quad[2] - quad[1]))
            std::rotate(quad.begin(), quad.begin() + 1, quad.end());
        const double longer = (length(quad[1] - quad[0]) + length(quad[2] - quad[3]))
            / (length(quad[2] - quad[1]) + length(quad[3] - quad[0]));
        if (look == GridLook::Quick || longer < kTied || longer > kMostTied)
            return outlines;
        const double share = 1 / longer;
        const auto between
            = [&](std::size_t from, std::size_t to) { return quad[from] + (quad[to] - quad[from]) * share; };
        outlines.push_back({quad[0], between(0, 1), between(3, 2), quad[3]});
        outlines.push_back({between(1, 0), quad[1], quad[2], between(2, 3)});
        return outlines;
    }

} // namespace

std::vector<RawRead> readBlobGrids(LumView picture, const Patch& patch, const LumImage& image, int reach,
    std::size_t mostFits, const GridTry& how, GridLook look)
{
    constexpr std::size_t kMostBlobs = 3;
    std::vector<Guess> guesses;
    for (const Quad& blob : darkBlobs(image, reach, kLeastSide / length(patch.right), kMostBlobs))
        for (const Quad& outline : outlinesOf(patch.inPicture(blob), look))
            for (const Guess& guess : guessesFor(picture, outline, kDarkOutline, how))
                guesses.push_back(guess);
    return readBest(picture, std::move(guesses), mostFits, how, look);
}

std::vector<RawRead> readDimGrids(
    LumView picture, const Patch& patch, PointF seed, std::size_t mostFits, const GridTry& how)
{
    constexpr std::size_t kMostBlobs = 2;
    std::vector<Guess> guesses;
    for (const Quad& blob : dimBlobs(patch.image, seed, kLeastSide / length(patch.right), kMostBlobs))
        for (const Guess& guess : guessesFor(picture, patch.inPicture(blob), kDimOutline, how))
            guesses.push_back(guess);
    return readBest(picture, std::move(guesses), mostFits, how, GridLook::Thorough);
}

std::vector<RawRead> readAlike(LumView picture, SymbolFormat format, const Quad& known, PointF middle)
{
    const Kind* kind = nullptr;
    double most = 0.4; // of the fixed modules
    for (const Kind& one : kinds())
        if (one.format == format)
            for (const double score : one.sketch.turnScores(picture, known))
                if (score > most) {
                    most = score;
                    kind = &one;
                }
    if (kind == nullptr)
        return {};
    constexpr int kAngles = 12; // of a quarter turn: the sketch knows the others
    constexpr int kReach = 3; // steps to each side
    constexpr double kStep = 0.8; // modules
    constexpr double kLeastSketch = 0.3;
    constexpr double kLeastRough = 0.5;
    constexpr std::size_t kMostFits = 3;
    const PointF centre = middleOf(known);
    const double module = moduleOf(known, kind->model.side);
    std::vector<Guess> guesses;
    for (int i = 0; i < kAngles; ++i) {
        const double angle = std::numbers::pi / 2 * i / kAngles;
        const PointF right {std::cos(angle), std::sin(angle)};
        Quad turned = known;
        for (PointF& p : turned)
            p = PointF {dot(p - centre, {right.x, -right.y}), dot(p - centre, {right.y, right.x})};
        Guess best {kind, {{}, kLeastSketch}};
        for (int y = -kReach; y <= kReach; ++y)
            for (int x = -kReach; x <= kReach; ++x) {
                const PointF there = middle + PointF {x * kStep * module, y * kStep * module};
                Quad corners {turned[0] + there, turned[1] + there, turned[2] + there, turned[3] + there};
                for (const double score : kind->sketch.turnScores(picture, corners)) {
                    if (score > best.fit.score)
                        best.fit = {corners, score};
                    std::rotate(corners.begin(), corners.begin() + 1, corners.end());
                }
            }
        if (best.fit.score > kLeastSketch)
            guesses.push_back(best);
    }
    keepBest(guesses, kMostFits);
    for (Guess& guess : guesses) {
        guess.fit = fitCorners(guess.fit, module * 0.5, module / 5,
            [&](const Quad& corners) { return kind->sketch.score(picture, corners); });
        guess.fit.score = gridScore(picture, kind->model, guess.fit.corners);
    }
    std::erase_if(guesses, [](const Guess& guess) { return guess.fit.score < kLeastRough; });
    return readBest(picture, std::move(guesses), 2, {}, GridLook::Thorough);
}

} // namespace guanwu
