#include "app/cli/problem_report.h"

#include "app/text/explain.h"

#include <iostream>

namespace guanwu {

namespace {

    constexpr std::int64_t kProblemsShown = 20;

} // namespace

ProblemReport::ProblemReport(const CliContext& context, std::string file)
    : m_context(context)
    , m_imported(std::move(file))
{
}

Result<void> ProblemReport::open(const std::string& errorsFile)
{
    if (errorsFile.empty())
        return {};
    auto file = CsvFile::create(errorsFile);
    if (!file)
        return fail(file.error());
    m_file = std::move(*file);
    for (const char* heading : {"severity", "row", "column", "value", "code", "reason"})
        m_file->csv().appendPlain(heading);
    m_file->csv().endRow();
    return {};
}

void ProblemReport::take(const ImportProblem& problem)
{
    const std::string reason = explain(problem.error, m_context.language);
    if (m_file)
        write(problem, reason);
    if (++m_count > kProblemsShown)
        return;
    std::cerr << m_imported << ": "
              << (problem.severity == Severity::Error ? m_context.say({"错误", "error"})
                                                      : m_context.say({"警告", "warning"}))
              << ' ' << placeOf(problem) << reason << " [" << problem.error.subject << "]\n";
}

void ProblemReport::finish()
{
    if (m_count > kProblemsShown)
        std::cerr << m_context.say({"……共 ", "... "}) << m_count
                  << m_context.say({" 个问题，用 --errors FILE 取得全部",
                         " problems in all; --errors FILE writes every one"})
                  << '\n';
    if (m_file)
        m_file->commit();
}

void ProblemReport::write(const ImportProblem& problem, const std::string& reason)
{
    CsvWriter& csv = m_file->csv();
    csv.appendPlain(problem.severity == Severity::Error ? "error" : "warning");
    csv.appendNumber(problem.row);
    csv.appendText(problem.column);
    csv.appendText(problem.value);
    csv.appendPlain(problem.error.subject);
    csv.appendText(reason);
    csv.endRow();
}

/// Row, column and value; what concerns the whole file, a whole row or an empty cell lacks some of them.
std::string ProblemReport::placeOf(const ImportProblem& problem) const
{
    std::string place;
    if (problem.row > 0)
        place.append(m_context.say({"第", "row "}))
            .append(std::to_string(problem.row))
            .append(m_context.say({"行 ", " "}));
    if (!problem.column.empty())
        place.append(problem.column).append(" ");
    if (!problem.value.empty())
        place.append("“").append(problem.value).append("” ");
    return place;
}

} // namespace guanwu
