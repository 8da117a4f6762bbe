#include "scanner/photograph.h"
#include "scanner/scan_worker.h"
#include "tests/support/places.h"
#include "tests/unit/scanner/pictures.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

namespace {

ScanWorker makeWorker(std::chrono::milliseconds limit = 60s)
{
    return ScanWorker({programsFolder() / "guanwu_scan_worker_host", limit});
}

/// Sends the signal to the child while it reads a picture.
template <class Read> auto readWhileSignalled(ScanWorker& worker, int signal, Read read)
{
    const pid_t child = worker.processId();
    REQUIRE(child > 0);
    ::kill(child, SIGSTOP); // so that the picture surely is not finished before
    std::thread killer([child, signal] {
        std::this_thread::sleep_for(50ms);
        ::kill(child, signal);
    });
    auto outcome = read();
    killer.join();
    return outcome;
}

} // namespace

TEST_CASE("a worker reads files and frames as decode() does", "[worker]")
{
    const TempFolder folder;
    const auto photo = photograph(drawnLabel(1), mildConditions(), 1);
    save(photo, folder / "photo.png");
    auto worker = makeWorker();
    const auto expected = decode(photo, kPatient);
    REQUIRE(expected.size() == 1);
    CHECK(worker.readFile(folder / "photo.png", kPatient).value().symbols == expected);
    const auto reading = worker.readFrame(photo, kPatient).value();
    CHECK(reading.symbols == expected);
    CHECK(reading.decodeTime > 0us);
    const auto next = worker.readNextFrame(photo, {1s, 8ms}).value();
    CHECK(next.symbols.size() == 1);
    CHECK_FALSE(next.regions.empty());
    CHECK(next.times[static_cast<std::size_t>(ScanStage::Search)] > 0us);
}

TEST_CASE("a frame with padded rows arrives as it is seen", "[worker]")
{
    const auto photo = photograph(drawnLabel(1), mildConditions(), 1);
    const int stride = photo.width + 64;
    std::vector<std::uint8_t> padded(
        static_cast<std::size_t>(stride) * static_cast<std::size_t>(photo.height), 0x55);
    for (int y = 0; y < photo.height; ++y)
        std::copy_n(photo.pixels.begin() + std::ptrdiff_t {y} * photo.width, photo.width,
            padded.begin() + std::ptrdiff_t {y} * stride);
    auto worker = makeWorker();
    CHECK(worker.readFrame({padded.data(), photo.width, photo.height, stride}, kPatient).value().symbols
        == decode(photo, kPatient));
}

TEST_CASE("a hostile file is an error of its own, and the same child reads on", "[worker][hostile]")
{
    const TempFolder folder;
    writeBytes(folder / "huge.png", pngClaiming(100'000, 100'000));
    writeBytes(folder / "garbage.jpg", Bytes(5000, 0x77));
    writeBytes(folder / "empty.png", {});
    save(drawnLabel(3), folder / "good.png");
    auto worker = makeWorker();
    CHECK(worker.readFile(folder / "huge.png").error().subject == "image.pixels");
    const pid_t child = worker.processId();
    CHECK(worker.readFile(folder / "garbage.jpg").error().subject == "image.format");
    CHECK(worker.readFile(folder / "empty.png").error().subject == "image.empty");
    CHECK(worker.readFile(folder / "none.png").error().subject == "image.missing");
    CHECK(worker.readFile(folder / "good.png", kPatient).value().symbols.size() == 1);
    CHECK(worker.processId() == child);
}

TEST_CASE("a child that dies in the middle of a picture costs that picture only", "[worker]")
{
    const auto photo = photograph(drawnLabel(1), mildConditions(), 1);
    auto worker = makeWorker();
    REQUIRE(worker.readFrame(photo, kPatient));
    const pid_t first = worker.processId();
    const auto outcome
        = readWhileSignalled(worker, SIGKILL, [&] { return worker.readFrame(photo, kPatient); });
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error() == Error {ErrorCode::InvalidArgument, "scan.crashed", "signal 9"});
    CHECK(worker.readFrame(photo, kPatient).value().symbols.size() == 1);
    CHECK(worker.processId() != first);
}

