#pragma once

#include "core/inventory/inventory_service.h"
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"

#include <memory>

namespace guanwu {

/// A registry opened for work on an inventory task.
struct OpenTask {
    std::unique_ptr<Session> session;
    std::unique_ptr<SociInventoryStore> store;
    std::unique_ptr<InventoryService> service;
    InventoryTask task;

    /// Takes the registry and finds the task; an empty number leaves `task` alone. Errors: inventory.no_task.
    [[nodiscard]] static Result<OpenTask> open(
        std::unique_ptr<Session> session, const Scope& scope, const std::string& taskNo);
    /// The sheets of the task, or of the named units. Reads fresh. Errors: inventory.no_sheet.
    [[nodiscard]] Result<std::vector<CountSheet>> sheets(std::span<const std::string> units) const;
};

} // namespace guanwu
