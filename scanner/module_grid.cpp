#include "scanner/module_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace guanwu {

namespace {

    void set(GridModel& model, int x, int y, bool dark)
    {
        if (x >= 0 && y >= 0 && x < model.side && y < model.side)
            model.modules[static_cast<std::size_t>(y * model.side + x)]
                = dark ? GridModel::Dark : GridModel::Light;
    }

    /// Concentric squares about (x, y): dark where `distance` of the ring is not in `light`.
    void setRings(GridModel& model, int x, int y, int reach, unsigned lightRings)
    {
        for (int dy = -reach; dy <= reach; ++dy)
            for (int dx = -reach; dx <= reach; ++dx)
                set(model, x + dx, y + dy, (lightRings >> std::max(std::abs(dx), std::abs(dy)) & 1U) == 0);
    }

    /// Of the modules that carry data every second one says where the grid lies as well as all.
    constexpr bool isAsked(GridModel::Module module, int x, int y)
    {
        return module != GridModel::Unknown || (x + y) % 2 == 0;
    }

    /// What the modules that are set say of the places to ask for.
    GridModel withPlaces(GridModel model)
    {
        const auto ask = [&](PointF place, GridModel::Module colour) {
            model.places.add(place);
            model.colours.push_back(static_cast<float>(colour));
        };
        for (int y = 0; y < model.side; ++y)
            for (int x = 0; x < model.side; ++x)
                if (isAsked(model.at(x, y), x, y))
                    ask({x + 0.5, y + 0.5}, model.at(x, y));
        // Paper around the symbol is known as well.
        for (int i = -1; i <= model.side; ++i)
            for (const PointF p : {PointF {i + 0.5, -0.5}, PointF {i + 0.5, model.side + 0.5},
                     PointF {-0.5, i + 0.5}, PointF {model.side + 0.5, i + 0.5}})
                ask(p, GridModel::Light);
        return model;
    }

    GridModel unknown(int side)
    {
        GridModel model;
        model.side = side;
        model.modules.resize(static_cast<std::size_t>(side * side), GridModel::Unknown);
        return model;
    }

} // namespace

double moduleOf(const Quad& corners, int side)
{
    return (length(corners[1] - corners[0]) + length(corners[3] - corners[0])) / 2 / side;
}

GridModel GridModel::qrCode(int side)
{
    GridModel model = unknown(side);
    for (int i = 8; i < side - 8; ++i) {
        set(model, i, 6, i % 2 == 0);
        set(model, 6, i, i % 2 == 0);
    }
    constexpr unsigned kLight = 1U << 2U | 1U << 4U; // rings of a finder pattern, its separator included
    setRings(model, 3, 3, 4, kLight);
    setRings(model, side - 4, 3, 4, kLight);
    setRings(model, 3, side - 4, 4, kLight);
    set(model, 8, side - 8, true);
    if (side >= 25)
        setRings(model, side - 7, side - 7, 2, 1U << 1U);
    return withPlaces(std::move(model));
}

GridModel GridModel::dataMatrix(int side)
{
    GridModel model = unknown(side);
    for (int i = 0; i < side; ++i) {
        set(model, i, 0, i % 2 == 0);
        set(model, side - 1, i, i % 2 != 0);
        set(model, 0, i, true);
        set(model, i, side - 1, true);
    }
    return withPlaces(std::move(model));
}

GridModel GridModel::aztec(AztecSize size)
{
    const int side = size.side();
    GridModel model = unknown(side);
    const int middle = side / 2;
    const int core = size.core();
    if (size.kind == AztecSize::Kind::Full) {
        constexpr int kBetween = 16; // lines of the reference grid
        for (int line = middle % kBetween; line < side; line += kBetween)
            for (int i = 0; i < side; ++i) {
                set(model, line, i, (i - middle) % 2 == 0);
                set(model, i, line, (i - middle) % 2 == 0);
            }
    }
    setRings(model, middle, middle, core - 1, 1U << 1U | 1U << 3U | 1U << 5U);
    // Three, two, one and no dark modules about the corners say which way is up.
    const int in = core - 1;
    for (const auto& [x, y, dark] :
        {std::tuple {-core, -core, true}, {-in, -core, true}, {-core, -in, true}, {in, -core, false},
            {core, -core, true}, {core, -in, true}, {core, in, true}, {core, core, false}, {in, core, false},
            {-core, in, false}, {-core, core, false}, {-in, core, false}})
        set(model, middle + x, middle + y, dark);
    return withPlaces(std::move(model));
}

