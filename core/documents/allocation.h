#pragma once

#include "core/documents/document_rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// The row of the equipment standard that a wished-for thing falls under: the item that the line names, or
/// the one whose class it has (equipment_classes.csv). nullptr = no standard counts it.
[[nodiscard]] const EquipmentRule* standardOf(const Document& document, const DocumentLine& line);

/// The asset numbers that a line would replace.
[[nodiscard]] std::vector<std::string> replacedBy(const Document& document, const DocumentLine& line);

} // namespace guanwu
