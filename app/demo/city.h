#pragma once

#include "app/exchange/columns.h"
#include "core/base/error.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

namespace guanwu {

/// Unit code of the administration bureau of the invented city.
inline constexpr std::string_view kDemoBureau = "U001";

struct CityOptions {
    int units = 219; ///< 10 to 2000, all in the inventory
    /// Asset cards in all, at most 10 million; the headline cards (idle, vehicles, estate) are among them.
    std::int64_t assets = 60'000;
    std::uint64_t seed = 20221231;
    /// Nothing happens after it; "the year" of the headline figures is its year, from 2016 on.
    std::chrono::year_month_day baseDate {
        std::chrono::year {2022}, std::chrono::month {12}, std::chrono::day {31}};
};

struct CityFile {
    ImportKind kind = ImportKind::Units;
    std::filesystem::path path;
    std::int64_t rows = 0;
};

/// Units, places, people, rooms, assets, certificates, allocations, repairs, occupants: the order in which to
/// import them.
using CityFiles = std::array<CityFile, 9>;

/// How many of the asset rows are written.
using CityProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Writes an invented city into a folder that exists: CSV files as `guanwu import` takes them. The same
/// options give the same bytes on every machine; memory grows with the units, not with the assets.
///
/// With 219 units the records add up to the headline figures of the seed, whatever seed and number of assets:
/// 219 idle assets worth 186 192 400.00 yuan; 50 current certificates on 60 buildings with 25 298.50 m2 of
/// land and 84 603.01 m2 of floor; in the year of the base date 24 rooms of 581.56 m2 allocated to 14 units
/// and repairs of 1 626.00 m2 approved; 62 vehicles of the bureau. With another number of units the
/// repairs keep their sum and every unit its idle asset; certificates, buildings, reallocated rooms and
/// vehicles are in proportion.
///
/// Errors: demo.units, demo.assets (detail: the least or greatest that works), demo.base_date, and those of
/// ReplacingFile::create(). Throws std::system_error when the disk is full or fails.
[[nodiscard]] Result<CityFiles> writeCity(
    const CityOptions& options, const std::filesystem::path& folder, const CityProgress& progress = {});

} // namespace guanwu
