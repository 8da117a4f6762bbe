#include "app/reader/whole_input.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

std::string_view wholeInput(std::size_t most)
{
    struct stat status { };
    if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0
        || static_cast<std::size_t>(status.st_size) > most)
        return {};
    const auto size = static_cast<std::size_t>(status.st_size);
    void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    return mapped == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(mapped), size);
}

} // namespace guanwu
