#pragma once

#include "reports/model/report.h"

namespace guanwu {

/// One way to print a report. Infrastructure failures (a full disk) are exceptions.
class ReportWriter {
public:
    ReportWriter() = default;
    ReportWriter(const ReportWriter&) = delete;
    ReportWriter& operator=(const ReportWriter&) = delete;
    virtual ~ReportWriter() = default;

    virtual void row(const ReportRow& row) = 0;
    virtual void end(const ReportEnd& end) = 0;
};

/// A figure of a report's head, for programs.
struct ReportFigure {
    std::string token;
    std::string nameZh;
    std::string nameEn;
    std::string value;
};

/// What a pass over a report showed.
struct WrittenReport {
    std::int64_t rows = 0;
    std::vector<CheckLine> checks;
    std::vector<ReportFigure> figures;

    [[nodiscard]] bool checksHold() const;
};

/// Streams the rows through a writer, adds the totals, lets the source close.
WrittenReport streamRows(const Report& report, RowSource& rows, ReportWriter& writer);

} // namespace guanwu