TEST_CASE("a child that hangs is killed when the time is over, and the next picture is read", "[worker]")
{
    const auto blank = gradient(64, 64);
    auto worker = makeWorker(3s);
    REQUIRE(worker.readFrame(blank));
    const pid_t first = worker.processId();
    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = readWhileSignalled(worker, SIGSTOP, [&] { return worker.readFrame(blank); });
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().subject == "scan.timeout");
    CHECK(std::chrono::steady_clock::now() - begin < 6s);
    CHECK(::kill(first, 0) == -1); // gone and reaped
    CHECK(worker.readFrame(blank));
}

TEST_CASE("a child that died between two pictures is replaced without losing the second", "[worker]")
{
    const auto photo = photograph(drawnLabel(1), mildConditions(), 1);
    auto worker = makeWorker();
    REQUIRE(worker.readFrame(photo, kPatient));
    ::kill(worker.processId(), SIGKILL);
    std::this_thread::sleep_for(100ms);
    CHECK(worker.readFrame(photo, kPatient).value().symbols.size() == 1);
}

TEST_CASE(
    "P8: of a child that was taken over the longest reply is waited for, and a longer one is not believed",
    "[worker][limits]") // kMaxReplyBytes
{
    const auto verdictOf = [](std::uint32_t size) {
        const TempFolder folder;
        char length[sizeof size];
        std::memcpy(length, &size, sizeof size);
        writeBytes(folder / "reply", Bytes(std::begin(length), std::end(length)));
        const auto child = folder / "child";
        std::ofstream(child)
            << "#!/bin/sh\n/bin/dd bs=1k count=1 2>/dev/null >/dev/null\n" // hears the request
            << "exec /bin/cat '" << (folder / "reply").string() << "' >&0\n";
        std::filesystem::permissions(child, std::filesystem::perms::owner_all);
        ScanWorker worker({child, 20s});
        const auto reading = worker.readFrame(gradient(64, 64));
        return reading ? "read" : reading.error().subject + " " + reading.error().detail;
    };
    CHECK(verdictOf(4U << 20U) == "scan.crashed status 0");
    CHECK(verdictOf((4U << 20U) + 1) == "scan.crashed reply");
}

TEST_CASE("the child ends with its worker", "[worker]")
{
    pid_t child = 0;
    {
        auto worker = makeWorker();
        REQUIRE(worker.readFrame(gradient(64, 64)));
        child = worker.processId();
    }
    CHECK(::kill(child, 0) == -1);
}

TEST_CASE("the child has little memory, writes no files and leaves no core", "[worker]")
{
    auto worker = makeWorker();
    REQUIRE(worker.readFrame(gradient(64, 64)));
    std::ifstream limits("/proc/" + std::to_string(worker.processId()) + "/limits");
    std::string text((std::istreambuf_iterator<char>(limits)), {});
    CHECK_THAT(text, Catch::Matchers::Matches("[^]*Max file size +0 +0 [^]*"));
    CHECK_THAT(text, Catch::Matchers::Matches("[^]*Max core file size +0 +0 [^]*"));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK_THAT(text, Catch::Matchers::Matches("[^]*Max address space +1073741824 +1073741824 [^]*"));
#endif
}

TEST_CASE("a reader that is not there or is none is an error, not an exception", "[worker]")
{
    ScanWorker missing({"/nonexistent/reader", 1s});
    CHECK(missing.readFrame(gradient(8, 8)).error().subject == "scan.reader");
    ScanWorker wrong({"/bin/false", 5s});
    CHECK(wrong.readFrame(gradient(8, 8)).error().subject == "scan.crashed");
}
