// What the reader of strangers' files takes at most, at the limit and one above it.
#include "app/exchange/tables/reader_child.h"
#include "app/exchange/tables/sheet_protocol.h"
#include "app/exchange/tables/spreadsheet_reader.h"
#include "app/exchange/tables/told_picture.h"
#include "app/premises/plan_picture.h"
#include "app/reader/cell_text.h"
#include "app/reader/svg_drawing.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/exchange/tables.h"
#include "tests/unit/exchange/zip_writer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <future>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// A workbook with so many names of its only sheet.
std::string workbookOf(std::size_t sheets)
{
    std::string names;
    for (std::size_t i = 1; i <= sheets; ++i)
        names += "<sheet name=\"S" + std::to_string(i) + "\" sheetId=\"" + std::to_string(i)
            + "\" r:id=\"r1\"/>";
    const std::string book
        = R"(<workbook xmlns="urn:m" xmlns:r="urn:r"><sheets>)" + names + "</sheets></workbook>";
    return zipOf(
        xlsxParts(sheetXml(R"(<row r="1"><c r="A1"><v>1</v></c></row>)"), {{"xl/workbook.xml", book}}));
}

/// Of so many letters, which cannot be packed tighter than tables are.
std::string nameOf(std::size_t length)
{
    std::string out;
    for (std::uint32_t state = 1; out.size() < length; state = state * 1664525 + 1013904223)
        out += static_cast<char>('a' + (state >> 24) % 26);
    return out;
}

/// The sheets that are told besides the first: one with a name of each of these lengths.
std::string toldSheets(const std::vector<std::size_t>& lengths)
{
    const std::string content = sheetXml(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    Parts parts;
    std::string sheets = R"(<sheet name="S" sheetId="1" r:id="r1"/>)";
    std::string links = R"(<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)";
    int no = 1;
    for (const std::size_t length : lengths) {
        const std::string n = std::to_string(++no);
        sheets += "<sheet name=\"" + nameOf(length) + "\" sheetId=\"" + n + "\" r:id=\"r" + n + "\"/>";
        links += "<Relationship Id=\"r" + n + "\" Type=\"x/worksheet\" Target=\"worksheets/sheet" + n
            + ".xml\"/>";
        parts["xl/worksheets/sheet" + n + ".xml"] = content;
    }
    parts["xl/workbook.xml"]
        = R"(<workbook xmlns="urn:m" xmlns:r="urn:r"><sheets>)" + sheets + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"]
        = R"(<Relationships xmlns="urn:package">)" + links + "</Relationships>";
    const TempFolder folder;
    writeFile(folder.path() / "t.xlsx", zipOf(xlsxParts(content, parts)));
    const auto reader = openTable(folder.path() / "t.xlsx", {{}, readerProgram()});
    REQUIRE(reader);
    REQUIRE(verdict(readToEnd(**reader)) == "read");
    return (*reader)->otherSheets();
}

/// What is said of a file of so many bytes that holds nothing, and takes no room on the disk either.
std::string verdictOfSize(std::uintmax_t size)
{
    const TempFolder folder;
    const auto file = folder.path() / "t.xlsx";
    writeFile(file, "x");
    std::filesystem::resize_file(file, size);
    return subjectOf(readTable(file));
}

/// A reader that does what a shell is told.
std::filesystem::path childOf(const TempFolder& folder, const std::string& name, const std::string& words)
{
    auto child = folder.path() / name;
    writeFile(child, "#!/bin/sh\n" + words + "\n");
    std::filesystem::permissions(child, std::filesystem::perms::owner_all);
    return child;
}

/// What is said of a child that announces a frame of so many bytes and sends one of them.
std::string verdictOfFrame(std::uint32_t size)
{
    const TempFolder folder;
    writeFile(folder.path() / "t.xlsx", "x");
    char bytes[sizeof size];
    std::memcpy(bytes, &size, sizeof size);
    writeFile(folder.path() / "frame", std::string(bytes, sizeof size) + "d");
    const auto child = childOf(folder, "child", "exec /bin/cat '" + (folder.path() / "frame").string() + "'");
    const auto reader = SpreadsheetReader::open(folder.path() / "t.xlsx", {child, std::chrono::seconds(20)});
    return reader ? verdict(readToEnd(**reader)) : reader.error().subject;
}

std::string errorBody(std::size_t subject)
{
    std::string out;
    appendErrorFrame(
        out, {ErrorCode::InvalidArgument, "table." + std::string(subject - 6, 'x'), "Sheet1!C7"});
    return out.substr(sizeof(std::uint32_t));
}

/// How light a picture of one unit a pixel is in its fifth row, from left to right.
std::vector<int> lightsOf(const std::string& inside, int width)
{
    const auto tree = readSvg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + std::to_string(width)
        + " 10'>" + inside + "</svg>");
    REQUIRE(tree);
    const auto picture = drawSvg(*tree, width);
    REQUIRE(picture);
    REQUIRE(picture->width == width);
    const auto from = picture->pixels.begin() + std::ptrdiff_t {5} * width;
    return {from, from + width};
}

} // namespace

TEST_CASE("P8: a number in a cell has its most digits and its greatest exponent, and one more is no number",
    "[cell][limits]") // kMaxExponent
{
    const auto refusal = [](const std::string& raw) {
        const auto text = numberText(raw);
        return text ? "" : text.error().subject;
    };
    for (const char* before : {"", "0.", "-"}) {
        CAPTURE(before);
        const std::size_t digits = 400 - (std::strlen(before) == 2 ? 1 : 0);
        CHECK(refusal(before + std::string(digits, '0')).empty());
        CHECK(refusal(before + std::string(digits + 1, '0')) == "table.damaged");
    }
    CHECK(refusal("1e-400") != "table.damaged");
    CHECK(refusal("1e-401") == "table.damaged");
    CHECK(refusal("0e400").empty());
    CHECK(refusal("0e401") == "table.damaged");
}

