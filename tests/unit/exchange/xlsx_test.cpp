#include "tests/support/temp_folder.h"
#include "tests/unit/exchange/tables.h"
#include "tests/unit/exchange/zip_writer.h"

#include <catch2/catch.hpp>
#include <random>
#include <xlsxwriter.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

using Rows = std::vector<ReadRow>;

/// A workbook as another program writes it, read back.
template <class Fill> Rows written(Fill fill, bool inlineStrings = false)
{
    const TempFolder folder;
    const std::string file = folder / "t.xlsx";
    lxw_workbook_options options {};
    options.constant_memory = inlineStrings ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* book = ::workbook_new_opt(file.c_str(), &options);
    fill(book);
    REQUIRE(::workbook_close(book) == LXW_NO_ERROR);
    const auto table = readTable(file);
    INFO(verdict(table));
    REQUIRE(table.has_value());
    return *table;
}

lxw_format* format(lxw_workbook* book, const char* code)
{
    lxw_format* out = ::workbook_add_format(book);
    ::format_set_num_format(out, code);
    return out;
}

/// Letters that hardly pack.
std::string noise(std::size_t size)
{
    std::mt19937 engine(1);
    std::string out(size, 'a');
    for (char& c : out)
        c = static_cast<char>('a' + engine() % 26);
    return out;
}

/// One cell of a hand-made sheet, with the texts and styles beside it.
std::string cell(const std::string& xml, const Parts& others = {})
{
    const auto table = readTable("t.xlsx", zipOf(xlsxParts(sheetXml("<row>" + xml + "</row>"), others)));
    if (!table || table->size() != 1 || table->front().cells.size() != 1)
        return verdict(table);
    return table->front().cells.front();
}

} // namespace

TEST_CASE("texts, numbers and booleans are read as a clerk sees them", "[xlsx]")
{
    for (const bool inlineStrings : {false, true}) {
        const Rows rows = written(
            [](lxw_workbook* book) {
                lxw_worksheet* sheet = ::workbook_add_worksheet(book, nullptr);
                ::worksheet_write_string(sheet, 0, 0, "资产编号", nullptr);
                ::worksheet_write_string(sheet, 0, 1, "007 & <b>", nullptr);
                ::worksheet_write_string(sheet, 0, 2, " two\nlines ", nullptr);
                ::worksheet_write_number(sheet, 1, 0, 1234.5, nullptr);
                ::worksheet_write_number(sheet, 1, 1, 1200, nullptr);
                ::worksheet_write_number(sheet, 1, 2, 0.1 + 0.2, nullptr);
                ::worksheet_write_boolean(sheet, 1, 3, 1, nullptr);
                ::worksheet_write_boolean(sheet, 1, 4, 0, nullptr);
            },
            inlineStrings);
        CHECK(rows
            == Rows {{1, {"资产编号", "007 & <b>", " two\nlines "}},
                {2, {"1234.5", "1200", "0.3", "TRUE", "FALSE"}}});
    }
}

TEST_CASE("dates and codes follow the format of their cell", "[xlsx]")
{
    const Rows rows = written([](lxw_workbook* book) {
        lxw_worksheet* sheet = ::workbook_add_worksheet(book, nullptr);
        lxw_datetime day {2022, 3, 15, 0, 0, 0};
        lxw_datetime hour {2022, 3, 15, 10, 30, 5};
        ::worksheet_write_datetime(sheet, 0, 0, &day, format(book, "yyyy-mm-dd"));
        ::worksheet_write_datetime(sheet, 0, 1, &hour, format(book, "yyyy/m/d hh:mm"));
        ::worksheet_write_datetime(sheet, 0, 2, &day, format(book, R"(yyyy"年"m"月"d"日")"));
        lxw_datetime month {2022, 3, 1, 0, 0, 0};
        ::worksheet_write_datetime(sheet, 0, 3, &month, format(book, "yyyy-mm"));
        ::worksheet_write_number(sheet, 0, 4, 123, format(book, "000000"));
        ::worksheet_write_number(sheet, 0, 5, 1234.5, format(book, "#,##0.00"));
        lxw_format* builtIn = ::workbook_add_format(book);
        ::format_set_num_format_index(builtIn, 14);
        ::worksheet_write_datetime(sheet, 0, 6, &day, builtIn);
    });
    CHECK(rows
        == Rows {{1,
            {"2022-03-15", "2022-03-15 10:30:05", "2022-03-15", "2022-03", "000123", "1234.5",
                "2022-03-15"}}});
}

