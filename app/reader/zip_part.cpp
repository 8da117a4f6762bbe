#include "app/reader/zip_archive.h"

#include <algorithm>
#include <new>
#include <zlib.h>

namespace guanwu {

namespace {

    constexpr std::size_t kPiece = 1 << 16;

} // namespace

void ZipPart::EndInflate::operator()(z_stream_s* stream) const
{
    ::inflateEnd(stream);
    delete stream;
}

ZipPart::ZipPart(const ZipEntry& entry, InflateBudget& budget)
    : m_entry(entry)
    , m_budget(budget)
    , m_crc(::crc32(0, nullptr, 0))
{
    if (!entry.deflated)
        return;
    m_piece.resize(kPiece);
    auto stream = std::make_unique<z_stream>();
    if (::inflateInit2(stream.get(), -MAX_WBITS) != Z_OK)
        throw std::bad_alloc();
    m_stream.reset(stream.release());
}

ZipPart::~ZipPart() = default;

std::size_t ZipPart::position() const { return m_entry.offset + m_taken; }

tl::unexpected<Error> ZipPart::damaged() const
{
    return fail(ErrorCode::InvalidArgument, "table.damaged", std::string(m_entry.name));
}

Result<std::string_view> ZipPart::read()
{
    if (m_atEnd)
        return std::string_view();
    auto piece = m_stream ? inflatePiece() : storedPiece();
    if (!piece)
        return piece;
    m_given += piece->size();
    m_crc = ::crc32(m_crc, reinterpret_cast<const Bytef*>(piece->data()), static_cast<uInt>(piece->size()));
    if (piece->size() > m_budget.left)
        return fail(ErrorCode::InvalidArgument, "table.too_large", std::string(m_entry.name));
    m_budget.left -= piece->size();
    if (m_given > InflateBudget::kRatioFrom && m_given / InflateBudget::kMaxRatio > m_taken)
        return fail(ErrorCode::InvalidArgument, "table.compression", std::string(m_entry.name));
    if (m_atEnd && (m_given != m_entry.size || m_crc != m_entry.crc || m_taken != m_entry.packed.size()))
        return damaged();
    return piece;
}

Result<std::string_view> ZipPart::inflatePiece()
{
    // An entry of zero bytes gives its end at once; any other call gives bytes or an error.
    m_stream->next_in
        = reinterpret_cast<Bytef*>(const_cast<char*>(m_entry.packed.data() + m_taken)); // zlib only reads
    m_stream->avail_in = static_cast<uInt>(m_entry.packed.size() - m_taken);
    m_stream->next_out = reinterpret_cast<Bytef*>(m_piece.data());
    m_stream->avail_out = static_cast<uInt>(m_piece.size());
    const int outcome = ::inflate(m_stream.get(), Z_NO_FLUSH);
    if (outcome == Z_MEM_ERROR)
        throw std::bad_alloc();
    m_taken = m_entry.packed.size() - m_stream->avail_in;
    const std::size_t got = m_piece.size() - m_stream->avail_out;
    m_atEnd = outcome == Z_STREAM_END;
    if (!m_atEnd && (outcome != Z_OK || got == 0))
        return damaged();
    return std::string_view(m_piece.data(), got);
}

Result<std::string_view> ZipPart::storedPiece()
{
    const std::string_view piece = m_entry.packed.substr(m_taken, kPiece);
    m_taken += piece.size();
    m_atEnd = m_taken == m_entry.packed.size();
    return piece;
}

} // namespace guanwu
