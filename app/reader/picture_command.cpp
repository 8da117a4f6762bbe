#include "app/reader/picture_command.h"

#include "app/exchange/tables/told_picture.h"
#include "app/reader/process_limits.h"
#include "app/reader/whole_output.h"
#include "core/cards/clean_photo.h"
#include "scanner/colour_picture.h"

#include <exception>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr int kNoPicture = 3;

} // namespace

int runPictureReader()
{
    limitProcess();
    try {
        struct stat status { };
        if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0
            || static_cast<std::size_t>(status.st_size) > kMaxImageBytes)
            return kNoPicture;
        const auto size = static_cast<std::size_t>(status.st_size);
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
        if (mapped == MAP_FAILED)
            return kNoPicture;
        auto decoded = decodeColours({static_cast<const std::uint8_t*>(mapped), size}, kShownLongestSide);
        if (!decoded)
            return kNoPicture;
        const ColourImage picture
            = uprightOf(std::move(*decoded), photoOrientation({static_cast<const char*>(mapped), size}));
        const bool isTold
            = writeWhole(std::to_string(picture.width) + ' ' + std::to_string(picture.height) + '\n')
            && writeWhole({reinterpret_cast<const char*>(picture.pixels.data()), picture.pixels.size()});
        return isTold ? 0 : 1;
    } catch (const std::exception&) {
        return kNoPicture; // memory, above all
    }
}

} // namespace guanwu
