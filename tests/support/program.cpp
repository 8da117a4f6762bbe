#include "tests/support/program.h"

#include "tests/support/places.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guanwu::test {

namespace {

    std::filesystem::path scratchFile()
    {
        std::string name = (std::filesystem::temp_directory_path() / "guanwu-out-XXXXXX").string();
        const int file = mkstemp(name.data());
        if (file < 0)
            throw std::runtime_error("no scratch file");
        close(file);
        return name;
    }

    std::vector<char*> pointersTo(std::vector<std::string>& texts)
    {
        std::vector<char*> out;
        for (std::string& text : texts)
            out.push_back(text.data());
        out.push_back(nullptr);
        return out;
    }

    void redirect(const std::filesystem::path& file, int descriptor)
    {
        const int opened = open(file.c_str(), O_WRONLY | O_TRUNC);
        if (opened < 0 || dup2(opened, descriptor) < 0)
            _exit(126);
    }

} // namespace

RunningProgram::RunningProgram(const std::filesystem::path& program,
    const std::vector<std::string>& arguments, const std::vector<std::string>& environment)
    : m_out(scratchFile())
    , m_err(scratchFile())
{
    std::vector<std::string> command {program.string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto argv = pointersTo(command);
    m_pid = fork();
    if (m_pid != 0)
        return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    redirect("/dev/null", STDIN_FILENO);
    redirect(m_out, STDOUT_FILENO);
    redirect(m_err, STDERR_FILENO);
    unsetenv("GUANWU_DB");
    for (const std::string& entry : environment)
        putenv(const_cast<char*>(entry.c_str()));
    execv(argv[0], argv.data());
    _exit(127);
}

RunningProgram::~RunningProgram()
{
    if (!m_reaped) {
        kill();
        waitpid(m_pid, &m_status, 0);
    }
    std::error_code ignored;
    std::filesystem::remove(m_out, ignored);
    std::filesystem::remove(m_err, ignored);
}

void RunningProgram::kill() const { ::kill(m_pid, SIGKILL); }

void RunningProgram::terminate() const { ::kill(m_pid, SIGTERM); }

std::string RunningProgram::outSoFar() const { return readFile(m_out); }

bool RunningProgram::isRunning()
{
    if (!m_reaped)
        m_reaped = waitpid(m_pid, &m_status, WNOHANG) == m_pid;
    return !m_reaped;
}

ProgramRun RunningProgram::finish()
{
    while (!m_reaped)
        m_reaped = waitpid(m_pid, &m_status, 0) == m_pid || errno != EINTR;
    ProgramRun run;
    run.exitCode = WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status);
    run.out = readFile(m_out);
    run.err = readFile(m_err);
    return run;
}

ProgramRun runGuanwu(const std::string& databaseUrl, const std::vector<std::string>& arguments)
{
    std::vector<std::string> environment;
    if (!databaseUrl.empty())
        environment.push_back("GUANWU_DB=" + databaseUrl);
    return RunningProgram(guanwuProgram(), arguments, environment).finish();
}

std::filesystem::path guanwuProgram() { return programsFolder() / "guanwu"; }

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + path.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void writeFile(const std::filesystem::path& path, std::string_view text)
{
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (!out.flush())
        throw std::runtime_error("cannot write " + path.string());
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

} // namespace guanwu::test
