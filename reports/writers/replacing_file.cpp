#include "reports/writers/replacing_file.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace guanwu {

namespace {

    [[noreturn]] void throwErrno(const std::filesystem::path& path)
    {
        throw std::system_error(errno, std::generic_category(), path.string());
    }

    /// Unique among the threads of this process and the processes that live; O_EXCL refuses a leftover of a
    /// dead one.
    std::filesystem::path temporaryBeside(const std::filesystem::path& target)
    {
        static std::atomic<unsigned> counter {0};
        const auto suffix = std::to_string(::getpid()) + "-" + std::to_string(counter++);
        return target.parent_path() / ("." + target.filename().string() + "." + suffix + ".part");
    }

} // namespace

Result<ReplacingFile> ReplacingFile::create(const std::filesystem::path& target, Readers readers)
{
    namespace fs = std::filesystem;
    std::error_code error;
    // Renaming over a link would replace the link, so a link to a file stands for that file.
    const fs::path resolved
        = fs::exists(target, error) ? fs::canonical(target, error) : fs::absolute(target, error);
    if (error)
        return fail(ErrorCode::InvalidArgument, "report.create", target.string() + ": " + error.message());
    if (!fs::is_directory(resolved.parent_path(), error))
        return fail(ErrorCode::InvalidArgument, "report.folder", resolved.parent_path().string());
    if (fs::exists(resolved, error) && !fs::is_regular_file(resolved, error))
        return fail(ErrorCode::InvalidArgument, "report.target", target.string());

    fs::path temporary = temporaryBeside(resolved);
    const mode_t mode = readers == Readers::OwnerOnly ? 0600 : 0666;
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0)
        return fail(ErrorCode::InvalidArgument, "report.create",
            target.string() + ": " + std::generic_category().message(errno));
    return ReplacingFile(resolved, std::move(temporary), descriptor);
}

ReplacingFile::ReplacingFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor)
    : m_target(std::move(target))
    , m_temporary(std::move(temporary))
    , m_descriptor(descriptor)
{
}

ReplacingFile::ReplacingFile(ReplacingFile&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

ReplacingFile::~ReplacingFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

void ReplacingFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throwErrno(m_target);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void ReplacingFile::commit()
{
    // Some file systems find out that the disk is full only here, and after a power cut a rename may outlive
    // its bytes.
    if (::fsync(m_descriptor) != 0)
        throwErrno(m_target);
    const bool closed = ::close(std::exchange(m_descriptor, -1)) == 0;
    if (!closed || ::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        throwErrno(m_target);
    m_temporary.clear();
}

} // namespace guanwu
