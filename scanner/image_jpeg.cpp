#include "scanner/image_codecs.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio> // jpeglib.h needs FILE and size_t
#include <limits>

#include <jpeglib.h>

#include <jerror.h>

namespace guanwu {

namespace {

    // A progressive file can hold thousands of scans, each of which costs a pass over the whole picture.
    // Cameras write ten.
    constexpr int kMaxScans = 100;

    // Plain data only: setjmp and longjmp run over it, so nothing in it may need a destructor.
    struct Decompressor {
        jpeg_decompress_struct jpeg;
        jpeg_error_mgr errors;
        jpeg_progress_mgr progress;
        std::jmp_buf giveUp;
        bool truncated;
        char message[JMSG_LENGTH_MAX];
    };

    Decompressor& decompressorOf(j_common_ptr jpeg) { return *static_cast<Decompressor*>(jpeg->client_data); }

    [[noreturn]] void onError(j_common_ptr jpeg)
    {
        auto& self = decompressorOf(jpeg);
        jpeg->err->format_message(jpeg, self.message);
        std::longjmp(self.giveUp, 1);
    }

    // Warnings: libjpeg fills what is missing with grey. Half a photo is refused, as its lower half may hold
    // the tag.
    void onMessage(j_common_ptr jpeg, int level)
    {
        const int code = jpeg->err->msg_code;
        if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) {
            decompressorOf(jpeg).truncated = true;
            onError(jpeg);
        }
    }

    void onProgress(j_common_ptr jpeg)
    {
        auto& self = decompressorOf(jpeg);
        if (self.jpeg.input_scan_number > kMaxScans) {
            std::snprintf(self.message, sizeof self.message, "more than %d scans", kMaxScans);
            std::longjmp(self.giveUp, 1);
        }
    }

    /// Reads the header; false when libjpeg gave up (self.message says why).
    bool readHeader(Decompressor& self, std::span<const std::uint8_t> file)
    {
        self.jpeg.err = jpeg_std_error(&self.errors);
        self.errors.error_exit = &onError;
        self.errors.emit_message = &onMessage;
        self.jpeg.client_data = &self;
        if (setjmp(self.giveUp) != 0)
            return false;
        jpeg_create_decompress(&self.jpeg);
        self.progress.progress_monitor = &onProgress;
        self.jpeg.progress = &self.progress;
        jpeg_mem_src(&self.jpeg, file.data(), static_cast<unsigned long>(file.size()));
        jpeg_read_header(&self.jpeg, TRUE);
        return true;
    }

    /// How large it will come out, in which colours: width, height and bytes a pixel are known then.
    bool choose(Decompressor& self, J_COLOR_SPACE colours, int longestSide)
    {
        if (setjmp(self.giveUp) != 0)
            return false;
        self.jpeg.out_color_space = colours;
        const int longest = static_cast<int>(std::max(self.jpeg.image_width, self.jpeg.image_height));
        self.jpeg.scale_denom = 1;
        while (self.jpeg.scale_denom < 8
            && longest / (2 * static_cast<int>(self.jpeg.scale_denom)) > longestSide)
            self.jpeg.scale_denom *= 2;
        jpeg_calc_output_dimensions(&self.jpeg);
        return true;
    }

    /// Decodes into `pixels`, which holds what was chosen; false when libjpeg gave up.
    bool readPixels(Decompressor& self, std::uint8_t* pixels)
    {
        if (setjmp(self.giveUp) != 0)
            return false;
        jpeg_start_decompress(&self.jpeg);
        const std::size_t stride
            = std::size_t {self.jpeg.output_width} * static_cast<std::size_t>(self.jpeg.output_components);
        while (self.jpeg.output_scanline < self.jpeg.output_height) {
            JSAMPROW row = pixels + self.jpeg.output_scanline * stride;
            jpeg_read_scanlines(&self.jpeg, &row, 1);
        }
        jpeg_finish_decompress(&self.jpeg);
        return true;
    }

    tl::unexpected<Error> jpegFailure(const Decompressor& self)
    {
        if (self.errors.msg_code == JERR_CONVERSION_NOTIMPL)
            return fail(ErrorCode::InvalidArgument, "image.format", self.message);
        if (self.errors.msg_code == JERR_EMPTY_IMAGE)
            return fail(ErrorCode::InvalidArgument, "image.empty", self.message);
        if (self.truncated)
            return fail(ErrorCode::InvalidArgument, "image.truncated", self.message);
        return fail(ErrorCode::InvalidArgument, "image.damaged", self.message);
    }

    template <class Image>
    Result<Image> decodeWith(
        Decompressor& self, std::span<const std::uint8_t> file, J_COLOR_SPACE colours, int longestSide)
    {
        if (!readHeader(self, file))
            return jpegFailure(self);
        if (const auto size = checkDimensions(self.jpeg.image_width, self.jpeg.image_height); !size)
            return fail(size.error());
        if (!choose(self, colours, longestSide))
            return jpegFailure(self);
        Image image {static_cast<int>(self.jpeg.output_width), static_cast<int>(self.jpeg.output_height), {}};
        image.pixels.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height)
            * static_cast<std::size_t>(self.jpeg.output_components));
        if (!readPixels(self, image.pixels.data()))
            return jpegFailure(self);
        return image;
    }

    template <class Image>
    Result<Image> decodeAs(std::span<const std::uint8_t> file, J_COLOR_SPACE colours, int longestSide)
    {
        Decompressor self {};
        auto outcome = decodeWith<Image>(self, file, colours, longestSide);
        jpeg_destroy_decompress(&self.jpeg);
        return outcome;
    }

} // namespace

Result<LumImage> decodeJpeg(std::span<const std::uint8_t> file)
{
    return decodeAs<LumImage>(file, JCS_GRAYSCALE, std::numeric_limits<int>::max());
}

Result<ColourImage> decodeJpegColours(std::span<const std::uint8_t> file, int longestSide)
{
    return decodeAs<ColourImage>(file, JCS_RGB, longestSide);
}

} // namespace guanwu