TEST_CASE("merged heads stand in their first cell, blank rows keep their numbers", "[xlsx]")
{
    const Rows rows = written([](lxw_workbook* book) {
        lxw_worksheet* sheet = ::workbook_add_worksheet(book, nullptr);
        ::worksheet_merge_range(sheet, 0, 0, 0, 3, "固定资产清查表", nullptr);
        ::worksheet_merge_range(sheet, 2, 0, 3, 0, "编号", nullptr);
        ::worksheet_merge_range(sheet, 2, 1, 2, 2, "价值", nullptr);
        ::worksheet_write_string(sheet, 3, 1, "原值", nullptr);
        ::worksheet_write_string(sheet, 3, 2, "净值", nullptr);
        ::worksheet_write_blank(sheet, 5, 5, format(book, "0"));
        ::worksheet_write_string(sheet, 9, 1, "last", nullptr);
    });
    CHECK(rows
        == Rows {
            {1, {"固定资产清查表"}}, {3, {"编号", "价值"}}, {4, {"", "原值", "净值"}}, {10, {"", "last"}}});
}

TEST_CASE("the first sheet that is shown and has content is read", "[xlsx]")
{
    const Rows rows = written([](lxw_workbook* book) {
        lxw_worksheet* dictionary = ::workbook_add_worksheet(book, "字典");
        ::worksheet_write_string(dictionary, 0, 0, "hidden", nullptr);
        ::workbook_add_worksheet(book, "blank");
        lxw_worksheet* data = ::workbook_add_worksheet(book, "data");
        ::worksheet_write_string(data, 4, 2, "shown", nullptr);
        lxw_worksheet* later = ::workbook_add_worksheet(book, "later");
        ::worksheet_write_string(later, 0, 0, "later", nullptr);
        ::worksheet_activate(data);
        ::worksheet_hide(dictionary);
    });
    CHECK(rows == Rows {{5, {"", "", "shown"}}});
}

TEST_CASE("a workbook without content is empty", "[xlsx]")
{
    CHECK(verdict(readTable("t.xlsx", zipOf(xlsxParts(sheetXml(""))))) == "table.empty");
    CHECK(verdict(readTable("t.xlsx", zipOf(xlsxParts(sheetXml("<row r=\"3\"><c s=\"1\"/></row>")))))
        == "table.empty");
    CHECK(verdict(readTable("t.xlsx", "")) == "table.empty");
}

TEST_CASE("text may be shared or stand in the cell, plain or in runs", "[xlsx]")
{
    const Parts strings {{"xl/sharedStrings.xml",
        stringsXml({"<t>zero</t>", "<r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r>",
            "<t>北京</t><rPh sb=\"0\" eb=\"2\"><t>reading aid</t></rPh>", "<t/>",
            "<t xml:space=\"preserve\"> x </t>", "<t>a_x000A_b_x005F_x0041_ _x00_ _xD800__x0000_</t>"})}};
    CHECK(cell(R"(<c t="s"><v>0</v></c>)", strings) == "zero");
    CHECK(cell(R"(<c t="s"><v>1</v></c>)", strings) == "two runs");
    CHECK(cell(R"(<c t="s"><v>2</v></c>)", strings) == "北京");
    CHECK(cell(R"(<c t="s"><v>3</v></c>)", strings) == "table.empty");
    CHECK(cell(R"(<c t="s"><v>4</v></c>)", strings) == " x ");
    CHECK(cell(R"(<c t="s"><v>5</v></c>)", strings) == "a\nb_x0041_ _x00_ _xD800__x0000_");
    CHECK(cell(R"(<c t="inlineStr"><is><t>in</t></is></c>)") == "in");
    CHECK(cell(R"(<c t="inlineStr"><is><r><t>in </t></r><r><t>runs</t></r></is></c>)") == "in runs");
    CHECK(cell(R"(<c t="str"><v>plain &amp; &#x8D44;</v></c>)") == "plain & 资");
    CHECK(cell(R"(<c t="str"><v><![CDATA[a<b]]>c</v></c>)") == "a<bc");
    CHECK(cell(R"(<c t="e"><v>#N/A</v></c>)") == "#N/A");
    CHECK(cell(R"(<c t="d"><v>2022-03-15T00:00:00</v></c>)") == "2022-03-15");
    CHECK(cell(R"(<c t="n"><v>1.5</v></c>)") == "1.5");
}

TEST_CASE("cells without a place follow each other, rows too", "[xlsx]")
{
    const auto table = readTable("t.xlsx",
        zipOf(xlsxParts(
            sheetXml(R"(<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="5"/>)"
                     R"(<row><c r="AB6"><v>28</v></c></row>)"))));
    REQUIRE(table.has_value());
    CHECK(table->at(0) == ReadRow {1, {"1", "", "3", "4"}});
    CHECK(table->at(1).row == 6);
    CHECK(table->at(1).cells.size() == 28);
}

