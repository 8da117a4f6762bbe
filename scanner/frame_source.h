#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <vector>

namespace guanwu {

/// Pictures on disk in the order they are to be read: files as named, folders with all that is in them.
class FolderFrames {
public:
    /// A file is taken whatever its name; a folder gives its *.png, *.jpg and *.jpeg of any case, those of
    /// its subfolders too, sorted by path. Links to folders are not followed, so no loop can be built.
    /// Errors: image.missing, image.unreadable (a folder in it may not be listed; what was found before that
    /// is kept).
    [[nodiscard]] Result<void> add(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return m_files; }

private:
    std::vector<std::filesystem::path> m_files;
};

} // namespace guanwu
