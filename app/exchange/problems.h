#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace guanwu {

enum class Severity : std::uint8_t { Error, Warning };

/// One thing wrong with one cell. row 0 = the file as a whole.
struct ImportProblem {
    Severity severity = Severity::Error;
    std::int64_t row = 0;
    std::string column; ///< the heading as the file spells it
    std::string value;
    Error error;
};

/// Counts every problem and tells a listener of each; holds none, so a file of a million mistakes costs no
/// memory.
class ProblemSink {
public:
    using Listener = std::function<void(const ImportProblem&)>;
    explicit ProblemSink(Listener listener)
        : m_listener(std::move(listener))
    {
    }
    void report(const ImportProblem& problem)
    {
        ++(problem.severity == Severity::Error ? m_errors : m_warnings);
        m_listener(problem);
    }
    [[nodiscard]] std::int64_t errors() const { return m_errors; }
    [[nodiscard]] std::int64_t warnings() const { return m_warnings; }

private:
    Listener m_listener;
    std::int64_t m_errors = 0;
    std::int64_t m_warnings = 0;
};

} // namespace guanwu
