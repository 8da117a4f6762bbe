#include "app/demo/city.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

using namespace guanwu;

namespace {

/// Peak resident memory of this process in kB.
long peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return 0;
}

} // namespace

TEST_CASE("Memory does not grow with the assets")
{
    const test::TempFolder folder;
    CityOptions options;
    REQUIRE(writeCity(options, folder.path()));
    const long before = peakMemory();
    REQUIRE(before > 0);
    options.assets = 1'000'000;
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(writeCity(options, folder.path()));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("1,000,000 assets: %.2f s, %.0f rows/s, peak %ld kB (60,000 assets: %ld kB)\n", took.count(),
        1e6 / took.count(), peakMemory(), before);
    CHECK(peakMemory() < before + 8 * 1024);
}
