#include "scanner/qr_grid_reader.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace guanwu {

namespace {

    constexpr double kFinderMiddle = 3.5; // modules from the corner
    constexpr int kSmallest = 21;
    constexpr int kLargest = 57; // version 10 holds far more than a tag says
    constexpr double kLeastScore = 0.5;
    constexpr double kLeastRough = 0.4;
    constexpr double kLeastAffine = 0.25;
    constexpr std::size_t kMostTriples = 6; // of a region
    constexpr int kMostFits = 3;

    /// Three patterns in the places that a QR code has them, in the picture.
    struct Triple {
        PointF topLeft, topRight, bottomLeft;
        double side = 0; ///< modules, as the patterns' size lets expect
    };

    std::optional<Triple> tripleOf(
        const Patch& patch, const FinderPattern& a, const FinderPattern& b, const FinderPattern& c)
    {
        const PointF right = b.middle - a.middle;
        const PointF down = c.middle - a.middle;
        const double r = length(right);
        const double d = length(down);
        const double largest = std::max({a.down, b.down, c.down});
        const double smallest = std::min({a.down, b.down, c.down});
        if (largest > 1.8 * smallest)
            return std::nullopt;
        // A right angle and equal sides, seen from up to 60 degrees aside.
        if (cross(right, down) <= 0 || r > 2.6 * d || d > 2.6 * r
            || std::abs(dot(right, down)) > 0.75 * r * d)
            return std::nullopt;
        // A line through a turned square is longer than its side.
        const auto moduleAlong = [](const FinderPattern& p, PointF direction) {
            const PointF unit = direction * (1 / length(direction));
            return std::abs(unit.x) > std::abs(unit.y) ? p.across * std::abs(unit.x)
                                                       : p.down * std::abs(unit.y);
        };
        const double across = r / ((moduleAlong(a, right) + moduleAlong(b, right)) / 2);
        const double high = d / ((moduleAlong(a, down) + moduleAlong(c, down)) / 2);
        const double side = std::sqrt(across * high) + 2 * kFinderMiddle;
        if (side < kSmallest - 5 || side > kLargest + 5)
            return std::nullopt;
        return Triple {patch.inPicture(a.middle), patch.inPicture(b.middle), patch.inPicture(c.middle), side};
    }

    Quad cornersOf(const Triple& t, int side)
    {
        const double between = side - 2 * kFinderMiddle;
        const PointF right = (t.topRight - t.topLeft) * (1 / between);
        const PointF down = (t.bottomLeft - t.topLeft) * (1 / between);
        const PointF origin = t.topLeft - (right + down) * kFinderMiddle;
        return {origin, origin + right * side, origin + (right + down) * side, origin + down * side};
    }

    /// Perspective pulls or pushes the fourth corner, which no finder pattern holds: tries how far.
    GridFit roughFit(LumView picture, const GridModel& model, const Quad& affine)
    {
        GridFit best;
        const PointF diagonal = (affine[2] - affine[0]) * (1.0 / model.side);
        const PointF other = (affine[1] - affine[3]) * (1.0 / model.side);
        for (const double along : {0.0, -1.0, 1.0, -2.0, 2.0, -3.5, 3.5})
            for (const double aside : {0.0, -1.0, 1.0, -2.0, 2.0}) {
                Quad corners = affine;
                corners[2] = corners[2] + diagonal * along + other * aside;
                // What moves the far corner moves its neighbours by about half of that at their outer edges.
                if (const double score = gridScore(picture, model, corners); score > best.score)
                    best = {corners, score};
            }
        return best;
    }

    struct Candidate {
        GridModel model;
        GridFit fit;
    };

    int expectedSide(const Triple& triple)
    {
        return 21 + 4 * static_cast<int>(std::lround((triple.side - 21) / 4));
    }

    /// Three patterns in their places fit somewhat whatever the rest does: most triples are chance.
    double chanceScore(LumView picture, const Triple& triple)
    {
        const GridModel likely
            = GridModel::qrCode(std::clamp(expectedSide(triple), kSmallest, kLargest));
        return gridScore(picture, likely, cornersOf(triple, likely.side));
    }

    /// Of each size that it may have, the best fit. Paper that is bent lets a wrong size look better than the
    /// right one.
    void addCandidates(std::vector<Candidate>& candidates, LumView picture, const Triple& triple)
    {
        const int expected = expectedSide(triple);
        for (const int side : {expected, expected - 4, expected + 4}) {
            if (side < kSmallest || side > kLargest)
                continue;
            GridModel model = GridModel::qrCode(side);
            const GridFit fit = roughFit(picture, model, cornersOf(triple, side));
            if (fit.score > kLeastRough)
                candidates.push_back({std::move(model), fit});
        }
    }

    std::vector<RawRead> readCandidate(LumView picture, const Candidate& candidate, const GridTry& how)
    {
        const GridFit best = fitGrid(picture, candidate.model, candidate.fit);
        return readGrid(picture, SymbolFormat::QRCode, candidate.model, best, kLeastScore, how);
    }

} // namespace

std::vector<RawRead> readQrGrids(
    LumView picture, const Patch& patch, std::span<const FinderPattern> patterns, const GridTry& how)
{
    std::vector<std::pair<double, Triple>> triples;
    for (std::size_t i = 0; i < patterns.size(); ++i)
        for (std::size_t j = 0; j < patterns.size(); ++j)
            for (std::size_t k = 0; k < patterns.size(); ++k) {
                if (i == j || j == k || i == k)
                    continue;
                if (const auto triple = tripleOf(patch, patterns[i], patterns[j], patterns[k]))
                    if (const double score = chanceScore(picture, *triple); score > kLeastAffine)
                        triples.emplace_back(score, *triple);
            }
    std::sort(triples.begin(), triples.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (triples.size() > kMostTriples)
        triples.resize(kMostTriples);
    std::vector<Candidate> candidates;
    for (const auto& [score, triple] : triples) {
        if (how.isOver())
            return {};
        addCandidates(candidates, picture, triple);
    }
    // The fit is what costs, and chance triples score low before it.
    std::sort(candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.fit.score > b.fit.score; });
    std::vector<RawRead> all;
    int fits = 0;
    for (const Candidate& candidate : candidates) {
        const auto isRead = [&](const RawRead& read) {
            return contains(quadOf(read.symbol.corners), middleOf(candidate.fit.corners));
        };
        if (std::any_of(all.begin(), all.end(), isRead))
            continue;
        if (++fits > kMostFits || how.isOver())
            break;
        for (auto& read : readCandidate(picture, candidate, how))
            all.push_back(std::move(read));
    }
    return all;
}

} // namespace guanwu
