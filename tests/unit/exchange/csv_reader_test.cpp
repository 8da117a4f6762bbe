#include "tests/support/temp_folder.h"
#include "tests/unit/exchange/tables.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

using Rows = std::vector<ReadRow>;

Rows rowsOf(std::string_view text)
{
    const auto table = readTable("t.csv", text);
    INFO(verdict(table));
    REQUIRE(table.has_value());
    return *table;
}

} // namespace

TEST_CASE("quoted cells hold separators, line breaks and doubled quotes", "[csv]")
{
    CHECK(rowsOf("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n")
        == Rows {{1, {"a", "b"}}, {2, {"x,y", "say \"hi\""}}, {3, {"two\nlines", ""}}});
    CHECK(rowsOf("a,\"\"\"\"\n") == Rows {{1, {"a", "\""}}});
    CHECK(rowsOf("\"\r\n\",\"\r\"") == Rows {{1, {"\r\n", "\r"}}});
}

TEST_CASE("every kind of line end ends a record once", "[csv]")
{
    const Rows expected {{1, {"a", "b"}}, {2, {"c", "d"}}};
    for (const auto* text :
        {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "a,b\r\nc,d", "a,b\rc,d"})
        CHECK(rowsOf(text) == expected);
}

TEST_CASE("rows are numbered as a spreadsheet numbers them", "[csv]")
{
    // A blank line is a row; a line break inside quotes is not.
    CHECK(rowsOf("a\n\n\"x\ny\nz\"\n\r\nb")
        == Rows {{1, {"a"}}, {2, {""}}, {3, {"x\ny\nz"}}, {4, {""}}, {5, {"b"}}});
}

TEST_CASE("semicolons and tabs separate where the first line has more of them", "[csv]")
{
    CHECK(rowsOf("a;b;c\n1,5;2;\n") == Rows {{1, {"a", "b", "c"}}, {2, {"1,5", "2", ""}}});
    CHECK(rowsOf("a\tb\tc, d\n1\t2\t3\n") == Rows {{1, {"a", "b", "c, d"}}, {2, {"1", "2", "3"}}});
    CHECK(rowsOf("only\n1;2\n") == Rows {{1, {"only"}}, {2, {"1;2"}}});
}

TEST_CASE("blanks and empty cells stay as they are", "[csv]")
{
    CHECK(rowsOf(" a , b\n,,\n") == Rows {{1, {" a ", " b"}}, {2, {"", "", ""}}});
}

TEST_CASE("a quote in the wrong place is an error of its row", "[csv]")
{
    CHECK(verdict(readTable("t.csv", "a,b\nc\"d\",e\n")) == "table.stray_quote 2");
    CHECK(verdict(readTable("t.csv", "a,b\n\"c\" ,e\n")) == "table.stray_quote 2");
    CHECK(verdict(readTable("t.csv", "a,b\n\"c\"d\"\",e\n")) == "table.stray_quote 2");
    CHECK(verdict(readTable("t.csv", "a\n\n\"x\ny\"\n\"never closed\nb\n")) == "table.unclosed_quote 4");
    CHECK(verdict(readTable("t.csv", "\"")) == "table.unclosed_quote 1");
}

TEST_CASE("a row longer than a mebibyte is an error wherever it stands", "[csv]")
{
    const std::string most(kMaxRowBytes, 'x');
    const std::string beyond(kMaxRowBytes + 1, 'x');
    CHECK(rowsOf("a\n" + most + "\nb\n") == Rows {{1, {"a"}}, {2, {most}}, {3, {"b"}}});
    CHECK(verdict(readTable("t.csv", "a\n" + beyond + "\nb\n")) == "table.record_too_long 2");
    CHECK(verdict(readTable("t.csv", "a\n" + beyond)) == "table.record_too_long 2");
    CHECK(verdict(readTable("t.csv", "a\n\"" + std::string(std::size_t {5} << 20U, 'x')))
        == "table.record_too_long 2");
}

TEST_CASE("a row has at most 4,096 cells", "[csv]")
{
    CHECK(rowsOf(std::string(kMaxRowCells - 1, ',')).front().cells.size() == kMaxRowCells);
    CHECK(verdict(readTable("t.csv", "a\n" + std::string(kMaxRowCells, ','))) == "table.too_many_cells 2");
}

TEST_CASE("a NUL is no text", "[csv]")
{
    using namespace std::string_literals;
    CHECK(verdict(readTable("t.csv", "a,b\nc,\0d\n"s, TextEncoding::Utf8)) == "table.nul 2");
    CHECK(verdict(readTable("t.csv", "a,b\n\"c\0\",d\n"s, TextEncoding::Utf8)) == "table.nul 2");
}

TEST_CASE("files that are no table are told apart", "[csv]")
{
    const TempFolder folder;
    CHECK(subjectOf(readTable(folder.path() / "missing.csv")) == "file.unreadable");
    CHECK(subjectOf(readTable(folder.path())) == "table.folder");
    CHECK(subjectOf(readTable("t.csv", "")) == "table.empty");
    CHECK(subjectOf(readTable("t.pdf", "a,b")) == "table.kind");
    CHECK(subjectOf(readTable("t.xls", "a,b")) == "table.old_xls");
    CHECK(rowsOf("a") == *readTable("T.TXT", "a"));
    std::filesystem::create_directory(folder.path() / "folder.csv");
    CHECK(subjectOf(readTable(folder.path() / "folder.csv")) == "table.folder");
    std::filesystem::create_directory(folder.path() / "folder.xlsx");
    CHECK(subjectOf(readTable(folder.path() / "folder.xlsx")) == "table.folder");
}

TEST_CASE("the reading tells how far it is", "[csv]")
{
    const TempFolder folder;
    std::string text;
    for (int i = 0; i < 300'000; ++i)
        text += "0123456789,abc\n";
    writeFile(folder.path() / "t.csv", text);
    const auto reader = openTable(folder.path() / "t.csv", {});
    REQUIRE(reader.has_value());
    CHECK((*reader)->bytesTotal() == text.size());
    TableRow row;
    REQUIRE((*reader)->next(row) == true);
    CHECK((*reader)->bytesRead() > 0);
    CHECK((*reader)->bytesRead() < text.size());
    REQUIRE(readToEnd(**reader).has_value());
    CHECK((*reader)->bytesRead() == text.size());
}
