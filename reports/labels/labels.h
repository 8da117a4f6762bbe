#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// The modules of a square symbol, row by row, true = dark, without its quiet zone. Drawing symbols is the
/// scanner's trade (tagSymbol(), placeSymbol()), which reports do not know; whoever wires the two hands the
/// modules over.
using LabelSymbol = std::vector<std::vector<bool>>;

/// What a label on a thing says. It hangs in the open: no price, no person's name.
struct TagLabel {
    std::string code; ///< a tag with its check character, or an imported number as it is
    std::string unit;
    std::string name;
    std::string department;
    std::string enteredOn; ///< as it is to be read, for example "2022-03-15"
    std::string place; ///< empty = not printed, as are the other texts
    LabelSymbol symbol;
};

/// What a label on a door says.
struct RoomLabel {
    std::string code; ///< place code
    std::string name;
    std::string building;
    std::string unit;
    LabelSymbol symbol;
};

/// Tape of a label printer, width by height in mm.
enum class TapeSize : std::uint8_t { Mm60x40, Mm70x30 };

inline constexpr TokenTable<TapeSize, 2> kTapeSizes {{
    {TapeSize::Mm60x40, "60x40", "60×40 毫米标签带", "60×40 mm tape"},
    {TapeSize::Mm70x30, "70x30", "70×30 毫米标签带", "70×30 mm tape"},
}};
static_assert(isDense(kTapeSizes));

/// How the labels of a PDF lie on its pages: tape has one a page, A4 has 3 columns of 8 (70×37 mm, the common
/// sheet of stickers without gaps).
enum class SheetLayout : std::uint8_t { Tape60x40, Tape70x30, A4 };

inline constexpr TokenTable<SheetLayout, 3> kSheetLayouts {{
    {SheetLayout::Tape60x40, "60x40", "60×40 毫米标签带", "60×40 mm tape"},
    {SheetLayout::Tape70x30, "70x30", "70×30 毫米标签带", "70×30 mm tape"},
    {SheetLayout::A4, "a4", "A4 标签纸", "A4 sheet"},
}};
static_assert(isDense(kSheetLayouts));

/// The bytes of what the functions below write, for whoever sends them on. Errors: label.symbol, label.text,
/// label.none.
[[nodiscard]] Result<std::string> labelPng(const TagLabel& label, TapeSize size);
[[nodiscard]] Result<std::string> labelSheet(std::span<const TagLabel> labels, SheetLayout layout);

/// One label as a grey PNG of 12 dots a millimetre (the head of a "300 dpi" label printer) that states its
/// size. The same label gives the same bytes. Errors: label.symbol (no square symbol, or one whose modules
/// would be smaller than 0.5 mm), label.text (not text that may enter the registry), and those of
/// ReplacingFile. A full disk throws.
[[nodiscard]] Result<void> writeLabelPng(
    const TagLabel& label, const std::filesystem::path& path, TapeSize size);
[[nodiscard]] Result<void> writeLabelPng(
    const RoomLabel& label, const std::filesystem::path& path, TapeSize size);

/// All labels as a PDF of vector text. Errors as above, and label.none for no labels; nothing is written
/// then.
[[nodiscard]] Result<void> writeLabelSheet(
    std::span<const TagLabel> labels, const std::filesystem::path& path, SheetLayout layout);
[[nodiscard]] Result<void> writeLabelSheet(
    std::span<const RoomLabel> labels, const std::filesystem::path& path, SheetLayout layout);

/// A symbol alone, with its quiet zone, for a screen: a grey PNG of whole pixels a module. Errors:
/// label.symbol, and those of ReplacingFile.
[[nodiscard]] Result<void> writeSymbolPng(const LabelSymbol& symbol, const std::filesystem::path& path);

} // namespace guanwu
