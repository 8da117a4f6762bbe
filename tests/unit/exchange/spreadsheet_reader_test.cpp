#include "app/exchange/tables/spreadsheet_reader.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/exchange/tables.h"
#include "tests/unit/exchange/zip_writer.h"

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <xlsxwriter.h>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

namespace {

/// More rows than a pipe holds, so that the child still lives when the first one is read.
std::string manyRows()
{
    std::string rows;
    for (int i = 0; i < 50'000; ++i)
        rows += "<row><c t=\"str\"><v>a text of some length, row " + std::to_string(i * 7919)
            + "</v></c></row>";
    return zipOf(xlsxParts(sheetXml(rows)));
}

/// A program in the reader's place.
std::filesystem::path script(const TempFolder& folder, const std::string& body)
{
    const auto file = folder.path() / "reader";
    writeFile(file, "#!/bin/sh\n" + body + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    return file;
}

std::string verdictOf(const std::filesystem::path& program, std::chrono::milliseconds limit = 20s)
{
    const TempFolder folder;
    writeFile(folder.path() / "t.xlsx", "x");
    const auto reader = SpreadsheetReader::open(folder.path() / "t.xlsx", {program, limit});
    if (!reader)
        return reader.error().subject;
    return verdict(readToEnd(**reader));
}

bool lives(pid_t pid) { return ::kill(pid, 0) == 0; }

} // namespace

TEST_CASE("a child that is killed on the way is an error, and stays one", "[reader]")
{
    const TempFolder folder;
    writeFile(folder.path() / "t.xlsx", manyRows());
    const auto reader = SpreadsheetReader::open(folder.path() / "t.xlsx", {readerProgram(), 20s});
    REQUIRE(reader.has_value());
    TableRow row;
    REQUIRE((*reader)->next(row) == true);
    REQUIRE((*reader)->processId() > 0);
    ::kill((*reader)->processId(), SIGKILL);
    const auto rest = readToEnd(**reader);
    CHECK(verdict(rest) == "table.crashed signal 9");
    CHECK((*reader)->next(row).error().subject == "table.crashed");
    CHECK((*reader)->processId() == 0);
}

TEST_CASE("a reader that is not read to its end takes its child with it", "[reader]")
{
    const TempFolder folder;
    writeFile(folder.path() / "t.xlsx", manyRows());
    pid_t pid = 0;
    {
        const auto reader = SpreadsheetReader::open(folder.path() / "t.xlsx", {readerProgram(), 20s});
        REQUIRE(reader.has_value());
        TableRow row;
        REQUIRE((*reader)->next(row) == true);
        pid = (*reader)->processId();
        REQUIRE(lives(pid));
    }
    CHECK_FALSE(lives(pid));
}

TEST_CASE("a child that says nothing is given up", "[reader]")
{
    const TempFolder folder;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(verdictOf(script(folder, "exec sleep 60"), 100ms) == "table.timeout 100 ms");
    CHECK(std::chrono::steady_clock::now() - begin < 10s);
}

TEST_CASE("a child that spent its processor time is a time-out", "[reader]")
{
    const TempFolder folder;
    CHECK(verdictOf(script(folder, "kill -XCPU $$")) == "table.timeout signal 24");
}

TEST_CASE("a child that speaks otherwise than agreed is not believed", "[reader]")
{
    const TempFolder folder;
    CHECK(verdictOf(script(folder, "exit 3")) == "table.crashed status 3");
    CHECK(verdictOf(script(folder, "exit 0")) == "table.crashed status 0");
    CHECK(verdictOf(script(folder, "kill -SEGV $$")) == "table.crashed signal 11");
    CHECK(verdictOf(script(folder, "printf '\\377\\377\\377\\377'; sleep 60")) == "table.crashed frame");
    CHECK(verdictOf(script(folder, "printf '\\1\\0\\0\\0x'; sleep 60")) == "table.crashed frame");
    CHECK(verdictOf(script(folder, "printf '\\1\\0\\0\\0d'; sleep 60")) == "read");
    CHECK(verdictOf(script(folder, "exec >&-; sleep 60")) == "table.crashed signal 9");
}

TEST_CASE("a reader that cannot be started says so", "[reader]")
{
    const TempFolder folder;
    CHECK(verdictOf(folder.path() / "missing") == "table.reader");
    CHECK(verdictOf("") == "table.reader");
    writeFile(folder.path() / "no-program", "x");
    CHECK(verdictOf(folder.path() / "no-program") == "table.reader");
}

TEST_CASE("the child gets nothing of the parent's environment", "[reader]")
{
    ::setenv("GUANWU_PLANTED", "secret", 1);
    const TempFolder folder;
    // Ends with 0 only if the variable is there.
    CHECK(verdictOf(script(folder, "[ -n \"$GUANWU_PLANTED\" ] && exit 0; exit 7"))
        == "table.crashed status 7");
    ::unsetenv("GUANWU_PLANTED");
}

TEST_CASE("the reading of a spreadsheet tells how far it is", "[reader]")
{
    const TempFolder folder;
    const auto file = folder.path() / "t.xlsx";
    writeFile(file, manyRows());
    const auto reader = openTable(file, {{}, readerProgram()});
    REQUIRE(reader.has_value());
    const auto total = std::filesystem::file_size(file);
    CHECK((*reader)->bytesTotal() == total);
    TableRow row;
    std::uint64_t last = 0;
    while ((*reader)->next(row).value_or(false)) {
        REQUIRE((*reader)->bytesRead() >= last);
        REQUIRE((*reader)->bytesRead() <= total);
        last = (*reader)->bytesRead();
    }
    CHECK((*reader)->bytesRead() == total);
}

TEST_CASE("sheets after the first are named, unless they are hidden or empty", "[spreadsheet]")
{
    const TempFolder folder;
    const auto file = folder / "many.xlsx";
    lxw_workbook* book = ::workbook_new(file.c_str());
    ::worksheet_write_string(::workbook_add_worksheet(book, "data"), 0, 0, "read", nullptr);
    ::workbook_add_worksheet(book, "blank");
    ::worksheet_write_string(::workbook_add_worksheet(book, "车辆"), 3, 3, "more", nullptr);
    lxw_worksheet* hidden = ::workbook_add_worksheet(book, "dictionary");
    ::worksheet_write_string(hidden, 0, 0, "hidden", nullptr);
    ::worksheet_hide(hidden);
    ::worksheet_write_formula(::workbook_add_worksheet(book, "合计"), 0, 0, "=1+1", nullptr);
    REQUIRE(::workbook_close(book) == LXW_NO_ERROR);

    const auto reader = openTable(file, {{}, readerProgram()}).value();
    CHECK(reader->otherSheets().empty());
    REQUIRE(readToEnd(*reader));
    CHECK(reader->otherSheets() == "车辆、合计");
}
