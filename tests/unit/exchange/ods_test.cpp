#include "tests/support/temp_folder.h"
#include "tests/unit/exchange/tables.h"
#include "tests/unit/exchange/zip_writer.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

using Rows = std::vector<ReadRow>;

Result<Rows> readOds(const std::string& rows)
{
    return readTable("t.ods", zipOf(odsParts(R"(<table:table table:name="表1">)" + rows + "</table:table>")));
}

std::string row(const std::string& cells, int times = 1)
{
    return "<table:table-row table:number-rows-repeated=\"" + std::to_string(times) + "\">" + cells
        + "</table:table-row>";
}

std::string cell(const std::string& attributes, const std::string& content = {})
{
    return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
}

std::string text(const std::string& content)
{
    return cell(R"(office:value-type="string")", "<text:p>" + content + "</text:p>");
}

/// The only cell of a table with one.
std::string shown(const std::string& xml)
{
    const auto table = readOds(row(xml));
    return table && table->size() == 1 && table->front().cells.size() == 1 ? table->front().cells.front()
                                                                           : verdict(table);
}

} // namespace

TEST_CASE("values of every type are read as a clerk sees them", "[ods]")
{
    CHECK(shown(text("资产 &amp; 编号")) == "资产 & 编号");
    CHECK(shown(text("007")) == "007");
    CHECK(shown(cell(R"(office:value-type="float" office:value="1234.5")", "<text:p>1,234.50</text:p>"))
        == "1234.5");
    CHECK(shown(cell(R"(office:value-type="currency" office:currency="CNY" office:value="99.9")",
              "<text:p>￥99.90</text:p>"))
        == "99.9");
    CHECK(
        shown(cell(R"(office:value-type="percentage" office:value="0.5")", "<text:p>50%</text:p>")) == "0.5");
    CHECK(shown(cell(R"(office:value-type="boolean" office:boolean-value="true")", "<text:p>真</text:p>"))
        == "TRUE");
    CHECK(shown(cell(R"(office:value-type="boolean" office:boolean-value="false")")) == "FALSE");
    CHECK(shown(cell(R"(office:value-type="time" office:time-value="PT10H30M00S")", "<text:p>10:30</text:p>"))
        == "10:30:00");
    CHECK(shown(cell(R"(office:value-type="string" office:string-value="attribute")")) == "attribute");
    CHECK(
        shown(cell(R"(office:value-type="float" office:value="123")", "<text:p>00123</text:p>")) == "00123");
    CHECK(shown(cell(R"(office:value-type="float" office:value="0")", "<text:p>000</text:p>")) == "000");
    CHECK(shown(cell(R"(office:value-type="float" office:value="430102199001011000")"))
        == "table.number_digits 表1!A1");
}

TEST_CASE("dates are days, months where no day is shown", "[ods]")
{
    const auto date = [](const std::string& value, const std::string& seen) {
        return shown(cell("office:value-type=\"date\" office:date-value=\"" + value + "\"",
            "<text:p>" + seen + "</text:p>"));
    };
    CHECK(date("2022-03-15", "2022年3月15日") == "2022-03-15");
    CHECK(date("2022-03-15T10:30:00", "22-03-15") == "2022-03-15 10:30:00");
    CHECK(date("2022-03-01", "2022年3月") == "2022-03");
    CHECK(date("2022-03-01", "2022-03-01") == "2022-03-01");
    CHECK(date("2022-03-15", "2022年3月") == "2022-03-15");
    CHECK(date("2022-03-01", "3月1日") == "2022-03-01");
}

TEST_CASE("a cell has all its paragraphs and blanks, not its notes and drawings", "[ods]")
{
    CHECK(shown(cell(R"(office:value-type="string")", "<text:p>one</text:p><text:p>two</text:p>"))
        == "one\ntwo");
    CHECK(shown(text("a<text:s text:c=\"2\"/>b<text:s/>c<text:tab/>d<text:line-break/>e")) == "a  b c\td\ne");
    CHECK(shown(text("a<text:span>b<text:span>c</text:span></text:span><text:a>d</text:a>e")) == "abcde");
    CHECK(shown(cell(R"(office:value-type="string")",
              "<office:annotation><text:p>a note</text:p></office:annotation><text:p>text</text:p>"
              "<x:frame><text:p>a drawing</text:p></x:frame>"))
        == "text");
    CHECK(shown(text("a<x:frame><text:p>inside</text:p></x:frame>b")) == "ab");
    CHECK(
        shown(text(std::string(3, ' ') + "x<text:s text:c=\"99999999999\"/>")) == "table.record_too_long 1");
}

TEST_CASE("covered and repeated cells keep the columns in their places", "[ods]")
{
    const auto table = readOds(
        row(R"(<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>head</text:p></table:table-cell>)"
            R"(<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>)"
            + text("third"))
        + row(cell(R"(table:number-columns-repeated="2")") + text("c")
            + cell(R"(office:value-type="float" office:value="1" table:number-columns-repeated="3")")
            + cell(R"(table:number-columns-repeated="16378")")));
    CHECK(table == Rows {{1, {"head", "", "third"}}, {2, {"", "", "c", "1", "1", "1"}}});
}

