#pragma once

#include "app/private_folder.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace guanwu {

/// A table that was sent, as a file for whoever reads files: in a folder that nobody else opens, and gone
/// with this. Its name is "table" with the ending that its first bytes ask for.
class SentFile {
public:
    /// Throws std::system_error when the disk is full or fails.
    explicit SentFile(std::string_view bytes);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    PrivateFolder m_folder;
    std::filesystem::path m_path;
};

/// ".xlsx" for every packed spreadsheet, ".xls" or ".csv", by the first bytes. What they promise is for the
/// reader to find out.
[[nodiscard]] std::string_view tableEnding(std::string_view bytes);

} // namespace guanwu
