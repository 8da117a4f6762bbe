#include "reports/writers/csv_report.h"

#include "core/values/calendar.h"
#include "reports/writers/csv_writer.h"
#include "reports/writers/replacing_file.h"

namespace guanwu {

namespace {

    struct CellAppender {
        CsvWriter& csv;
        MoneyUnit unit;

        void operator()(std::monostate) const { csv.appendEmpty(); }
        void operator()(const std::string& text) const { csv.appendText(text); }
        void operator()(std::int64_t number) const { csv.appendNumber(number); }
        void operator()(Money money) const { csv.appendHundredths(printedHundredths(money, unit)); }
        void operator()(Area area) const { csv.appendHundredths(area.hundredths()); }
        void operator()(Percent rate) const { csv.appendHundredths(rate.hundredths); }
        void operator()(std::chrono::year_month_day day) const { csv.appendPlain(formatDate(day)); }
    };

    class CsvReport final : public ReportWriter {
    public:
        CsvReport(const Report& report, ReplacingFile& file)
            : m_unit(report.moneyUnit)
            , m_csv([&file](std::string_view bytes) { file.write(bytes); })
        {
            for (const auto& column : report.columns)
                m_csv.appendText(column.nameInCsv());
            m_csv.endRow();
        }

        void row(const ReportRow& row) override { appendRow(row.cells); }

        void end(const ReportEnd& end) override
        {
            if (!end.totals.empty())
                appendRow(end.totals);
            m_csv.flush();
        }

    private:
        void appendRow(const std::vector<Cell>& cells)
        {
            for (const auto& cell : cells)
                std::visit(CellAppender {m_csv, m_unit}, cell);
            m_csv.endRow();
        }

        MoneyUnit m_unit;
        CsvWriter m_csv;
    };

} // namespace

std::unique_ptr<ReportWriter> makeCsvReport(const Report& report, ReplacingFile& file)
{
    return std::make_unique<CsvReport>(report, file);
}

} // namespace guanwu
