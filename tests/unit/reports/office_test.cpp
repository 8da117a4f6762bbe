// What strangers typed, through the programs that the offices open it with. They are not among what a build
// needs: where they are missing these cases say so and pass.
#include "reports/writers/csv_writer.h"
#include "reports/writers/write_report.h"
#include "tests/approval/approval.h"
#include "tests/unit/reports/formula_payloads.h"
#include "tests/unit/reports/report_samples.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace guanwu;
using namespace guanwu::test;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

/// Each cell of a workbook as its type and its content; the escapes of XLSX are undone, and a line break is a
/// line break however it was written.
constexpr std::string_view kReader = R"(
import json, re, sys, openpyxl
def content(cell):
    if isinstance(cell.value, str):
        text = re.sub(r'_x([0-9A-Fa-f]{4})_', lambda m: chr(int(m[1], 16)), cell.value)
        return text.replace('\r\n', '\n').replace('\r', '\n')
    return '%.2f' % cell.value if isinstance(cell.value, (int, float)) else cell.value
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(json.dumps([[[cell.data_type, content(cell)] for cell in row] for row in sheet.iter_rows()]))
)";

constexpr std::string_view kPython = "/usr/bin/python3"; // whose modules are packages

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

bool hasOpenpyxl() { return runs(std::string(kPython) + " -c 'import openpyxl'"); }
bool hasLibreOffice() { return runs("command -v soffice"); }

struct BadRow {
    std::string text;
    Money amount;
};

/// Texts that begin like formulas, hold tabs, line breaks and marks of direction, characters of four bytes,
/// 500 characters, numbers that are none; amounts below zero and at the greatest the registry takes.
std::vector<BadRow> badRows(const fs::path& file)
{
    std::vector<BadRow> out;
    for (const std::string_view payload : kFormulaPayloads)
        out.push_back({std::string(payload), Money::fromFen(-1)});
    std::string longest;
    for (int i = 0; i < 500; ++i)
        longest += "长";
    for (const std::string& text :
        {std::string("\u202B一号楼\u202C甲"), std::string("\u200F右起"), std::string("𠮷野家🏢𪚥"), longest,
            std::string("a\tb\tc"), std::string("'已有撇号"), std::string("<b>&amp;</b>"), std::string("=")})
        out.push_back({text, Money::fromFen(-90'000'000'000'000)});
    out.push_back({"最大", Money::fromFen(90'000'000'000'000)});
    out.push_back({"零", Money()});
    if (file.stem() == "direct") // LibreOffice saves it without the guard that it was read with
        out.push_back({"_x0041_", Money::fromFen(1)});
    // Nothing in a CSV file says that a text which looks like a number is none.
    if (file.extension() == ".xlsx")
        for (const char* text : {"007", "100%", "1E5", "2022-09-30", "12345678901234567890"})
            out.push_back({text, Money::fromFen(1)});
    return out;
}

Report plainReport()
{
    Report report = smallReport();
    report.isPlainTable = true;
    return report;
}

void writeBad(const fs::path& path)
{
    const auto bad = badRows(path);
    MadeRows rows(static_cast<std::int64_t>(bad.size()), [&](std::int64_t index, ReportRow& row) {
        const BadRow& one = bad[static_cast<std::size_t>(index)];
        row.cells[0] = index + 1;
        setText(row.cells[1], one.text);
        row.cells[2] = one.amount;
        setText(row.cells[3], one.text);
    });
    REQUIRE(writeReport(plainReport(), rows, path));
}

std::string plainBreaks(std::string text)
{
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at))
        text.erase(at, 1);
    for (char& c : text)
        if (c == '\r')
            c = '\n';
    return text;
}

/// Compares what a workbook says with what was written; `written`: the file that was; `shown`: a
/// text as it stands in it.
void checkWorkbook(const TempFolder& folder, const fs::path& workbook, const fs::path& written,
    std::string (*shown)(std::string_view))
{
    std::ofstream(folder / "reader.py") << kReader;
    const fs::path answer = folder / "cells.json";
    REQUIRE(std::system((std::string(kPython) + " " + (folder / "reader.py").string() + " "
                + workbook.string() + " > " + answer.string())
                            .c_str())
        == 0);
    const Json cells = Json::parse(std::ifstream(answer));
    const auto bad = badRows(written);
    REQUIRE(cells.size() > bad.size());
    for (std::size_t i = 0; i < bad.size(); ++i) {
        CAPTURE(i, bad[i].text);
        const Json& row = cells.at(i + 1); // behind the headings
        for (const std::size_t column : {std::size_t {1}, std::size_t {3}}) {
            CHECK(row.at(column).at(0) != "f");
            CHECK(row.at(column).at(1) == plainBreaks(shown(bad[i].text)));
        }
        CHECK(row.at(2).at(0) == "n");
        CHECK(row.at(2).at(1) == bad[i].amount.toYuanString());
    }
}

