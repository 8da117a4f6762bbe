#include "tests/bench/scan/frames.h"

#include "scanner/photograph.h"
#include "tests/bench/scan/drawn_label.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace guanwu::bench {

namespace {

    using enum SymbolFormat;

    struct Range {
        double low, high;
        [[nodiscard]] double draw(PhotoRandom& random) const { return random.between(low, high); }
    };

    /// Lengths in modules, noise in grey levels, contrast as a share of white.
    struct Band {
        std::string_view name;
        Range module; ///< pixels
        Range tilt, blur, motion, noise, contrast;
        double glareChance;
    };
    constexpr std::array<Band, 4> kBands {{
        {"easy", {4, 8}, {0, 20}, {.10, .25}, {0, .4}, {1, 4}, {.65, .85}, 0},
        {"medium", {2.6, 4}, {10, 40}, {.20, .40}, {0, .8}, {3, 8}, {.40, .65}, .15},
        {"hard", {1.8, 2.8}, {20, 50}, {.30, .55}, {.3, 1.1}, {5, 10}, {.28, .45}, .25},
        {"extreme", {1.2, 2.0}, {30, 60}, {.40, .70}, {.4, 1.4}, {5, 12}, {.20, .35}, .30},
    }};

    const Band& bandNamed(std::string_view name)
    {
        const auto found
            = std::find_if(kBands.begin(), kBands.end(), [&](const Band& band) { return band.name == name; });
        if (found == kBands.end())
            throw std::invalid_argument("no band " + std::string(name));
        return *found;
    }

    PhotoConditions drawn(const Band& band, PhotoRandom& random)
    {
        PhotoConditions conditions;
        const double module = band.module.draw(random);
        conditions.scale = module / kLabelModule;
        conditions.tiltDegrees = conditions.leastTiltDegrees = band.tilt.draw(random);
        conditions.turnDegrees = 180;
        conditions.blurSigma = band.blur.draw(random) * module;
        conditions.motionPixels = band.motion.draw(random) * module;
        conditions.noise = band.noise.draw(random);
        const double contrast = band.contrast.draw(random);
        conditions.paper
            = 255 * (contrast > .5 ? .12 + contrast * .88 : random.between(std::max(.3, contrast + .08), .8));
        conditions.ink = conditions.paper - 255 * contrast;
        conditions.unevenLight = 0.15;
        conditions.glare = random.chance(band.glareChance) ? random.between(.02, .08) : 0;
        return conditions;
    }

    std::uint64_t mixed(std::uint64_t seed, std::uint64_t a, std::uint64_t b, std::uint64_t c)
    {
        for (const std::uint64_t value : {a, b, c})
            seed = (seed ^ value) * std::uint64_t {0x9E3779B97F4A7C15} + (seed >> 29U);
        return seed;
    }

    /// A frame about as large as the label at any rotation; a Full HD one where it is wished.
    void fit(PhotoConditions& conditions, const LumImage& label, bool fullHd)
    {
        const double across = conditions.scale * std::hypot(label.width, label.height) * 1.15;
        conditions.width = fullHd ? 1920 : std::clamp(static_cast<int>(across), 320, 1920) & ~1;
        conditions.height = fullHd ? 1080 : std::clamp(static_cast<int>(across * 0.95), 240, 1920) & ~1;
    }

    void sequencesOf(const FrameWish& wish, int shots, const FrameSink& sink)
    {
        for (const auto& name : wish.bands)
            for (const auto format : wish.formats)
                for (int i = 0; i < wish.perCell; ++i) {
                    const Band& band = bandNamed(name);
                    const auto seed = mixed(wish.seed, std::hash<std::string> {}(name),
                        static_cast<std::uint64_t>(format), static_cast<std::uint64_t>(i));
                    PhotoRandom random(seed);
                    const std::string text = payloadFor(format, random);
                    const LumImage label = drawnSymbol(format, text, random);
                    PhotoConditions conditions = drawn(band, random);
                    fit(conditions, label, wish.fullHd);
                    for (int shot = 0; shot < shots; ++shot) {
                        PhotoConditions now = conditions;
                        now.shot = shots > 1 ? shot + 1 : 0;
                        if (shots > 1) {
                            PhotoRandom hand(mixed(seed, 7, 7, static_cast<std::uint64_t>(shot)));
                            now.motionPixels *= hand.between(.3, 1.4);
                            now.blurSigma *= hand.between(.8, 1.25);
                        }
                        sink({name + "/" + std::string(tokenRow(kSymbolFormats, format).token)
                                + (shots > 1 ? " @" + std::to_string(shot + 1) : ""),
                            name + "-" + std::to_string(i) + "-" + std::to_string(shot),
                            photograph(label, now, seed), {{format, text}}, true, shot});
                    }
                }
    }

