#pragma once

#include "scanner/image.h"
#include "scanner/symbol.h"

#include <span>
#include <vector>

namespace guanwu {

/// How a picture of labels is taken. Lengths are pixels of the frame.
struct PhotoConditions {
    int width = 1280;
    int height = 720;
    /// Frame pixels for one label pixel where the label's middle is; a label that would not fit its part of
    /// the frame is taken from further away.
    double scale = 0.5;
    double tiltDegrees = 10; ///< the label leans away by up to this much, about any axis
    double leastTiltDegrees = 0; ///< and by no less than this
    double turnDegrees = 8; ///< and is turned in the picture by up to this much either way
    double blurSigma = 0.6;
    double motionPixels = 0; ///< length of the smear of a moving hand, in any direction
    double noise = 3; ///< standard deviation, in grey levels of 255
    double paper = 215; ///< grey of white paper in full light
    double ink = 40;
    double unevenLight = 0.25; ///< share of the light that is missing where it is darkest
    double glare = 0; ///< share of the first label's area that a reflection bleaches
    /// Which picture of the same scene: labels and room stay, the hand shakes a little between two pictures.
    int shot = 0;
    bool clutter = true; ///< furniture, books, grilles behind the labels instead of an even table
};

/// What a steady hand takes in a lit office: every symbol of such a picture must be read.
[[nodiscard]] PhotoConditions mildConditions();
/// A hurried hand under bad light, from an angle.
[[nodiscard]] PhotoConditions roughConditions();

/// A picture and where each label's corners lie in it, in the order of the labels.
struct PhotoScene {
    LumImage picture;
    std::vector<Corners> labels;
};

/// What a camera makes of labels that lie spread over the frame: perspective, scale, blur, motion, uneven
/// light, noise. The same labels, conditions and seed give the same picture.
[[nodiscard]] PhotoScene photographScene(
    std::span<const LumImage> labels, const PhotoConditions& conditions, std::uint64_t seed);

/// The same for one label.
[[nodiscard]] LumImage photograph(
    const LumImage& label, const PhotoConditions& conditions, std::uint64_t seed);

} // namespace guanwu
