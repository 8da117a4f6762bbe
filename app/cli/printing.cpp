#include "app/cli/printing.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace guanwu {

namespace {

    constexpr std::size_t kToldBytes = 500; ///< bytes of what lp says that are told on

    /// What a program wrote to its outputs, and its exit code; -1 where it is not there.
    struct Said {
        int exitCode = -1;
        std::string text;
    };

    Said runProgram(const std::vector<std::string>& words)
    {
        std::array<int, 2> ends {};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            throw std::system_error(errno, std::generic_category(), "pipe");
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
        std::vector<char*> arguments;
        for (const std::string& word : words)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        pid_t child = 0;
        const int failed
            = ::posix_spawnp(&child, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        Said out;
        std::array<char, 512> piece {};
        for (ssize_t got = 0; failed == 0 && (got = ::read(ends[0], piece.data(), piece.size())) > 0;)
            if (out.text.size() < kToldBytes)
                out.text.append(piece.data(), static_cast<std::size_t>(got));
        ::close(ends[0]);
        int status = 0;
        if (failed != 0 || ::waitpid(child, &status, 0) != child)
            return {};
        // A program that could not be found ends with 127 where the system tells it only then.
        out.exitCode = WIFEXITED(status) && WEXITSTATUS(status) != 127 ? WEXITSTATUS(status) : -1;
        return out;
    }

} // namespace

Result<void> printFile(
    const std::filesystem::path& file, const std::string& printer, const std::string& paper)
{
    std::vector<std::string> words {"lp"};
    if (!printer.empty())
        words.insert(words.end(), {"-d", printer});
    if (!paper.empty())
        words.insert(words.end(), {"-o", "media=" + paper});
    // A label keeps its size: no scaling to the paper.
    words.insert(words.end(), {"-o", "print-scaling=none", "--", file.string()});
    Said said = runProgram(words);
    if (said.exitCode < 0)
        return fail(ErrorCode::NotFound, "print.no_cups");
    while (!said.text.empty() && said.text.back() == '\n')
        said.text.pop_back();
    if (said.exitCode != 0)
        return fail(ErrorCode::Conflict, "print.failed", said.text);
    return {};
}

} // namespace guanwu
