#include "app/cli/scan_pictures.h"
#include "scanner/frame_source.h"
#include "scanner/image_ops.h"
#include "scanner/photograph.h"
#include "tests/support/places.h"
#include "tests/unit/scanner/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <sstream>

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct Run {
    ExitCode code;
    std::vector<std::string> lines; // their milliseconds as "MS"
    std::string errors;
};

Run run(ScanOptions options)
{
    options.readerProgram = programsFolder() / "guanwu_scan_worker_host";
    options.limit = std::chrono::minutes(1);
    std::ostringstream out;
    std::ostringstream err;
    Run result {runScan(options, out, err), {}, {}};
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);)
        result.lines.push_back(std::regex_replace(line, std::regex("\t[0-9]+\\.[0-9]$"), "\tMS"));
    result.errors = err.str();
    return result;
}

using Lines = std::vector<std::string>;

/// Any grey for each place.
template <class Grey> LumImage painted(int width, int height, Grey grey)
{
    LumImage image {width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.pixels.push_back(static_cast<std::uint8_t>(grey(x, y)));
    return image;
}

} // namespace

TEST_CASE("scan prints a line a symbol and a line for a picture without any, in the order given", "[scan]")
{
    const TempFolder folder;
    std::filesystem::create_directories(folder / "in/sub");
    save(drawnLabel(1), folder / "in/b.png");
    save(drawnLabel(2), folder / "in/sub/a.PNG");
    save(gradient(300, 300), folder / "in/c.png");
    writeBytes(folder / "in/notes.txt", {'x'});
    writeBytes(folder / "in/d.jpeg", jpegOf(symbolPicture(SymbolFormat::Code128, "A\\1", 3)));
    const auto in = (folder / "in").string();
    const auto result = run({.paths = {folder / "in/c.png", folder / "in"}});
    CHECK(result.code == ExitCode::Done);
    CHECK(result.errors.empty());
    CHECK(result.lines
        == Lines {in + "/c.png\t\t\tMS", in + "/b.png\tQRCode\tTY2022000001K\tMS", in + "/c.png\t\t\tMS",
            in + "/d.jpeg\tCode128\tA\\\\1\tMS", in + "/sub/a.PNG\tQRCode\tTY2022000002I\tMS"});
}

TEST_CASE("a picture that cannot be read is one line without a symbol and one error, and the rest is read",
    "[scan]")
{
    const TempFolder folder;
    writeBytes(folder / "1.png", {1, 2, 3});
    save(drawnLabel(5), folder / "3.png");
    const auto result = run({.paths = {folder / "1.png", folder / "2.png", folder / "3.png"}});
    CHECK(result.code == ExitCode::AnswerIsNo);
    CHECK(result.lines
        == Lines {(folder / "1.png").string() + "\t\t\tMS", (folder / "2.png").string() + "\t\t\tMS",
            (folder / "3.png").string() + "\tQRCode\t" + tagOf(5).text() + "\tMS"});
    CHECK(std::count(result.errors.begin(), result.errors.end(), '\n') == 2);
    CHECK_THAT(
        result.errors, Catch::Matchers::Contains("1.png") && Catch::Matchers::Contains("[image.format]"));
    CHECK_THAT(
        result.errors, Catch::Matchers::Contains("2.png") && Catch::Matchers::Contains("[image.missing]"));
}

TEST_CASE("a folder of broken and of confusing pictures is gone through to its end without a symbol",
    "[scan][hostile]")
{
    const TempFolder folder;
    const auto whole = pngOf(gradient(200, 200));
    writeBytes(folder / "cut.png",
        Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2)));
    writeBytes(folder / "empty.jpg", {});
    writeBytes(folder / "garbage.jpeg", Bytes(5000, 0x77));
    writeBytes(folder / "huge.png", pngClaiming(100'000, 100'000));
    save(painted(640, 480, [](int, int) { return 0; }), folder / "a-black.png");
    save(painted(640, 480, [](int x, int) { return x / 3 % 2 * 255; }), folder / "b-bars.png");
    save(painted(640, 480, [](int x, int y) { return (x / 4 + y / 4) % 2 * 255; }), folder / "c-chess.png");
    save(painted(640, 480,
             [](int x, int y) { return std::max(std::abs(x - 320), std::abs(y - 240)) / 5 % 2 * 255; }),
        folder / "d-rings.png");
    std::uint32_t state = 1;
    save(painted(640, 480, [&](int, int) { return (state = state * 1664525U + 1013904223U) >> 24U; }),
        folder / "e-noise.png");
    save(painted(3000, 2, [](int x, int) { return x % 2 * 255; }), folder / "f-thin.png");
    const auto result = run({.paths = {folder.path()}});
    CHECK(result.code == ExitCode::AnswerIsNo);
    CHECK(result.lines.size() == 10);
    for (const auto& line : result.lines)
        CHECK_THAT(line, Catch::Matchers::EndsWith("\t\t\tMS"));
    CHECK(std::count(result.errors.begin(), result.errors.end(), '\n') == 4);
    CHECK_THAT(result.errors, !Catch::Matchers::Contains("scan."));
}