    SymbolFormat formatInAStore(PhotoRandom& random)
    {
        // Of a hundred tags; what an office that prints QR codes and inherited other systems has on its
        // shelves.
        constexpr std::array<std::pair<SymbolFormat, int>, 7> kShares {{{QRCode, 45}, {DataMatrix, 20},
            {Code128, 20}, {Code39, 4}, {EAN13, 4}, {PDF417, 3}, {Aztec, 4}}};
        int rest = random.integer(0, 99);
        for (const auto& [format, share] : kShares)
            if ((rest -= share) < 0)
                return format;
        return QRCode;
    }

} // namespace

void bandFrames(const FrameWish& wish, const FrameSink& sink) { sequencesOf(wish, 1, sink); }

void sequenceFrames(const FrameWish& wish, int shots, const FrameSink& sink)
{
    sequencesOf(wish, shots, sink);
}

void manyFrames(const FrameWish& wish, const FrameSink& sink)
{
    for (const auto& name : wish.bands)
        for (const int count : {1, 2, 5, 10, 20, 30})
            for (int i = 0; i < wish.perCell; ++i) {
                const auto seed = mixed(wish.seed, std::hash<std::string> {}(name),
                    static_cast<std::uint64_t>(count), static_cast<std::uint64_t>(i));
                PhotoRandom random(seed);
                TruthFrame frame {
                    "many " + name, name + "-" + std::to_string(count) + "-" + std::to_string(i), {}, {}};
                PhotoConditions conditions = drawn(bandNamed(name), random);
                conditions.width = 1920;
                conditions.height = 1080;
                conditions.turnDegrees = 18;
                conditions.glare = 0;
                conditions.tiltDegrees = conditions.leastTiltDegrees = std::min(conditions.tiltDegrees, 30.0);
                std::vector<LumImage> labels;
                for (int k = 0; k < count; ++k) {
                    // A long linear code does not fit where thirty labels share the frame.
                    const SymbolFormat format
                        = count > 12 ? (random.chance(.4) ? DataMatrix : QRCode) : formatInAStore(random);
                    const std::string text = payloadFor(format, random);
                    labels.push_back(drawnSymbol(format, text, random));
                    frame.truth.emplace(format, text);
                }
                frame.picture = photographScene(labels, conditions, seed).picture;
                sink(frame);
            }
}

void emptyFrames(const FrameWish& wish, int shots, const FrameSink& sink)
{
    for (int i = 0; i < wish.perCell; ++i) {
        const auto seed = mixed(wish.seed, 1, 2, static_cast<std::uint64_t>(i));
        PhotoRandom random(seed);
        PhotoConditions conditions;
        conditions.width = 1920;
        conditions.height = 1080;
        conditions.blurSigma = random.between(0, 2);
        conditions.motionPixels = random.between(0, 3);
        conditions.noise = random.between(1, 12);
        for (int shot = 0; shot < shots; ++shot) {
            conditions.shot = shots > 1 ? shot + 1 : 0;
            const bool isSteady = shot >= shots / 2;
            sink({shots > 1 ? isSteady ? "empty steady" : "empty first" : "empty",
                "empty-" + std::to_string(i) + "-" + std::to_string(shot),
                photographScene({}, conditions, seed).picture, {}, true, shot});
        }
    }
}

void smallFrames(const FrameWish& wish, const FrameSink& sink)
{
    for (const double module : {1.0, 1.25, 1.5, 1.75, 2.0, 2.5})
        for (const auto format : wish.formats)
            for (int i = 0; i < wish.perCell; ++i) {
                const auto seed = mixed(wish.seed, static_cast<std::uint64_t>(module * 100),
                    static_cast<std::uint64_t>(format), static_cast<std::uint64_t>(i));
                PhotoRandom random(seed);
                const std::string text = payloadFor(format, random);
                const LumImage label = drawnSymbol(format, text, random);
                PhotoConditions conditions;
                conditions.scale = module / kLabelModule;
                conditions.tiltDegrees = 10;
                conditions.turnDegrees = 20;
                conditions.blurSigma = .2 * module;
                conditions.unevenLight = .1;
                fit(conditions, label, wish.fullHd);
                sink({std::to_string(module).substr(0, 4) + " px/"
                        + std::string(tokenRow(kSymbolFormats, format).token),
                    std::to_string(i), photograph(label, conditions, seed), {{format, text}}});
            }
}

} // namespace guanwu::bench
