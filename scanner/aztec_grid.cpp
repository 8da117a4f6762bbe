#include "scanner/aztec_grid.h"

#include "scanner/least_squares.h"
#include "scanner/patch.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    constexpr int kPieceReach = 4; // modules from a piece's middle to its edge

    int pieces(double half)
    {
        constexpr double kApart = 8;
        return std::max(1, static_cast<int>(std::ceil((half - kPieceReach) / kApart)));
    }

    /// The map that takes the first of each pair nearest to the second.
    Homography mapOf(const std::vector<std::pair<PointF, PointF>>& pairs, double reach)
    {
        PointF middle;
        for (const auto& [from, to] : pairs)
            middle = middle + to * (1.0 / static_cast<double>(pairs.size()));
        double size = 1e-9;
        for (const auto& [from, to] : pairs)
            size = std::max(size, length(to - middle));
        LeastSquares<8> squares;
        for (const auto& [from, to] : pairs) {
            const PointF p = from * (1 / reach);
            const PointF q = (to - middle) * (1 / size);
            squares.add({p.x, p.y, 1, 0, 0, 0, -p.x * q.x, -p.y * q.x}, q.x);
            squares.add({0, 0, 0, p.x, p.y, 1, -p.x * q.y, -p.y * q.y}, q.y);
        }
        const auto m = squares.solved();
        const double k = 1 / reach;
        return Homography({(m[0] * size + m[6] * middle.x) * k, (m[1] * size + m[7] * middle.x) * k,
            m[2] * size + middle.x, (m[3] * size + m[6] * middle.y) * k, (m[4] * size + m[7] * middle.y) * k,
            m[5] * size + middle.y, m[6] * k, m[7] * k, 1});
    }

} // namespace

GrownGrid::GrownGrid(LumView picture, const GridModel& model, const Quad& core, int coreSide)
    : m_picture(picture)
    , m_model(model)
    , m_half(model.side / 2.0)
    , m_reach(pieces(m_half))
    , m_apart((m_half - kPieceReach) / m_reach)
    , m_perspective(Homography::ofSquare(1, core))
    , m_shifts(2 * m_reach + 1, -m_reach * m_apart, m_apart)
{
    const auto square = Homography::ofSquare(coreSide, core);
    constexpr int kPlaces = 4;
    for (int y = 0; y <= kPlaces; ++y)
        for (int x = 0; x <= kPlaces; ++x) {
            const PointF p {
                coreSide * x / static_cast<double>(kPlaces), coreSide * y / static_cast<double>(kPlaces)};
            m_core.emplace_back(p - PointF {coreSide / 2.0, coreSide / 2.0}, square.map(p));
        }
    m_perspective = mapOf(m_core, m_half);
    for (int row = -m_reach; row <= m_reach; ++row)
        for (int column = -m_reach; column <= m_reach; ++column)
            m_pieces.push_back({{column * m_apart, row * m_apart}, {}, false});
    piece(0, 0).seen = m_perspective.map({0, 0});
    piece(0, 0).isPlaced = true;
    grow();
}

void GrownGrid::grow()
{
    for (int ring = 1; ring <= m_reach; ++ring) {
        for (int row = -ring; row <= ring; ++row)
            for (int column = -ring; column <= ring; ++column) {
                if (std::max(std::abs(row), std::abs(column)) != ring)
                    continue;
                // On from what its neighbours nearer to the middle were moved by.
                const auto within = [&](int reach) {
                    return shift(std::clamp(column, -reach, reach), std::clamp(row, -reach, reach));
                };
                const PointF nearest = within(ring - 1);
                const PointF expected = ring > 1 ? nearest + (nearest - within(ring - 2)) * 0.7 : nearest;
                Piece& one = piece(column, row);
                shift(column, row) = fitted(one, expected);
                one.seen = m_perspective.map(one.at + shift(column, row));
                one.isPlaced = true;
            }
        learnPerspective();
    }
}

void GrownGrid::learnPerspective()
{
    auto pairs = m_core;
    for (const Piece& one : m_pieces)
        if (one.isPlaced)
            pairs.emplace_back(one.at, one.seen);
    m_perspective = mapOf(pairs, m_half);
    const Homography back = m_perspective.inverse();
    for (int row = -m_reach; row <= m_reach; ++row)
        for (int column = -m_reach; column <= m_reach; ++column)
            if (const Piece& one = piece(column, row); one.isPlaced)
                shift(column, row) = back.map(one.seen) - one.at;
}

