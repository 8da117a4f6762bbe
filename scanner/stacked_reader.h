#pragma once

#include "scanner/patch.h"
#include "scanner/work_clock.h"
#include "scanner/zxing_reader.h"

namespace guanwu {

/// Reads a PDF417 from greys instead of from edges. What hangs together and is dark and long is its data; its
/// long sides go on to start and stop pattern. Between them each codeword of a row is the pattern of that
/// row's cluster that its greys look like most, and what they say goes to error correction as a clean
/// drawing. `patch` is a piece of the picture. `effort` 1 bridges other gaps than 0 does.
/// Nothing further is tried when the thread's work reaches `until`.
[[nodiscard]] std::vector<RawRead> readStackedBlobs(LumView picture, const Patch& patch, int effort,
    WorkClock::time_point until = WorkClock::time_point::max());
/// The same where its corners are known, about.
[[nodiscard]] std::vector<RawRead> readStackedQuad(LumView picture, Quad quad, WorkClock::time_point until);

} // namespace guanwu
