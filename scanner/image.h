#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace guanwu {

/// Luminance, one byte a pixel (0 black, 255 white), rows from the top without padding.
struct LumImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    bool operator==(const LumImage&) const = default;
};

/// Luminance that somebody else owns: a camera frame, a mapped buffer, a LumImage. `stride` is bytes from row
/// to row.
struct LumView {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;
    /// Not 0 where a pixel says nothing, with the same stride; none: every pixel counts.
    const std::uint8_t* lost = nullptr;

    LumView() = default;
    LumView(const std::uint8_t* data, int w, int h, int rowStride)
        : pixels(data)
        , width(w)
        , height(h)
        , stride(rowStride)
    {
    }
    LumView(const LumImage& image) // NOLINT(google-explicit-constructor): a view of an image is the image
        : LumView(image.pixels.data(), image.width, image.height, image.width)
    {
    }
};

/// Limits for pictures that strangers send: file size and decoded size.
inline constexpr std::size_t kMaxImageBytes = std::size_t {10} * 1024 * 1024;
inline constexpr std::int64_t kMaxImagePixels = 40'000'000;

/// Decodes a PNG or JPEG; the content decides which it is. Transparent parts become white paper.
/// Errors: image.empty, image.size (more than kMaxImageBytes), image.format (neither PNG nor JPEG, or a
/// colour space without luminance), image.pixels (more than kMaxImagePixels), image.truncated, image.damaged.
/// Never ends the process: what libpng and libjpeg complain of comes back as the error's detail.
[[nodiscard]] Result<LumImage> decodeImage(std::span<const std::uint8_t> file);

/// Reads a regular file and decodes it. More errors: image.missing (cannot be opened), image.not_a_file,
/// image.unreadable.
[[nodiscard]] Result<LumImage> loadImage(const std::filesystem::path& path);

/// The same for a file that is open already; reads from its beginning and leaves it open.
[[nodiscard]] Result<LumImage> loadImage(int descriptor);

/// Writes an 8-bit grey PNG. Error: image.write.
[[nodiscard]] Result<void> savePng(const LumImage& image, const std::filesystem::path& path);

} // namespace guanwu
