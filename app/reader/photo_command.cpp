#include "app/reader/photo_command.h"

#include "app/reader/process_limits.h"
#include "app/reader/whole_input.h"
#include "app/reader/whole_output.h"
#include "core/cards/attachment.h"
#include "core/cards/clean_photo.h"
#include "scanner/image.h"

#include <exception>

namespace guanwu {

namespace {

    constexpr int kNoPhoto = 3;

} // namespace

int runPhotoCleaner()
{
    limitProcess();
    try {
        const std::string_view input = wholeInput(kMostAttachmentBytes);
        const auto clean = cleanPhoto(input);
        // Decoded as it will be kept.
        if (!clean || !decodeImage({reinterpret_cast<const std::uint8_t*>(clean->data()), clean->size()}))
            return kNoPhoto;
        return writeWhole(*clean) ? 0 : 1;
    } catch (const std::exception&) {
        return kNoPhoto;
    }
}

} // namespace guanwu
