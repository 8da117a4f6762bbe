#pragma once

#include "core/inventory/inventory_task.h"
#include "core/values/area.h"
#include "reports/inventory/inventory_lines.h"

#include <unordered_map>

namespace guanwu {

struct RegistryIndex;

/// A counted sheet with what is only needed to print it.
struct PrintedSheet {
    CountSheet sheet;
    CountedSheet counted;
    std::unordered_map<std::int64_t, Area> areas; ///< of land and buildings, by asset id
};

/// Turns lines of counted sheets into lines of the reports: codes get their names, decisions their columns.
class SheetLines {
public:
    explicit SheetLines(const RegistryIndex& index)
        : m_index(index)
    {
    }
    [[nodiscard]] InventoryLine line(const PrintedSheet& sheet, std::size_t i) const;
    [[nodiscard]] SurplusLine surplus(const PrintedSheet& sheet, std::size_t i) const;
    [[nodiscard]] ShortageLine shortage(const PrintedSheet& sheet, std::size_t i) const;

private:
    const RegistryIndex& m_index;
};

} // namespace guanwu
