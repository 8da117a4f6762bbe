#pragma once

#include "scanner/image.h"
#include "scanner/symbol.h"

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guanwu::bench {

/// A picture with what must be read in it.
struct TruthFrame {
    std::string group; ///< the row of the table that it counts to
    std::string name;
    LumImage picture;
    std::set<std::pair<SymbolFormat, std::string>> truth;
    bool complete = true; ///< nothing but `truth` is in it, so any other result is a misread
    int shot = 0; ///< of a sequence: one hand over one label; 0 begins a new one
};

using FrameSink = std::function<void(const TruthFrame&)>;

struct FrameWish {
    std::uint64_t seed = 1;
    int perCell = 4; ///< frames of each format in each band
    std::vector<std::string> bands;
    std::vector<SymbolFormat> formats;
    bool fullHd = false; ///< 1920 x 1080 instead of a frame that the label fills
};

/// One label a frame, at any rotation, all severities drawn together from the band.
void bandFrames(const FrameWish& wish, const FrameSink& sink);
/// Several pictures of each label, taken one after the other by a hand that shakes.
void sequenceFrames(const FrameWish& wish, int shots, const FrameSink& sink);
/// 1 to 30 labels of mixed formats in one 1920 x 1080 frame.
void manyFrames(const FrameWish& wish, const FrameSink& sink);
/// Rooms without a label, 1920 x 1080, each in so many pictures of a hand that shakes; the later half of them
/// counts as steady.
void emptyFrames(const FrameWish& wish, int shots, const FrameSink& sink);
/// One label that faces the camera in fair light, its modules one given number of pixels wide after the
/// other.
void smallFrames(const FrameWish& wish, const FrameSink& sink);

/// The pictures of a folder with an expected.csv (columns file, set, format, text, complete, band), grouped
/// by band or, for real photographs, by set.
void folderFrames(const std::filesystem::path& folder, const FrameSink& sink);

} // namespace guanwu::bench
