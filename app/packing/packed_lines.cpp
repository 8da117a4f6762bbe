#include "app/packing/packed_lines.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <zlib.h>

namespace guanwu {

namespace {

    constexpr int kGzipWindow = 15 + 16; ///< zlib's way of saying: with the head and the check of gzip
    constexpr std::size_t kPieceBytes = 64 * 1024;
    constexpr std::size_t kLongestLine = 64UL * 1024 * 1024;

} // namespace

GzipStream::GzipStream(Sink sink)
    : m_sink(std::move(sink))
    , m_stream(std::make_unique<z_stream>())
    , m_piece(kPieceBytes)
{
    if (deflateInit2(m_stream.get(), Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
}

GzipStream::GzipStream(GzipStream&&) noexcept = default;

GzipStream::~GzipStream()
{
    if (m_stream)
        deflateEnd(m_stream.get());
}

void GzipStream::write(std::string_view bytes)
{
    constexpr std::size_t kPiece = 1U << 30; // zlib counts with 32 bits
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kPiece)))
        pump(bytes.substr(0, kPiece), Z_NO_FLUSH);
}

void GzipStream::finish() { pump({}, Z_FINISH); }

void GzipStream::pump(std::string_view bytes, int flush)
{
    m_stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    m_stream->avail_in = static_cast<uInt>(bytes.size());
    do {
        m_stream->next_out = reinterpret_cast<Bytef*>(m_piece.data());
        m_stream->avail_out = static_cast<uInt>(m_piece.size());
        if (deflate(m_stream.get(), flush) == Z_STREAM_ERROR)
            throw std::logic_error("gzip: written to after its end");
        if (const std::size_t size = m_piece.size() - m_stream->avail_out; size > 0)
            m_sink({m_piece.data(), size});
    } while (m_stream->avail_out == 0);
}

PackedLines::PackedLines(const std::filesystem::path& file)
    : m_file(gzopen(file.c_str(), "rbe"))
    , m_piece(kPieceBytes)
{
    if (!m_file)
        return;
    gzbuffer(m_file, kPieceBytes);
    // Otherwise zlib would hand out the bytes of a file that was never packed.
    if (gzdirect(m_file) != 0) {
        gzclose(m_file);
        m_file = nullptr;
    }
}

PackedLines::~PackedLines()
{
    if (m_file)
        gzclose(m_file);
}

PackedLines::Step PackedLines::next()
{
    m_line.clear();
    while (m_line.size() <= kLongestLine) {
        if (!gzgets(m_file, m_piece.data(), static_cast<int>(m_piece.size()))) {
            int error = Z_OK;
            gzerror(m_file, &error);
            // A packing that was cut off ends without an error but the one that zlib keeps for it.
            const bool isWhole = error == Z_OK && gzeof(m_file) != 0 && m_line.empty();
            return isWhole ? Step::End : Step::Damaged;
        }
        m_line.append(m_piece.data());
        if (m_line.ends_with('\n')) {
            m_line.pop_back();
            return m_line.size() <= kLongestLine ? Step::Line : Step::Damaged;
        }
    }
    return Step::Damaged;
}

} // namespace guanwu
