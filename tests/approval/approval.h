#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace guanwu::test {

[[nodiscard]] std::string readFile(const std::filesystem::path& path);

/// Compares bytes with approved/<name>. If they differ, writes them as <name>.received into the working
/// folder, where the message of the failed check points to, for a human to compare and approve.
[[nodiscard]] bool isApproved(std::string_view name, const std::string& bytes);

/// A folder that goes with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace guanwu::test
