#include "scanner/aztec_reader.h"

#include "scanner/aztec_grid.h"
#include "scanner/aztec_layout.h"
#include "scanner/bulls_eye.h"
#include "scanner/finder_patterns.h"
#include "scanner/image_ops.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guanwu {

namespace {

    using Kind = AztecSize::Kind;

    /// The ring about the bull's eye, the right way up.
    struct Core {
        Kind kind {};
        GridModel model;
        Quad corners {};
        ModuleGreys greys;
    };

    /// Marks about the corners, and how many of them have their colour.
    struct Marks {
        int all = 0;
        int right = 0;
    };
    Marks marksOf(const ModuleGreys& greys, const GridModel& model)
    {
        Marks marks;
        const int last = model.side - 1;
        for (int i = 0; i < model.side; ++i)
            for (const auto& [x, y] : {std::pair {i, 0}, {i, last}, {0, i}, {last, i}})
                if (const auto known = model.at(x, y); known != GridModel::Unknown) {
                    ++marks.all;
                    marks.right += greys.at(x, y) * static_cast<float>(known) > 0 ? 1 : 0;
                }
        return marks;
    }

    /// The core as it lies, of the eight ways in which it may, seen through the back of the paper as well.
    std::optional<Core> coreOf(LumView picture, Kind kind, Quad corners)
    {
        const GridModel model = GridModel::aztec({kind, 0});
        std::optional<Core> best;
        Marks most;
        for (int turn = 0; turn < 8; ++turn) {
            if (turn == 4)
                std::reverse(corners.begin(), corners.end());
            ModuleGreys greys(picture, model, corners);
            if (const Marks marks = marksOf(greys, model); marks.right > most.right) {
                most = marks;
                best = Core {kind, model, corners, std::move(greys)};
            }
            std::rotate(corners.begin(), corners.begin() + 1, corners.end());
        }
        constexpr int kMostWrong = 2;
        return most.right >= most.all - kMostWrong ? std::move(best) : std::nullopt;
    }

    std::vector<AztecNibble> messageOf(const ModuleGreys& greys, const Core& core)
    {
        constexpr std::size_t kBits = 4;
        const auto modules = aztecMessageModules(core.kind, core.model.side);
        std::vector<AztecNibble> message;
        for (std::size_t i = 0; i + kBits <= modules.size(); i += kBits) {
            AztecNibble nibble {0, 1e9F};
            for (std::size_t bit = 0; bit < kBits; ++bit) {
                const int module = modules[i + bit];
                const float grey = greys.at(module % core.model.side, module / core.model.side);
                nibble.value = nibble.value << 1 | (grey < 0 ? 1 : 0);
                nibble.sureness = std::min(nibble.sureness, std::abs(grey));
            }
            message.push_back(nibble);
        }
        return message;
    }

    /// Five check nibbles prove little: all that the standard fixes has to be there, and paper around it.
    bool isAlone(const ModuleGreys& greys, const GridModel& model)
    {
        constexpr double kPaper = 0.9;
        constexpr double kMostError = 0.6;
        for (int y = 0; y < model.side; ++y)
            for (int x = 0; x < model.side; ++x)
                if (greys.at(x, y) * static_cast<float>(model.at(x, y)) < 0)
                    return false;
        int light = 0;
        int all = 0;
        for (int i = -1; i <= model.side; ++i)
            for (const auto& [x, y] : {std::pair {i, -1}, {i, model.side}, {-1, i}, {model.side, i}}) {
                light += greys.at(x, y) > 0 ? 1 : 0;
                ++all;
            }
        return light >= kPaper * all && greys.error(model) < kMostError;
    }

