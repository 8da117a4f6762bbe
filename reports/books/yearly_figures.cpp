#include "reports/books/yearly_figures.h"

#include "reports/model/columns.h"

#include <array>

namespace guanwu {

namespace {

    using F = YearlyFigure;

    /// What a figure measures.
    enum class Measure : std::uint8_t { Quantity, Original, Accumulated, Net, Change };

    struct FigureRow {
        MovementPart part;
        bool isIncrease; ///< of what moved
        Measure measure;
    };

    constexpr std::array<FigureRow, kYearlyFigures> kFigures {{
        {MovementPart::Opening, false, Measure::Quantity},
        {MovementPart::Opening, false, Measure::Original},
        {MovementPart::Opening, false, Measure::Accumulated},
        {MovementPart::Opening, false, Measure::Net},
        {MovementPart::Moved, true, Measure::Quantity},
        {MovementPart::Moved, true, Measure::Original},
        {MovementPart::Moved, false, Measure::Quantity},
        {MovementPart::Moved, false, Measure::Original},
        {MovementPart::Closing, false, Measure::Quantity},
        {MovementPart::Closing, false, Measure::Original},
        {MovementPart::Closing, false, Measure::Accumulated},
        {MovementPart::Closing, false, Measure::Net},
        {MovementPart::Closing, false, Measure::Change},
    }};

    const FigureRow& rowOf(F figure) { return kFigures[static_cast<std::size_t>(figure)]; }

    Cell measured(const MovementFigures& figures, Money accumulated, Measure measure)
    {
        switch (measure) {
        case Measure::Quantity:
            return figures.quantity;
        case Measure::Accumulated:
            return accumulated;
        case Measure::Net:
            return figures.original - accumulated;
        case Measure::Original:
        case Measure::Change:
            break;
        }
        return figures.original;
    }

    std::string groupOf(const FigureRow& row)
    {
        if (row.part == MovementPart::Moved)
            return row.isIncrease ? "本年增加" : "本年减少";
        return row.part == MovementPart::Opening ? "年初" : "年末";
    }

    /// What a card adds to a figure; the change is what the ends differ by, of the beginning.
    void fill(CellLine& line, const MovementLine& from, const FigureRow& row)
    {
        if (row.measure == Measure::Change) {
            const bool isOpening = from.part == MovementPart::Opening;
            line.value = isOpening ? -from.figures.original : from.figures.original;
            line.whole = isOpening ? from.figures.original : Money();
        } else if (row.part != MovementPart::Moved || isIncrease(from.kind) == row.isIncrease) {
            line.value = measured(from.figures, from.accumulated, row.measure);
        }
    }

} // namespace

Column yearlyColumn(F figure)
{
    const FigureRow& row = rowOf(figure);
    if (row.measure == Measure::Change) {
        Column change = percentColumn("原值变动", 8);
        change.unit = "%";
        return change;
    }
    const std::string group = groupOf(row);
    if (row.measure == Measure::Quantity) {
        Column quantity = countColumn("数量", 7, group);
        quantity.csvHeading = group + "数量";
        return quantity;
    }
    const std::string heading = row.measure == Measure::Original ? "原值"
        : row.measure == Measure::Accumulated                    ? "累计折旧"
                                                                 : "净值";
    return moneyColumn(heading, group, group + heading);
}

Cell yearlyCell(const MovementRow& from, F figure)
{
    const FigureRow& row = rowOf(figure);
    if (row.measure == Measure::Change) {
        const auto change = moveOf(from);
        return change ? Cell(Percent {*change}) : Cell();
    }
    switch (row.part) {
    case MovementPart::Opening:
        return measured(from.opening, from.openingAccumulated, row.measure);
    case MovementPart::Closing:
        return measured(from.closing, from.closingAccumulated, row.measure);
    case MovementPart::Moved:
        break;
    }
    return measured(row.isIncrease ? from.increase() : from.decrease(), Money(), row.measure);
}

CellLines linesOfYear(
    const MovementLines& lines, F figure, std::function<bool(const MovementLine& line)> isIn)
{
    const FigureRow& row = rowOf(figure);
    auto next = row.measure == Measure::Change ? lines({MovementPart::Opening, MovementPart::Closing})
                                               : lines({row.part});
    return {[next = std::move(next), isIn = std::move(isIn), row](CellLine& line) {
                for (MovementLine from; next(from);) {
                    if (!isIn(from))
                        continue;
                    line = {from.assetNo, from.name, from.unitName, movementNote(from), {}, {}};
                    fill(line, from, row);
                    if (!addsNothing(line))
                        return true;
                }
                return false;
            },
        CellKind::Money};
}

std::string reasonText(const MovementRow& row, const YearlyMoves& moves)
{
    const auto found = moves.reasons.find(row.classCode);
    if (found != moves.reasons.end() && !found->second.empty())
        return found->second;
    return isLargeMove(row, moves.limitPercent) ? "须说明：" : "";
}

} // namespace guanwu
