#include "reports/books/yearly_sheets.h"

#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    using C = YearlyColumn;
    using F = YearlyFigure;

    constexpr std::size_t at(C column) { return static_cast<std::size_t>(column); }

    template <class... Sheets> constexpr std::uint32_t on(Sheets... sheets)
    {
        return ((std::uint32_t {1} << static_cast<unsigned>(sheets)) | ...);
    }

    constexpr std::size_t at(F figure) { return at(columnOf(figure)); }

    /// The figure in a column, if it holds one.
    constexpr std::optional<F> figureAt(std::size_t column)
    {
        return column >= at(C::Figures) && column < at(C::Words)
            ? std::optional(static_cast<F>(column - at(C::Figures)))
            : std::nullopt;
    }

    /// Those have sheets of their own, by kind.
    constexpr bool isOfMoves(F figure)
    {
        return figure >= F::IncreaseQuantity && figure <= F::DecreaseOriginal;
    }

    /// What a card that lies idle adds to a column.
    Cell idleFigure(const AssetSum& sum, std::size_t column)
    {
        switch (figureAt(column).value_or(F::Change)) {
        case F::ClosingQuantity:
            return sum.things;
        case F::ClosingOriginal:
            return sum.original;
        case F::ClosingAccumulated:
            return sum.accumulated;
        case F::ClosingNet:
            return sum.net();
        default:
            return column == at(C::Count) ? Cell(sum.cards) : Cell();
        }
    }

    bool isIn(const std::string& key, const MovementLine& line)
    {
        return key == kTotalKey || key == "class:" + line.classCode
            || (line.part == MovementPart::Moved && key == yearlyKindKey(line.kind));
    }

    /// The sheets. Classes, increases and decreases are added to the total, each in its own columns.
    class YearlySheetRows final : public RowSource {
    public:
        explicit YearlySheetRows(std::unique_ptr<YearlySheets> sheets)
            : m_sheets(std::move(sheets))
            , m_paper(m_sheets->paper)
        {
        }

        bool next(ReportRow& row) override
        {
            row.cells.assign(row.cells.size(), Cell());
            row.key.clear();
            for (; m_sheet < kYearlySheets.size(); ++m_sheet, m_at = 0) {
                const YearlySheet sheet {static_cast<std::uint8_t>(m_sheet)};
                if (m_at >= sizeOf(sheet))
                    continue;
                row.sheet = m_sheet;
                row.role = RowRole::OfWhich;
                row.cells[at(C::Serial)] = static_cast<std::int64_t>(m_at + 1);
                write(row, sheet, m_at++);
                return true;
            }
            return false;
        }

        void close(ReportEnd& end) override
        {
            const MovementRow& all = m_sheets->all;
            const auto text = [](const MovementFigures& figures) {
                return countText(figures.quantity) + " 件 " + yuanText(figures.original);
            };
            end.checks.push_back({all.ties(),
                "年初 " + text(all.opening) + " + 增加 " + text(all.increase()) + " − 减少 "
                    + text(all.decrease()) + (all.ties() ? " = " : " ≠ ") + "年末 " + text(all.closing)});
            end.checks.push_back(reasonsCheck(m_paper.rows, m_paper.moves));
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (cell.row.starts_with("scope:"))
                return heldLines(unitsBehind(cell.row));
            if (cell.row == kYearlyIdleKey)
                return idleBehind(cell.column);
            if (const auto indicator = indicatorOfKey(cell.row))
                return m_paper.use ? std::optional(linesOfRate(*indicator, m_paper.use->counted(*indicator)))
                                   : std::nullopt;
            const auto figure = figureAt(cell.column);
            if (!m_paper.lines || !figure)
                return std::nullopt;
            return linesOfYear(m_paper.lines, *figure,
                [row = cell.row](const MovementLine& line) { return isIn(row, line); });
        }

    private:
        [[nodiscard]] std::size_t sizeOf(YearlySheet sheet) const
        {
            switch (sheet) {
            case YearlySheet::Text:
                return m_sheets->text.size();
            case YearlySheet::Scope:
                return m_paper.reporting ? 3 : 0;
            case YearlySheet::Classes:
                return m_paper.rows.size();
            case YearlySheet::Increases:
                return m_sheets->increases.size();
            case YearlySheet::Decreases:
                return m_sheets->decreases.size();
            case YearlySheet::Use:
                return m_paper.use ? 1 + kIndicators.size() : 0;
            case YearlySheet::OpenUnits:
                return m_paper.reporting ? m_paper.reporting->missing.size() : 0;
            case YearlySheet::Sources:
                return m_sheets->sources.size();
            }
            return 0;
        }

        void write(ReportRow& row, YearlySheet sheet, std::size_t index) const
        {
            switch (sheet) {
            case YearlySheet::Text:
                setText(row.cells[at(C::Item)], m_sheets->text[index].first);
                return setText(row.cells[at(C::Words)], m_sheets->text[index].second);
            case YearlySheet::Scope:
                return writeScope(row, index);
            case YearlySheet::Classes:
                return writeClass(row, m_paper.rows[index]);
            case YearlySheet::Increases:
                return writeKind(row, m_sheets->increases[index], F::IncreaseQuantity, F::IncreaseOriginal);
            case YearlySheet::Decreases:
                return writeKind(row, m_sheets->decreases[index], F::DecreaseQuantity, F::DecreaseOriginal);
            case YearlySheet::Use:
                return writeUse(row, index);
            case YearlySheet::OpenUnits:
                return setText(row.cells[at(C::Item)], m_paper.reporting->missing[index].unit);
            case YearlySheet::Sources:
                setText(row.cells[at(C::Item)], m_sheets->sources[index].value);
                return setText(row.cells[at(C::Words)], m_sheets->sources[index].source);
            }
        }

        void writeScope(ReportRow& row, std::size_t index) const
        {
            const ReportingUnits& units = *m_paper.reporting;
            constexpr std::array<std::string_view, 3> kNames {
                "应报单位（家）", "实报单位（家）", "未报单位（家）"};
            constexpr std::array<std::string_view, 3> kKeys {
                kYearlyDueKey, kYearlyReportedKey, kYearlyMissingKey};
            const std::array<std::int64_t, 3> counts {
                units.due, units.reported, static_cast<std::int64_t>(units.missing.size())};
            row.key = kKeys.at(index);
            setText(row.cells[at(C::Item)], kNames.at(index));
            row.cells[at(C::Count)] = counts.at(index);
        }

        void writeClass(ReportRow& row, const MovementRow& from) const
        {
            row.role = RowRole::Line;
            row.key = yearlyClassKey(from);
            setText(row.cells[at(C::Item)], from.classText);
            for (std::size_t i = 0; i < kYearlyFigures; ++i)
                if (const auto figure = static_cast<F>(i); !isOfMoves(figure))
                    row.cells[at(figure)] = yearlyCell(from, figure);
            setText(row.cells[at(C::Words)], reasonText(from, m_paper.moves));
        }

        static void writeKind(ReportRow& row, const YearlySheets::OfKind& of, F quantity, F original)
        {
            row.role = RowRole::Line;
            row.key = yearlyKindKey(of.first);
            setText(row.cells[at(C::Item)], tokenRow(kMovementKinds, of.first).nameZh);
            row.cells[at(quantity)] = of.second.quantity;
            row.cells[at(original)] = of.second.original;
        }

        void writeUse(ReportRow& row, std::size_t index) const
        {
            const Overview& overview = m_paper.use->overview;
            if (index == 0) {
                row.key = kYearlyIdleKey;
                setText(row.cells[at(C::Item)], "登记为闲置的卡片（张）");
                for (std::size_t column = at(C::Count); column < at(C::Words); ++column)
                    row.cells[column] = idleFigure(overview.idle, column);
                return;
            }
            const auto& indicator = kIndicators[index - 1];
            row.key = indicatorKey(indicator.value);
            setText(row.cells[at(C::Item)], indicator.nameZh);
            if (const auto rate = overview.indicators[index - 1].rate())
                row.cells[at(F::Change)] = Percent {*rate};
            setText(row.cells[at(C::Words)], ruleOf(indicator.value).zh);
        }

        [[nodiscard]] std::vector<CellLine> unitsBehind(const std::string& row) const
        {
            std::vector<CellLine> out;
            const Cell one = std::int64_t {1};
            if (row != kYearlyMissingKey)
                for (const std::string& name : m_paper.reportedNames)
                    out.push_back({{}, name, name, "已报送", one, {}});
            if (row != kYearlyReportedKey && m_paper.reporting)
                for (const auto& unit : m_paper.reporting->missing)
                    out.push_back({{}, unit.unit, unit.unit, "未报送", one, {}});
            return out;
        }

        [[nodiscard]] std::optional<CellLines> idleBehind(std::size_t column) const
        {
            if (!m_paper.use)
                return std::nullopt;
            const Day day = m_paper.use->overview.on;
            return CellLines {[items = m_paper.use->items({}), column, day](CellLine& line) {
                                  for (OverviewItem item; items(item);) {
                                      if (item.card.useState != UseState::Idle)
                                          continue;
                                      line = {item.assetNo, item.name, item.unitName, "闲置",
                                          idleFigure(sumOfCard(item.card, day), column), {}};
                                      if (!addsNothing(line))
                                          return true;
                                  }
                                  return false;
                              },
                CellKind::Money};
        }

        std::unique_ptr<YearlySheets> m_sheets;
        const YearlyPaper& m_paper;
        std::uint32_t m_sheet = 0;
        std::size_t m_at = 0; ///< of what the sheet shows
    };

} // namespace