TEST_CASE("repeated rows are rows, blank ones only count", "[ods]")
{
    const auto table = readOds(
        row(text("a")) + row(cell("")) + row(cell(""), 3) + row(text("b"), 2) + row(cell(""), 1'048'569));
    CHECK(table == Rows {{1, {"a"}}, {6, {"b"}}, {7, {"b"}}});
    CHECK(readOds("<table:table-header-rows>" + row(text("head"))
              + "</table:table-header-rows><table:table-row-group>" + row(text("body"))
              + "</table:table-row-group>")
        == Rows {{1, {"head"}}, {2, {"body"}}});
}

TEST_CASE("the first table that is shown and has content is read", "[ods]")
{
    const auto table = [](const std::string& name, const std::string& style, const std::string& rows) {
        return "<table:table table:name=\"" + name + "\" table:style-name=\"" + style + "\">" + rows
            + "</table:table>";
    };
    const std::string styles
        = R"(<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/>)"
          R"(</style:style><style:style style:name="ta2" style:family="table"><style:table-properties)"
          R"( table:display="true"/></style:style>)";
    const auto read = readTable("t.ods",
        zipOf(odsParts(table("字典", "ta1", row(text("hidden"))) + table("blank", "ta2", row(cell(""), 7))
                + table("data", "ta2", row(text("shown"))) + table("later", "ta2", row(text("later"))),
            styles)));
    CHECK(read == Rows {{1, {"shown"}}});
    const TempFolder folder;
    writeFile(folder / "t.ods",
        zipOf(odsParts(table("data", "ta2", row(text("shown"))) + table("blank", "ta2", row(cell(""), 7))
                + table("later", "ta2", row(text("later"))) + table("字典", "ta1", row(text("hidden"))),
            styles)));
    const auto reader = openTable(folder / "t.ods", {{}, readerProgram()}).value();
    REQUIRE(readToEnd(*reader));
    CHECK(reader->otherSheets() == "later");
    CHECK(subjectOf(readOds(row(cell("")))) == "table.empty");
}

TEST_CASE("formulas, links and passwords are refused", "[ods]")
{
    CHECK(verdict(readOds(row(text("a"))
              + row(cell("")
                  + cell(R"(table:formula="of:=[.A1]+1" office:value-type="float" office:value="3")"))))
        == "table.formula 表1!B2");
    const std::string sum = cell(R"(table:formula="of:=[.A1]+1" office:value-type="float" office:value="3")");
    CHECK(verdict(readOds(row(sum) + row(text("a") + sum))) == "table.formula 表1!A1, 表1!B2");
    CHECK(verdict(readOds(R"(<table:table-source x:href="other.ods"/>)" + row(text("a"))))
        == "table.external_links 表1");
    CHECK(
        subjectOf(readTable("t.ods", zipOf(odsParts("<table:dde-links><table:dde-link/></table:dde-links>"))))
        == "table.external_links");
    Parts parts = odsParts("");
    parts["META-INF/manifest.xml"] = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    parts["content.xml"] = std::string("\x8F\x01\xC3", 3);
    CHECK(subjectOf(readTable("t.ods", zipOf(parts))) == "table.protected");
}

TEST_CASE("a text document is no spreadsheet, an .ods called .xlsx is one", "[ods]")
{
    CHECK(subjectOf(readTable("t.ods", zipOf({{"content.xml", "<document><body><text/></body></document>"}})))
        == "table.not_spreadsheet");
    CHECK(subjectOf(readTable("t.ods", zipOf({{"other.xml", "<a/>"}}))) == "table.not_spreadsheet");
    CHECK(readTable(
              "t.xlsx", zipOf(odsParts("<table:table table:name=\"t\">" + row(text("a")) + "</table:table>")))
        == Rows {{1, {"a"}}});
}

TEST_CASE("repetitions that no spreadsheet has are damage", "[ods]")
{
    for (const auto* count : {"0", "-1", "1048577", "99999999999999999999", "x", "1x"}) {
        INFO(count);
        CHECK(
            subjectOf(readOds("<table:table-row table:number-rows-repeated=\"" + std::string(count) + "\"/>"))
            == "table.damaged");
        CHECK(subjectOf(readOds(row(cell("table:number-columns-repeated=\"" + std::string(count) + "\""))))
            == "table.damaged");
    }
    CHECK(verdict(readOds(row(text("a")) + row(text("b"), 1'048'576))) == "table.damaged 2");
    CHECK(verdict(readOds(row(
              cell(R"(table:number-columns-repeated="5000" office:value-type="float" office:value="1")"))))
        == "table.too_many_cells 1");
    // A long text in a million rows.
    CHECK(subjectOf(readOds(row(text(std::string(1 << 19, 'x')), 1'000'000))) == "table.too_large");
}
