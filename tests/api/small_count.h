#pragma once

#include "app/system_clock.h"
#include "core/inventory/inventory_service.h"
#include "schema/inventory/soci_inventory_store.h"
#include "tests/contract/small_registry.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

/// Task QC over the three units of the small registry, its books frozen.
inline void freezeSmallCount(Session& session)
{
    SociInventoryStore store(session, Scope::everything());
    InventoryService service(store, systemNow);
    InventoryTask task;
    task.taskNo = "QC";
    task.name = "清查";
    task.baseDate = std::chrono::year(2025) / 12 / 31;
    const std::vector<UnitId> units {UnitId {1}, UnitId {2}, UnitId {3}};
    REQUIRE(service.create(task, units));
    REQUIRE(service.issue("QC"));
    REQUIRE(service.freeze("QC", [](std::int64_t, std::int64_t) {}));
}

} // namespace guanwu::test