TEST_CASE("prefixes, other namespaces and other encodings of XML make no difference", "[xlsx]")
{
    const std::string prefixed
        = R"(<m:worksheet xmlns:m="urn:m"><m:sheetData><m:row><m:c t="inlineStr"><m:is><m:t>资产</m:t>)"
          "</m:is></m:c></m:row></m:sheetData></m:worksheet>";
    CHECK(readTable("t.xlsx", zipOf(xlsxParts(prefixed))) == Rows {{1, {"资产"}}});
    std::string latin = R"(<?xml version="1.0" encoding="ISO-8859-1"?>)" + sheetXml("").substr(38);
    latin.insert(latin.find("</sheetData>"), "<row><c t=\"str\"><v>\xE9</v></c></row>");
    CHECK(readTable("t.xlsx", zipOf(xlsxParts(latin))) == Rows {{1, {"é"}}});
}

TEST_CASE("the calendar of 1904 counts from its own day", "[xlsx]")
{
    const Parts others {{"xl/workbook.xml",
                            R"(<workbook xmlns:r="urn:r"><workbookPr date1904="1"/><sheets>)"
                            R"(<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>)"},
        {"xl/styles.xml",
            R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)"}};
    CHECK(cell(R"(<c s="1"><v>43173</v></c>)", others) == "2022-03-15");
    CHECK(cell(R"(<c s="9"><v>43173</v></c>)", others) == "43173");
}

TEST_CASE("a formula is an error that names the cell", "[xlsx]")
{
    const auto verdictOf = [](const std::string& rows) {
        return verdict(readTable("t.xlsx", zipOf(xlsxParts(sheetXml(rows)))));
    };
    CHECK(verdictOf(R"(<row r="7"><c r="C7"><f>SUM(A1:B1)</f><v>3</v></c></row>)")
        == "table.formula Sheet1!C7");
    CHECK(verdictOf(R"(<row r="7"><c r="AA7"><f t="shared" si="0"/><v>3</v></c></row>)")
        == "table.formula Sheet1!AA7");
    CHECK(verdictOf(R"(<row><c><v>1</v></c></row><row><c/><c t="str"><f>A1</f></c></row>)")
        == "table.formula Sheet1!B2");
}

TEST_CASE("all formulas of a sheet are told at once, the first ten by their cells", "[xlsx]")
{
    const auto formulasIn = [](int rows) {
        std::string sheet;
        for (int row = 1; row <= rows; ++row)
            sheet += R"(<row><c t="inlineStr"><is><t>a</t></is></c><c><f>A1</f><v>1</v></c></row>)";
        return verdict(readTable("t.xlsx", zipOf(xlsxParts(sheetXml(sheet)))));
    };
    CHECK(formulasIn(2) == "table.formula Sheet1!B1, Sheet1!B2");
    const std::string ten = "table.formula Sheet1!B1, Sheet1!B2, Sheet1!B3, Sheet1!B4, Sheet1!B5, Sheet1!B6, "
                            "Sheet1!B7, Sheet1!B8, Sheet1!B9, Sheet1!B10";
    CHECK(formulasIn(10) == ten);
    CHECK(formulasIn(1000) == ten + " ... (1000)");
}

TEST_CASE("a number that lost its end is an error that names the cell", "[xlsx]")
{
    CHECK(cell("<c><v>4.30102199001011E+17</v></c>") == "table.number_digits Sheet1!A1");
    CHECK(cell("<c><v>12x</v></c>") == "table.damaged Sheet1!A1");
}

TEST_CASE("spreadsheet rows have the limits of every table", "[xlsx]")
{
    const auto readRows = [](const std::string& rows, const Parts& others = {}) {
        return readTable("t.xlsx", zipOf(xlsxParts(sheetXml(rows), others)));
    };
    const auto text
        = [](std::size_t size) { return R"(<c t="inlineStr"><is><t>)" + noise(size) + "</t></is></c>"; };
    // app/exchange/tables/table_reader.h kMaxRowBytes
    CHECK(readRows("<row>" + text(kMaxRowBytes) + "</row>")->front().cells.front().size() == kMaxRowBytes);
    CHECK(verdict(readRows("<row>" + text(kMaxRowBytes + 1) + "</row>")) == "table.record_too_long 1");
    CHECK(verdict(readRows("<row>" + text(kMaxRowBytes) + text(1) + "</row>")) == "table.record_too_long 1");
    // app/exchange/tables/table_reader.h kMaxRowCells
    CHECK(
        readRows(R"(<row r="2"><c r="FAN2"><v>1</v></c></row>)").value_or(Rows {{0, {}}}).front().cells.size()
        == 4096);
    CHECK(verdict(readRows(R"(<row r="2"><c r="FAO2"><v>1</v></c></row>)")) == "table.too_many_cells 2");
    // app/reader/xlsx_sheet.cpp kMaxColumns: XFD is the last
    CHECK(readRows(R"(<row r="2"><c><v>1</v></c><c r="XFD2" s="1"/></row>)")->front().cells.size() == 1);
    // app/reader/row_sink.h kMaxRow
    CHECK(readRows(R"(<row r="1048576"><c><v>1</v></c></row>)")->front().row == 1'048'576);
    CHECK(subjectOf(readRows(R"(<row r="1048577"><c><v>1</v></c></row>)")) == "table.damaged");
}