TEST_CASE("scan takes a list of paths, a limit of symbols and only tags on wish", "[scan]")
{
    const TempFolder folder;
    const std::vector<LumImage> labels {
        drawnLabel(1), drawnLabel(2), symbolPicture(SymbolFormat::QRCode, "https://example.org/", 10)};
    save(photographScene(labels, mildConditions(), 4).picture, folder / "room.png");
    const std::string name = (folder / "room.png").string() + "\r\n\n";
    writeBytes(folder / "list.txt", Bytes(name.begin(), name.end()));
    CHECK(run({.list = folder / "list.txt"}).lines.size() == 3);
    CHECK(run({.list = folder / "list.txt", .tagsOnly = true}).lines.size() == 2);
    CHECK(run({.list = folder / "list.txt", .maxSymbols = 1}).lines.size() == 1);
    CHECK(run({.list = folder / "list.txt", .maxSymbols = 1, .tagsOnly = true}).lines.front().find("TY2022")
        != std::string::npos);
}

TEST_CASE("scan can answer in JSON", "[scan]")
{
    const TempFolder folder;
    save(drawnLabel(1), folder / "1.png");
    const auto result = run({.paths = {folder / "1.png"}, .json = true});
    REQUIRE(result.lines.size() == 1);
    CHECK_THAT(
        result.lines.front(), Catch::Matchers::Contains(R"("format":"QRCode","text":"TY2022000001K","ms":)"));
}

TEST_CASE("a control byte in a file's name does not break the line", "[scan]")
{
    const TempFolder folder;
    save(gradient(8, 8), folder / "a\tb\n.png");
    CHECK(run({.paths = {folder.path()}}).lines == Lines {folder.path().string() + "/a\\tb\\n.png\t\t\tMS"});
}

TEST_CASE("scan without a path, list or reader says so by its exit code", "[scan]")
{
    CHECK(run({}).code == ExitCode::WrongUse);
    CHECK(run({.list = "/nonexistent/list"}).code == ExitCode::Refused);
    const TempFolder folder;
    save(gradient(8, 8), folder / "1.png");
    std::ostringstream out;
    std::ostringstream err;
    CHECK(runScan({.paths = {folder / "1.png"}, .readerProgram = "/nonexistent/reader"}, out, err)
        == ExitCode::Refused);
}

TEST_CASE("a link to a folder above does not make scanning endless", "[scan]")
{
    const TempFolder folder;
    std::filesystem::create_directory_symlink("..", folder / "up");
    save(gradient(8, 8), folder / "1.png");
    FolderFrames frames;
    REQUIRE(frames.add(folder.path()));
    CHECK(frames.files().size() == 1);
}

TEST_CASE("of a walk past shelves every tag is counted once", "[scan][frames]")
{
    // A long shelf with eight labels, and a camera that is carried along it by 120 pixels a frame.
    const TempFolder folder;
    constexpr int kLabels = 8;
    std::vector<LumImage> labels;
    std::set<std::string> expected;
    for (int serial = 1; serial <= kLabels; ++serial) {
        labels.push_back(drawnLabel(serial));
        expected.insert(tagOf(serial).text());
    }
    auto conditions = mildConditions();
    conditions.width = 2400;
    conditions.height = 900;
    const LumImage shelf = photographScene(labels, conditions, 21).picture;
    constexpr int kWidth = 960;
    int frame = 100;
    for (int left = 0; left + kWidth <= shelf.width; left += 120) {
        const LumView window {shelf.pixels.data() + left, kWidth, shelf.height, shelf.width};
        save(copied(window), folder / ("frame" + std::to_string(++frame) + ".png"));
    }
    ScanOptions options;
    options.paths = {folder.path()};
    options.walk = true;
    const Run result = run(options);
    CHECK(result.code == ExitCode::Done);
    std::multiset<std::string> counted;
    for (const std::string& line : result.lines) {
        const auto text = line.find("\tQRCode\t");
        REQUIRE(text != std::string::npos);
        counted.insert(line.substr(text + 8, line.rfind('\t') - text - 8));
    }
    CHECK(counted == std::multiset<std::string>(expected.begin(), expected.end()));
}
