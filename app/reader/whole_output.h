#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace guanwu {

/// All of it to standard output; false when the other end is gone.
bool writeWhole(std::string_view bytes);
/// The same of a picture, as toldPicture() reads it.
bool writePicture(int width, int height, std::span<const std::uint8_t> pixels);

} // namespace guanwu
