#pragma once

#include "scanner/geometry.h"
#include "scanner/module_grid.h"
#include "scanner/shift_lattice.h"

#include <vector>

namespace guanwu {

/// The modules of a symbol laid over the picture from the middle outwards. What a small square in the middle
/// says of the perspective is off by modules at the rim of a large symbol, and paper bends: so each ring of
/// pieces is put where the rings before it say, moved to where its modules have one colour each, and the
/// perspective learnt anew.
class GrownGrid {
public:
    /// `core`: corners of the square of `coreSide` modules in the middle of what `model` says.
    GrownGrid(LumView picture, const GridModel& model, const Quad& core, int coreSide);

    /// Where a place of the symbol, in modules from its top left, lies in the picture.
    [[nodiscard]] PointF place(PointF module) const;
    [[nodiscard]] Quad corners() const;

private:
    struct Piece {
        PointF at; ///< its middle, in modules from the symbol's
        PointF seen; ///< in the picture
        bool isPlaced = false;
    };
    struct PieceFit {
        PointF shift;
        double score = 0;
    };

    void grow();
    void learnPerspective();
    [[nodiscard]] double scoreOf(const Piece& piece, PointF shift) const;
    [[nodiscard]] PointF fitted(const Piece& piece, PointF expected) const;
    /// `column`, `row`: from the middle piece.
    [[nodiscard]] Piece& piece(int column, int row)
    {
        return m_pieces[static_cast<std::size_t>((row + m_reach) * (2 * m_reach + 1) + column + m_reach)];
    }
    [[nodiscard]] PointF& shift(int column, int row)
    {
        return m_shifts.node(column + m_reach, row + m_reach);
    }

    LumView m_picture;
    const GridModel& m_model;
    double m_half; ///< modules from the middle to the symbol's edge
    int m_reach = 0; ///< pieces from the middle one to the last
    double m_apart = 0; ///< modules from piece to piece
    Homography m_perspective; ///< from modules about the middle to the picture
    std::vector<std::pair<PointF, PointF>> m_core; ///< places of the core and where they are seen
    std::vector<Piece> m_pieces;
    ShiftLattice m_shifts; ///< of the pieces, from where the perspective alone puts them
};

} // namespace guanwu
