#include "app/reader/photo_command.h"

#include "app/reader/process_limits.h"
#include "app/reader/whole_output.h"
#include "core/cards/attachment.h"
#include "core/cards/clean_photo.h"
#include "scanner/image.h"

#include <exception>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr int kNoPhoto = 3;

} // namespace

int runPhotoCleaner()
{
    limitProcess();
    try {
        struct stat status { };
        if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0
            || static_cast<std::size_t>(status.st_size) > kMostAttachmentBytes)
            return kNoPhoto;
        const auto size = static_cast<std::size_t>(status.st_size);
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
        if (mapped == MAP_FAILED)
            return kNoPhoto;
        const auto clean = cleanPhoto({static_cast<const char*>(mapped), size});
        // Decoded as it will be kept.
        if (!clean || !decodeImage({reinterpret_cast<const std::uint8_t*>(clean->data()), clean->size()}))
            return kNoPhoto;
        return writeWhole(*clean) ? 0 : 1;
    } catch (const std::exception&) {
        return kNoPhoto;
    }
}

} // namespace guanwu
