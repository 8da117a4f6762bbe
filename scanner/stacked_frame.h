#pragma once

#include "scanner/module_row.h"
#include "scanner/stacked_alphabet.h"

namespace guanwu {

/// Where the modules of all rows lie.
struct StackedFrame {
    BarExtent extent;
    int columns = 0; ///< of codewords, row indicators included
    double fan = 0;
    double score = 0;

    [[nodiscard]] int modules() const { return kStackedCodeword * (columns + 1) + kStackedStop; }
    [[nodiscard]] ModuleRow row(const SummedProfile& profile) const
    {
        return {profile, extent, modules(), fan};
    }
    void fit(const ModuleRow& row)
    {
        extent = row.extent();
        fan = row.fan();
    }
};

/// Where start and stop pattern are in the mean of all rows, which share both; the likeliest first.
[[nodiscard]] std::vector<StackedFrame> stackedFramesOf(const Profile& mean);

} // namespace guanwu
