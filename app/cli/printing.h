#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>

namespace guanwu {

/// Hands a file to CUPS by its program lp, where the system has one: no shell, no library. `printer` empty =
/// the usual one; `paper` as CUPS calls it, empty = what lies in the printer. Errors: print.no_cups (no such
/// program here), print.failed (detail: what CUPS said).
[[nodiscard]] Result<void> printFile(
    const std::filesystem::path& file, const std::string& printer, const std::string& paper);

} // namespace guanwu
