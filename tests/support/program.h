#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace guanwu::test {

/// What a finished program left.
struct ProgramRun {
    int exitCode = -1; ///< 128 + signal when a signal ended it
    std::string out;
    std::string err;
};

/// A program that runs beside the test.
class RunningProgram {
public:
    RunningProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
        const std::vector<std::string>& environment = {});
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram();

    void kill() const;
    /// Asks it to end, as an administrator would.
    void terminate() const;
    [[nodiscard]] bool isRunning();
    /// What it has printed until now.
    [[nodiscard]] std::string outSoFar() const;
    /// Waits for its end.
    [[nodiscard]] ProgramRun finish();

private:
    pid_t m_pid = 0;
    int m_status = 0;
    bool m_reaped = false;
    std::filesystem::path m_out;
    std::filesystem::path m_err;
};

/// Runs `guanwu` with a registry (may be empty) and waits for it.
[[nodiscard]] ProgramRun runGuanwu(const std::string& databaseUrl, const std::vector<std::string>& arguments);
[[nodiscard]] std::filesystem::path guanwuProgram();

[[nodiscard]] std::string readFile(const std::filesystem::path& path);
void writeFile(const std::filesystem::path& path, std::string_view text);
/// The lines of a text, without their ends and without a byte order mark.
[[nodiscard]] std::vector<std::string> linesOf(const std::string& text);

} // namespace guanwu::test
