#include "app/exchange/tables/spreadsheet_reader.h"

#include "app/exchange/tables/reader_child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <utility>

namespace guanwu {

namespace {

    using Clock = std::chrono::steady_clock;

    constexpr std::size_t kPiece = 1 << 18;
    /// What a child that closed its pipe may take to end by itself; how it ends is worth knowing.
    constexpr std::chrono::milliseconds kPatience {200};

    std::string endedBy(int status)
    {
        return WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status))
                                   : "status " + std::to_string(WEXITSTATUS(status));
    }

} // namespace

Result<std::unique_ptr<SpreadsheetReader>> SpreadsheetReader::open(
    const std::filesystem::path& file, const Settings& settings)
{
    const FileDescriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status { };
    if (!input || ::fstat(input.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorCode::NotFound, "file.unreadable", file.string());

    std::array<int, 2> ends {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe for the reader");
    std::unique_ptr<SpreadsheetReader> out(new SpreadsheetReader);
    out->m_pipe = FileDescriptor(ends[0]);
    const FileDescriptor theirs(ends[1]);
    out->m_pid = startReader(settings.readerProgram, "sheet", input.get(), theirs.get());
    if (out->m_pid == 0)
        return fail(ErrorCode::NotFound, "table.reader", settings.readerProgram.string());
    ::fcntl(out->m_pipe.get(), F_SETFL, O_NONBLOCK);
    out->m_limit = settings.limit;
    out->m_total = static_cast<std::uint64_t>(status.st_size);
    return out;
}

SpreadsheetReader::~SpreadsheetReader() { endChild({}); }

int SpreadsheetReader::endChild(std::chrono::milliseconds patience)
{
    if (m_pid == 0)
        return 0;
    return endReader(std::exchange(m_pid, 0), patience);
}

Result<bool> SpreadsheetReader::stop(std::string_view subject, std::string detail)
{
    endChild({});
    m_error = Error {ErrorCode::InvalidArgument, std::string(subject), std::move(detail)};
    return fail(*m_error);
}

Result<bool> SpreadsheetReader::fill(std::size_t bytes)
{
    if (m_bytes.size() - m_position >= bytes)
        return true;
    m_bytes.erase(0, m_position);
    m_position = 0;
    while (m_bytes.size() < bytes) {
        const std::size_t kept = m_bytes.size();
        m_bytes.resize(kept + kPiece);
        const ssize_t got = ::read(m_pipe.get(), m_bytes.data() + kept, kPiece);
        const int reason = errno;
        m_bytes.resize(kept + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got > 0)
            continue;
        if (got == 0) { // closed without a last word: the child has ended or is about to
            const int status = endChild(kPatience);
            const bool slow = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
            return stop(slow ? "table.timeout" : "table.crashed", endedBy(status));
        }
        if (reason != EAGAIN && reason != EINTR)
            throw std::system_error(reason, std::generic_category(), "reading from the reader");
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_limit - m_waited).count();
        if (left <= 0)
            return stop("table.timeout", std::to_string(m_limit.count()) + " ms");
        const auto begin = Clock::now();
        pollfd wait {m_pipe.get(), POLLIN, 0};
        ::poll(&wait, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000)));
        m_waited += Clock::now() - begin;
    }
    return true;
}

Result<bool> SpreadsheetReader::next(TableRow& row)
{
    if (m_error)
        return fail(*m_error);
    if (m_atEnd)
        return false;
    std::uint32_t length = 0;
    if (const auto filled = fill(sizeof length); !filled)
        return filled;
    std::memcpy(&length, m_bytes.data() + m_position, sizeof length);
    m_position += sizeof length;
    if (length > kMaxSheetFrame)
        return stop("table.crashed", "frame");
    if (const auto filled = fill(length); !filled)
        return filled;
    const bool understood = decodeSheetFrame(std::string_view(m_bytes).substr(m_position, length), m_frame);
    m_position += length;
    if (!understood)
        return stop("table.crashed", "frame");
    if (const Error* error = std::get_if<Error>(&m_frame))
        return stop(error->subject, error->detail);
    if (const SheetRow* taken = std::get_if<SheetRow>(&m_frame)) {
        row.row = taken->row;
        row.cells = taken->cells;
        m_read = std::min(taken->bytesRead, m_total);
        return true;
    }
    m_otherSheets = std::get<SheetEnd>(m_frame).otherSheets;
    m_atEnd = true;
    m_read = m_total;
    endChild({});
    return false;
}

} // namespace guanwu