std::string asItIs(std::string_view text) { return std::string(text); }

/// The file as LibreOffice saves it again.
fs::path savedAgain(const TempFolder& folder, const fs::path& file, const std::string& filter)
{
    const fs::path out = folder / "again";
    const std::string command = "soffice -env:UserInstallation=file://" + (folder / "profile").string()
        + " --headless " + filter + " --convert-to xlsx --outdir " + out.string() + " " + file.string();
    REQUIRE(runs(command));
    return out / file.filename().replace_extension(".xlsx");
}

/// Without what a page adds or leaves out: blanks, breaks, marks of direction and of byte order.
std::string printedCharacters(const std::string& text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        const std::string one = text.substr(at, length);
        at += length;
        const bool isBlank = (byte <= ' ') || byte == 0x7F;
        const bool isMark = one == "\u00A0" || one == "\u3000" || one == "\uFEFF" || one == "\u200B"
            || (one >= "\u200E" && one <= "\u200F") || (one >= "\u202A" && one <= "\u202E");
        if (!isBlank && !isMark)
            out += one;
    }
    return out;
}

} // namespace

TEST_CASE("what strangers typed is all in the PDF, letter by letter", "[report][office]")
{
    if (!runs("command -v pdftotext")) {
        WARN("not tried: there is no pdftotext here (apt install poppler-utils)");
        return;
    }
    const bool hasRareCharacters
        = runs("fc-list ':charset=2a6a5' | grep -q .") && runs("fc-list ':charset=1f3e2' | grep -q .");
    if (!hasRareCharacters)
        WARN(
            "characters of four bytes not tried: no typeface here has them (apt install fonts-babelstone-han "
            "fonts-symbola)");
    const TempFolder folder;
    for (const BadRow& bad : badRows(folder / "bad.xlsx")) {
        CAPTURE(bad.text);
        if (!hasRareCharacters && bad.text.find("𪚥") != std::string::npos)
            continue;
        MadeRows rows(1, [&](std::int64_t, ReportRow& row) {
            row.cells[0] = std::int64_t {1};
            setText(row.cells[1], bad.text);
            row.cells[2] = bad.amount;
        });
        REQUIRE(writeReport(smallReport(), rows, folder / "bad.pdf"));
        // In the order in which it was drawn; the column is read line by line.
        const std::string command
            = "pdftotext -raw " + (folder / "bad.pdf").string() + " " + (folder / "bad.txt").string();
        REQUIRE(runs(command));
        std::ifstream in(folder / "bad.txt");
        const std::string page((std::istreambuf_iterator<char>(in)), {});
        CHECK_THAT(printedCharacters(page), Catch::Contains(printedCharacters(bad.text)));
        CHECK_THAT(page, Catch::Contains(printedText(bad.amount, MoneyUnit::Yuan)));
    }
}

TEST_CASE("what strangers typed is the same text in openpyxl, and no formula", "[report][office]")
{
    if (!hasOpenpyxl()) {
        WARN("not tried: python3 has no openpyxl here (apt install python3-openpyxl)");
        return;
    }
    const TempFolder folder;
    writeBad(folder / "direct.xlsx");
    checkWorkbook(folder, folder / "direct.xlsx", folder / "direct.xlsx", asItIs);
}

TEST_CASE("what strangers typed is the same text in LibreOffice, of both formats, and no formula",
    "[report][office]")
{
    if (!hasOpenpyxl() || !hasLibreOffice()) {
        WARN("not tried: there is no LibreOffice here, or python3 has no openpyxl "
             "(apt install libreoffice-calc python3-openpyxl)");
        return;
    }
    const TempFolder folder;
    writeBad(folder / "book.xlsx");
    checkWorkbook(folder, savedAgain(folder, folder / "book.xlsx", {}), folder / "book.xlsx", asItIs);
    writeBad(folder / "table.csv");
    // Commas, quotes, UTF-8, from the first row, numbers as in English.
    checkWorkbook(folder, savedAgain(folder, folder / "table.csv", "--infilter='CSV:44,34,76,1,,1033'"),
        folder / "table.csv", guardedText);
}
