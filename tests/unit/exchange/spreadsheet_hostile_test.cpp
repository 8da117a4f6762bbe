#include "tests/support/temp_folder.h"
#include "tests/unit/exchange/tables.h"
#include "tests/unit/exchange/zip_writer.h"

#include <catch2/catch.hpp>
#include <random>
#include <xlsxwriter.h>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::string_literals;

namespace {

const std::string kRows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
const std::string kSheet = "xl/worksheets/sheet1.xml";

/// An archive of every part but the sheet, to which a test adds its own.
ZipWriter withoutSheet(const Parts& others = {})
{
    ZipWriter zip;
    for (const auto& [name, content] : xlsxParts("", others))
        zip.add(ZipWriter::stored(name, content));
    return zip;
}

std::string verdictOf(const ZipWriter& zip) { return verdict(readTable("t.xlsx", zip.finish())); }

std::string verdictWith(const ZipWriter::Entry& sheet)
{
    ZipWriter zip = withoutSheet();
    zip.add(sheet);
    return verdictOf(zip);
}

/// A workbook as a spreadsheet program writes it: some thousand cells, tens of kilobytes.
std::string workbook(bool inlineStrings)
{
    const TempFolder folder;
    const std::string file = folder / "t.xlsx";
    lxw_workbook_options options {};
    options.constant_memory = inlineStrings ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* book = ::workbook_new_opt(file.c_str(), &options);
    lxw_worksheet* sheet = ::workbook_add_worksheet(book, nullptr);
    std::mt19937 engine(5);
    for (lxw_row_t row = 0; row < 400; ++row) {
        for (lxw_col_t column = 0; column < 5; ++column)
            ::worksheet_write_string(
                sheet, row, column, ("资产 " + std::to_string(engine())).c_str(), nullptr);
        ::worksheet_write_number(sheet, row, 5, static_cast<double>(engine() % 100'000) / 100, nullptr);
    }
    ::workbook_close(book);
    return fileBytes(file);
}

/// The reader's own words; anything else means that the child was ended by the file.
bool isRefusal(const std::string& subject)
{
    return subject.starts_with("table.") && subject != "table.crashed" && subject != "table.timeout"
        && subject != "table.memory";
}

} // namespace

TEST_CASE("X11: a part packed tighter than tables are is refused before it fills memory", "[hostile]")
{
    const std::string blanks(1 << 20, ' ');
    CHECK(verdictWith(ZipWriter::repeated(kSheet, "<worksheet>", blanks, 1000))
        == "table.compression " + kSheet);
    ZipWriter::Entry lying = ZipWriter::repeated(kSheet, "<worksheet>", blanks, 1000);
    lying.size = 100;
    CHECK(verdictWith(lying) == "table.compression " + kSheet);
}

TEST_CASE("X11: 300 MiB are counted as they come out, whatever the headers say", "[hostile]")
{
    std::mt19937 engine(1);
    std::string sparse(1 << 20, ' '); // one digit in 40 blanks: a ratio below 200
    for (std::size_t i = 0; i < sparse.size(); i += 40)
        sparse[i] = static_cast<char>('0' + engine() % 10);
    ZipWriter::Entry entry = ZipWriter::repeated(kSheet, "<worksheet>", sparse, 301);
    REQUIRE(entry.size / entry.packed.size() < 200);
    CHECK(verdictWith(entry) == "table.too_large " + kSheet);
    entry.size = 5000;
    CHECK(verdictWith(entry) == "table.too_large " + kSheet);
}

TEST_CASE("X11: a long text in every cell does not multiply", "[hostile]")
{
    std::string rows;
    for (int i = 0; i < 400; ++i)
        rows += R"(<row><c t="s"><v>0</v></c></row>)";
    const Parts strings {
        {"xl/sharedStrings.xml", stringsXml({"<t>" + std::string(1'000'000, 'x') + "</t>"})}};
    CHECK(subjectOf(readTable("t.xlsx", zipOf(xlsxParts(sheetXml(rows), strings)))) == "table.too_large");
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("X11: texts that do not fit into the reader's memory are an error, not a crash", "[hostile]")
{
    std::mt19937 engine(1);
    std::string text(1 << 20, ' ');
    for (std::size_t i = 0; i < text.size(); i += 40)
        text[i] = static_cast<char>('a' + engine() % 26);
    ZipWriter zip = withoutSheet();
    zip.add(ZipWriter::stored(kSheet, sheetXml(kRows)));
    zip.add(ZipWriter::repeated("xl/sharedStrings.xml", "<sst><si><t>", text, 290));
    CHECK(verdictOf(zip) == "table.memory");
}
#endif

TEST_CASE("X11: an archive has at most 2,000 parts", "[hostile]")
{
    for (const std::size_t count : {std::size_t {2000}, std::size_t {2001}}) {
        ZipWriter zip = withoutSheet();
        zip.add(ZipWriter::stored(kSheet, sheetXml(kRows)));
        for (std::size_t i = xlsxParts("").size() + 1; i < count; ++i)
            zip.add(ZipWriter::stored("media/" + std::to_string(i), ""));
        CHECK(verdictOf(zip) == (count == 2000 ? "read" : "table.too_many_parts 2001"));
    }
}

TEST_CASE("X11: parts that overlap are refused", "[hostile]")
{
    // One entry's bytes stand inside another's.
    ZipWriter inner;
    inner.add(ZipWriter::stored("inner", "x"));
    ZipWriter zip = withoutSheet();
    zip.add(ZipWriter::stored(kSheet, sheetXml(kRows)));
    const auto outer = ZipWriter::stored("outer", inner.finish());
    const std::size_t offset = zip.size() + 30 + outer.name.size();
    zip.add(outer);
    zip.addDirectoryOnly(ZipWriter::stored("inner", "x"), offset);
    CHECK(verdictOf(zip) == "table.overlap");

    ZipWriter same = withoutSheet();
    const std::size_t at = same.size();
    same.add(ZipWriter::stored(kSheet, sheetXml(kRows)));
    same.addDirectoryOnly(ZipWriter::stored(kSheet, sheetXml(kRows)), at);
    CHECK(verdictOf(same) == "table.overlap");
}

TEST_CASE("X11: archives that contradict themselves are refused", "[hostile]")
{
    const auto good = ZipWriter::deflated(kSheet, sheetXml(kRows));
    REQUIRE(verdictWith(good) == "read");
    const auto changed = [&](auto change) {
        ZipWriter::Entry entry = good;
        change(entry);
        return verdictWith(entry);
    };
    const std::string damaged = "table.damaged " + kSheet;
    CHECK(changed([](auto& entry) { entry.crc ^= 1U; }) == damaged);
    CHECK(changed([](auto& entry) { entry.size += 1; }) == damaged);
    CHECK(changed([](auto& entry) { entry.packed += "x"; }) == damaged);
    CHECK(changed([](auto& entry) { entry.packed.pop_back(); }) == damaged);
    CHECK(changed([](auto& entry) { entry.method = 0; }) == damaged);
    CHECK(changed([](auto& entry) { entry.method = 12; }) == damaged);
    CHECK(changed([](auto& entry) { entry.localName = "xl/worksheets/sheet2.xml"; }) == damaged);
    CHECK(changed([](auto& entry) { entry.flags = 1; }) == "table.protected");
    for (const auto* name : {"../sheet", "xl/../../sheet", "/etc/passwd", "C:/x", "a\\b", ""}) {
        ZipWriter zip = withoutSheet();
        zip.add(good);
        zip.add(ZipWriter::stored(name, "x"));
        INFO(name);
        CHECK(verdictOf(zip) == "table.damaged zip");
    }
    ZipWriter twice = withoutSheet();
    twice.add(good);
    twice.add(good);
    CHECK(verdictOf(twice) == damaged);
    ZipWriter outside = withoutSheet();
    outside.add(good);
    outside.addDirectoryOnly(ZipWriter::stored("far", "x"), 0xFFFFFFF0U);
    CHECK(verdictOf(outside) == "table.damaged far");
}

TEST_CASE("files that are something else are told apart", "[hostile]")
{
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    CHECK(subjectOf(readTable("t.xlsx", compound)) == "table.old_xls");
    CHECK(subjectOf(readTable("t.xlsx", compound + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s))
        == "table.protected");
    CHECK(subjectOf(readTable("t.xlsx", "编号,名称\n1,桌\n")) == "table.not_spreadsheet");
    CHECK(subjectOf(readTable("t.ods", "<html><table></table></html>")) == "table.not_spreadsheet");
    CHECK(subjectOf(readTable("t.xlsx", "P")) == "table.not_spreadsheet");
    CHECK(subjectOf(readTable("t.xlsx", "PK\x03\x04")) == "table.damaged");
    CHECK(subjectOf(readTable("t.xlsx", zipOf({{"word/document.xml", "<document/>"}})))
        == "table.not_spreadsheet");
}

TEST_CASE("X11: a workbook cut anywhere is refused", "[hostile]")
{
    const std::string whole = workbook(false);
    REQUIRE(readTable("t.xlsx", whole)->size() == 400);
    const TempFolder folder;
    const auto file = folder.path() / "t.xlsx";
    for (std::size_t size = 1; size < whole.size(); size += 997) {
        writeFile(file, std::string_view(whole).substr(0, size));
        const std::string subject = subjectOf(readTable(file));
        INFO("cut at " << size << ": " << subject);
        CHECK(isRefusal(subject));
    }
}

TEST_CASE("X11: flipped bytes are refused or change nothing", "[hostile]")
{
    const TempFolder folder;
    const auto file = folder.path() / "t.xlsx";
    std::size_t refused = 0;
    for (const bool inlineStrings : {false, true}) {
        const std::string whole = workbook(inlineStrings);
        const auto expected = readTable("t.xlsx", whole);
        REQUIRE(expected.has_value());
        std::mt19937 engine(inlineStrings ? 2 : 1);
        for (int i = 0; i < 150; ++i) {
            std::string bytes = whole;
            const std::size_t at = engine() % bytes.size();
            bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << engine() % 8));
            writeFile(file, bytes);
            const auto read = readTable(file);
            INFO("byte " << at << ": " << verdict(read));
            if (read) {
                const bool same = *read == *expected;
                CHECK(same);
            } else {
                ++refused;
                CHECK(isRefusal(read.error().subject));
            }
        }
    }
    CHECK(refused > 200);
}

TEST_CASE("X11: many flipped bytes inside parts are refused or read, nothing else", "[hostile]")
{
    // Archives whose checksums fit, so that the damage reaches the parsers.
    const TempFolder folder;
    const auto file = folder.path() / "t.xlsx";
    const std::string rows
        = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44635</v></c></row>)"
          R"(<row r="2"><c r="A2" t="inlineStr"><is><t>text</t></is></c><c r="C2"><v>1.5</v></c></row>)";
    const Parts parts = xlsxParts(sheetXml(rows),
        {{"xl/sharedStrings.xml", stringsXml({"<t>one</t>"})},
            {"xl/styles.xml",
                R"(<s><numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/></numFmts>)"
                R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></s>)"}});
    REQUIRE(subjectOf(readTable("t.xlsx", zipOf(parts))) == "read");
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 engine(seed);
        Parts changed = parts;
        auto part = changed.begin();
        std::advance(part, static_cast<std::ptrdiff_t>(engine() % changed.size()));
        for (std::size_t i = 0; i <= engine() % 3; ++i)
            part->second[engine() % part->second.size()] = "<>/\"'&; a0=r\xFF\x01"[engine() % 14];
        writeFile(file, zipOf(changed));
        const std::string subject = subjectOf(readTable(file));
        INFO("seed " << seed << ' ' << part->first << ' ' << subject);
        CHECK((subject == "read" || isRefusal(subject)));
    }
}
