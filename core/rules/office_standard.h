#pragma once

#include "core/registry/unit.h"
#include "core/rules/office_area.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// A limit of usable office area a person, a maximum and no entitlement.
struct OfficeLimit {
    std::string post; ///< as the standard names it
    Area limit;
    std::string source;
};

enum class BuildingHeight : std::uint8_t { MultiStorey, HighRise };

/// The rows of office_standard.csv that are in force (发改投资〔2014〕2674号). The limits of 1999, which many
/// pages print under its number, are in the file and not in here.
class OfficeStandard {
public:
    [[nodiscard]] static const OfficeStandard& current();

    /// The limit of a person by the level of the organ and the rank: 正处级 is 正局(处)级 at a municipal
    /// organ. A rank that has no row of its own has the lowest limit of the level: the strictest reading.
    /// Errors: office.no_limit (the limits of townships are set by the province and not known).
    [[nodiscard]] Result<OfficeLimit> limitOf(OrganLevel level, std::string_view rank) const;
    /// All rows of a level, highest post first; empty where the limits are not known.
    [[nodiscard]] const std::vector<OfficeLimit>& limitsOf(OrganLevel level) const
    {
        return m_levels[static_cast<std::size_t>(level)].limits;
    }
    /// Only provincial and ministerial ranks, heads of provincial departments and the heads of cities and
    /// counties.
    [[nodiscard]] bool mayHaveToilet(OrganLevel level, std::string_view rank) const;
    [[nodiscard]] Area toiletLimit() const { return m_toiletLimit; }
    /// Without service bands for central and provincial organs, whose formula was not found.
    [[nodiscard]] SpaceRates ratesOf(OrganLevel level, BuildingHeight height) const;
    [[nodiscard]] Area canteenOf(std::int64_t posts) const { return floorAreaOf(m_canteen, posts); }
    [[nodiscard]] Area carParkOf(std::int64_t spaces) const { return floorAreaOf(m_carPark, spaces); }

private:
    struct LevelRows {
        std::vector<OfficeLimit> limits; ///< highest post first
        std::vector<ServiceBand> service;
    };

    OfficeStandard();

    std::array<LevelRows, kOrganLevels.size()> m_levels;
    std::vector<FloorStep> m_canteen;
    std::vector<FloorStep> m_carPark;
    std::int64_t m_equipmentPercent = 0;
    std::array<std::int64_t, 2> m_usePercent {};
    Area m_toiletLimit;
};

} // namespace guanwu
