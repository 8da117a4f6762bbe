#include "app/reader/picture_command.h"

#include "app/exchange/tables/told_picture.h"
#include "app/reader/process_limits.h"
#include "app/reader/whole_input.h"
#include "app/reader/whole_output.h"
#include "core/cards/clean_photo.h"
#include "scanner/colour_picture.h"

#include <exception>

namespace guanwu {

namespace {

    constexpr int kNoPicture = 3;

} // namespace

int runPictureReader()
{
    limitProcess();
    try {
        const std::string_view input = wholeInput(kMaxImageBytes);
        auto decoded = decodeColours(
            {reinterpret_cast<const std::uint8_t*>(input.data()), input.size()}, kShownLongestSide);
        if (!decoded)
            return kNoPicture;
        const ColourImage picture = uprightOf(std::move(*decoded), photoOrientation(input));
        return writePicture(picture.width, picture.height, picture.pixels) ? 0 : 1;
    } catch (const std::exception&) {
        return kNoPicture; // memory, above all
    }
}

} // namespace guanwu
