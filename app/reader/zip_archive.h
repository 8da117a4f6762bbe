#pragma once

#include "core/base/error.h"

#include <memory>
#include <vector>

struct z_stream_s;

namespace guanwu {

/// One file of an archive, as the central directory has it; the sizes are claims until a ZipPart has read it.
struct ZipEntry {
    std::string_view name;
    bool deflated = false;
    std::uint32_t crc = 0;
    std::uint32_t size = 0;
    std::string_view packed;
    std::size_t offset = 0; ///< of the packed bytes in the archive
};

/// The table of contents of a zip archive from a stranger. Whatever is not exactly what office programs write
/// is refused as a whole: entries that overlap or stand outside, directory and local headers that differ, the
/// same name twice, names with "..", encryption, other methods than stored and deflated, 64-bit archives.
class ZipArchive {
public:
    static constexpr std::size_t kMaxEntries = 2000;

    /// `bytes` is the whole file and outlives the archive. Errors: table.damaged, table.too_many_parts,
    /// table.overlap, table.protected.
    [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes);
    /// nullptr when there is none of that name.
    [[nodiscard]] const ZipEntry* find(std::string_view name) const;
    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return m_entries; }

private:
    std::vector<ZipEntry> m_entries; ///< sorted by name
};

/// What may still be inflated, all parts together.
struct InflateBudget {
    static constexpr std::uint64_t kBytes = std::uint64_t {300} << 20U;
    static constexpr std::uint64_t kMaxRatio = 200;
    /// Below this a part may be packed as tightly as it likes: a blank sheet is.
    static constexpr std::uint64_t kRatioFrom = 1 << 20;

    std::uint64_t left = kBytes;
};

/// Reads one entry piece by piece, counting what really comes out of it.
class ZipPart {
public:
    ZipPart(const ZipEntry& entry, InflateBudget& budget);
    ~ZipPart();
    ZipPart(const ZipPart&) = delete;
    ZipPart& operator=(const ZipPart&) = delete;

    /// The next piece, valid until the next call; empty = the end, with size and checksum as promised.
    /// Errors: table.damaged, table.too_large, table.compression (detail: the entry's name).
    [[nodiscard]] Result<std::string_view> read();
    /// How far into the archive the reading has come.
    [[nodiscard]] std::size_t position() const;

private:
    [[nodiscard]] Result<std::string_view> inflatePiece();
    [[nodiscard]] Result<std::string_view> storedPiece();
    [[nodiscard]] tl::unexpected<Error> damaged() const;

    const ZipEntry& m_entry;
    InflateBudget& m_budget;
    struct EndInflate {
        void operator()(z_stream_s* stream) const;
    };
    std::unique_ptr<z_stream_s, EndInflate> m_stream; ///< null for a stored entry
    std::vector<char> m_piece;
    std::size_t m_taken = 0; ///< packed bytes
    std::uint64_t m_given = 0;
    unsigned long m_crc = 0;
    bool m_atEnd = false;
};

} // namespace guanwu
