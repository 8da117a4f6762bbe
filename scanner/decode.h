#pragma once

#include "scanner/image.h"
#include "scanner/symbol.h"

#include <chrono>
#include <vector>

namespace guanwu {

/// How much work one picture is worth.
struct DecodeOptions {
    /// Stop once this many are found; 0 = find all that can be found.
    int maxSymbols = 0;
    /// No new pass begins after this long. The pass under way is finished, so a picture can take longer:
    /// whoever must not wait puts a watchdog around the process (ScanWorker).
    std::chrono::milliseconds budget {500};
};

/// Finds the symbols of a picture; the same format and text is listed once. Pure, but not safe against every
/// picture: ZXing 1.4 has assertions that end the process and a PDF417 loop that may not end, so pictures of
/// strangers and camera frames go through a ScanWorker.
[[nodiscard]] std::vector<Symbol> decode(LumView picture, const DecodeOptions& options = {});

} // namespace guanwu
