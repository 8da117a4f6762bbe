#pragma once

#include "core/documents/document_rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// A search of idle things that was not narrowed to a class, as the document remembers it.
inline constexpr std::string_view kEveryClass = "*";

/// The row of the equipment standard that a wished-for thing falls under: the item that the line names, or
/// the one whose class it has (equipment_classes.csv). nullptr = no standard counts it.
[[nodiscard]] const EquipmentRule* standardOf(const Document& document, const DocumentLine& line);

/// What a standard counts a line together with: its own item, and the groups that item is in. None where the
/// standard counts by room or office.
struct CountedTogether {
    std::string name;
    std::vector<std::string> classes; ///< beginnings of the class codes
    std::int64_t most = 0; ///< pieces a unit with so many people in post may have
};
[[nodiscard]] std::vector<CountedTogether> countedTogether(
    const Document& document, const DocumentLine& line, std::int64_t people);

/// The asset numbers that a line would replace.
[[nodiscard]] std::vector<std::string> replacedBy(const Document& document, const DocumentLine& line);

} // namespace guanwu