double gridScore(LumView picture, const GridModel& model, const Quad& corners)
{
    thread_local std::vector<float> greys;
    model.places.greys(picture, Homography::ofSquare(model.side, corners), greys);
    float count = 0;
    float sumDark = 0;
    float sumLight = 0;
    float countDark = 0;
    float countLight = 0;
    for (std::size_t i = 0; i < model.colours.size(); ++i) {
        if (greys[i] == kLostGrey)
            continue;
        ++count;
        if (model.colours[i] < 0) {
            sumDark += greys[i];
            ++countDark;
        } else if (model.colours[i] > 0) {
            sumLight += greys[i];
            ++countLight;
        }
    }
    const float half = (sumLight / std::max(1.F, countLight) + sumDark / std::max(1.F, countDark)) / 2;
    // A correlation: what is known counts with its sign, what is not with its distance from the middle, and
    // both in units of the greys' own spread, so that contrast does not matter.
    float decided = 0;
    float squares = 1;
    for (std::size_t i = 0; i < model.colours.size(); ++i) {
        if (greys[i] == kLostGrey)
            continue;
        const float distance = greys[i] - half;
        squares += distance * distance;
        decided += model.colours[i] == 0 ? kUnknownWeight * std::abs(distance) : distance * model.colours[i];
    }
    return static_cast<double>(decided / std::sqrt(squares * std::max(1.F, count)));
}

GridFit fitCorners(GridFit start, double firstStep, double lastStep,
    const std::function<double(const Quad&)>& score)
{
    // Shift, stretch and shear, perspective: eight directions that make up all that corners can do.
    constexpr std::array<std::array<double, 4>, 4> kModes {
        {{1, 1, 1, 1}, {1, 1, -1, -1}, {1, -1, -1, 1}, {1, -1, 1, -1}}};
    GridFit best {start.corners, score(start.corners)};
    const auto moved = [&](const std::array<double, 4>& mode, PointF by) {
        Quad corners = best.corners;
        for (std::size_t i = 0; i < 4; ++i)
            corners[i] = corners[i] + by * mode[i];
        return corners;
    };
    for (double step = firstStep; step >= lastStep; step /= 2)
        for (int round = 0; round < 3; ++round) {
            const double before = best.score;
            for (const auto& mode : kModes)
                for (const PointF d : {PointF {step, 0}, PointF {0, step}}) {
                    // The score is smooth: a parabola through three places says where it is highest.
                    const GridFit back {moved(mode, d * -1), score(moved(mode, d * -1))};
                    const GridFit ahead {moved(mode, d), score(moved(mode, d))};
                    const double bend = back.score - 2 * best.score + ahead.score;
                    GridFit top = back.score > ahead.score ? back : ahead;
                    if (bend < 0) {
                        const double at
                            = std::clamp((back.score - ahead.score) / (2 * bend), -2.0, 2.0);
                        if (std::abs(at) > 0.15 && std::abs(std::abs(at) - 1) > 0.15) {
                            const Quad there = moved(mode, d * at);
                            if (const double value = score(there); value > top.score)
                                top = {there, value};
                        }
                    }
                    if (top.score > best.score)
                        best = top;
                }
            constexpr double kWorthAnotherRound = 0.01;
            if (best.score < before + kWorthAnotherRound)
                break;
        }
    return best;
}

GridFit fitGrid(LumView picture, const GridModel& model, const GridFit& start, double firstStep)
{
    constexpr double kLastStep = 0.12; // modules
    const double module = moduleOf(start.corners, model.side);
    return fitCorners(start, firstStep * module, kLastStep * module,
        [&](const Quad& corners) { return gridScore(picture, model, corners); });
}

} // namespace guanwu
