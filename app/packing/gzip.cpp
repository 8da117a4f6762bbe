#include "app/packing/gzip.h"

#include <array>
#include <stdexcept>
#include <zlib.h>

namespace guanwu {

namespace {

    constexpr int kGzipWindow = 15 + 16; // zlib: the largest window, with gzip's header
    constexpr int kMemoryLevel = 8;

    Bytef* bytesOf(std::string_view text)
    {
        return reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); // zlib does not write there
    }

} // namespace

Result<std::string> gunzip(std::string_view packed, std::uint64_t limit)
{
    z_stream stream {};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        throw std::bad_alloc();
    stream.next_in = bytesOf(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 32 * 1024> piece {};
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (out.size() > limit)
        return fail(ErrorCode::InvalidArgument, "request.too_large", std::to_string(limit));
    if (!whole)
        return fail(ErrorCode::InvalidArgument, "request.encoding", "gzip");
    return out;
}

std::string gzip(std::string_view text, Packing packing)
{
    z_stream stream {};
    if (deflateInit2(&stream, packing == Packing::Fast ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION, Z_DEFLATED,
            kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY)
        != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = bytesOf(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

} // namespace guanwu
