#pragma once

namespace guanwu {

/// The verb "plan" of guanwu-reader: the floor plan on standard input, a file that is a PNG, a JPEG or an
/// SVG, goes to standard output as "WIDTH HEIGHT\n" and a byte of light a pixel, no longer than
/// kPlanLongestSide. Returns the exit code: 0, or 3 when it is none, and then what is written is
/// "RULE\tDETAIL".
int runPlanReader();

} // namespace guanwu
