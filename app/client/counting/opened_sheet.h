#pragma once

#include "app/handheld/handheld.h"

#include <memory>

namespace guanwu {

/// A sheet that was taken up, with the last of what was done on it before.
struct OpenedSheet {
    std::unique_ptr<Handheld> handheld;
    std::vector<ScanEvent> recent; ///< own events that were not taken back, the oldest first
};

/// Reads what a sheet needs: may take a while, so call it on another thread. Errors: those of
/// Handheld::open() and choose(). Throws StorageError.
[[nodiscard]] Result<std::shared_ptr<OpenedSheet>> openSheet(
    const std::filesystem::path& store, const std::string& task, const std::string& unit);

} // namespace guanwu
