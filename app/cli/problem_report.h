#pragma once

#include "app/cli/context.h"
#include "app/exchange/csv_file.h"
#include "app/exchange/problems.h"

namespace guanwu {

/// Shows the first problems on standard error and writes all of them to the file that was asked for.
class ProblemReport {
public:
    /// `file`: what is imported.
    ProblemReport(const CliContext& context, std::string file);
    /// Opens the file for every problem; an empty name opens none. Errors: those of ReplacingFile::create().
    Result<void> open(const std::string& errorsFile);
    void take(const ImportProblem& problem);
    void finish();

private:
    void write(const ImportProblem& problem, const std::string& reason);
    [[nodiscard]] std::string placeOf(const ImportProblem& problem) const;

    const CliContext& m_context;
    std::string m_imported;
    std::unique_ptr<CsvFile> m_file;
    std::int64_t m_count = 0;
};

} // namespace guanwu
