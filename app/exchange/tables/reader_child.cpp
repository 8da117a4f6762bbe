#include "app/exchange/tables/reader_child.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace guanwu {

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

} // namespace guanwu
