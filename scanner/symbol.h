#pragma once

#include "core/base/token_table.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// The kinds of symbol the product reads. Their tokens are the names that `guanwu scan` prints.
enum class SymbolFormat : std::uint8_t { QRCode, DataMatrix, Aztec, PDF417, Code128, Code39, EAN13 };

inline constexpr TokenTable<SymbolFormat, 7> kSymbolFormats {{
    {SymbolFormat::QRCode, "QRCode", "QR 码", "QR Code"},
    {SymbolFormat::DataMatrix, "DataMatrix", "Data Matrix 码", "Data Matrix"},
    {SymbolFormat::Aztec, "Aztec", "Aztec 码", "Aztec"},
    {SymbolFormat::PDF417, "PDF417", "PDF417 条码", "PDF417"},
    {SymbolFormat::Code128, "Code128", "Code 128 条码", "Code 128"},
    {SymbolFormat::Code39, "Code39", "Code 39 条码", "Code 39"},
    {SymbolFormat::EAN13, "EAN13", "EAN-13 条码", "EAN-13"},
}};
static_assert(isDense(kSymbolFormats));

/// A place in the picture, in pixels from its top left.
struct PixelPoint {
    int x = 0;
    int y = 0;
    constexpr bool operator==(const PixelPoint&) const = default;
};

/// The symbol's corners in its own order: top left, top right, bottom right, bottom left. A linear code of
/// one scan line has a top and a bottom that coincide.
using Corners = std::array<PixelPoint, 4>;

/// What one symbol in a picture says. The text is what stood there, for a UPC-A with its leading 0; nothing
/// has been checked yet: see payload.h before acting on it.
struct Symbol {
    SymbolFormat format {};
    std::string text; // UTF-8
    Corners corners {};

    bool operator==(const Symbol&) const = default;
};

/// Text for one field of one printed line: tab, line feed and carriage return become \t \n \r, other control
/// bytes (C1 control characters too, which terminals obey) and bytes that are not UTF-8 become \xHH, the
/// backslash \\. Undoing the escapes byte by byte gives `text` again.
[[nodiscard]] std::string escapedText(std::string_view text);

} // namespace guanwu
