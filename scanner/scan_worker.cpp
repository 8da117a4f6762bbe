#include "scanner/scan_worker.h"

#include "scanner/image_file.h"
#include "scanner/scan_protocol.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>

namespace guanwu {

namespace {

    using Clock = std::chrono::steady_clock;

    [[noreturn]] void throwErrno(const char* what)
    {
        throw std::system_error(errno, std::generic_category(), what);
    }

    /// The frame in memory that a descriptor stands for, without padding.
    FileDescriptor sharedFrame(LumView frame)
    {
        FileDescriptor memory(::memfd_create("guanwu-frame", MFD_CLOEXEC));
        if (!memory)
            throwErrno("memory for a camera frame");
        const std::size_t width = static_cast<std::size_t>(frame.width);
        const std::size_t size = width * static_cast<std::size_t>(frame.height);
        if (::ftruncate(memory.get(), static_cast<off_t>(size)) != 0)
            throwErrno("memory for a camera frame");
        void* mapped = ::mmap(nullptr, size, PROT_WRITE, MAP_SHARED, memory.get(), 0);
        if (mapped == MAP_FAILED)
            throwErrno("memory for a camera frame");
        for (int y = 0; y < frame.height; ++y)
            std::memcpy(static_cast<std::uint8_t*>(mapped) + static_cast<std::size_t>(y) * width,
                frame.pixels + std::ptrdiff_t {y} * frame.stride, width);
        ::munmap(mapped, size);
        return memory;
    }

} // namespace

/// A running reader and the socket to it; killed and reaped with the object.
class ScanWorker::Child {
public:
    [[nodiscard]] static Result<std::unique_ptr<Child>> start(const std::filesystem::path& program);

    Child(pid_t pid, FileDescriptor socket)
        : m_pid(pid)
        , m_socket(std::move(socket))
    {
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { endedBy(); }

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int socket() const { return m_socket.get(); }

    /// The reply's body, or why there is none: scan.timeout, scan.crashed.
    [[nodiscard]] Result<std::vector<std::uint8_t>> receive(std::chrono::milliseconds limit);

    /// Kills the child if it still runs, and tells how it ended.
    std::string endedBy();

private:
    /// Fills `bytes`; false = closed. Nothing = the time is over.
    std::optional<bool> fill(std::span<std::uint8_t> bytes, Clock::time_point deadline);

    pid_t m_pid;
    FileDescriptor m_socket;
};

Result<std::unique_ptr<ScanWorker::Child>> ScanWorker::Child::start(const std::filesystem::path& program)
{
    std::array<int, 2> ends {};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throwErrno("socket for the reader");
    FileDescriptor ours(ends[0]);
    const FileDescriptor theirs(ends[1]);

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);

    // The parent's environment may name secrets; a program that reads strangers' pictures gets none of it.
    std::string name = program.string();
    std::string verb = "scan";
    std::string locale = "LC_ALL=C.UTF-8";
    std::array<char*, 3> arguments {name.data(), verb.data(), nullptr};
    std::array<char*, 2> environment {locale.data(), nullptr};
    pid_t pid = 0;
    const int error
        = ::posix_spawn(&pid, name.c_str(), &actions, nullptr, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT || error == EACCES || error == ENOEXEC)
        return fail(ErrorCode::NotFound, "scan.reader", name);
    if (error != 0)
        throw std::system_error(error, std::generic_category(), "starting the reader");
    return std::make_unique<Child>(pid, std::move(ours));
}

std::optional<bool> ScanWorker::Child::fill(std::span<std::uint8_t> bytes, Clock::time_point deadline)
{
    while (!bytes.empty()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return std::nullopt;
        pollfd wait {m_socket.get(), POLLIN, 0};
        if (::poll(&wait, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000))) <= 0)
            continue; // a signal or the end of the time, which the next round finds out
        const ssize_t got = ::recv(m_socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

Result<std::vector<std::uint8_t>> ScanWorker::Child::receive(std::chrono::milliseconds limit)
{
    const auto deadline = Clock::now() + limit;
    std::uint32_t length = 0;
    auto filled = fill({reinterpret_cast<std::uint8_t*>(&length), sizeof length}, deadline);
    std::vector<std::uint8_t> body;
    if (filled.value_or(false)) {
        if (length > kMaxReplyBytes)
            return fail(ErrorCode::InvalidArgument, "scan.crashed", "reply");
        body.resize(length);
        filled = fill(body, deadline);
    }
    if (!filled)
        return fail(ErrorCode::InvalidArgument, "scan.timeout", std::to_string(limit.count()));
    if (!*filled)
        return fail(ErrorCode::InvalidArgument, "scan.crashed", endedBy());
    return body;
}

std::string ScanWorker::Child::endedBy()
{
    if (m_pid == 0)
        return {};
    // A child that closed its socket is about to end by itself, and how it ends is worth knowing; one that
    // does not is killed, as is one that is stopped.
    int status = 0;
    pid_t ended = 0;
    for (int i = 0; i < 20 && (ended = ::waitpid(m_pid, &status, WNOHANG)) == 0; ++i) {
        pollfd closed {m_socket.get(), 0, 0};
        if (::poll(&closed, 1, 0) == 0)
            break; // still connected: hung or idle
        ::usleep(1000);
    }
    if (ended == 0) {
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    }
    m_pid = 0;
    return WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status))
                               : "status " + std::to_string(WEXITSTATUS(status));
}

