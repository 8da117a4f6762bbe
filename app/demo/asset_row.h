#pragma once

#include "app/demo/city_plan.h"
#include "app/demo/table_file.h"
#include "app/exchange/column_tables.h"
#include "core/registry/use_state.h"

#include <array>

namespace guanwu {

[[nodiscard]] consteval std::size_t assetColumn(std::string_view name)
{
    return position(kAssetColumns, name);
}

/// Ages of assets go from this year's to those of so many years before the base date.
inline constexpr std::int64_t kYearsBack = 18;

/// The row of an asset while it is filled: what all kinds of cards have in common. One for the whole city,
/// because it counts the numbers.
class AssetRow {
public:
    AssetRow(const City& city, TableFile& out);

    /// Turns to the next unit; legacy numbers begin again.
    void setUnit(std::size_t unit);
    [[nodiscard]] const City& city() const { return m_city; }
    [[nodiscard]] const PlannedUnit& unit() const { return *m_unit; }
    [[nodiscard]] bool isOfBureau() const { return m_unit == &m_city.units.front(); }
    [[nodiscard]] Random& random() { return m_random; }
    [[nodiscard]] TableFile& cells() { return m_out; }

    /// Number, unit, keeper, class and dates. The serial runs through the whole city for each kind and year.
    void begin(std::string_view classCode, std::string_view name, std::chrono::year_month_day acquiredOn);
    void make(std::string_view brand, std::string_view model);
    void pieces(std::int64_t count, std::string_view measure);
    void value(std::int64_t fen, std::int64_t fiscalPercent = 100);
    void method(AcquisitionMethod method);
    void state(UseState state);
    /// Value and state of what stands idle: 850 000.00 in every unit, 892 400.00 in the last.
    void idle();
    /// For the office of the unit, without a user.
    void publicUse();
    void placeIn(int room);
    void end() { m_out.endRow(); }

private:
    static constexpr std::size_t kKinds = 9;

    const City& m_city;
    TableFile& m_out;
    int m_firstYear;
    std::array<std::array<std::int64_t, kYearsBack + 2>, kKinds> m_serials {};
    const PlannedUnit* m_unit = nullptr;
    Random m_random {0};
    std::int64_t m_legacy = 0;
    std::string m_text;
};

/// The card of a building; and, if it is the first on its certificate, that of the land under it.
void writeEstateCards(AssetRow& row, const PlannedBuilding& building);

/// `number` tells the vehicles of the city apart.
void writeVehicleCard(AssetRow& row, std::int64_t number);

/// Letters and digits, at most 12, as makers number their goods.
[[nodiscard]] std::string makersNumber(Random& random, std::string_view prefix, int length);

} // namespace guanwu