YearlySheets::YearlySheets(YearlyPaper from)
    : paper(std::move(from))
{
    for (const MovementRow& row : paper.rows) {
        all.opening.add(row.opening.quantity, row.opening.original);
        all.closing.add(row.closing.quantity, row.closing.original);
        all.openingAccumulated += row.openingAccumulated;
        all.closingAccumulated += row.closingAccumulated;
        for (std::size_t i = 0; i < all.moved.size(); ++i)
            all.moved[i].add(row.moved[i].quantity, row.moved[i].original);
    }
    for (const auto& kind : kMovementKinds)
        if (const MovementFigures& figures = all.moved[static_cast<std::size_t>(kind.value)];
            figures != MovementFigures())
            (isIncrease(kind.value) ? increases : decreases).emplace_back(kind.value, figures);
}

void YearlySheets::takeText(const ReportDocument& document)
{
    for (const DocumentSection& section : document.sections)
        for (std::size_t i = 0; i < section.paragraphs.size(); ++i)
            text.emplace_back(i == 0 ? section.heading : std::string(), section.paragraphs[i]);
    sources = document.figures;
}

std::vector<Column> yearlyColumns()
{
    using S = YearlySheet;
    const auto shown = [](Column column, std::uint32_t sheets) {
        column.onSheets = sheets;
        return column;
    };
    // Of other things than the assets: nothing that the total adds up.
    Column others = shown(countColumn("家数或张数", 9), on(S::Scope, S::Use));
    others.total = Total::SumOfKnown;
    constexpr std::uint32_t kEnds = on(S::Classes, S::Use);
    std::vector<Column> out {repeatedColumn("序号", CellKind::Integer, 5),
        repeatedColumn("事项", CellKind::Text, 24), std::move(others)};
    for (std::size_t i = 0; i < kYearlyFigures; ++i) {
        const auto figure = static_cast<F>(i);
        Column column = yearlyColumn(figure);
        // A sheet shows few of them, so each says in its own heading of when it is.
        column.heading = figure == F::Change ? "变动或比率" : column.nameInCsv();
        column.group.clear();
        column.csvHeading.clear();
        column.width = std::max(column.width, 10.0);
        const std::uint32_t sheets = !isOfMoves(figure)
            ? figure < F::IncreaseQuantity ? on(S::Classes) : kEnds
            : figure < F::DecreaseQuantity ? on(S::Increases)
                                           : on(S::Decreases);
        out.push_back(shown(std::move(column), sheets));
    }
    out.push_back(shown(textColumn("说明", 70), on(S::Text, S::Classes, S::Use, S::Sources)));
    return out;
}

std::unique_ptr<RowSource> yearlyRows(std::unique_ptr<YearlySheets> sheets)
{
    return std::make_unique<YearlySheetRows>(std::move(sheets));
}

} // namespace guanwu
