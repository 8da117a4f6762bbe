#pragma once

#include "tests/bench/scan/frames.h"

#include <chrono>

namespace guanwu::bench {

/// Reads invented frames for each goal of the scanner with ours, plain ZXing and zbar and prints one table: a
/// row a goal, with what it asks for and what each of them reached. Returns the misreads of ours.
[[nodiscard]] int printGoals(
    const FrameWish& wish, std::chrono::milliseconds pictureBudget, std::chrono::milliseconds frameBudget);

} // namespace guanwu::bench