    std::vector<RawRead> readLayers(LumView picture, const Core& core, AztecSize size, const GridTry& how)
    {
        const GridModel model = GridModel::aztec(size);
        const GrownGrid grid(picture, model, core.corners, core.model.side);
        const ModuleGreys greys(picture, model, [&](PointF p) { return grid.place(p); });
        const double error = greys.error(model);
        if (error > kMostGridError)
            return {};
        const Quad corners = grid.corners();
        auto reads = readModules(SymbolFormat::Aztec, model, greys, corners, GridLook::Thorough, how.until);
        return reads.empty() && how.fused != nullptr ? how.fused->add(SymbolFormat::Aztec, model,
                   {corners, 1 / (1 + error)}, greys, GridLook::Thorough, how.until)
                                                     : reads;
    }

    std::vector<RawRead> readCore(LumView picture, const Core& core, const GridTry& how)
    {
        std::vector<RawRead> reads;
        std::vector<int> tried; // numbers of layers
        deblurred(core.greys, core.model, [&](const ModuleGreys& sharp) {
            const auto message = messageOf(sharp, core);
            if (core.kind == Kind::Compact && isAlone(core.greys, core.model))
                if (const auto rune = aztecRuneSaid(message)) {
                    std::string text = std::to_string(*rune);
                    text.insert(0, 3 - text.size(), '0');
                    reads.push_back({{SymbolFormat::Aztec, text, rounded(core.corners)}, 0});
                    return true;
                }
            const auto size = aztecSizeSaid(core.kind, message);
            if (how.isOver())
                return true;
            if (!size || std::find(tried.begin(), tried.end(), size->layers) != tried.end())
                return false;
            tried.push_back(size->layers);
            reads = readLayers(picture, core, *size, how);
            return !reads.empty();
        });
        return reads;
    }

} // namespace

std::vector<RawRead> readAztecAt(LumView picture, PointF middle, double module, const GridTry& how)
{
    constexpr double kLeastUnfitted = 0.3;
    constexpr double kLeastRings = 0.5;
    constexpr int kFullRings = 13; // modules of a side
    const auto eye = bullsEyeAt(picture, middle, module);
    if (!eye)
        return {};
    const auto readAs = [&](Kind kind, const Quad& corners, int rings) {
        const int side = AztecSize {kind}.side();
        const auto core = coreOf(picture, kind, widened(corners, rings, side));
        return core ? readCore(picture, *core, how) : std::vector<RawRead> {};
    };
    const Quad rings = widened(eye->corners, kEyeSide, kFullRings);
    if (ringLikeness(picture, rings, kFullRings) > kLeastUnfitted) {
        const BullsEye full = fittedRings(picture, rings, kFullRings, 0.2);
        if (full.likeness > kLeastRings)
            if (auto reads = readAs(Kind::Full, full.corners, kFullRings); !reads.empty())
                return reads;
    }
    return how.isOver() ? std::vector<RawRead> {} : readAs(Kind::Compact, eye->corners, kEyeSide);
}

std::vector<RawRead> readAztecEyes(
    LumView picture, const Patch& patch, LumView image, const GridTry& how, int rowStep)
{
    constexpr std::size_t kMostEyes = 16; // large symbols have much that looks like one along two lines
    std::vector<RawRead> all;
    for (const FinderPattern& eye : findPatterns(image, bullsEyeLines(), kMostEyes, rowStep)) {
        if (how.isOver())
            break;
        const PointF middle = patch.inPicture(eye.middle);
        const auto isRead
            = [&](const RawRead& read) { return contains(quadOf(read.symbol.corners), middle); };
        if (std::any_of(all.begin(), all.end(), isRead))
            continue;
        const double module = std::sqrt(eye.across * eye.down) * length(patch.right);
        for (RawRead& read : readAztecAt(picture, middle, module, how))
            all.push_back(std::move(read));
    }
    return all;
}

std::vector<RawRead> readNearAztec(LumView picture, const GridTry& how)
{
    constexpr std::int64_t kLargestAsItIs = 640 * 480;
    if (std::int64_t {picture.width} * picture.height <= kLargestAsItIs)
        return readAztecEyes(picture, {{}, {0, 0}, {1, 0}, {0, 1}}, picture, how, 2);
    return readAztecEyes(picture, {{}, {0, 0}, {2, 0}, {0, 2}}, halved(picture), how);
}

} // namespace guanwu
