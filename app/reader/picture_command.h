#pragma once

namespace guanwu {

/// The verb `picture`: the photo on standard input as pixels in colour, upright and no larger than
/// kShownLongestSide, for people to look at. Returns the exit code: 0, or 3 when it is none.
int runPictureReader();

} // namespace guanwu
