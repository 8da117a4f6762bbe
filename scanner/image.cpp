#include "scanner/image.h"

#include "scanner/image_codecs.h"
#include "scanner/image_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <png.h>
#include <sys/stat.h>

namespace guanwu {

namespace {

    constexpr std::array<std::uint8_t, 8> kPngSignature {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    constexpr std::array<std::uint8_t, 3> kJpegSignature {0xFF, 0xD8, 0xFF};

    template <std::size_t N>
    bool startsWith(std::span<const std::uint8_t> file, const std::array<std::uint8_t, N>& signature)
    {
        return file.size() >= N && std::equal(signature.begin(), signature.end(), file.begin());
    }

} // namespace

Result<void> checkDimensions(std::int64_t width, std::int64_t height)
{
    const auto text = [&] { return std::to_string(width) + "x" + std::to_string(height); };
    if (width <= 0 || height <= 0)
        return fail(ErrorCode::InvalidArgument, "image.empty", text());
    if (width > kMaxImagePixels / height)
        return fail(ErrorCode::InvalidArgument, "image.pixels", text());
    return {};
}

Result<PictureKind> pictureKind(std::span<const std::uint8_t> file)
{
    if (file.empty())
        return fail(ErrorCode::InvalidArgument, "image.empty");
    if (file.size() > kMaxImageBytes)
        return fail(ErrorCode::InvalidArgument, "image.size", std::to_string(file.size()));
    if (startsWith(file, kPngSignature))
        return PictureKind::Png;
    if (startsWith(file, kJpegSignature))
        return PictureKind::Jpeg;
    return fail(ErrorCode::InvalidArgument, "image.format");
}

Result<LumImage> decodeImage(std::span<const std::uint8_t> file)
{
    const auto kind = pictureKind(file);
    if (!kind)
        return fail(kind.error());
    return *kind == PictureKind::Png ? decodePng(file) : decodeJpeg(file);
}

Result<FileDescriptor> openImageFile(const std::filesystem::path& path)
{
    // O_NONBLOCK: opening a FIFO for reading would otherwise wait for a writer for ever.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file)
        return fail(ErrorCode::NotFound, "image.missing", path.string());
    struct stat status { };
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorCode::InvalidArgument, "image.not_a_file");
    if (status.st_size > static_cast<off_t>(kMaxImageBytes))
        return fail(ErrorCode::InvalidArgument, "image.size", std::to_string(status.st_size));
    return file;
}

Result<LumImage> loadImage(int descriptor)
{
    // One byte more than the limit tells "too large" from "just fits", whatever the size claims to be.
    std::vector<std::uint8_t> bytes(kMaxImageBytes + 1);
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t n
            = ::pread(descriptor, bytes.data() + size, bytes.size() - size, static_cast<off_t>(size));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(ErrorCode::InvalidArgument, "image.unreadable", std::strerror(errno));
        if (n == 0)
            break;
        size += static_cast<std::size_t>(n);
    }
    return decodeImage(std::span(bytes).first(size));
}

Result<LumImage> loadImage(const std::filesystem::path& path)
{
    const auto file = openImageFile(path);
    if (!file)
        return fail(file.error());
    return loadImage(file->get());
}

Result<void> savePng(const LumImage& image, const std::filesystem::path& path)
{
    if (const auto size = checkDimensions(image.width, image.height); !size)
        return fail(size.error());
    png_image png {};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_GRAY;
    if (png_image_write_to_file(&png, path.c_str(), 0, image.pixels.data(), image.width, nullptr) == 0)
        return fail(ErrorCode::InvalidArgument, "image.write", path.string() + ": " + png.message);
    return {};
}

} // namespace guanwu
