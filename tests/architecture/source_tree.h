#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanwu::test {

/// A file of the project: its path from the root of the repository, and what is in it.
struct SourceFile {
    std::string path;
    std::string text;

    [[nodiscard]] bool isIn(std::string_view folder) const;
    [[nodiscard]] bool endsIn(std::string_view ending) const { return path.ends_with(ending); }
    [[nodiscard]] bool isCode() const { return endsIn(".cpp") || endsIn(".h") || endsIn(".inc"); }
    /// Not a test.
    [[nodiscard]] bool isProduct() const { return !isIn("tests"); }
};

/// Every source file (.cpp .h .inc .sql .qml) of the project and its pages (.md), in the order of their
/// paths.
[[nodiscard]] const std::vector<SourceFile>& sourceTree();

/// Whether the project has a file or folder of this path.
[[nodiscard]] bool isInProject(std::string_view path);

} // namespace guanwu::test
