#pragma once

#include <compare>
#include <cstdint>

namespace guanwu {

/// A 64-bit, time-ordered id made by the program; ids of different things do not compare.
template <class Tag> struct Id {
    std::int64_t value = 0;
    constexpr auto operator<=>(const Id&) const = default;
};

using UnitId = Id<struct UnitIdTag>;
using DepartmentId = Id<struct DepartmentIdTag>;
using PersonId = Id<struct PersonIdTag>;
using PlaceId = Id<struct PlaceIdTag>;
using AssetId = Id<struct AssetIdTag>;
using TaskId = Id<struct TaskIdTag>;
using SheetId = Id<struct SheetIdTag>;
using LineId = Id<struct LineIdTag>;
using BatchId = Id<struct BatchIdTag>;
using AccountId = Id<struct AccountIdTag>;
using DeviceId = Id<struct DeviceIdTag>;
using DocumentId = Id<struct DocumentIdTag>;

} // namespace guanwu
