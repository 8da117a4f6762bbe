#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// The modules of a square symbol, row by row, true = dark, without its quiet zone; of bars there is one row.
/// Drawing symbols is the scanner's trade (tagSymbol(), placeSymbol()), which reports do not know; whoever
/// wires the two hands the modules over.
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

/// With what one handheld enrols.
struct EnrolmentLabel {
    std::string code; ///< what is typed where no camera is
    std::string address; ///< of the server
    std::string term; ///< as it is to be read: until when it is good
    LabelSymbol symbol;
};

/// What a label bears: a square symbol, or bars for scanners that read nothing else.
enum class LabelCode : std::uint8_t { Qr, Code128 };

inline constexpr TokenTable<LabelCode, 2> kLabelCodes {{
    {LabelCode::Qr, "qr", "二维码", "QR Code"},
    {LabelCode::Code128, "code128", "一维码", "Code 128"},
}};
static_assert(isDense(kLabelCodes));

/// How labels look and lie on their pages: a row of the table label_designs. Lengths in mm.
struct LabelDesign {
    std::string token;
    std::string nameZh;
    std::string nameEn;
    double pageWidth = 0;
    double pageHeight = 0;
    int columns = 1;
    int rows = 1;
    double width = 0;
    double height = 0;
    double margin = 0; ///< nothing is printed nearer to the edge
    LabelCode code {};
    double symbol = 0; ///< side of the square for the symbol and its quiet zone; height of the bars
    bool headingAcross = false; ///< the heading runs over the whole width; else beside the symbol

    /// One label a page: what a label printer takes, and a picture shows.
    [[nodiscard]] bool isTape() const { return columns * rows == 1; }
};

/// Every design, the usual one of a kind first.
[[nodiscard]] const std::vector<LabelDesign>& labelDesigns();
/// Errors: label.layout.
[[nodiscard]] Result<LabelDesign> findLabelDesign(std::string_view token);
/// One that the table has. Throws std::logic_error for another.
[[nodiscard]] const LabelDesign& labelDesign(std::string_view token);

/// The bytes of what the functions below write, for whoever sends them on. Errors: label.symbol, label.text,
/// label.none.
[[nodiscard]] Result<std::string> labelPng(const TagLabel& label, const LabelDesign& design);
[[nodiscard]] Result<std::string> labelPng(const RoomLabel& label, const LabelDesign& design);
[[nodiscard]] Result<std::string> labelSheet(std::span<const TagLabel> labels, const LabelDesign& design);
[[nodiscard]] Result<std::string> labelSheet(std::span<const RoomLabel> labels, const LabelDesign& design);

/// One label, also of a sheet, as a grey PNG of 12 dots a millimetre (the head of a "300 dpi" label printer)
/// that states its size. The same label gives the same bytes. Errors: label.symbol (no symbol of the design's
/// kind, or one whose modules would be too small), label.text (not text that may enter the registry), and
/// those of ReplacingFile. A full disk throws.
[[nodiscard]] Result<void> writeLabelPng(
    const TagLabel& label, const std::filesystem::path& path, const LabelDesign& design);
[[nodiscard]] Result<void> writeLabelPng(
    const RoomLabel& label, const std::filesystem::path& path, const LabelDesign& design);

/// All labels as a PDF of vector text. Errors as above, and label.none for no labels; nothing is written
/// then.
[[nodiscard]] Result<void> writeLabelSheet(
    std::span<const TagLabel> labels, const std::filesystem::path& path, const LabelDesign& design);
[[nodiscard]] Result<void> writeLabelSheet(
    std::span<const RoomLabel> labels, const std::filesystem::path& path, const LabelDesign& design);
[[nodiscard]] Result<void> writeLabelSheet(
    std::span<const EnrolmentLabel> labels, const std::filesystem::path& path, const LabelDesign& design);

/// A symbol alone, with its quiet zone, for a screen: a grey PNG of whole pixels a module. Errors:
/// label.symbol, and those of ReplacingFile.
[[nodiscard]] Result<void> writeSymbolPng(const LabelSymbol& symbol, const std::filesystem::path& path);

} // namespace guanwu
