#include "app/reader/process_limits.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace guanwu {

void limitProcess()
{
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    // Refused where the administrator forbids user namespaces; the other limits hold without it.
    static_cast<void>(::unshare(CLONE_NEWUSER | CLONE_NEWNET));
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const auto limit = [](auto resource, rlim_t soft, rlim_t hard) {
        const rlimit both {soft, hard};
        ::setrlimit(resource, &both);
    };
    limit(RLIMIT_CORE, 0, 0); // a core file would hold the table
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CPU, 60, 61); // the first ends the process with SIGXCPU, which the parent knows
    limit(RLIMIT_NOFILE, STDERR_FILENO + 1, STDERR_FILENO + 1);
#if !defined(__SANITIZE_ADDRESS__)                                                                           \
    && !defined(__SANITIZE_THREAD__) // sanitizers reserve terabytes of addresses
    limit(RLIMIT_AS, rlim_t {512} << 20U, rlim_t {512} << 20U);
#endif
}

} // namespace guanwu