ScanWorker::ScanWorker(Settings settings)
    : m_settings(std::move(settings))
{
}
ScanWorker::ScanWorker(ScanWorker&&) noexcept = default;
ScanWorker& ScanWorker::operator=(ScanWorker&&) noexcept = default;
ScanWorker::~ScanWorker() = default;

pid_t ScanWorker::processId() const { return m_child ? m_child->pid() : 0; }

Result<ScanReading> ScanWorker::exchange(const ScanRequest& request, int descriptor)
{
    // A child that died idle (out of memory elsewhere, an administrator) is no fault of this picture: one new
    // start.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!m_child) {
            auto started = Child::start(m_settings.readerProgram);
            if (!started)
                return fail(started.error());
            m_child = std::move(*started);
        }
        if (sendRequest(m_child->socket(), request, descriptor))
            break;
        m_child.reset();
    }
    if (!m_child)
        return fail(ErrorCode::InvalidArgument, "scan.crashed", "start");
    const auto body = m_child->receive(m_settings.limit);
    if (!body) {
        m_child.reset();
        return fail(body.error());
    }
    auto reply = decodeReply(*body);
    if (!reply) {
        m_child.reset();
        return fail(ErrorCode::InvalidArgument, "scan.crashed", "reply");
    }
    return std::move(*reply);
}

namespace {

    ScanRequest requestOf(const DecodeOptions& options)
    {
        ScanRequest request;
        request.maxSymbols = options.maxSymbols;
        request.budgetMs = options.budget.count();
        return request;
    }

    ScanRequest requestOf(const FrameOptions& options)
    {
        ScanRequest request;
        request.sequence = ScanRequest::Sequence::Next;
        request.budgetMs = options.budget.count();
        request.idleBudgetMs = options.idleBudget.count();
        return request;
    }

} // namespace

Result<ScanReading> ScanWorker::sendFile(const std::filesystem::path& path, ScanRequest request)
{
    const auto file = openImageFile(path);
    if (!file)
        return fail(file.error());
    request.limitMs = m_settings.limit.count();
    return exchange(request, file->get());
}

Result<ScanReading> ScanWorker::sendFrame(LumView frame, ScanRequest request)
{
    if (frame.width <= 0 || frame.height <= 0)
        return fail(ErrorCode::InvalidArgument, "image.empty");
    const auto memory = sharedFrame(frame);
    request.kind = ScanRequest::Kind::Frame;
    request.width = frame.width;
    request.height = frame.height;
    request.limitMs = m_settings.limit.count();
    return exchange(request, memory.get());
}

Result<ScanReading> ScanWorker::readFile(const std::filesystem::path& path, const DecodeOptions& options)
{
    return sendFile(path, requestOf(options));
}

Result<ScanReading> ScanWorker::readFrame(LumView frame, const DecodeOptions& options)
{
    return sendFrame(frame, requestOf(options));
}

Result<ScanReading> ScanWorker::readNextFile(const std::filesystem::path& path, const FrameOptions& options)
{
    return sendFile(path, requestOf(options));
}

Result<ScanReading> ScanWorker::readNextFrame(LumView frame, const FrameOptions& options)
{
    return sendFrame(frame, requestOf(options));
}

} // namespace guanwu
