#include "core/cards/attachment.h"

#include <optional>

namespace guanwu {

namespace {

    struct Dimensions {
        std::int64_t width = 0;
        std::int64_t height = 0;
    };

    /// The number that the bytes at an offset make, the first the highest; nullopt past the end.
    std::optional<std::int64_t> bigEndianAt(std::string_view bytes, std::size_t offset, std::size_t count)
    {
        if (offset > bytes.size() || bytes.size() - offset < count)
            return std::nullopt;
        std::int64_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
        return value;
    }

    std::optional<Dimensions> dimensionsOfPng(std::string_view bytes)
    {
        const auto width = bigEndianAt(bytes, 16, 4);
        const auto height = bigEndianAt(bytes, 20, 4);
        if (!height || bytes.substr(12, 4) != "IHDR")
            return std::nullopt;
        return Dimensions {*width, *height};
    }

    /// From the first frame header; the segments before it say how long they are.
    std::optional<Dimensions> dimensionsOfJpeg(std::string_view bytes)
    {
        std::size_t at = 2;
        while (const auto marker = bigEndianAt(bytes, at, 2)) {
            if ((*marker & 0xFF00) != 0xFF00)
                return std::nullopt;
            const std::int64_t kind = *marker & 0xFF;
            if (kind == 0xFF) { // filling
                ++at;
                continue;
            }
            const bool isFrame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
            const auto height = bigEndianAt(bytes, at + 5, 2);
            const auto width = bigEndianAt(bytes, at + 7, 2);
            if (isFrame)
                return width ? std::optional(Dimensions {*width, *height}) : std::nullopt;
            const auto length = bigEndianAt(bytes, at + 2, 2);
            if (!length || *length < 2)
                return std::nullopt;
            at += 2 + static_cast<std::size_t>(*length);
        }
        return std::nullopt;
    }

} // namespace

Result<MediaType> inspectAttachment(std::string_view bytes)
{
    if (bytes.empty())
        return fail(ErrorCode::InvalidArgument, "attachment.empty");
    if (bytes.size() > kMostAttachmentBytes)
        return fail(ErrorCode::InvalidArgument, "attachment.too_large");
    if (bytes.starts_with("%PDF-"))
        return MediaType::Pdf;
    const bool isPng = bytes.starts_with("\x89PNG\r\n\x1a\n");
    const bool isJpeg = bytes.starts_with("\xFF\xD8\xFF");
    const auto dimensions = isPng ? dimensionsOfPng(bytes)
        : isJpeg                  ? dimensionsOfJpeg(bytes)
                                  : std::optional<Dimensions>();
    if (!dimensions || dimensions->width == 0 || dimensions->height == 0)
        return fail(ErrorCode::InvalidArgument, "attachment.type");
    // Divided and not multiplied: two great sides could overflow.
    if (dimensions->width > kMostPixels / dimensions->height)
        return fail(ErrorCode::InvalidArgument, "attachment.pixels");
    return isPng ? MediaType::Png : MediaType::Jpeg;
}

} // namespace guanwu
