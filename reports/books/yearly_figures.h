#pragma once

#include "reports/books/book_reports.h"

namespace guanwu {

/// What both yearly reports say of a class, in this order: where it stood at both ends of the year, what came
/// and what went, and by how much of its beginning the original value moved.
enum class YearlyFigure : std::uint8_t {
    OpeningQuantity,
    OpeningOriginal,
    OpeningAccumulated,
    OpeningNet,
    IncreaseQuantity,
    IncreaseOriginal,
    DecreaseQuantity,
    DecreaseOriginal,
    ClosingQuantity,
    ClosingOriginal,
    ClosingAccumulated,
    ClosingNet,
    Change,
};
inline constexpr std::size_t kYearlyFigures = 13;

/// Its column below its block: 年初, 原值; in one heading 年初原值.
[[nodiscard]] Column yearlyColumn(YearlyFigure figure);
/// What a class comes to. An empty cell for the change of what was not there before.
[[nodiscard]] Cell yearlyCell(const MovementRow& row, YearlyFigure figure);
/// The cards behind a figure, of those lines that are in the row.
[[nodiscard]] CellLines linesOfYear(
    const MovementLines& lines, YearlyFigure figure, std::function<bool(const MovementLine& line)> isIn);
/// The reason that was entered for a class; of one that asks for it and has none the words to be completed.
[[nodiscard]] std::string reasonText(const MovementRow& row, const YearlyMoves& moves);

} // namespace guanwu
