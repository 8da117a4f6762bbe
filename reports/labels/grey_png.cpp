#include "reports/labels/grey_png.h"

#include <csetjmp>
#include <memory>
#include <png.h>
#include <stdexcept>
#include <vector>

namespace guanwu {

namespace {

    struct PngWriter {
        png_structp png = nullptr;
        png_infop info = nullptr;

        PngWriter()
            : png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr))
            , info(png ? png_create_info_struct(png) : nullptr)
        {
        }
        PngWriter(const PngWriter&) = delete;
        PngWriter& operator=(const PngWriter&) = delete;
        ~PngWriter() { png_destroy_write_struct(&png, &info); }
    };

    void append(png_structp png, png_bytep data, std::size_t size)
    {
        static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
    }

    void noFlush(png_structp) { }

    /// False when libpng gave up. Holds no object with a destructor: longjmp would skip it.
    bool write(const PngWriter& writer, std::string& out, const std::vector<png_bytep>& rows,
        png_uint_32 width, png_uint_32 dotsPerMetre)
    {
        if (setjmp(png_jmpbuf(writer.png)) != 0)
            return false;
        png_set_write_fn(writer.png, &out, &append, &noFlush);
        png_set_IHDR(writer.png, writer.info, width, static_cast<png_uint_32>(rows.size()), 8,
            PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_pHYs(writer.png, writer.info, dotsPerMetre, dotsPerMetre, PNG_RESOLUTION_METER);
        png_write_info(writer.png, writer.info);
        png_write_image(writer.png, const_cast<png_bytepp>(rows.data()));
        png_write_end(writer.png, nullptr);
        return true;
    }

} // namespace

std::string greyPng(Cairo::ImageSurface& surface, int dotsPerMm)
{
    constexpr int kBytesPerPixel = 4; // RGB24; ink and paper have three equal channels
    const auto width = static_cast<std::size_t>(surface.get_width());
    const auto height = static_cast<std::size_t>(surface.get_height());
    std::vector<png_byte> grey(width * height);
    std::vector<png_bytep> rows;
    for (std::size_t y = 0; y < height; ++y) {
        const unsigned char* in = surface.get_data() + y * static_cast<std::size_t>(surface.get_stride());
        png_byte* out = grey.data() + y * width;
        for (std::size_t x = 0; x < width; ++x)
            out[x] = in[x * kBytesPerPixel];
        rows.push_back(out);
    }
    std::string file;
    const PngWriter writer;
    if (!writer.info
        || !write(
            writer, file, rows, static_cast<png_uint_32>(width), static_cast<png_uint_32>(dotsPerMm * 1000)))
        throw std::runtime_error("libpng cannot write a label");
    return file;
}

} // namespace guanwu
