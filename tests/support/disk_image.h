#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace guanwu::test {

/// The files of a folder as whoever takes the disk out reads them: byte by byte, with what was deleted in
/// them and was not overwritten.
class DiskImage {
public:
    explicit DiskImage(const std::filesystem::path& folder)
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) {
                std::ifstream in(entry.path(), std::ios::binary);
                m_files.emplace(std::filesystem::relative(entry.path(), folder).string(),
                    std::string(std::istreambuf_iterator<char>(in), {}));
            }
    }

    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> out;
        for (const auto& [name, bytes] : m_files)
            out.push_back(name);
        return out;
    }

    /// The files that hold the text, in UTF-8 or in UTF-16 of either order of bytes.
    [[nodiscard]] std::vector<std::string> filesWith(const std::string& text) const
    {
        std::vector<std::string> out;
        const std::u16string wide = std::filesystem::path(text).u16string();
        std::string little;
        std::string big;
        for (const char16_t unit : wide) {
            const auto high = static_cast<char>(unit >> 8);
            const auto low = static_cast<char>(unit & 0xFF);
            little += {low, high};
            big += {high, low};
        }
        for (const auto& [name, bytes] : m_files)
            if (const std::string& in = bytes; std::ranges::any_of(std::vector {text, little, big},
                    [&in](const std::string& form) { return in.find(form) != std::string::npos; }))
                out.push_back(name);
        return out;
    }

private:
    std::map<std::string, std::string> m_files;
};

} // namespace guanwu::test
