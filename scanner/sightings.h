#pragma once

#include "scanner/quad_look.h"
#include "scanner/scan_stage.h"
#include "scanner/zxing_reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guanwu {

/// A frame in the sizes in which symbols are followed.
struct FrameViews {
    LumView half;
    LumView quarter;
    double scale = 1; ///< pixels of the frame for one of the picture that was halved
    std::int64_t number = 0;
};

/// What has been read in the frames of one camera and is still in view. A symbol that was read once is found
/// again by its look, which costs next to nothing. EAN-13 and Code 39 are believed after reads in two frames
/// and four scan lines; of two different ones in one place the one that was read more often.
class SeenSymbols {
public:
    /// Moves what is known by the picture's shift and finds its exact place; what is no longer there is
    /// dropped, and what looks different is due to be read again.
    void follow(const FrameViews& frame, std::optional<PointF> shift);

    /// A read of this frame, with corners in it.
    void add(RawRead read, ScanStage stage, const FrameViews& frame);

    [[nodiscard]] std::vector<Symbol> believed() const;

    [[nodiscard]] bool isBelieved(const Symbol& symbol) const;

    /// Whether a believed symbol lies there that was read not long ago: it need not be read again.
    [[nodiscard]] bool covers(PointF place, std::int64_t frame) const;
    /// Whether anything that was read in this very frame lies there.
    [[nodiscard]] bool readIn(PointF place, std::int64_t frame) const;
    /// What the believed symbol there was read by last; Search: there is none.
    [[nodiscard]] ScanStage stageAt(PointF place) const;
    /// A try on what lies there was made: the next one is not due for a while, whatever came of it.
    void checked(PointF place, std::int64_t frame);

private:
    struct Sighting {
        RawRead read;
        Quad quad {};
        QuadLook look; ///< of the whole, in the quarter
        QuadLook detail; ///< of its modules, in the half
        std::int64_t lastRead = 0;
        std::int64_t lastChecked = 0;
        ScanStage stage {}; ///< that read it last
        int frames = 1; ///< in which it was read
        int lost = 0; ///< frames in a row without its look
    };

    [[nodiscard]] bool isBelieved(const Sighting& sighting) const;

    std::vector<Sighting> m_seen;
};

} // namespace guanwu
