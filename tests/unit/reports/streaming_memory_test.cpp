#include "reports/writers/write_report.h"
#include "tests/approval/approval.h"
#include "tests/unit/reports/report_samples.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <tuple>

using namespace guanwu;
using namespace guanwu::test;

namespace {

// The address sanitizer holds freed memory back to catch its use, so its peak tells next to nothing.
#ifdef __SANITIZE_ADDRESS__
constexpr long kAllowedKilobytes = 1024 * 1024;
#else
constexpr long kAllowedKilobytes = 4 * 1024;
#endif

/// Peak of the memory that this process really used, in kB, since the last reset.
long peakKilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return 0;
}

void resetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

} // namespace

TEST_CASE("a hundred times the rows needs no more memory", "[report][write]")
{
    const auto [extension, few, many] = GENERATE(table<std::string, std::int64_t, std::int64_t>(
        {{".csv", 1000, 100'000}, {".xlsx", 1000, 100'000}, {".pdf", 100, 5000}}));
    CAPTURE(extension, few, many);
    const TempFolder folder;
    const auto path = folder.path() / ("r" + extension);
    // The first report pays for fonts, libraries and buffers.
    MadeRows first(few, fillSmallRow);
    REQUIRE(writeReport(smallReport(), first, path));
    resetPeak();
    const long before = peakKilobytes();
    REQUIRE(before > 0);
    MadeRows second(many, fillSmallRow);
    REQUIRE(writeReport(smallReport(), second, path));
    CHECK(peakKilobytes() - before < kAllowedKilobytes);
}
