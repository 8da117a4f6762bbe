#include "reports/inventory/inventory_summary.h"

namespace guanwu {

namespace {

    /// An attribute of a counted line: so the book says, and nobody saw the thing in use; or so it was seen.
    bool isIdle(const InventoryLine& line)
    {
        if (line.outcome.seenCondition == Condition::InUse)
            return false;
        return line.book.useState == UseState::Idle || line.outcome.seenCondition == Condition::Idle;
    }

    bool isLeasedOrLent(const InventoryLine& line)
    {
        return line.book.useState == UseState::Leased || line.book.useState == UseState::Lent;
    }

    void addArea(std::optional<Area>& sum, const std::optional<Area>& part)
    {
        if (part)
            sum = sum.value_or(Area {}) + *part;
    }

    struct ClassPrefix {
        std::string_view prefix;
        SummaryRow row;
    };

    constexpr std::array<ClassPrefix, 8> kTopClasses {{
        {"A01", SummaryRow::Buildings},
        {"A02", SummaryRow::Equipment},
        {"A03", SummaryRow::Relics},
        {"A04", SummaryRow::Books},
        {"A05", SummaryRow::Furniture},
        {"A06", SummaryRow::SpeciesAndPlants},
        {"A07", SummaryRow::Materials},
        {"A08", SummaryRow::Intangibles},
    }};

    constexpr std::array<ClassPrefix, 3> kOfWhich {{
        {"A0103", SummaryRow::OfWhichLand},
        {"A0101", SummaryRow::OfWhichHouses},
        {"A0203", SummaryRow::OfWhichVehicles},
    }};

} // namespace

void SummaryFigures::add(const InventoryLine& line, Money accumulatedDepreciation)
{
    counters.addLine(line.book, line.outcome);
    accumulated += accumulatedDepreciation;
    if (!isCounted(line.outcome.result))
        return;
    if (isIdle(line)) {
        idleQuantity += line.outcome.countedQuantity;
        idleOriginal += line.book.original;
        addArea(idleArea, line.area);
    }
    if (isLeasedOrLent(line)) {
        leasedQuantity += line.outcome.countedQuantity;
        leasedOriginal += line.book.original;
    }
}

void SummaryFigures::addSurplus(const SurplusLine& line)
{
    counters.addSurplus(line.outcome.countedQuantity);
    surplusValue += line.estimate.value_or(Money {});
}

SummaryFigures& SummaryFigures::operator+=(const SummaryFigures& other)
{
    counters += other.counters;
    accumulated += other.accumulated;
    surplusValue += other.surplusValue;
    idleQuantity += other.idleQuantity;
    idleOriginal += other.idleOriginal;
    addArea(idleArea, other.idleArea);
    leasedQuantity += other.leasedQuantity;
    leasedOriginal += other.leasedOriginal;
    return *this;
}

std::vector<SummaryRow> summaryRowsOf(const std::string& classCode)
{
    std::vector<SummaryRow> out {SummaryRow::OtherEditions};
    for (const auto& entry : kTopClasses)
        if (classCode.starts_with(entry.prefix))
            out.front() = entry.row;
    for (const auto& entry : kOfWhich)
        if (classCode.starts_with(entry.prefix))
            out.push_back(entry.row);
    return out;
}

template <class Add> void InventorySummary::addByClass(const std::string& classCode, Add add)
{
    for (const SummaryRow row : summaryRowsOf(classCode))
        add(m_rows[static_cast<std::size_t>(row)]);
    add(m_total);
}

void InventorySummary::add(const InventoryLine& line)
{
    const Money accumulated = line.book.schedule.accumulatedAt(m_baseMonth);
    addByClass(line.book.classCode, [&](SummaryFigures& row) { row.add(line, accumulated); });
}

void InventorySummary::addSurplus(const SurplusLine& line)
{
    addByClass(line.classCode, [&](SummaryFigures& row) { row.addSurplus(line); });
}

InventorySummary& InventorySummary::operator+=(const InventorySummary& other)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] += other.m_rows[i];
    m_total += other.m_total;
    return *this;
}

} // namespace guanwu
