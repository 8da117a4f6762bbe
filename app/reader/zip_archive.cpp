#include "app/reader/zip_archive.h"

#include <algorithm>
#include <optional>

namespace guanwu {

namespace {

    // Offsets and signatures: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
    constexpr std::string_view kLocalSignature("PK\x03\x04", 4);
    constexpr std::string_view kCentralSignature("PK\x01\x02", 4);
    constexpr std::string_view kEndSignature("PK\x05\x06", 4);
    constexpr std::string_view kEnd64("PK\x06\x06", 4);
    constexpr std::size_t kLocalSize = 30;
    constexpr std::size_t kCentralSize = 46;
    constexpr std::size_t kEndSize = 22;
    constexpr std::size_t kMaxComment = 0xFFFF;
    constexpr std::uint32_t kEncrypted = 1;

    std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size)
    {
        std::uint32_t out = 0;
        for (std::size_t i = size; i-- > 0;)
            out = out << 8U | static_cast<unsigned char>(bytes[at + i]);
        return out;
    }
    std::uint32_t number16(std::string_view bytes, std::size_t at) { return number(bytes, at, 2); }
    std::uint32_t number32(std::string_view bytes, std::size_t at) { return number(bytes, at, 4); }

    tl::unexpected<Error> damaged(std::string detail)
    {
        return fail(ErrorCode::InvalidArgument, "table.damaged", std::move(detail));
    }

    /// The central directory and how many entries it promises.
    struct Directory {
        std::string_view bytes;
        std::size_t offset = 0;
        std::size_t entries = 0;
    };

    std::optional<Directory> findDirectory(std::string_view bytes)
    {
        if (bytes.size() < kEndSize)
            return std::nullopt;
        const std::size_t lowest = bytes.size() - std::min(bytes.size(), kEndSize + kMaxComment);
        const std::size_t at = bytes.rfind(kEndSignature, bytes.size() - kEndSize);
        if (at == std::string_view::npos || at < lowest
            || at + kEndSize + number16(bytes, at + 20) != bytes.size())
            return std::nullopt;
        const std::size_t size = number32(bytes, at + 12);
        const std::size_t offset = number32(bytes, at + 16);
        const bool oneDisk
            = number32(bytes, at + 4) == 0 && number16(bytes, at + 8) == number16(bytes, at + 10);
        // Between directory and end some programs write the 64-bit forms of both even when the 32-bit ones
        // hold everything.
        const bool adjoining
            = offset + size == at || (offset + size < at && bytes.substr(offset + size).starts_with(kEnd64));
        if (!oneDisk || !adjoining)
            return std::nullopt;
        return Directory {bytes.substr(offset, size), offset, number16(bytes, at + 10)};
    }

    bool isSafeName(std::string_view name)
    {
        return !name.empty() && name.front() != '/' && name.find("..") == std::string_view::npos
            && name.find_first_of(std::string_view("\\:\0", 3)) == std::string_view::npos;
    }

    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Fills in where the packed bytes stand, and checks that the local header says the same as the
    /// directory.
    std::optional<Span> locate(
        std::string_view archive, std::size_t local, std::size_t packedSize, ZipEntry& entry)
    {
        if (local > archive.size() || archive.size() - local < kLocalSize
            || archive.substr(local, kLocalSignature.size()) != kLocalSignature)
            return std::nullopt;
        const std::size_t nameSize = number16(archive, local + 26);
        entry.offset = local + kLocalSize + nameSize + number16(archive, local + 28);
        const bool sameMethod = number16(archive, local + 8) == (entry.deflated ? 8U : 0U);
        if (!sameMethod || entry.offset > archive.size() || archive.size() - entry.offset < packedSize
            || archive.substr(local + kLocalSize, nameSize) != entry.name)
            return std::nullopt;
        entry.packed = archive.substr(entry.offset, packedSize);
        return Span {local, entry.offset + packedSize};
    }

} // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes)
{
    const auto directory = findDirectory(bytes);
    if (!directory)
        return damaged("zip");
    if (directory->entries > kMaxEntries)
        return fail(ErrorCode::InvalidArgument, "table.too_many_parts", std::to_string(directory->entries));

    ZipArchive out;
    std::vector<Span> spans;
    std::string_view rest = directory->bytes;
    for (std::size_t i = 0; i < directory->entries; ++i) {
        if (rest.size() < kCentralSize || !rest.starts_with(kCentralSignature))
            return damaged("zip");
        const std::size_t nameSize = number16(rest, 28);
        const std::size_t size = kCentralSize + nameSize + number16(rest, 30) + number16(rest, 32);
        if (size > rest.size())
            return damaged("zip");
        ZipEntry entry;
        entry.name = rest.substr(kCentralSize, nameSize);
        if (!isSafeName(entry.name))
            return damaged("zip");
        if ((number16(rest, 8) & kEncrypted) != 0)
            return fail(ErrorCode::InvalidArgument, "table.protected");
        const std::uint32_t method = number16(rest, 10);
        if (method != 0 && method != 8)
            return damaged(std::string(entry.name));
        entry.deflated = method == 8;
        entry.crc = number32(rest, 16);
        entry.size = number32(rest, 24);
        // The archive ends for the entries where its directory begins.
        const auto span
            = locate(bytes.substr(0, directory->offset), number32(rest, 42), number32(rest, 20), entry);
        if (!span)
            return damaged(std::string(entry.name));
        spans.push_back(*span);
        out.m_entries.push_back(entry);
        rest.remove_prefix(size);
    }
    if (!rest.empty())
        return damaged("zip");

    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < spans.size(); ++i)
        if (spans[i].begin < spans[i - 1].end)
            return fail(ErrorCode::InvalidArgument, "table.overlap");
    const auto byName = [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; };
    std::sort(out.m_entries.begin(), out.m_entries.end(), byName);
    const auto twice = std::adjacent_find(out.m_entries.begin(), out.m_entries.end(),
        [](const ZipEntry& a, const ZipEntry& b) { return a.name == b.name; });
    if (twice != out.m_entries.end())
        return damaged(std::string(twice->name));
    return out;
}

const ZipEntry* ZipArchive::find(std::string_view name) const
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), name,
        [](const ZipEntry& entry, std::string_view wanted) { return entry.name < wanted; });
    return found != m_entries.end() && found->name == name ? &*found : nullptr;
}

} // namespace guanwu
