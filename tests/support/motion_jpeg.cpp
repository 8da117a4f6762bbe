#include "tests/support/motion_jpeg.h"

#include <algorithm>
#include <stdexcept>

namespace guanwu::test {

namespace {

    constexpr std::uint32_t kHeadBytes = 224; ///< up to the first picture
    constexpr std::uint32_t kMovieTag = 220; ///< where "movi" stands; the index counts from there
    constexpr std::uint32_t kHasIndex = 0x10;
    constexpr std::uint32_t kKeyFrame = 0x10;

    void tag(std::ostream& out, std::string_view four)
    {
        out.write(four.data(), static_cast<std::streamsize>(four.size()));
    }
    void number(std::ostream& out, std::uint32_t value, int bytes = 4)
    {
        for (int i = 0; i < bytes; ++i)
            out.put(static_cast<char>(value >> (8 * i)));
    }

} // namespace

MotionJpegFile::MotionJpegFile(const std::filesystem::path& file, int width, int height, int framesPerSecond)
    : m_out(file, std::ios::binary | std::ios::in | std::ios::out | std::ios::trunc)
    , m_width(width)
    , m_height(height)
    , m_framesPerSecond(framesPerSecond)
{
    if (!m_out)
        throw std::runtime_error("no video can be written at " + file.string());
    writeHead();
    m_end = kHeadBytes;
}

void MotionJpegFile::add(std::string_view jpeg)
{
    const auto bytes = static_cast<std::uint32_t>(jpeg.size());
    m_index.push_back({m_end - kMovieTag, bytes});
    tag(m_out, "00dc");
    number(m_out, bytes);
    tag(m_out, jpeg);
    if (bytes % 2 != 0)
        m_out.put('\0');
    m_largest = std::max(m_largest, bytes);
    m_end += 8 + bytes + bytes % 2;
}

MotionJpegFile::~MotionJpegFile()
{
    tag(m_out, "idx1");
    number(m_out, static_cast<std::uint32_t>(m_index.size() * 16));
    for (const Entry& entry : m_index) {
        tag(m_out, "00dc");
        number(m_out, kKeyFrame);
        number(m_out, entry.offset);
        number(m_out, entry.bytes);
    }
    m_out.seekp(0);
    writeHead();
}

/// Sizes are those of the moment: it is written once to hold the place, and again at the end.
void MotionJpegFile::writeHead()
{
    const auto frames = static_cast<std::uint32_t>(m_index.size());
    const auto width = static_cast<std::uint32_t>(m_width);
    const auto height = static_cast<std::uint32_t>(m_height);
    const auto rate = static_cast<std::uint32_t>(m_framesPerSecond);
    const std::uint32_t end = std::max(m_end, kHeadBytes);
    tag(m_out, "RIFF");
    number(m_out, end + 8 + frames * 16 - 8);
    tag(m_out, "AVI LIST");
    number(m_out, 192);
    tag(m_out, "hdrlavih");
    number(m_out, 56);
    number(m_out, 1'000'000 / rate);
    number(m_out, m_largest * rate);
    number(m_out, 0);
    number(m_out, kHasIndex);
    number(m_out, frames);
    number(m_out, 0);
    number(m_out, 1); // streams
    number(m_out, m_largest);
    number(m_out, width);
    number(m_out, height);
    for (int i = 0; i < 4; ++i)
        number(m_out, 0);
    tag(m_out, "LIST");
    number(m_out, 116);
    tag(m_out, "strlstrh");
    number(m_out, 56);
    tag(m_out, "vidsMJPG");
    for (int i = 0; i < 3; ++i)
        number(m_out, 0);
    number(m_out, 1);
    number(m_out, rate);
    number(m_out, 0);
    number(m_out, frames);
    number(m_out, m_largest);
    number(m_out, 0xFFFFFFFF);
    number(m_out, 0);
    number(m_out, 0);
    number(m_out, width, 2);
    number(m_out, height, 2);
    tag(m_out, "strf");
    number(m_out, 40);
    number(m_out, 40);
    number(m_out, width);
    number(m_out, height);
    number(m_out, 1, 2);
    number(m_out, 24, 2);
    tag(m_out, "MJPG");
    number(m_out, width * height * 3);
    for (int i = 0; i < 4; ++i)
        number(m_out, 0);
    tag(m_out, "LIST");
    number(m_out, end - kMovieTag);
    tag(m_out, "movi");
}

} // namespace guanwu::test
