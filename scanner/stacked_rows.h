#pragma once

#include "scanner/stacked_frame.h"

#include <cmath>
#include <limits>

namespace guanwu {

/// Rows seldom lie level in the strips: strips by which a column lies lower than the middle one.
struct RowSlant {
    double slope = 0; ///< for a column
    double fan = 0; ///< that the slope changes from the first strip to the last one

    [[nodiscard]] int shift(int strip, int column, int strips, int columns) const
    {
        const double u = column - (columns - 1) / 2.0;
        const double v = static_cast<double>(strip) / strips - 0.5;
        return static_cast<int>(std::lround(u * (slope + fan * v)));
    }
};

struct StackedRow {
    int first = 0;
    int last = 0; ///< strips, both included
    std::size_t cluster = 0;
};

struct StackedRows {
    std::vector<StackedRow> rows;
    RowSlant slant;
    double score = -std::numeric_limits<double>::max();
};

/// The rows that the clusters of their codewords show, for strips along the rows: each is followed by one of
/// the next cluster.
[[nodiscard]] StackedRows stackedRowsOf(const std::vector<Profile>& strips, const StackedFrame& frame);

} // namespace guanwu
