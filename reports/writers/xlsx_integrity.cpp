#include "reports/writers/xlsx_integrity.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>
#include <zlib.h>

namespace guanwu {

namespace {

    constexpr std::string_view kEndOfDirectory = "PK\x05\x06";
    constexpr std::string_view kDirectoryEntry = "PK\x01\x02";
    constexpr std::size_t kEndSize = 22;
    constexpr std::size_t kEntrySize = 46;
    constexpr std::size_t kLocalHeaderSize = 30;

    std::uint64_t littleEndian(std::string_view bytes, std::size_t at, std::size_t count)
    {
        std::uint64_t value = 0;
        for (std::size_t i = count; i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        return value;
    }

    std::string readAt(std::ifstream& file, std::uint64_t offset, std::uint64_t count)
    {
        std::string bytes(count, '\0');
        file.clear();
        file.seekg(static_cast<std::streamoff>(offset));
        file.read(bytes.data(), static_cast<std::streamsize>(count));
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        return bytes;
    }

    struct Part {
        std::string name;
        std::uint64_t packedSize = 0;
        std::uint64_t offset = 0;
    };

    /// The directory of a zip file without comment and without the 64-bit extension; empty if there is none.
    std::vector<Part> readDirectory(std::ifstream& file, std::uint64_t fileSize)
    {
        if (fileSize < kEndSize)
            return {};
        const std::string end = readAt(file, fileSize - kEndSize, kEndSize);
        if (end.size() != kEndSize || !end.starts_with(kEndOfDirectory))
            return {};
        const std::string directory = readAt(file, littleEndian(end, 16, 4), littleEndian(end, 12, 4));
        std::vector<Part> parts;
        for (std::size_t at = 0; at + kEntrySize <= directory.size();) {
            const std::string_view entry = std::string_view(directory).substr(at);
            const auto nameSize = littleEndian(entry, 28, 2);
            if (!entry.starts_with(kDirectoryEntry) || entry.size() < kEntrySize + nameSize)
                return {};
            parts.push_back({std::string(entry.substr(kEntrySize, nameSize)), littleEndian(entry, 20, 4),
                littleEndian(entry, 42, 4)});
            at += kEntrySize + nameSize + littleEndian(entry, 30, 2) + littleEndian(entry, 32, 2);
        }
        return parts.size() == littleEndian(end, 10, 2) ? parts : std::vector<Part> {};
    }

    /// The last bytes of a deflated part; empty when it cannot be inflated to its end.
    std::string tailOf(std::ifstream& file, const Part& part)
    {
        constexpr std::size_t kTail = 16;
        constexpr std::uint64_t kChunk = 256 * 1024;
        const std::string header = readAt(file, part.offset, kLocalHeaderSize);
        if (header.size() != kLocalHeaderSize)
            return {};
        std::uint64_t at
            = part.offset + kLocalHeaderSize + littleEndian(header, 26, 2) + littleEndian(header, 28, 2);
        std::uint64_t left = part.packedSize;

        z_stream stream {};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            return {};
        std::vector<unsigned char> out(kChunk);
        std::string tail;
        int status = Z_OK;
        while (status == Z_OK && left > 0) {
            std::string packed = readAt(file, at, std::min(left, kChunk));
            if (packed.empty())
                break;
            at += packed.size();
            left -= packed.size();
            stream.next_in = reinterpret_cast<unsigned char*>(packed.data());
            stream.avail_in = static_cast<uInt>(packed.size());
            do {
                stream.next_out = out.data();
                stream.avail_out = static_cast<uInt>(out.size());
                status = inflate(&stream, Z_NO_FLUSH);
                const std::size_t made = out.size() - stream.avail_out;
                const std::size_t kept = std::min(made, kTail);
                tail.append(reinterpret_cast<const char*>(out.data()) + (made - kept), kept);
                tail.erase(0, tail.size() - std::min(tail.size(), kTail));
            } while (status == Z_OK && stream.avail_out == 0);
        }
        inflateEnd(&stream);
        return status == Z_STREAM_END ? tail : std::string {};
    }

} // namespace

bool isWholeWorkbook(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    const auto parts = file ? readDirectory(file, std::filesystem::file_size(path)) : std::vector<Part> {};
    for (const auto& part : parts) {
        std::string tail = tailOf(file, part);
        if (tail.ends_with('\n'))
            tail.pop_back();
        if (!tail.ends_with(part.name.starts_with("xl/worksheets/sheet") ? "</worksheet>" : ">"))
            return false;
    }
    return !parts.empty();
}

} // namespace guanwu
