#include "app/reader/whole_output.h"

#include <string>
#include <unistd.h>

namespace guanwu {

bool writeWhole(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool writePicture(int width, int height, std::span<const std::uint8_t> pixels)
{
    return writeWhole(std::to_string(width) + ' ' + std::to_string(height) + '\n')
        && writeWhole({reinterpret_cast<const char*>(pixels.data()), pixels.size()});
}

} // namespace guanwu
