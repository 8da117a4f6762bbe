#pragma once

#include "scanner/image.h"
#include "scanner/symbol.h"

#include <chrono>
#include <vector>

namespace guanwu {

/// How much work one picture is worth. All times are work of this thread, not time on the wall.
struct DecodeOptions {
    /// Stop once this many are found; 0 = find all that can be found.
    int maxSymbols = 0;
    /// On a picture of up to 1920 x 1080 nothing begins in its last milliseconds, and what is under way gives
    /// up then; larger ones get more by their area. A call of ZXing is finished, so a picture can take
    /// longer: whoever must not wait puts a watchdog around the process (ScanWorker). For a small picture a
    /// quarter of it is kept for a second search with paper around.
    std::chrono::milliseconds budget {60};
    /// Once something is read, this much work without another find ends the search: nobody says how many
    /// symbols a picture holds, and what is still unread then is seldom a symbol.
    std::chrono::milliseconds patience {14};
    /// A frame must be answered before its watchdog bites, even where others take the processor: so many
    /// budgets on the wall end the search as well.
    int wallBudgets = 4;
};

/// Finds the symbols of a picture; the same format and text is listed once. Pure, but not safe against every
/// picture: ZXing 1.4 has assertions that end the process and a PDF417 loop that may not end, so pictures of
/// strangers and camera frames go through a ScanWorker.
[[nodiscard]] std::vector<Symbol> decode(LumView picture, const DecodeOptions& options = {});

} // namespace guanwu
