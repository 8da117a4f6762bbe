#include "scanner/image_codecs.h"

#include <cstring>
#include <memory>
#include <png.h>
#include <string_view>

namespace guanwu {

namespace {

    tl::unexpected<Error> pngFailure(const char* message)
    {
        // libpng has no error numbers; these are its two ways of saying that the data ends early.
        const std::string_view text(message);
        for (const std::string_view early : {"Not enough", "read beyond end", "Read Error"})
            if (text.find(early) != std::string_view::npos)
                return fail(ErrorCode::InvalidArgument, "image.truncated", std::string(text));
        return fail(ErrorCode::InvalidArgument, "image.damaged", std::string(text));
    }

    /// libpng's simplified interface keeps its longjmp inside, so no C++ object is ever jumped over.
    template <class Image> Result<Image> decodeAs(std::span<const std::uint8_t> file, png_uint_32 format)
    {
        png_image png {};
        png.version = PNG_IMAGE_VERSION;
        const std::unique_ptr<png_image, decltype(&png_image_free)> guard(&png, &png_image_free);
        if (png_image_begin_read_from_memory(&png, file.data(), file.size()) == 0)
            return pngFailure(png.message);
        if (const auto size = checkDimensions(png.width, png.height); !size)
            return fail(size.error());

        png.format = format;
        Image image {static_cast<int>(png.width), static_cast<int>(png.height), {}};
        image.pixels.resize(PNG_IMAGE_SIZE(png));
        const png_color paper {255, 255, 255};
        if (png_image_finish_read(&png, &paper, image.pixels.data(),
                static_cast<png_int_32>(PNG_IMAGE_ROW_STRIDE(png)), nullptr)
            == 0)
            return pngFailure(png.message);
        return image;
    }

} // namespace

Result<LumImage> decodePng(std::span<const std::uint8_t> file)
{
    return decodeAs<LumImage>(file, PNG_FORMAT_GRAY);
}

Result<ColourImage> decodePngColours(std::span<const std::uint8_t> file)
{
    return decodeAs<ColourImage>(file, PNG_FORMAT_RGB);
}

} // namespace guanwu
