#include "tests/architecture/source_tree.h"

#include "tests/support/places.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace guanwu::test {

namespace {

    const std::filesystem::path kRoot = sourceFolder();

    std::vector<SourceFile> readTree()
    {
        const std::set<std::string> endings {".cpp", ".h", ".inc", ".sql", ".qml", ".md"};
        std::vector<SourceFile> files;
        for (auto entry = std::filesystem::recursive_directory_iterator(kRoot); entry != end(entry);
             ++entry) {
            const std::string name = entry->path().filename().string();
            if (entry->is_directory()
                && (name.starts_with('.') || (entry.depth() == 0 && (name == "build" || name == "var"))))
                entry.disable_recursion_pending();
            if (!entry->is_regular_file() || !endings.contains(entry->path().extension().string()))
                continue;
            std::ifstream in(entry->path(), std::ios::binary);
            files.push_back({entry->path().lexically_relative(kRoot).generic_string(),
                std::string(std::istreambuf_iterator<char>(in), {})});
        }
        std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
        return files;
    }

} // namespace

bool SourceFile::isIn(std::string_view folder) const
{
    return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

const std::vector<SourceFile>& sourceTree()
{
    static const std::vector<SourceFile> tree = readTree();
    return tree;
}

bool isInProject(std::string_view path) { return std::filesystem::exists(kRoot / path); }

} // namespace guanwu::test
