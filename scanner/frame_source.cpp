#include "scanner/frame_source.h"

#include <algorithm>
#include <array>
#include <string>

namespace guanwu {

namespace {

    namespace fs = std::filesystem;

    bool hasPictureName(const fs::path& path)
    {
        std::string extension = path.extension().string();
        std::transform(extension.begin(), extension.end(), extension.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        constexpr std::array<std::string_view, 3> kExtensions {".png", ".jpg", ".jpeg"};
        return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
    }

} // namespace

Result<void> FolderFrames::add(const fs::path& path)
{
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, "image.missing", path.string());
    if (!fs::is_directory(status)) {
        m_files.push_back(path);
        return {};
    }
    std::vector<fs::path> found;
    fs::recursive_directory_iterator entries(path, error);
    for (; !error && entries != fs::end(entries); entries.increment(error)) {
        std::error_code ignored; // a file that vanishes while the folder is listed is none
        if (hasPictureName(entries->path()) && entries->is_regular_file(ignored))
            found.push_back(entries->path());
    }
    std::sort(found.begin(), found.end());
    m_files.insert(m_files.end(), found.begin(), found.end());
    if (error)
        return fail(ErrorCode::InvalidArgument, "image.unreadable", path.string() + ": " + error.message());
    return {};
}

} // namespace guanwu
