#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

namespace guanwu::test {

/// A video made of JPEG pictures of one size: what every player and every camera pipeline reads. The form is
/// that of Microsoft's AVI RIFF file reference; no encoder is wanted.
class MotionJpegFile {
public:
    MotionJpegFile(const std::filesystem::path& file, int width, int height, int framesPerSecond);
    /// Writes the index; without it players must guess.
    ~MotionJpegFile();
    MotionJpegFile(const MotionJpegFile&) = delete;
    MotionJpegFile& operator=(const MotionJpegFile&) = delete;

    void add(std::string_view jpeg);
    [[nodiscard]] int frames() const { return static_cast<int>(m_index.size()); }

private:
    struct Entry {
        std::uint32_t offset;
        std::uint32_t bytes;
    };
    void writeHead();

    std::fstream m_out;
    int m_width;
    int m_height;
    int m_framesPerSecond;
    std::uint32_t m_largest = 0;
    std::uint32_t m_end = 0; ///< of the pictures, in the file
    std::vector<Entry> m_index;
};

} // namespace guanwu::test
