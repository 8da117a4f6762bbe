#include "tests/architecture/layers.h"

#include "tests/architecture/source_text.h"

#include <algorithm>
#include <array>
#include <regex>

namespace guanwu::test {

namespace {

    struct Layer {
        std::string_view folder;
        std::vector<std::string_view> knows; ///< besides itself
    };

    const std::vector<Layer> kLayers {
        {"core", {}},
        {"schema", {"core"}},
        {"scanner", {"core"}},
        {"reports", {"core"}},
        {"app", {"schema", "scanner", "reports", "core"}},
    };

    /// Each knows those before it.
    constexpr std::array<std::string_view, 17> kCoreOrder {"base", "reference", "values", "access",
        "registry", "audit", "rules", "books", "cards", "idle", "leasing", "premises", "documents",
        "inventory", "registers", "overview", "reporting"};

    struct Library {
        std::string_view header; ///< how its headers begin
        std::vector<std::string_view> folders;
    };

    const std::vector<Library> kLibraries {
        {"soci/", {"schema"}},
        {"cppconn/", {"schema"}},
        {"sqlite3.h", {"schema"}},
        {"mysql", {"schema"}},
        {"ZXing/", {"scanner"}},
        {"jpeglib.h", {"scanner"}},
        {"png.h", {"scanner", "reports"}},
        {"cairo", {"reports", "app/reader"}}, // a stranger's drawing is drawn where it is read
        {"pangomm/", {"reports"}},
        {"xlsxwriter.h", {"reports"}},
        // What strangers wrote is unpacked and parsed in the child process only (X11).
        {"expat.h", {"app/reader"}},
        {"zlib.h", {"app/reader", "app/packing", "reports"}},
        // Nothing but the handheld connects to somewhere (X15).
        {"curl/", {"app/handheld"}},
        {"unicode/", {"app/exchange/tables", "app/text"}},
        {"nlohmann/", {"app"}},
        {"simdjson.h", {"app"}},
        {"argon2.h", {"app/security"}},
        {"openssl/", {"schema", "app/security"}},
        {"CLI/", {"app/cli"}},
        {"boost/", {"app/server/http"}},
        // The server opens no connection of its own (X15).
        {"curl/", {"app/handheld"}},
        {"Q", {"app"}},
    };

    /// Standard headers that reach a file, the clock, another thread or the environment.
    constexpr std::array<std::string_view, 11> kOutsideWorld {"filesystem", "fstream", "iostream", "thread",
        "mutex", "future", "atomic", "ctime", "random", "cstdlib", "csignal"};

    /// "core" of "core/values/money.h".
    std::string_view firstFolder(std::string_view path) { return path.substr(0, path.find('/')); }

    /// "values" of "core/values/money.h".
    std::string_view secondFolder(std::string_view path)
    {
        path.remove_prefix(std::min(path.size(), path.find('/') + 1));
        return firstFolder(path);
    }

    /// What moc writes of a class stands in no folder of ours, and is included at the end of its source.
    bool isWrittenByMoc(std::string_view path) { return path.starts_with("moc_") && path.ends_with(".cpp"); }

    const Layer* layerOf(std::string_view path)
    {
        const auto found = std::find_if(kLayers.begin(), kLayers.end(),
            [&](const Layer& layer) { return layer.folder == firstFolder(path); });
        return found == kLayers.end() ? nullptr : &*found;
    }

    template <class Range> bool contains(const Range& range, std::string_view wanted)
    {
        return std::find(range.begin(), range.end(), wanted) != range.end();
    }

    std::ptrdiff_t coreRank(std::string_view path)
    {
        return std::find(kCoreOrder.begin(), kCoreOrder.end(), secondFolder(path)) - kCoreOrder.begin();
    }

} // namespace

Findings upwardIncludes(const SourceFile& file)
{
    const Layer* layer = layerOf(file.path);
    if (!layer)
        return {{file.path, 0, "no layer of this name"}};
    const bool isCore = layer->folder == "core";
    if (isCore && !contains(kCoreOrder, secondFolder(file.path)))
        return {{file.path, 0, "the order of core does not know this folder"}};
    Findings findings;
    for (const Include& include : takeApart(file.text).includes) {
        if (!include.isOurs || isWrittenByMoc(include.path))
            continue;
        const std::string_view target = firstFolder(include.path);
        if (!layerOf(include.path))
            findings.push_back(
                {file.path, include.line, "\"" + include.path + "\" is not named from the root"});
        else if (target != layer->folder && !contains(layer->knows, target))
            findings.push_back({file.path, include.line,
                std::string(layer->folder) + " must not know " + std::string(target) + ": " + include.path});
        else if (isCore && coreRank(include.path) > coreRank(file.path))
            findings.push_back({file.path, include.line, "points up inside core: " + include.path});
    }
    return findings;
}

Findings foreignLibraries(const SourceFile& file)
{
    Findings findings;
    for (const Include& include : takeApart(file.text).includes) {
        if (include.isOurs)
            continue;
        if (file.isIn("core")) {
            const bool isStandard
                = include.path.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
            if ((!isStandard || contains(kOutsideWorld, include.path)) && include.path != "tl/expected.hpp")
                findings.push_back({file.path, include.line, "core must not know " + include.path});
            continue;
        }
        for (const Library& library : kLibraries) {
            const bool isAtHome = std::any_of(library.folders.begin(), library.folders.end(),
                [&](std::string_view folder) { return file.isIn(folder); });
            if (include.path.starts_with(library.header) && !isAtHome)
                findings.push_back({file.path, include.line, include.path + " belongs elsewhere"});
        }
    }
    return findings;
}

Findings outgoingConnections(const SourceFile& file)
{
    if (!file.isIn("app/server"))
        return {};
    static const std::regex call(R"(\basync_connect\b|::connect\s*\()");
    Findings findings;
    const SourceText source = takeApart(file.text);
    for (const Include& include : source.includes)
        if (include.path.starts_with("app/handheld/") || include.path.starts_with("curl/"))
            findings.push_back({file.path, include.line, include.path + " opens a connection"});
    std::size_t number = 0;
    for (const std::string_view line : linesOf(source.code)) {
        ++number;
        if (std::regex_search(line.begin(), line.end(), call))
            findings.push_back({file.path, number, "opens a connection"});
    }
    return findings;
}

} // namespace guanwu::test
