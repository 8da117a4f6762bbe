#pragma once

#include "core/values/asset_tag.h"
#include "reports/labels/labels.h"
#include "scanner/decode.h"
#include "scanner/image.h"
#include "scanner/symbol.h"
#include "tests/support/temp_folder.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace guanwu::test {

/// No test gives up for want of time.
inline constexpr DecodeOptions kPatient {0, std::chrono::minutes(1)};

/// What was read.
[[nodiscard]] std::set<std::string> textsOf(const std::vector<Symbol>& symbols);

using Bytes = std::vector<std::uint8_t>;

[[nodiscard]] Bytes readBytes(const std::filesystem::path& path);
/// savePng() that throws.
void save(const LumImage& image, const std::filesystem::path& path);
void writeBytes(const std::filesystem::path& path, const Bytes& bytes);

[[nodiscard]] AssetTag tagOf(int serial);
/// A label as the office prints it.
[[nodiscard]] TagLabel tagLabel(int serial);
[[nodiscard]] LumImage drawnLabel(int serial, const LabelDesign& design = labelDesign("60x40"));

/// A grey gradient, so that compression has something to do.
[[nodiscard]] LumImage gradient(int width, int height);
[[nodiscard]] Bytes pngOf(const LumImage& image);
/// With more scans than one it is a progressive one, at most 191.
[[nodiscard]] Bytes jpegOf(const LumImage& image, int scans = 1);
/// The same files with other dimensions in their header (and, in the PNG, a check sum that fits).
[[nodiscard]] Bytes pngClaiming(std::uint32_t width, std::uint32_t height);
[[nodiscard]] Bytes jpegClaiming(std::uint16_t width, std::uint16_t height);

/// A symbol as ZXing draws it, upright, `module` pixels a module, with its quiet zone.
[[nodiscard]] LumImage symbolPicture(SymbolFormat format, const std::string& text, int module);

} // namespace guanwu::test
