#pragma once

#include "app/demo/unit_names.h"

#include <array>
#include <span>
#include <string_view>

namespace guanwu {

/// Who answers for an asset of a model: the person at the desk, or nobody in particular in the room.
enum class Holder : std::uint8_t { Person, Room };

/// Which units buy it.
enum class Buyers : std::uint8_t { Everywhere, Schools, Hospitals };

/// Something public units own: class of the 2022 edition, what it is called, what it costs.
struct AssetModel {
    std::string_view classCode;
    std::string_view name;
    std::array<std::array<std::string_view, 2>, 3> makes; ///< brand and model
    std::string_view measure;
    std::int64_t leastYuan, mostYuan; ///< of one piece
    int weight; ///< how common it is
    Holder holder = Holder::Room;
    int mostPieces = 1; ///< on one card
    Buyers buyers = Buyers::Everywhere;
};

[[nodiscard]] std::span<const AssetModel> assetModels();

/// A vehicle of the trade; prices and displacements keep within the limits of 2017 for its use.
struct VehicleModel {
    std::string_view classCode;
    std::string_view name;
    std::string_view brand, model;
    std::string_view displacement; ///< litres, or 纯电
    std::int64_t leastYuan, mostYuan;
};

[[nodiscard]] std::span<const VehicleModel> vehicleModels();

/// What stands idle in a unit that has no empty building.
struct IdleModel {
    std::string_view classCode, name, brand, model, measure;
};

[[nodiscard]] const IdleModel& idleModelFor(UnitSort sort, std::size_t index);

} // namespace guanwu
