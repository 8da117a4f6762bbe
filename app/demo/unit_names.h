#pragma once

#include "core/registry/unit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// What an invented unit does: it decides its rooms, its posts and what it owns.
enum class UnitSort : std::uint8_t {
    Bureau, ///< the administration bureau itself, one
    Party,
    Government,
    Participating,
    Centre,
    School,
    Hospital,
    Mass,
    Temporary,
};

struct NamedUnit {
    std::string name;
    UnitSort sort = UnitSort::Government;
    int parent = -1; ///< place in the list, -1 = none
};

/// Names for a city of so many units, each once, the administration bureau first. The names follow the usage
/// of a prefecture-level city; whatever is told about the units is invented.
[[nodiscard]] std::vector<NamedUnit> nameUnits(int count);

[[nodiscard]] OrgType orgTypeOf(UnitSort sort);

/// What the head of a unit with this name is called: 局长, 主任, 校长.
[[nodiscard]] std::string_view headTitle(std::string_view unitName);

/// Whether the unit has premises of its own instead of rooms in the bureau's buildings.
[[nodiscard]] constexpr bool hasCampus(UnitSort sort)
{
    return sort == UnitSort::School || sort == UnitSort::Hospital;
}

/// 1 to 9999 as it stands in a name: 十二, 一百零三.
[[nodiscard]] std::string chineseNumber(int number);

} // namespace guanwu
