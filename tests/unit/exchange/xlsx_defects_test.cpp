#include "tests/unit/exchange/tables.h"
#include "tests/unit/exchange/zip_writer.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::string verdictOf(const Parts& parts) { return verdict(readTable("t.xlsx", zipOf(parts))); }

const std::string kGoodRows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";

Parts withPart(const std::string& name, const std::string& content)
{
    return xlsxParts(sheetXml(kGoodRows), {{name, content}});
}

std::string relations(const std::string& inside) { return "<Relationships>" + inside + "</Relationships>"; }

} // namespace

TEST_CASE("X11: sheets that no spreadsheet program writes are damaged", "[xlsx][hostile]")
{
    REQUIRE(verdictOf(xlsxParts(sheetXml(kGoodRows))) == "read");
    const std::string deep(20'000, 'x');
    for (const std::string& rows : {
             std::string(R"(<row r="0"><c><v>1</v></c></row>)"),
             std::string(R"(<row r="-1"><c><v>1</v></c></row>)"),
             std::string(R"(<row r="1x"><c><v>1</v></c></row>)"),
             std::string(R"(<row r="99999999999999999999"><c><v>1</v></c></row>)"),
             std::string(R"(<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="A2"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="1"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="A"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="a1"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="A1B"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)"),
             std::string(R"(<row r="1"><c s="x"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c s="-1"><v>1</v></c></row>)"),
             std::string(R"(<row r="1"><c t="s"><v>0</v></c></row>)"),
             std::string(R"(<row r="1"><c t="s"><v>-1</v></c></row>)"),
             std::string(R"(<row r="1"><c t="s"><v>99999999999999999999999</v></c></row>)"),
             std::string(R"(<row r="1"><c><v>1e999</v></c></row>)"),
             std::string(R"(<row r="1"><c><v>1 2</v></c></row>)"),
             std::string(R"(<row r="1"><c><v>NaN</v></c></row>)"),
             std::string(R"(<row r="1"><c><v>1</v></row>)"),
             std::string(R"(<row r="1"><c r="A1" r="B1"><v>1</v></c></row>)"),
             std::string("<row r=\"1\"><c t=\"str\"><v>\x01</v></c></row>"),
             std::string("<row r=\"1\"><c t=\"str\"><v>\xC3\x28</v></c></row>"),
             std::string("<row r=\"1\"><c t=\"str\"><v>\xED\xA0\x80</v></c></row>"),
             std::string(R"(<row r="1"><c t="str"><v>&#0;</v></c></row>)"),
             std::string(R"(<row r="1"><c t="str"><v>&unknown;</v></c></row>)"),
             std::string(R"(<row r="1"><c t="str"><v>&#x110000;</v></c></row>)"),
             std::string(R"(<row r="1"><x:c><v>1</v></x:c></row>)"),
             std::string("</sheetData></worksheet><worksheet><sheetData>"),
             "<" + deep,
         }) {
        INFO(rows.substr(0, 100));
        CHECK(subjectOf(readTable("t.xlsx", zipOf(xlsxParts(sheetXml(rows))))) == "table.damaged");
    }
}

TEST_CASE("X11: parts that contradict each other are refused", "[xlsx][hostile]")
{
    CHECK(verdictOf(withPart("xl/worksheets/sheet1.xml", "")) == "table.damaged xl/worksheets/sheet1.xml");
    CHECK(verdictOf(withPart("xl/worksheets/sheet1.xml", "no xml"))
        == "table.damaged xl/worksheets/sheet1.xml");
    CHECK(verdictOf(withPart("xl/_rels/workbook.xml.rels", relations(""))) == "table.damaged Sheet1");
    CHECK(verdictOf(withPart("xl/_rels/workbook.xml.rels", "")) == "table.not_spreadsheet");
    CHECK(verdictOf(withPart("xl/workbook.xml", "")) == "table.not_spreadsheet");
    CHECK(verdictOf(withPart("xl/workbook.xml", "<document/>")) == "table.not_spreadsheet");
    CHECK(verdictOf(withPart("_rels/.rels", "")) == "table.not_spreadsheet");
    CHECK(verdictOf(withPart("_rels/.rels", relations(""))) == "table.not_spreadsheet");
    CHECK(verdictOf(withPart("xl/styles.xml", "<cellXfs><xf>")) == "table.damaged xl/styles.xml");
    CHECK(verdictOf(withPart("xl/sharedStrings.xml", "<sst><si>")) == "table.damaged xl/sharedStrings.xml");
    const std::string outside = R"(<Relationship Id="r1" Type="x/worksheet" Target="../../../etc/passwd"/>)";
    CHECK(verdictOf(withPart("xl/_rels/workbook.xml.rels", relations(outside)))
        == "table.damaged ../../etc/passwd");
    std::string sheets;
    for (int i = 0; i < 2000; ++i)
        sheets += R"(<sheet name="S" r:id="r1"/>)";
    CHECK(verdictOf(withPart(
              "xl/workbook.xml", "<workbook xmlns:r=\"urn:r\"><sheets>" + sheets + "</sheets></workbook>"))
        == "table.damaged sheets");
}

TEST_CASE("X11: DOCTYPE is refused in every part", "[xlsx][hostile]")
{
    const std::string bomb
        = R"(<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>)";
    const std::string outside = R"(<!DOCTYPE s SYSTEM "file:///etc/passwd">)";
    for (const std::string& doctype : {bomb, outside})
        for (const auto* part : {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                 "_rels/.rels", "xl/styles.xml", "xl/sharedStrings.xml"}) {
            Parts parts = xlsxParts(sheetXml(kGoodRows).substr(38),
                {{"xl/styles.xml", "<s/>"}, {"xl/sharedStrings.xml", "<s/>"}});
            parts[part].insert(0, doctype);
            INFO(part);
            CHECK(verdictOf(parts) == "table.doctype");
        }
    Parts ods = odsParts("");
    ods["content.xml"].insert(0, bomb);
    CHECK(verdict(readTable("t.ods", zipOf(ods))) == "table.doctype");
}

TEST_CASE("X11: links to other files are refused", "[xlsx][hostile]")
{
    CHECK(subjectOf(readTable("t.xlsx", zipOf(withPart("xl/externalLinks/externalLink1.xml", "<a/>"))))
        == "table.external_links");
    const std::string link = R"(<Relationship Id="r9" Type="x/externalLink" Target="elsewhere.xml"/>)";
    const std::string outside
        = R"(<Relationship Id="r9" Type="x/image" TargetMode="External" Target="http://a/b"/>)";
    for (const std::string& relation : {link, outside})
        for (const auto* part : {"_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
            Parts parts = xlsxParts(sheetXml(kGoodRows));
            parts[part].insert(parts[part].find("<Relationship Id"), relation);
            CHECK(subjectOf(readTable("t.xlsx", zipOf(parts))) == "table.external_links");
        }
}

TEST_CASE("X11: elements nested a million deep are no danger", "[xlsx][hostile]")
{
    std::string nested;
    for (int i = 0; i < 1'000'000; ++i)
        nested += "<a>";
    const std::string subject
        = subjectOf(readTable("t.xlsx", zipOf(xlsxParts(sheetXml("<row><c>" + nested)))));
    CHECK((subject == "table.damaged" || subject == "table.compression"));
}
