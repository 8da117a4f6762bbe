#pragma once

#include "app/cli/context.h"

#include <chrono>
#include <vector>

namespace guanwu {

/// `guanwu scan`, apart from its command line.
struct ScanOptions {
    std::vector<std::filesystem::path> paths {}; ///< files and folders
    std::filesystem::path list {}; ///< a file of paths, one a line; empty = none
    int maxSymbols = 0; ///< of one picture; 0 = all
    bool tagsOnly = false; ///< print asset tags whose check character holds, nothing else
    bool walk = false; ///< the pictures are the frames of one camera, in order: each code is printed once
    bool json = false; ///< an object a line instead of fields
    Language language = Language::ZhCn; ///< of the errors
    std::filesystem::path readerProgram {};
    std::chrono::milliseconds limit {10'000}; ///< a picture that takes longer is given up
};

/// Reads the pictures, two at a time, and prints them in the order given: a line a symbol, `path TAB format
/// TAB text TAB milliseconds`, or `path TAB TAB TAB milliseconds` for a picture with none. The time is that
/// of the search for symbols alone, without loading. A picture that cannot be read counts as one without
/// symbols, and one line on `err` says why. Of a walk a symbol is a line with the frame in which it was
/// believed, and there are no other lines. Done, or AnswerIsNo when a picture could not be read; WrongUse
/// without any path; Refused when the list or the reader program is not there.
[[nodiscard]] ExitCode runScan(const ScanOptions& options, std::ostream& out, std::ostream& err);

} // namespace guanwu
