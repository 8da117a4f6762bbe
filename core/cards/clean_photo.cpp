#include "core/cards/clean_photo.h"

#include <algorithm>
#include <cstdint>

namespace guanwu {

namespace {

    constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";
    constexpr std::string_view kJpegStart = "\xFF\xD8\xFF";
    constexpr std::string_view kJfif("JFIF\0", 5);
    constexpr std::string_view kExif("Exif\0\0", 6);
    constexpr std::string_view kAdobe = "Adobe";
    constexpr std::size_t kAdobeBytes = 12;
    constexpr std::size_t kJfifBytes = 14; ///< what is behind them is a thumbnail
    constexpr std::size_t kDirectoryEntry = 12;
    constexpr std::size_t kOrientationTag = 0x0112; // Exif 2.32, 4.6.4 A

    /// The number that `count` bytes make; 0 past the end.
    std::size_t numberAt(std::string_view bytes, std::size_t at, std::size_t count, bool isLittle = false)
    {
        std::size_t value = 0;
        if (at > bytes.size() || bytes.size() - at < count)
            return 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[at + (isLittle ? count - 1 - i : i)]);
        return value;
    }

    /// Which side is up, 1 to 8; 0 = it is not said.
    std::size_t orientationOf(std::string_view exif)
    {
        const std::string_view tiff = exif.substr(kExif.size());
        const bool isLittle = tiff.starts_with("II");
        const std::size_t directory = numberAt(tiff, 4, 4, isLittle);
        const std::size_t entries = numberAt(tiff, directory, 2, isLittle);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t entry = directory + 2 + i * kDirectoryEntry;
            if (entry + kDirectoryEntry > tiff.size())
                return 0;
            if (numberAt(tiff, entry, 2, isLittle) == kOrientationTag) {
                const std::size_t value = numberAt(tiff, entry + 8, 2, isLittle);
                return value >= 1 && value <= 8 ? value : 0;
            }
        }
        return 0;
    }

    /// A segment that says which side is up, and nothing else.
    std::string orientationSegment(std::size_t orientation)
    {
        std::string out("\xFF\xE1\0\x22"
                        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
            29);
        out += static_cast<char>(orientation);
        out.append(6, '\0');
        return out;
    }

    /// What stays of a segment of metadata; `payload` is behind its length.
    std::string keptOf(std::size_t marker, std::string_view payload)
    {
        if (marker == 0xE0 && payload.starts_with(kJfif) && payload.size() >= kJfifBytes) {
            std::string out("\xFF\xE0\0\x10", 4);
            out.append(payload.substr(0, kJfifBytes - 2)).append(2, '\0');
            return out;
        }
        if (marker == 0xE1 && payload.starts_with(kExif))
            if (const std::size_t orientation = orientationOf(payload); orientation > 1)
                return orientationSegment(orientation);
        if (marker == 0xEE && payload.starts_with(kAdobe) && payload.size() >= kAdobeBytes) // how the colours are to be read
            return std::string("\xFF\xEE\0\x0E", 4).append(payload.substr(0, kAdobeBytes));
        return {};
    }

    bool isMetadata(std::size_t marker) { return (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE; }
    /// 00 stands for an FF inside a coded picture, 02 to BF for nothing (ITU-T T.81, table B.1). A segment of that kind
    /// would be read as part of the picture before it once the metadata between them is gone, and what it hides with it.
    bool isNoMarker(std::size_t marker) { return marker == 0 || (marker >= 0x02 && marker <= 0xBF); }
    bool isAlone(std::size_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7); }

    /// Behind the coded picture: where the next marker is that is none of its own.
    std::size_t endOfScan(std::string_view bytes, std::size_t at)
    {
        for (;; at += 2) {
            at = bytes.find('\xFF', at);
            if (at == std::string_view::npos || at + 1 >= bytes.size())
                return std::string_view::npos;
            const std::size_t next = numberAt(bytes, at + 1, 1);
            if (next == 0xFF)
                --at; // filling: the marker may begin with the next
            else if (next != 0 && !isAlone(next))
                return at;
        }
    }

    Result<std::string> cleanJpeg(std::string_view bytes)
    {
        const auto damaged = [] { return fail(ErrorCode::InvalidArgument, "attachment.type"); };
        std::string out(bytes.substr(0, 2));
        bool hasOrientation = false;
        for (std::size_t at = 2; at + 2 <= bytes.size();) {
            if (numberAt(bytes, at, 1) != 0xFF)
                return damaged();
            const std::size_t marker = numberAt(bytes, at + 1, 1);
            if (marker == 0xFF) {
                ++at;
                continue;
            }
            if (marker == 0xD9)
                return out.append(bytes.substr(at, 2)); // what is behind it is no picture
            if (isNoMarker(marker))
                return damaged();
            if (isAlone(marker)) {
                out.append(bytes.substr(at, 2));
                at += 2;
                continue;
            }
            const std::size_t length = numberAt(bytes, at + 2, 2);
            if (length < 2 || length > bytes.size() - at - 2)
                return damaged();
            if (isMetadata(marker)) {
                const std::string kept = keptOf(marker, bytes.substr(at + 4, length - 2));
                if (marker != 0xE1 || !hasOrientation)
                    out += kept;
                hasOrientation = hasOrientation || (marker == 0xE1 && !kept.empty());
            } else {
                out.append(bytes.substr(at, length + 2));
            }
            at += length + 2;
            if (marker != 0xDA)
                continue;
            const std::size_t end = endOfScan(bytes, at);
            if (end == std::string_view::npos)
                return damaged();
            out.append(bytes.substr(at, end - at));
            at = end;
        }
        return damaged();
    }

    Result<std::string> cleanPng(std::string_view bytes)
    {
        // Of the chunks that may be left out those that say how the picture is to be drawn.
        constexpr std::string_view kKept[]
            = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs"};
        std::string out(kPngSignature);
        for (std::size_t at = kPngSignature.size(); at + 12 <= bytes.size();) {
            const std::size_t length = numberAt(bytes, at, 4);
            if (length > bytes.size() - at - 12)
                break;
            const std::string_view kind = bytes.substr(at + 4, 4);
            if (std::find(std::begin(kKept), std::end(kKept), kind) != std::end(kKept))
                out.append(bytes.substr(at, length + 12));
            if (kind == "IEND")
                return out;
            at += length + 12;
        }
        return fail(ErrorCode::InvalidArgument, "attachment.type");
    }

} // namespace

std::size_t photoOrientation(std::string_view bytes)
{
    if (!bytes.starts_with("\xFF\xD8"))
        return 0;
    std::size_t length = 0;
    for (std::size_t at = 2; at + 4 <= bytes.size() && numberAt(bytes, at, 1) == 0xFF; at += 2 + length) {
        const std::size_t marker = numberAt(bytes, at + 1, 1);
        length = numberAt(bytes, at + 2, 2);
        if (length < 2 || length > bytes.size() - at - 2 || !isMetadata(marker))
            return 0; // metadata stands before the picture
        const std::string_view payload = bytes.substr(at + 4, length - 2);
        if (marker == 0xE1 && payload.starts_with(kExif))
            return orientationOf(payload);
    }
    return 0;
}

Result<std::string> cleanPhoto(std::string_view bytes)
{
    if (bytes.starts_with(kPngSignature))
        return cleanPng(bytes);
    if (bytes.starts_with(kJpegStart))
        return cleanJpeg(bytes);
    return fail(ErrorCode::InvalidArgument, "attachment.type");
}

} // namespace guanwu
