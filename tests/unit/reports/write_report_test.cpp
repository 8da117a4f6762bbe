#include "reports/writers/write_report.h"

#include "reports/writers/xlsx_integrity.h"
#include "reports/writers/xlsx_report.h"
#include "tests/approval/approval.h"
#include "tests/unit/reports/formula_payloads.h"
#include "tests/unit/reports/report_samples.h"
#include "tests/unit/reports/xlsx_parts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <system_error>

using namespace guanwu;
using namespace guanwu::test;
namespace fs = std::filesystem;

namespace {

Result<WrittenReport> writeSmall(const fs::path& path, std::int64_t rowCount = 3)
{
    MadeRows rows(rowCount, fillSmallRow);
    return writeReport(smallReport(), rows, path);
}

std::size_t entriesIn(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// No file of this process may grow beyond so many bytes while the object lives: a disk that is full.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limited {bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    void (*m_handler)(int);
    rlimit m_before {};
};

const std::vector<std::string> kExtensions {".csv", ".xlsx", ".pdf"};

} // namespace

TEST_CASE("the ending of the path picks the format", "[report][write]")
{
    const TempFolder folder;
    REQUIRE(writeSmall(folder / "r.csv"));
    REQUIRE(writeSmall(folder / "r.XLSX"));
    REQUIRE(writeSmall(folder / "r.pdf"));
    CHECK(readFile(folder / "r.csv").starts_with("\xEF\xBB\xBF序号,名称,金额,备注\r\n1,台式计算机 0,0.05,"));
    CHECK(readFile(folder / "r.XLSX").starts_with("PK"));
    CHECK(readFile(folder / "r.pdf").starts_with("%PDF-"));
    CHECK(writeSmall(folder / "r.docx").error().subject == "report.format");
    CHECK(writeSmall(folder / "r").error().subject == "report.format");
    CHECK(entriesIn(folder.path()) == 3);
}

TEST_CASE("a report that cannot be written leaves nothing behind", "[report][write]")
{
    const TempFolder folder;
    for (const auto& extension : kExtensions) {
        CAPTURE(extension);
        CHECK(writeSmall(folder.path() / "missing" / ("r" + extension)).error().subject == "report.folder");
        const fs::path device = folder.path() / ("full" + extension);
        fs::create_symlink("/dev/full", device);
        CHECK(writeSmall(device).error().subject == "report.target");
        CHECK(fs::is_symlink(device));
        fs::remove(device);
        fs::create_directory(folder.path() / ("d" + extension));
        CHECK(writeSmall(folder.path() / ("d" + extension)).error().subject == "report.target");
        fs::remove(folder.path() / ("d" + extension));
    }
    CHECK(entriesIn(folder.path()) == 0);
}

TEST_CASE("a disk that fills up keeps the old report and leaves no half one", "[report][write]")
{
    for (const auto& extension : kExtensions) {
        // From a disk that takes nothing to one that is full just before the end.
        const TempFolder folder;
        const fs::path path = folder.path() / ("r" + extension);
        REQUIRE(writeSmall(path, 2000));
        const auto whole = fs::file_size(path);
        std::ofstream(path, std::ios::trunc) << "old";
        for (const rlim_t limit : {rlim_t {0}, rlim_t {5000}, rlim_t {whole / 2}, rlim_t {whole - 1}}) {
            CAPTURE(extension, limit);
            bool failed = false;
            try {
                const FileSizeLimit full(limit);
                failed = !writeSmall(path, 2000);
            } catch (const std::exception&) {
                failed = true;
            }
            CHECK(failed);
            CHECK((readFile(path) == "old"));
            CHECK(entriesIn(folder.path()) == 1);
        }
    }
}

TEST_CASE("a sheet whose end the spreadsheet library lost without a word is noticed", "[report][write]")
{
    // The rows fit into their temporary file, and the packed workbook is small; only the unpacked sheet has
    // no room.
    const TempFolder folder;
    const fs::path path = folder / "r.xlsx";
    REQUIRE(writeSmall(path, 2000));
    const auto sheetSize = xlsxPart(path, "xl/worksheets/sheet1.xml").size();
    REQUIRE(sheetSize > 2 * fs::file_size(path));
    std::ofstream(path, std::ios::trunc) << "old";
    for (const rlim_t missing : {rlim_t {1}, rlim_t {20}, rlim_t {300}}) {
        CAPTURE(missing);
        const auto write = [&] {
            const FileSizeLimit full(sheetSize - missing);
            return writeSmall(path, 2000).has_value();
        };
        CHECK_THROWS_AS(write(), std::system_error);
        CHECK((readFile(path) == "old"));
    }
    CHECK(entriesIn(folder.path()) == 1);
}

