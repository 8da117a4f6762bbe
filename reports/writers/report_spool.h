#pragma once

#include "reports/model/report.h"

#include <cstdio>
#include <memory>

namespace guanwu {

/// Rows kept in a temporary file between two passes over a report: a page can say "of m" only when all rows
/// are known, and the rows may be too many for memory. The file has no name and goes with the process. Throws
/// std::system_error.
class ReportSpool {
public:
    ReportSpool();

    /// `height` is what the first pass measured, in points.
    void append(const ReportRow& row, double height);
    /// To be called once, between the last append() and the first next().
    void rewind();
    /// False after the last row. `row` gets as many cells as were appended.
    [[nodiscard]] bool next(ReportRow& row, double& height);

private:
    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Closer> m_file;
    std::int64_t m_left = 0;
};

} // namespace guanwu
