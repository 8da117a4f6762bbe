#include "app/exchange/tables/reader_child.h"

#include "core/cards/attachment.h"
#include "scanner/file_descriptor.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace guanwu {

namespace {

    using Clock = std::chrono::steady_clock;

    FileDescriptor memoryFile(std::string_view bytes)
    {
        FileDescriptor out(::memfd_create("sent", MFD_CLOEXEC));
        while (out && !bytes.empty()) {
            const ssize_t written = ::write(out.get(), bytes.data(), bytes.size());
            if (written <= 0)
                throw std::system_error(errno, std::generic_category(), "a file for the reader");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (!out || ::lseek(out.get(), 0, SEEK_SET) != 0)
            throw std::system_error(errno, std::generic_category(), "a file for the reader");
        return out;
    }

    /// What comes until the other end is closed; false when it takes too long or is too much.
    bool readAll(int descriptor, Clock::time_point deadline, std::string& out)
    {
        std::array<char, 1 << 16> piece {};
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
            pollfd waited {descriptor, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&waited, 1, static_cast<int>(left.count())) <= 0)
                return false;
            const ssize_t count = ::read(descriptor, piece.data(), piece.size());
            if (count == 0)
                return true;
            if (count < 0 || out.size() + static_cast<std::size_t>(count) > kMostAttachmentBytes)
                return false;
            out.append(piece.data(), static_cast<std::size_t>(count));
        }
    }

} // namespace

pid_t startReader(const std::filesystem::path& program, std::string_view verb, int input, int output)
{
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);

    // The parent's environment may name secrets; a program that reads strangers' files gets none of it.
    std::string name = program.string();
    std::string word(verb);
    std::string locale = "LC_ALL=C.UTF-8";
    std::array<char*, 3> arguments {name.data(), word.data(), nullptr};
    std::array<char*, 2> environment {locale.data(), nullptr};
    pid_t pid = 0;
    const int error
        = ::posix_spawn(&pid, name.c_str(), &actions, nullptr, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT || error == EACCES || error == ENOEXEC)
        return 0;
    if (error != 0)
        throw std::system_error(error, std::generic_category(), "starting the reader");
    return pid;
}

int endReader(pid_t child, std::chrono::milliseconds patience)
{
    const auto deadline = Clock::now() + patience;
    int status = 0;
    pid_t ended = 0;
    while ((ended = ::waitpid(child, &status, WNOHANG)) == 0 && Clock::now() < deadline)
        ::usleep(1000);
    if (ended == 0) {
        ::kill(child, SIGKILL);
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    }
    return status;
}

Result<ReaderAnswer> askReader(std::string_view verb, std::string_view bytes,
    const std::filesystem::path& readerProgram, std::chrono::milliseconds limit)
{
    const FileDescriptor input = memoryFile(bytes);
    std::array<int, 2> ends {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe for the reader");
    const FileDescriptor ours(ends[0]);
    pid_t child = 0;
    {
        const FileDescriptor theirs(ends[1]);
        child = startReader(readerProgram, verb, input.get(), theirs.get());
    }
    if (child == 0)
        return fail(ErrorCode::NotFound, "table.reader", readerProgram.string());
    ReaderAnswer out;
    const auto deadline = Clock::now() + limit;
    const bool isRead = readAll(ours.get(), deadline, out.bytes);
    // One that was taken over may have closed its output and stay.
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    const int status = endReader(child, isRead ? left : std::chrono::milliseconds(0));
    out.isTaken = isRead && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    out.isTold = isRead && WIFEXITED(status);
    return out;
}

} // namespace guanwu