TEST_CASE("a row source that throws leaves the target as it was", "[report][write]")
{
    const TempFolder folder;
    for (const auto& extension : kExtensions) {
        CAPTURE(extension);
        const fs::path path = folder.path() / ("r" + extension);
        std::ofstream(path) << "old";
        MadeRows rows(100, [](std::int64_t index, ReportRow& row) {
            if (index == 50)
                throw std::runtime_error("connection lost");
            fillSmallRow(index, row);
        });
        CHECK_THROWS_WITH((void)writeReport(smallReport(), rows, path), "connection lost");
        CHECK((readFile(path) == "old"));
    }
    CHECK(entriesIn(folder.path()) == kExtensions.size());
}

TEST_CASE("a link to a file is followed, not replaced", "[report][write]")
{
    const TempFolder folder;
    std::ofstream(folder / "real.csv") << "old";
    fs::create_symlink(folder / "real.csv", folder / "link.csv");
    REQUIRE(writeSmall(folder / "link.csv"));
    CHECK(fs::is_symlink(folder / "link.csv"));
    CHECK(readFile(folder / "real.csv") != "old");
}

TEST_CASE(
    "no payload in any text column becomes a formula or a link in a workbook", "[report][write][security]")
{
    const TempFolder folder;
    const auto count = static_cast<std::int64_t>(kFormulaPayloads.size());
    MadeRows rows(count, [](std::int64_t index, ReportRow& row) {
        const auto payload = kFormulaPayloads[static_cast<std::size_t>(index)];
        row.cells[0] = index + 1;
        setText(row.cells[1], payload);
        setText(row.cells[3], payload);
    });
    REQUIRE(writeReport(smallReport(), rows, folder / "r.xlsx"));
    const std::string sheet = xlsxPart(folder / "r.xlsx", "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<f") == std::string::npos);
    CHECK(sheet.find("hyperlink") == std::string::npos);
    CHECK(xlsxPart(folder / "r.xlsx", "xl/worksheets/_rels/sheet1.xml.rels").empty());
    const auto texts = textCells(sheet);
    for (const auto payload : kFormulaPayloads) {
        CAPTURE(std::string(payload));
        CHECK(std::count(texts.begin(), texts.end(), payload) == 2);
    }
}

TEST_CASE("the text columns of a CSV report are guarded", "[report][write][security]")
{
    const TempFolder folder;
    MadeRows rows(1, [](std::int64_t, ReportRow& row) {
        setText(row.cells[1], "=1+1");
        row.cells[2] = Money::fromFen(-5);
        setText(row.cells[3], "@x");
    });
    REQUIRE(writeReport(smallReport(), rows, folder / "r.csv"));
    CHECK(readFile(folder / "r.csv").find("\r\n,'=1+1,-0.05,'@x\r\n合计,,-0.05,\r\n") != std::string::npos);
}

