#pragma once

#include "core/inventory/sheet_counters.h"
#include "reports/inventory/inventory_lines.h"

#include <array>
#include <variant>
#include <vector>

namespace guanwu {

/// The figures of one row of the inventory summary. Sums of sums: adding two is adding their lines.
struct SummaryFigures {
    SheetCounters counters; ///< lines, numbers and values by result; a surplus counts in number only
    Money accumulated;
    Money surplusValue; ///< estimates of the surplus that has one
    std::int64_t idleQuantity = 0;
    Money idleOriginal;
    std::optional<Area> idleArea; ///< empty = no idle line told an area
    std::int64_t leasedQuantity = 0;
    Money leasedOriginal;

    void add(const InventoryLine& line, Money accumulatedDepreciation);
    void addSurplus(const SurplusLine& line);
    SummaryFigures& operator+=(const SummaryFigures& other);
    [[nodiscard]] bool isEmpty() const { return counters == SheetCounters {}; }
};

/// Rows of the summary of a unit, in print order: the eight top classes of the 2022 edition, codes of older
/// editions, and the of-which rows under their class.
enum class SummaryRow : std::uint8_t {
    Buildings,
    OfWhichLand,
    OfWhichHouses,
    Equipment,
    OfWhichVehicles,
    Relics,
    Books,
    Furniture,
    SpeciesAndPlants,
    Materials,
    Intangibles,
    OtherEditions,
};

/// The rows that a thing of a class is counted in.
[[nodiscard]] std::vector<SummaryRow> summaryRowsOf(const std::string& classCode);

/// Adds up the lines of a count by class, in one pass and in constant memory.
class InventorySummary {
public:
    /// Depreciation is taken up to the end of this month.
    explicit InventorySummary(std::chrono::year_month baseMonth)
        : m_baseMonth(baseMonth)
    {
    }

    void add(const InventoryLine& line);
    void addSurplus(const SurplusLine& line);
    InventorySummary& operator+=(const InventorySummary& other);

    [[nodiscard]] const SummaryFigures& of(SummaryRow row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    /// All lines, whatever their class.
    [[nodiscard]] const SummaryFigures& total() const { return m_total; }

private:
    template <class Add> void addByClass(const std::string& classCode, Add add);

    std::chrono::year_month m_baseMonth;
    std::array<SummaryFigures, 12> m_rows {};
    SummaryFigures m_total;
};

/// One unit's row of the city summary.
struct UnitSummary {
    std::string department; ///< supervising department; units come sorted by it
    std::string unit;
    SummaryFigures figures;
    std::string unitCode {};
};

/// A thing that a count found or looked for: a line of the book, or one without a card.
struct CountedItem {
    std::string unitName;
    std::variant<InventoryLine, SurplusLine> thing;
};
/// Opens what was counted in a unit, or in all units for no code, for the lines behind a figure.
using CountedItems = std::function<LineSource<CountedItem>(const std::string& unitCode)>;

/// 固定资产清查汇总表 of one unit, or of many added up: one row a class.
[[nodiscard]] StreamedReport inventorySummaryReport(
    const InventoryHead& head, const InventorySummary& summary, CountedItems items = {});
/// The same columns with one row a unit under its supervising department.
[[nodiscard]] StreamedReport citySummaryReport(
    const InventoryHead& head, LineSource<UnitSummary> units, CountedItems items = {});

} // namespace guanwu
