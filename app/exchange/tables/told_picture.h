#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace guanwu {

/// Pixels as guanwu-reader told them: rows from the top without padding.
struct ToldPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// "WIDTH HEIGHT\n" and the pixels; nullopt when it is not just that.
[[nodiscard]] std::optional<ToldPicture> toldPicture(
    std::string_view told, std::size_t bytesAPixel, int longestSide);

inline constexpr int kShownLongestSide = 1600; ///< of a picture that the reader opens for people

/// A stranger's JPEG or PNG in red, green and blue, upright, no larger than kShownLongestSide: decoded in a
/// child process under limits (security X13). Nullopt when it is none, or there is no reader.
[[nodiscard]] std::optional<ToldPicture> openPicture(
    std::string_view bytes, const std::filesystem::path& readerProgram);

/// The same of a floor plan as the server keeps it, in greys and no larger than its longest side.
[[nodiscard]] std::optional<ToldPicture> openDrawing(
    std::string_view bytes, const std::filesystem::path& readerProgram);

} // namespace guanwu
