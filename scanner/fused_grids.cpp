#include "scanner/fused_grids.h"

#include "scanner/bent_grid.h"
#include "scanner/soft_decoder.h"

#include <algorithm>
#include <utility>

namespace guanwu {

namespace {

    constexpr std::size_t kMostFused = 8;
    constexpr std::size_t kMostStacks = 4;
    // The same modules in two frames; a grid that lies one module beside has about none of it.
    constexpr double kSameSymbol = 0.45;
    // A blurred frame helps the others where it could not be read alone.
    constexpr double kLessForFusion = 0.08;

    /// So near that a bend shows.
    bool isNear(const Quad& corners, const GridModel& model)
    {
        constexpr double kNearModule = 3; // pixels
        return moduleOf(corners, model.side) >= kNearModule;
    }

    /// The greys of a grid that could not be read, taken once more as of a bent one where its modules then
    /// look more like what they have to be.
    ModuleGreys unbent(LumView picture, const GridModel& model, const Quad& corners, const ModuleGreys& greys)
    {
        const BentGrid grid = fitBent(picture, model, corners);
        ModuleGreys bent(picture, model, [&](PointF p) { return grid.map(p); });
        return bent.error(model) < greys.error(model) ? bent : greys;
    }

} // namespace

std::vector<RawRead> readModules(SymbolFormat format, const GridModel& model, const ModuleGreys& greys,
    const Quad& corners, GridLook look, WorkClock::time_point until)
{
    std::vector<RawRead> reads;
    const bool isKnown = hasSoftDecoder(format, model.side);
    // What is sharp needs no search.
    auto correction = Correction::ByChecks;
    constexpr int kQuickLooks = 2; // as the greys are, and equalised
    int looks = 0;
    deblurred(greys, model, [&](const ModuleGreys& sharp) {
        const auto dark = isKnown ? softDecoded(format, sharp, model, correction) : darkModules(sharp, model);
        if (look == GridLook::Thorough)
            correction = Correction::Likeliest;
        if (dark)
            reads = readOneScale(drawnModules(*dark, model.side), {format}, Effort::Quick);
        return !reads.empty() || (look == GridLook::Quick && ++looks == kQuickLooks)
            || WorkClock::isPast(until);
    });
    for (auto& read : reads)
        read.symbol.corners = rounded(corners);
    return reads;
}

ModuleGreys FusedGrids::Stack::mean() const
{
    std::vector<const ModuleGreys*> all;
    std::vector<double> weights;
    for (const Layer& layer : layers) {
        all.push_back(&layer.greys);
        weights.push_back(layer.score * layer.score); // a blurred frame has less to say
    }
    return ModuleGreys::mean(all, weights);
}

FusedGrids::Stack& FusedGrids::stackFor(SymbolFormat format, const GridModel& model, const ModuleGreys& greys)
{
    auto best = m_stacks.end();
    double most = kSameSymbol;
    for (auto stack = m_stacks.begin(); stack != m_stacks.end(); ++stack)
        if (stack->format == format && stack->layers.front().greys.side() == model.side)
            if (const double alike = stack->mean().likeness(greys, model); alike > most) {
                most = alike;
                best = stack;
            }
    if (best != m_stacks.end()) {
        std::rotate(best, best + 1, m_stacks.end());
    } else {
        if (m_stacks.size() == kMostStacks)
            m_stacks.erase(m_stacks.begin());
        m_stacks.push_back({format, model, {}});
    }
    return m_stacks.back();
}

std::vector<RawRead> FusedGrids::add(SymbolFormat format, const GridModel& model, const GridFit& fit,
    const ModuleGreys& greys, GridLook look, WorkClock::time_point until)
{
    const bool isOver = WorkClock::isPast(until);
    Stack& stack = stackFor(format, model, greys);
    // Several efforts find the grid of one frame: the best of them stands for it.
    if (!stack.layers.empty() && stack.layers.back().frame == m_frame) {
        if (stack.layers.back().score >= fit.score)
            return {};
        stack.layers.pop_back();
    }
    if (stack.layers.size() == kMostFused)
        stack.layers.erase(stack.layers.begin());
    stack.layers.push_back({m_frame, fit.score, greys, fit.corners, look == GridLook::Quick || isOver});
    return stack.layers.size() > 1 && !isOver
        ? readModules(format, model, stack.mean(), fit.corners, GridLook::Thorough, until)
        : std::vector<RawRead> {};
}

std::vector<RawRead> FusedGrids::readLeft(LumView picture, WorkClock::time_point until)
{
    for (Stack& stack : m_stacks) {
        Layer& layer = stack.layers.back();
        if (WorkClock::isPast(until))
            break;
        if (layer.frame != m_frame || !std::exchange(layer.isLeft, false))
            continue;
        if (isNear(layer.corners, stack.model))
            layer.greys = unbent(picture, stack.model, layer.corners, layer.greys);
        if (auto reads
            = readModules(stack.format, stack.model, layer.greys, layer.corners, GridLook::Thorough, until);
            !reads.empty())
            return reads;
    }
    return {};
}

std::vector<RawRead> readGrid(LumView picture, SymbolFormat format, const GridModel& model,
    const GridFit& fit, double leastScore, const GridTry& how, GridLook look)
{
    if (fit.score < leastScore - (how.fused != nullptr ? kLessForFusion : 0))
        return {};
    ModuleGreys greys(picture, model, fit.corners);
    if (greys.error(model) > kMostGridError)
        return {};
    std::vector<RawRead> reads;
    if (fit.score >= leastScore) {
        const bool mayBeBent = look == GridLook::Thorough && isNear(fit.corners, model);
        reads = readModules(format, model, greys, fit.corners, mayBeBent ? GridLook::Quick : look, how.until);
        if (reads.empty() && mayBeBent && !how.isOver()) {
            greys = unbent(picture, model, fit.corners, greys);
            reads = readModules(format, model, greys, fit.corners, look, how.until);
        }
    }
    return reads.empty() && how.fused != nullptr ? how.fused->add(format, model, fit, greys, look, how.until)
                                                 : reads;
}

} // namespace guanwu
