#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace guanwu {

/// A file that appears under its name only when it is complete: written beside the target, then renamed over
/// it. A full disk, a kill or an exception leaves the target as it was; only a kill can leave the temporary
/// file behind.
class ReplacingFile {
public:
    /// Who may read it: whoever the system lets read new files, or its owner alone.
    enum class Readers : std::uint8_t { AsUsual, OwnerOnly };

    /// Errors: report.folder (the folder does not exist), report.target (the target is there and no ordinary
    /// file), report.create (the system says no). A link to a file is followed.
    [[nodiscard]] static Result<ReplacingFile> create(
        const std::filesystem::path& target, Readers readers = Readers::AsUsual);

    ReplacingFile(ReplacingFile&& other) noexcept;
    ReplacingFile& operator=(ReplacingFile&&) = delete;
    ~ReplacingFile();

    /// Where the bytes stand until commit(); for libraries that open files by name.
    [[nodiscard]] const std::filesystem::path& temporary() const { return m_temporary; }
    /// Throws std::system_error when the disk is full or fails.
    void write(std::string_view bytes);
    /// Brings the bytes to the disk and gives them the target's name. Throws std::system_error.
    void commit();

private:
    ReplacingFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor);

    std::filesystem::path m_target;
    std::filesystem::path m_temporary; ///< empty = nothing to remove
    int m_descriptor = -1;
};

} // namespace guanwu
