#pragma once

#include "reports/inventory/inventory_lines.h"

#include <vector>

namespace guanwu::test {

/// One unit counted on 2022-09-30: ten cards and a surplus, with figures worked out by hand.
struct InventoryFixture {
    InventoryHead head;
    std::vector<InventoryLine> lines;
    std::vector<SurplusLine> surplus;
    std::vector<ShortageLine> shortage;
};

[[nodiscard]] InventoryFixture inventoryFixture();

} // namespace guanwu::test