TEST_CASE("rows beyond the limit of a sheet go on the next, with head and one total", "[report][write]")
{
    const TempFolder folder;
    const Report report = smallReport();
    const fs::path path = folder / "r.xlsx";
    MadeRows rows(250, fillSmallRow);
    streamRows(report, rows, *makeXlsxReport(report, path, 100));
    CHECK(isWholeWorkbook(path));
    std::size_t lines = 0;
    for (int sheet = 1; sheet <= 3; ++sheet) {
        const auto texts = textCells(xlsxPart(path, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml"));
        CHECK(texts.front() == "样表");
        CHECK(std::count(texts.begin(), texts.end(), "合计") == (sheet == 3 ? 1 : 0));
        lines += static_cast<std::size_t>(std::count_if(
            texts.begin(), texts.end(), [](const auto& t) { return t.starts_with("台式计算机"); }));
    }
    CHECK(lines == 250);
    CHECK(xlsxPart(path, "xl/worksheets/sheet4.xml").empty());
}

TEST_CASE("every sheet of a report has its own head and sum, and the last the sum of all", "[report][write]")
{
    const TempFolder folder;
    Report report = smallReport();
    report.sheets = {"甲", "乙", "汇总"};
    // Nothing of the first sheet, two lines on the second, and one that repeats them.
    const auto fill = [](std::int64_t index, ReportRow& row) {
        fillSmallRow(index, row);
        row.cells[2] = Money::fromFen(100);
        row.sheet = index < 2 ? 1 : 2;
        row.role = index < 2 ? RowRole::Line : RowRole::OfWhich;
    };
    const auto write = [&](const char* file) {
        MadeRows rows(3, fill);
        REQUIRE(writeReport(report, rows, folder / file));
        return folder / file;
    };
    const std::string csv = readFile(write("r.csv"));
    CHECK(csv.find("小计,,0.00,\r\n") < csv.find("小计,,2.00,\r\n"));
    CHECK(csv.ends_with("合计,,2.00,\r\n"));
    const fs::path xlsx = write("r.xlsx");
    CHECK(isWholeWorkbook(xlsx));
    const std::string workbook = xlsxPart(xlsx, "xl/workbook.xml");
    for (int i = 0; i < 3; ++i) {
        CHECK(workbook.find("name=\"" + report.sheets[static_cast<std::size_t>(i)] + "\"") != std::string::npos);
        const auto texts
            = textCells(xlsxPart(xlsx, "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml"));
        CHECK(texts.front() == "样表（" + report.sheets[static_cast<std::size_t>(i)] + "）");
        CHECK(std::count(texts.begin(), texts.end(), i < 2 ? "小计" : "合计") == 1);
    }
    CHECK(readFile(write("r.pdf")).find("/Count 3\n") != std::string::npos);
}

TEST_CASE("a workbook that misses its end is not whole", "[report][write]")
{
    const TempFolder folder;
    const fs::path path = folder / "r.xlsx";
    REQUIRE(writeSmall(path));
    CHECK(isWholeWorkbook(path));
    fs::resize_file(path, fs::file_size(path) - 30);
    CHECK_FALSE(isWholeWorkbook(path));
    CHECK_FALSE(isWholeWorkbook(folder / "none.xlsx"));
}

TEST_CASE("a PDF page takes at most 25 lines, and few or no lines make one page", "[report][write]")
{
    const TempFolder folder;
    const auto [rows, pages]
        = GENERATE(table<std::int64_t, int>({{0, 1}, {1, 1}, {25, 1}, {26, 2}, {50, 2}, {51, 3}}));
    CAPTURE(rows);
    REQUIRE(writeSmall(folder / "r.pdf", rows));
    CHECK(readFile(folder / "r.pdf").find("/Count " + std::to_string(pages) + "\n") != std::string::npos);
}

TEST_CASE("a number that goes on in the next line of a PDF gets no hyphen", "[report][write]")
{
    const TempFolder folder;
    const auto saysHyphen = [&](const std::string& text) {
        Report report;
        report.columns = {textColumn("车辆识别代号", 4)};
        report.columns.resize(12, textColumn("备注", 14));
        MadeRows rows(1, [&](std::int64_t, ReportRow& row) { setText(row.cells[0], text); });
        REQUIRE(writeReport(report, rows, folder / "r.pdf"));
        return pdfStreams(folder / "r.pdf").find("<2010>")
            != std::string::npos; // of the letters that are used
    };
    CHECK_FALSE(saysHyphen("LGWYHNYDWCH000074"));
    CHECK(saysHyphen("LGWYHNYD\u2010WCH000074"));
}

TEST_CASE("a check that does not hold is said on the face of the report", "[report][write]")
{
    class Failing final : public RowSource {
    public:
        bool next(ReportRow&) override { return false; }
        void close(ReportEnd& end) override { end.checks = {{true, "甲"}, {false, "乙"}}; }
    };
    const TempFolder folder;
    Failing rows;
    const auto written = writeReport(smallReport(), rows, folder / "r.xlsx");
    REQUIRE(written);
    CHECK_FALSE(written->checksHold());
    const auto texts = textCells(xlsxPart(folder / "r.xlsx", "xl/worksheets/sheet1.xml"));
    CHECK(std::count(texts.begin(), texts.end(), "核对相符：甲") == 1);
    CHECK(std::count(texts.begin(), texts.end(), "核对不符：乙") == 1);
}
