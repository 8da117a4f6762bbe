#include "tests/approval/approval.h"

#include "reports/writers/lines_of_cell.h"
#include "reports/writers/write_report.h"
#include "tests/support/places.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace guanwu::test {

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::string written(const StreamedReport& report, const std::filesystem::path& path, bool ties)
{
    const auto result = writeReport(report.report, *report.rows, path);
    REQUIRE(result);
    CHECK(result->checksHold() == ties);
    return readFile(path);
}

bool isApproved(std::string_view name, const std::string& bytes)
{
    const auto approved = sourceFolder() / "tests/approval/approved" / name;
    if (std::filesystem::exists(approved) && readFile(approved) == bytes)
        return true;
    const auto received = std::filesystem::absolute(std::string(name) + ".received");
    std::ofstream(received, std::ios::binary) << bytes;
    WARN("differs from " << approved << "; see " << received);
    return false;
}

std::int64_t openedCells(const std::function<StreamedReport()>& report)
{
    CheckedCells checked;
    const StreamedReport made = report();
    std::int64_t told = 0;
    std::int64_t of = 0;
    const auto tell = [&](std::int64_t done, std::int64_t total) {
        CHECK(done == told++);
        of = total;
    };
    REQUIRE(toCheckedCells(checked, tell)(made.report, *made.rows));
    CHECK(told == checked.cells); // whoever waits is told how far it is
    CHECK(of == checked.cells);
    CHECK(checked.wrong == std::vector<std::string>());
    return checked.cells;
}

} // namespace guanwu::test

/// Fontconfig keeps its cache until the process ends, and cairo 1.16 loses 768 bytes with each font it
/// embeds; everything else that leaks is ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libcairo\n"; }