TEST_CASE("P8: a workbook names its most sheets, and one more is damaged", "[xlsx][limits]") // kMaxSheets
{
    CHECK(verdict(readTable("t.xlsx", workbookOf(1024))) == "read");
    CHECK(verdict(readTable("t.xlsx", workbookOf(1025))) == "table.damaged sheets");
}

TEST_CASE(
    "P8: sheets that are not read are named up to a thousand bytes, and of more it is said that they are",
    "[reader][limits]") // kLongestNames
{
    CHECK(toldSheets({1000}) == nameOf(1000));
    CHECK(toldSheets({1001}) == "……");
    CHECK(toldSheets({2 << 20, 3}) == "……");
    CHECK(toldSheets({500, 500}) == nameOf(500) + "、" + nameOf(500));
    CHECK(toldSheets({500, 501, 1}) == nameOf(500) + "、……");
}

TEST_CASE("P8: an archive has its longest comment, and with one byte more it is none", "[zip][limits]")
{
    const std::string plain = zipOf(xlsxParts(sheetXml(R"(<row r="1"><c r="A1"><v>1</v></c></row>)")));
    const auto withComment = [&](std::size_t told, std::size_t there) {
        std::string bytes = plain;
        bytes[bytes.size() - 2] = static_cast<char>(told & 0xFF);
        bytes[bytes.size() - 1] = static_cast<char>(told >> 8);
        return subjectOf(readTable("t.xlsx", bytes + std::string(there, 'c')));
    };
    constexpr std::size_t kMaxComment = 0xFFFF;
    CHECK(withComment(kMaxComment, kMaxComment) == "read");
    const std::string refused = withComment(kMaxComment, kMaxComment + 1);
    CHECK(refused.starts_with("table."));
    CHECK(withComment(kMaxComment, kMaxComment - 1) == refused);
}

TEST_CASE("P8: a spreadsheet has its most bytes, and one more is refused unread", "[reader][limits]")
{
    const std::uintmax_t most = 300U << 20; // app/reader/sheet_command.cpp kMaxFile
    CHECK(verdictOfSize(most) == "table.not_spreadsheet");
    CHECK(verdictOfSize(most + 1) == "table.too_large");
}

TEST_CASE("P8: a child that was taken over has its frame read up to the longest, and no longer one believed",
    "[protocol][limits]") // kMaxSheetFrame, kMaxSubject
{
    // Of the longest frame the parent waits for the rest, before which the child ends.
    CHECK(verdictOfFrame(kMaxSheetFrame) == "table.crashed status 0");
    CHECK(verdictOfFrame(kMaxSheetFrame + 1) == "table.crashed frame");

    SheetFrame frame;
    CHECK(decodeSheetFrame(errorBody(64), frame));
    CHECK_FALSE(decodeSheetFrame(errorBody(65), frame));
}

TEST_CASE("P8: a child that was taken over is waited for so long, also when it says no more and stays",
    "[reader][limits]")
{
    const TempFolder folder;
    const auto stays = childOf(folder, "stays", "echo '1 1'; exec 1>&-; exec /bin/sleep 30");
    const auto answer = askReader("photo", "x", stays, std::chrono::seconds(1));
    REQUIRE(answer);
    CHECK_FALSE(answer->isTaken);
    CHECK_FALSE(answer->isTold);

    // app/premises/plan_picture.cpp kLongestReading, app/exchange/tables/told_picture.cpp kLongestOpening: 20
    // s
    const auto takes = [&](const auto& ask, const std::string& pixels, int seconds) {
        const auto child = childOf(folder, pixels + std::to_string(seconds),
            "/bin/sleep " + std::to_string(seconds) + "; printf '1 1\\n" + pixels + "'");
        return std::async(std::launch::async, [&ask, child] { return bool(ask("x", child)); });
    };
    std::future<bool> inTime[] {takes(readPlan, "g", 10), takes(openPicture, "rgb", 10)};
    std::future<bool> late[] {takes(readPlan, "g", 25), takes(openPicture, "rgb", 25)};
    for (auto& one : inTime)
        CHECK(one.get());
    for (auto& one : late)
        CHECK_FALSE(one.get());
}

TEST_CASE("P8: an SVG has its most dashes and its longest words drawn, and nothing beyond", "[svg][limits]")
{
    // kMostDashes: lines and gaps of 2, and a last gap of 40 when it still counts.
    const auto dashed = [](int pairs) {
        std::string dashes;
        for (int i = 1; i < pairs; ++i)
            dashes += "2 2 ";
        return lightsOf(
            "<path d='M0 5H200' stroke='#000' stroke-width='10' stroke-dasharray='" + dashes + "2 40'/>",
            200);
    };
    const auto gapAt = [](const std::vector<int>& lights, int from) {
        return std::all_of(
            lights.begin() + from + 1, lights.begin() + from + 39, [](int light) { return light == 255; });
    };
    CHECK(gapAt(dashed(8), 8 * 4 - 2)); // 16 numbers
    CHECK_FALSE(gapAt(dashed(9), 9 * 4 - 2)); // the last two of 18 are not read

    // kLongestWords, which only the reader has a font for.
    const auto isWritten = [](std::size_t letters) {
        const auto plan = readPlan(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'><text y='40' font-size='40'>"
                + std::string(letters, 'M') + "</text></svg>",
            readerProgram());
        REQUIRE(plan);
        return std::ranges::count(plan->pixels, 255) != std::ssize(plan->pixels);
    };
    CHECK(isWritten(300));
    CHECK_FALSE(isWritten(301));
}
