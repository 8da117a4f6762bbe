// The writers of reports, beside what they cannot be faster than: the spreadsheet library on its own, a plain write of
// the same cells, and of a PDF its own spreadsheet.
#include "reports/model/columns.h"
#include "reports/writers/write_report.h"
#include "tests/bench/benches.h"
#include "tests/unit/reports/report_samples.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <xlsxwriter.h>

namespace guanwu::bench {

namespace {

    constexpr std::int64_t kPdfRows = 2'000;
    constexpr double kMostMb = 100;

    /// Fifteen columns as a list of cards has them.
    Report cardReport()
    {
        Report report = test::smallReport();
        report.title = "固定资产清单";
        report.columns = {repeatedColumn("序号", CellKind::Integer, 7),
            repeatedColumn("资产编号", CellKind::Text, 14), textColumn("资产名称", 16), textColumn("分类", 12),
            textColumn("规格型号", 14), countColumn("数量", 6), dateColumn("取得日期"), moneyColumn("原值"),
            moneyColumn("累计折旧"), moneyColumn("净值"), textColumn("使用部门", 12), textColumn("使用人", 8),
            textColumn("存放地点", 14), textColumn("使用状况", 8), textColumn("备注", 14)};
        return report;
    }

    void fillCard(std::int64_t index, ReportRow& row)
    {
        static constexpr std::array kNames {"台式计算机", "激光打印机", "办公桌", "文件柜", "会议椅", "空调机"};
        const std::string number = std::to_string(index + 1);
        std::size_t at = 0;
        row.cells[at++] = index + 1;
        setText(row.cells[at++], "TY2022" + std::string(6 - std::min<std::size_t>(6, number.size()), '0') + number);
        setText(row.cells[at++], kNames[static_cast<std::size_t>(index) % kNames.size()]);
        setText(row.cells[at++], "A02010105");
        setText(row.cells[at++], "启天M428-A" + std::to_string(index % 977));
        row.cells[at++] = index % 3 + 1;
        row.cells[at++] = std::chrono::year(2010 + static_cast<int>(index % 13)) / 6 / 15;
        row.cells[at++] = Money::fromFen(500'000 + index * 7 % 9'000'000);
        row.cells[at++] = Money::fromFen(100'000 + index * 5 % 300'000);
        row.cells[at++] = Money::fromFen(400'000 + index * 2 % 8'000'000);
        setText(row.cells[at++], "办公室");
        setText(row.cells[at++], "王小明");
        setText(row.cells[at++], "1号办公楼" + std::to_string(index % 900 + 100) + "室");
        setText(row.cells[at++], "在用");
        setText(row.cells[at++], index % 4 == 0 ? "随主机配发，2022年盘点时已核对" : "");
    }

    std::int64_t written(std::int64_t count, const std::filesystem::path& file)
    {
        test::MadeRows rows(count, fillCard);
        if (const auto done = writeReport(cardReport(), rows, file); !done)
            throw std::runtime_error("benchmark: " + done.error().subject);
        return count;
    }

    /// The same cells and nothing else: no head, no total, no look at the finished file.
    std::int64_t bareXlsx(std::int64_t count, const std::filesystem::path& file)
    {
        std::string folder = file.parent_path().string();
        lxw_workbook_options options {LXW_TRUE, folder.data(), LXW_FALSE};
        lxw_workbook* const book = workbook_new_opt(file.c_str(), &options);
        lxw_worksheet* const sheet = workbook_add_worksheet(book, nullptr);
        std::array<lxw_format*, 6> formats {};
        const std::array kFormats {"@", "#,##0", "#,##0.00", "#,##0.00", "0.00%", "yyyy-mm-dd"};
        for (std::size_t i = 0; i < formats.size(); ++i) {
            formats[i] = workbook_add_format(book);
            format_set_num_format(formats[i], kFormats[i]);
        }
        const Report report = cardReport();
        ReportRow row;
        row.cells.resize(report.columns.size());
        for (std::int64_t i = 0; i < count; ++i) {
            fillCard(i, row);
            const auto at = static_cast<lxw_row_t>(i);
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                const auto column = static_cast<lxw_col_t>(c);
                lxw_format* const format = formats[static_cast<std::size_t>(report.columns[c].kind)];
                const Cell& cell = row.cells[c];
                if (const auto* text = std::get_if<std::string>(&cell)) {
                    worksheet_write_string(sheet, at, column, text->c_str(), format);
                } else if (const auto* day = std::get_if<std::chrono::year_month_day>(&cell)) {
                    lxw_datetime date {int(day->year()), static_cast<int>(unsigned(day->month())),
                        static_cast<int>(unsigned(day->day())), 0, 0, 0};
                    worksheet_write_datetime(sheet, at, column, &date, format);
                } else if (std::holds_alternative<std::monostate>(cell)) {
                    worksheet_write_blank(sheet, at, column, format);
                } else {
                    const double amount = static_cast<double>(amountOf(cell));
                    worksheet_write_number(sheet, at, column,
                        std::holds_alternative<std::int64_t>(cell) ? amount : amount / 100, format);
                }
            }
        }
        if (workbook_close(book) != LXW_NO_ERROR)
            throw std::runtime_error("benchmark: workbook");
        return count;
    }

    /// The same cells with commas between, through one buffer: nothing is quoted or guarded.
    std::int64_t plainCsv(std::int64_t count, const std::filesystem::path& file)
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file.c_str(), "wb"), std::fclose);
        ReportRow row;
        row.cells.resize(cardReport().columns.size());
        std::string buffer;
        const auto number = [&buffer](std::int64_t value) {
            char digits[24];
            buffer.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
        };
        for (std::int64_t i = 0; i < count; ++i) {
            fillCard(i, row);
            for (const Cell& cell : row.cells) {
                if (const auto* text = std::get_if<std::string>(&cell)) {
                    buffer += *text;
                } else if (const auto* day = std::get_if<std::chrono::year_month_day>(&cell)) {
                    for (const unsigned part : {static_cast<unsigned>(int(day->year())), unsigned(day->month()),
                             unsigned(day->day())}) {
                        if (buffer.back() != ',')
                            buffer += '-';
                        if (part < 10)
                            buffer += '0';
                        number(part);
                    }
                } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
                    number(*whole);
                } else if (const std::int64_t amount = amountOf(cell); !std::holds_alternative<std::monostate>(cell)) {
                    number(amount / 100);
                    buffer += '.';
                    buffer += static_cast<char>('0' + amount % 100 / 10);
                    buffer += static_cast<char>('0' + amount % 10);
                }
                buffer += ',';
            }
            buffer.back() = '\n';
            constexpr std::size_t kFull = 256 * 1024;
            if (buffer.size() > kFull) {
                std::fwrite(buffer.data(), 1, buffer.size(), out.get());
                buffer.clear();
            }
        }
        std::fwrite(buffer.data(), 1, buffer.size(), out.get());
        return count;
    }

    Job jobOf(std::string name, double leastSpeed, std::function<std::int64_t()> ours, std::function<std::int64_t()> raw)
    {
        Job job {std::move(name), leastSpeed, [] {}, std::move(ours), [] {}, std::move(raw)};
        job.mostMb = kMostMb;
        return job;
    }

} // namespace

std::vector<Job> writerJobs(BenchCity& city)
{
    const std::int64_t rows = city.cards();
    const auto file = [folder = city.folder()](const char* name) { return folder / name; };
    return {jobOf("a report of 15 columns as XLSX, beside the same cells by libxlsxwriter in constant memory", 1 / 1.2,
                [=] { return written(rows, file("ours.xlsx")); }, [=] { return bareXlsx(rows, file("raw.xlsx")); }),
        jobOf("the same report as CSV, beside a plain write of its cells", 1 / 2.0,
            [=] { return written(rows, file("ours.csv")); }, [=] { return plainCsv(rows, file("raw.csv")); }),
        jobOf("2,000 lines of it as PDF, beside the same lines as XLSX", 1 / 10.0,
            [=] { return written(kPdfRows, file("few.pdf")); }, [=] { return written(kPdfRows, file("few.xlsx")); })};
}

} // namespace guanwu::bench
