#include "scanner/scan_worker.h"
#include "scanner/zxing_reader.h"
#include "tests/support/places.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

using namespace guanwu;

namespace {

using Truth = std::map<std::string, std::set<std::string>>; // file to "format text"

std::vector<std::string> csvFields(const std::string& line)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

std::string keyOf(std::string_view format, std::string text)
{
    // The expected texts leave out the separator of GS1 codes.
    for (auto at = text.find("\\x1D"); at != std::string::npos; at = text.find("\\x1D"))
        text.erase(at, 4);
    return std::string(format) + " " + text;
}

Truth truthOf(const std::filesystem::path& folder)
{
    Truth truth;
    std::ifstream file(folder / "expected.csv");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto fields = csvFields(line);
        auto& texts = truth[fields.at(0)];
        if (fields.at(2) != "NONE")
            texts.insert(keyOf(fields[2], fields.at(3)));
    }
    return truth;
}

std::size_t countRight(const std::vector<Symbol>& symbols, const std::set<std::string>& expected)
{
    std::set<std::string> found;
    for (const auto& symbol : symbols)
        found.insert(keyOf(tokenRow(kSymbolFormats, symbol.format).token, escapedText(symbol.text)));
    return static_cast<std::size_t>(std::count_if(
        expected.begin(), expected.end(), [&](const std::string& key) { return found.contains(key); }));
}

} // namespace

TEST_CASE(
    "of the sample pictures no fewer symbols are read than by plain calls, and nothing dies", "[samples]")
{
    const char* folder = std::getenv("GUANWU_SCAN_SAMPLES");
    if (folder == nullptr) {
        WARN("GUANWU_SCAN_SAMPLES names no folder of sample pictures: nothing was measured");
        return;
    }
    ScanWorker worker({test::programsFolder() / "guanwu_scan_worker_host", std::chrono::minutes(1)});
    using enum SymbolFormat;
    std::size_t expected = 0;
    std::size_t right = 0;
    std::size_t plain = 0;
    for (const auto& [file, texts] : truthOf(folder)) {
        CAPTURE(file);
        const auto path = std::filesystem::path(folder) / file;
        const auto reading = worker.readFile(path, {0, std::chrono::seconds(30)});
        REQUIRE(reading);
        expected += texts.size();
        right += countRight(reading->symbols, texts);
        if (texts.empty())
            CHECK(reading->symbols.empty());
        std::vector<Symbol> plainly;
        for (auto& read : readOneScale(loadImage(path).value(),
                 {QRCode, DataMatrix, Aztec, PDF417, Code128, Code39, EAN13}, Effort::Thorough))
            plainly.push_back(std::move(read.symbol));
        plain += countRight(plainly, texts);
    }
    WARN(right << " of " << expected << " symbols read, " << plain << " by plain calls");
    CHECK(expected > 0);
    CHECK(right >= plain);
}