double GrownGrid::scoreOf(const Piece& piece, PointF shift) const
{
    // So near to its middle the piece is a parallelogram, which maps at a fraction of the price.
    const PointF middle = piece.at + shift;
    const PointF origin = m_perspective.map(middle);
    const PointF right
        = (m_perspective.map(middle + PointF {1, 0}) - m_perspective.map(middle - PointF {1, 0})) * 0.5;
    const PointF down
        = (m_perspective.map(middle + PointF {0, 1}) - m_perspective.map(middle - PointF {0, 1})) * 0.5;
    const int half = m_model.side / 2;
    const int left = std::max(0, static_cast<int>(std::ceil(piece.at.x - kPieceReach)) + half);
    const int top = std::max(0, static_cast<int>(std::ceil(piece.at.y - kPieceReach)) + half);
    const int rightmost = std::min(m_model.side - 1, static_cast<int>(piece.at.x + kPieceReach) + half);
    const int bottom = std::min(m_model.side - 1, static_cast<int>(piece.at.y + kPieceReach) + half);
    const auto corner = [&](int x, int y) {
        return origin + right * (x - half - piece.at.x) + down * (y - half - piece.at.y);
    };
    const bool inside = liesInside(m_picture,
        {corner(left - 1, top - 1), corner(rightmost + 1, top - 1), corner(rightmost + 1, bottom + 1),
            corner(left - 1, bottom + 1)});
    constexpr float kKnownWeight = 1.5F;
    float sum = 0;
    float squares = 0;
    float known = 0;
    float looks = 0;
    int count = 0;
    int knownCount = 0;
    const PointF across = (right + down) * 0.25;
    const PointF aside = (right - down) * 0.25;
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= rightmost; ++x) {
            const PointF p = corner(x, y);
            const auto mean = [&](auto greyOf) {
                return (greyOf(p + across) + greyOf(p - across) + greyOf(p + aside) + greyOf(p - aside)) / 4;
            };
            const float grey = inside ? mean([&](PointF at) { return greyInside(m_picture, at); })
                                      : mean([&](PointF at) { return greyAt(m_picture, at); });
            sum += grey;
            squares += grey * grey;
            ++count;
            if (const auto look = m_model.at(x, y); look != GridModel::Unknown) {
                known += grey * static_cast<float>(look);
                looks += static_cast<float>(look);
                ++knownCount;
            }
        }
    if (count == 0)
        return 0;
    // How far from their mean the modules are, and how far from it on the right side.
    const float mean = sum / static_cast<float>(count);
    const float deviation = std::sqrt(std::max(0.F, squares / static_cast<float>(count) - mean * mean));
    const float onRightSide = known - mean * looks;
    return static_cast<double>((deviation * static_cast<float>(count) + kKnownWeight * onRightSide)
        / (static_cast<float>(count) + kKnownWeight * static_cast<float>(knownCount)));
}

PointF GrownGrid::fitted(const Piece& piece, PointF expected) const
{
    constexpr double kReach = 0.5; // modules: what is farther off may be the next module
    constexpr double kFirstStep = 0.25;
    constexpr double kLastStep = 0.06;
    constexpr double kDrawn = 0.15; // to what was expected, where the greys say little
    const auto judged = [&](PointF shift) {
        const PointF off = shift - expected;
        return scoreOf(piece, shift) * (1 - kDrawn * dot(off, off));
    };
    PieceFit best {expected, judged(expected)};
    for (double y = -kReach; y <= kReach; y += kFirstStep)
        for (double x = -kReach; x <= kReach; x += kFirstStep) {
            const PointF shift = expected + PointF {x, y};
            if (const double score = judged(shift); score > best.score)
                best = {shift, score};
        }
    for (double step = kFirstStep / 2; step >= kLastStep; step /= 2) {
        const PointF from = best.shift;
        for (const PointF d : {PointF {step, 0}, PointF {-step, 0}, PointF {0, step}, PointF {0, -step},
                 PointF {step, step}, PointF {-step, step}, PointF {step, -step}, PointF {-step, -step}})
            if (const double score = judged(from + d); score > best.score)
                best = {from + d, score};
    }
    return best.shift;
}

PointF GrownGrid::place(PointF module) const
{
    const PointF fromMiddle = module - PointF {m_half, m_half};
    return m_perspective.map(fromMiddle + m_shifts.at(fromMiddle));
}

Quad GrownGrid::corners() const
{
    const auto side = static_cast<double>(m_model.side);
    return {place({0, 0}), place({side, 0}), place({side, side}), place({0, side})};
}

} // namespace guanwu
