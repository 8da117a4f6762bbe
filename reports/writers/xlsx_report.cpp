#include "reports/writers/xlsx_report.h"

#include "core/base/text.h"
#include "reports/writers/column_strips.h"
#include "reports/writers/report_head.h"
#include "reports/writers/xlsx_formats.h"
#include "reports/writers/xlsx_integrity.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <mutex>
#include <optional>
#include <system_error>
#include <xlsxwriter.h>

namespace guanwu {

namespace {

    /// A sheet is one part of the file, and a part ends at 4 GiB; rows beyond this many bytes go on the next
    /// sheet.
    constexpr long kSheetByteLimit = 3L * 1024 * 1024 * 1024;
    constexpr std::size_t kMaxCellCharacters = 32767;
    constexpr double kPaddingDigits = 1.5;

    /// At most so many code points, without cutting one in two.
    std::string cutText(const std::string& text, std::size_t limit)
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && ++count > limit)
                return text.substr(0, i);
        return text;
    }

    /// The format takes _x0041_ for an A. The library guards against it only where a text holds characters
    /// that it has to escape itself, so the others are guarded here.
    std::string guardedEscapes(const std::string& text)
    {
        const auto isEscaped = [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n'; };
        if (std::any_of(text.begin(), text.end(), isEscaped))
            return text;
        std::string out = text;
        for (auto at = out.find("_x"); at != std::string::npos; at = out.find("_x", at + 1)) {
            constexpr std::size_t kDigits = 4;
            const std::string digits = out.substr(at + 2, kDigits);
            if (digits.size() == kDigits
                && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos
                && out.compare(at + 2 + kDigits, 1, "_") == 0) {
                out.insert(at, "_x005F");
                at += std::string_view("_x005F").size();
            }
        }
        return out;
    }

    /// Frees a workbook that was not finished, with its temporary files.
    struct WorkbookDeleter {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };

    struct CellWriter {
        lxw_worksheet* sheet;
        lxw_row_t row;
        lxw_col_t column;
        lxw_format* format;
        MoneyUnit unit;

        void number(double value) const { worksheet_write_number(sheet, row, column, value, format); }
        void hundredths(std::int64_t value) const { number(static_cast<double>(value) / 100); }

        void operator()(std::monostate) const { worksheet_write_blank(sheet, row, column, format); }
        void operator()(const std::string& text) const
        {
            if (text.find("_x") != std::string::npos)
                worksheet_write_string(
                    sheet, row, column, cutText(guardedEscapes(text), kMaxCellCharacters).c_str(), format);
            else if (text.size() <= kMaxCellCharacters)
                worksheet_write_string(sheet, row, column, text.c_str(), format);
            else
                worksheet_write_string(sheet, row, column, cutText(text, kMaxCellCharacters).c_str(), format);
        }
        void operator()(std::int64_t value) const { number(static_cast<double>(value)); }
        void operator()(Money money) const { hundredths(printedHundredths(money, unit)); }
        void operator()(Area area) const { hundredths(area.hundredths()); }
        void operator()(Percent rate) const { number(static_cast<double>(rate.hundredths) / 10000); }
        void operator()(std::chrono::year_month_day day) const
        {
            lxw_datetime date {int(day.year()), static_cast<int>(unsigned(day.month())),
                static_cast<int>(unsigned(day.day())), 0, 0, 0};
            worksheet_write_datetime(sheet, row, column, &date, format);
        }
    };

    class XlsxReport final : public ReportWriter {
    public:
        XlsxReport(const Report& report, const std::filesystem::path& path, std::uint32_t rowLimit)
            : m_report(report)
            , m_path(path)
            , m_temporaryFolder(std::filesystem::absolute(path).parent_path().string())
            , m_rowLimit(rowLimit)
        {
            // Temporary files stand where the result will: the disk that has to have room for it anyway.
            lxw_workbook_options options {LXW_TRUE, m_temporaryFolder.data(), LXW_FALSE};
            m_workbook.reset(workbook_new_opt(m_path.c_str(), &options));
            if (!m_workbook)
                throw std::system_error(errno, std::generic_category(), m_path.string());
            lxw_doc_properties properties {};
            std::string title = m_report.title; // the library takes it as char* and copies it
            properties.title = title.data();
            properties.created
                = std::chrono::sys_seconds(std::chrono::sys_days(m_report.asOf)).time_since_epoch().count();
            workbook_set_properties(m_workbook.get(), &properties);
            m_formats.emplace(m_workbook.get());
            beginSheet();
        }

        void row(const ReportRow& row) override
        {
            if (row.sheet != m_part) {
                m_part = row.sheet;
                m_sheetsOfPart = 0;
                beginSheet();
            }
            constexpr lxw_row_t kRowsBetweenChecks = 4096;
            const bool mayBeFull
                = m_row % kRowsBetweenChecks == 0 && std::ftell(m_sheet->optimize_tmpfile) > kSheetByteLimit;
            if (m_row >= m_rowLimit || mayBeFull)
                beginSheet();
            if (isSum(row.role)) {
                writeTotal(row.cells);
                return;
            }
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                writeCell(i, row.cells[i], m_formats->body(m_report.columns[i].kind));
            ++m_row;
        }

        void end(const ReportEnd& end) override
        {
            if (m_report.isPlainTable) {
                close();
                return;
            }
            const auto rowsNeeded = static_cast<lxw_row_t>(end.checks.size() + m_report.boxes.size()) + 3;
            if (m_row + rowsNeeded > m_rowLimit)
                beginSheet();
            if (!end.totals.empty())
                writeTotal(end.totals);
            for (const auto& check : end.checks)
                writeAcross(checkText(check), check.holds ? m_formats->info : m_formats->brokenCheck);
            for (const auto& box : m_report.boxes)
                writeAcross(box.heading + "：" + box.text, m_formats->info);
            ++m_row;
            std::string foot;
            for (const auto& field : m_report.signatures)
                foot += field + "：　　　　　　　　";
            writeAcross(foot, m_formats->info);
            close();
        }

    private:
        void writeTotal(const std::vector<Cell>& totals)
        {
            for (std::size_t i = 0; i < totals.size(); ++i) {
                const bool isText = std::holds_alternative<std::string>(totals[i]);
                writeCell(i, totals[i], m_formats->total(isText ? CellKind::Text : m_report.columns[i].kind));
            }
            ++m_row;
        }

        void writeCell(std::size_t column, const Cell& cell, lxw_format* format)
        {
            std::visit(
                CellWriter {m_sheet, m_row, static_cast<lxw_col_t>(column), format, m_report.moneyUnit},
                cell);
        }

        /// One line of text over the columns of the first printed page.
        void writeAcross(const std::string& text, lxw_format* format)
        {
            // Of a sheet that hides columns, the first page is not where the strip ends.
            mergeInRow(0, hidesColumns() ? m_report.columns.size() : m_strips.front().size(), text, format);
            ++m_row;
        }

        [[nodiscard]] bool hidesColumns() const
        {
            return std::any_of(m_report.columns.begin(), m_report.columns.end(),
                [this](const Column& column) { return !column.isOnSheet(m_part); });
        }

        /// Side by side when the sheet is printed.
        [[nodiscard]] std::uint16_t pagesAcross() const
        {
            if (!hidesColumns())
                return static_cast<std::uint16_t>(m_strips.size());
            double shown = 0;
            for (const Column& column : m_report.columns)
                shown += column.isOnSheet(m_part) ? column.width : 0;
            return static_cast<std::uint16_t>(std::ceil(shown / kPageCapacity));
        }

        /// Merging over several rows is not possible while rows are streamed; in one row it is.
        void mergeInRow(std::size_t from, std::size_t end, const std::string& text, lxw_format* format)
        {
            const auto first = static_cast<lxw_col_t>(from);
            const auto last = static_cast<lxw_col_t>(end - 1);
            if (first == last)
                worksheet_write_string(m_sheet, m_row, first, text.c_str(), format);
            else
                worksheet_merge_range(m_sheet, m_row, first, m_row, last, text.c_str(), format);
        }

        void beginSheet()
        {
            ++m_sheetsOfPart;
            const std::string& part = m_report.sheets.empty() ? m_report.title : m_report.sheets.at(m_part);
            const std::string name
                = m_sheetsOfPart == 1 ? part : part + " (" + std::to_string(m_sheetsOfPart) + ")";
            m_sheet = workbook_add_worksheet(m_workbook.get(), name.c_str());
            if (!m_sheet || !m_sheet->optimize_tmpfile)
                throw std::system_error(ENOSPC, std::generic_category(), m_path.string());
            m_row = 0;
            for (std::size_t i = 0; i < m_report.columns.size(); ++i) {
                lxw_row_col_options options {
                    m_report.columns[i].isOnSheet(m_part) ? LXW_FALSE : LXW_TRUE, 0, 0};
                worksheet_set_column_opt(m_sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                    m_report.columns[i].width + kPaddingDigits, nullptr, &options);
            }
            writeHead();
            setUpPage();
        }

        void writeHead()
        {
            if (!m_report.isPlainTable)
                writeTitle();
            if (hasGroups(m_report))
                writeGroups();
            worksheet_set_row(m_sheet, m_row, 32, nullptr);
            for (std::size_t i = 0; i < m_report.columns.size(); ++i)
                worksheet_write_string(m_sheet, m_row, static_cast<lxw_col_t>(i),
                    headingText(m_report.columns[i]).c_str(), m_formats->heading);
            ++m_row;
        }

        void writeTitle()
        {
            worksheet_set_row(m_sheet, m_row, 26, nullptr);
            writeAcross(sheetTitle(m_report, m_part), m_formats->title);
            std::vector<std::string> head {preparerLine(m_report), m_report.period, moneyUnitLine(m_report)};
            std::erase(head, std::string());
            writeAcross(joined(head, "　　　　"), m_formats->info);
            for (const auto& note : m_report.notes)
                writeAcross(note, m_formats->info);
        }

        void writeGroups()
        {
            const auto& columns = m_report.columns;
            for (std::size_t from = 0; from < columns.size();) {
                std::size_t end = from + 1;
                while (end < columns.size() && columns[end].group == columns[from].group)
                    ++end;
                mergeInRow(from, end, columns[from].group, m_formats->heading);
                from = end;
            }
            ++m_row;
        }

        void setUpPage()
        {
            constexpr std::uint8_t kA4 = 9;
            std::size_t repeated = 0;
            while (
                repeated < m_report.columns.size() && m_report.columns[repeated].repeat == Repeat::EveryPage)
                ++repeated;
            worksheet_freeze_panes(m_sheet, m_row, static_cast<lxw_col_t>(repeated));
            worksheet_repeat_rows(m_sheet, 0, m_row - 1);
            if (repeated > 0)
                worksheet_repeat_columns(m_sheet, 0, static_cast<lxw_col_t>(repeated - 1));
            worksheet_set_landscape(m_sheet);
            worksheet_set_paper(m_sheet, kA4);
            worksheet_set_margins(m_sheet, 0.4, 0.4, 0.5, 0.6);
            worksheet_fit_to_pages(m_sheet, pagesAcross(), 0);
            worksheet_set_footer(m_sheet, "&C第 &P 页 共 &N 页");
        }

        void close()
        {
            // The library looks at few of its writes. What went wrong with the rows shows here, the rest in
            // the finished file.
            bool whole = true;
            lxw_worksheet* sheet = nullptr;
            STAILQ_FOREACH(sheet, m_workbook->worksheets, list_pointers)
            whole = std::fflush(sheet->optimize_tmpfile) == 0 && std::ferror(sheet->optimize_tmpfile) == 0
                && whole;
            if (!whole)
                throw std::system_error(ENOSPC, std::generic_category(), m_path.string());
            // The library asks gmtime() what day `created` is: of two that close at once one would bear the
            // day of the other.
            const lxw_error error = [this] {
                static std::mutex closing;
                const std::scoped_lock one(closing);
                return workbook_close(m_workbook.release());
            }();
            if (error != LXW_NO_ERROR || !isWholeWorkbook(m_path))
                throw std::system_error(ENOSPC, std::generic_category(), m_path.string());
        }

        const Report& m_report;
        std::filesystem::path m_path;
        std::string m_temporaryFolder;
        std::uint32_t m_rowLimit;
        std::vector<ColumnStrip> m_strips = ColumnFit::withoutRows(m_report).strips;
        std::unique_ptr<lxw_workbook, WorkbookDeleter> m_workbook;
        std::optional<XlsxFormats> m_formats;
        lxw_worksheet* m_sheet = nullptr;
        std::uint32_t m_part = 0; ///< of Report::sheets
        int m_sheetsOfPart = 0;
        lxw_row_t m_row = 0;
    };

} // namespace

std::unique_ptr<ReportWriter> makeXlsxReport(
    const Report& report, const std::filesystem::path& path, std::uint32_t rowLimit)
{
    return std::make_unique<XlsxReport>(report, path, rowLimit);
}

} // namespace guanwu
