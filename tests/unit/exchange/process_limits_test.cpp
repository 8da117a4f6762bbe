#include "app/reader/process_limits.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guanwu;

namespace {

/// Runs `check` in a process that has limited itself; whether it held.
template <class Check> bool holdsUnderLimits(Check check)
{
    const pid_t child = ::fork();
    if (child == 0) {
        limitProcess();
        ::_exit(check() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

rlim_t hardLimit(decltype(RLIMIT_CPU) resource)
{
    rlimit limit {};
    ::getrlimit(resource, &limit);
    return limit.rlim_max;
}

} // namespace

TEST_CASE("X11: the reader can open neither files nor sockets", "[limits]")
{
    CHECK(holdsUnderLimits([] { return ::open("/dev/null", O_RDONLY) < 0; }));
    CHECK(holdsUnderLimits([] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0; }));
    CHECK(holdsUnderLimits([] { return ::socket(AF_UNIX, SOCK_STREAM, 0) < 0; }));
    CHECK(holdsUnderLimits([] { return ::dup(0) < 0; }));
    const int inherited = ::open("/dev/null", O_RDONLY);
    REQUIRE(inherited > STDERR_FILENO);
    CHECK(holdsUnderLimits([inherited] { return ::fcntl(inherited, F_GETFD) < 0; }));
    ::close(inherited);
}

TEST_CASE("X11: the reader has 60 s of processor time and leaves no core file", "[limits]")
{
    CHECK(holdsUnderLimits([] { return hardLimit(RLIMIT_CPU) == 61; }));
    CHECK(holdsUnderLimits([] { return hardLimit(RLIMIT_CORE) == 0; }));
    CHECK(holdsUnderLimits([] { return hardLimit(RLIMIT_FSIZE) == 0; }));
    CHECK(holdsUnderLimits([] { return ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1; }));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(holdsUnderLimits([] { return hardLimit(RLIMIT_AS) == rlim_t {512} << 20U; }));
#endif
}
