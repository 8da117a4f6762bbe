#pragma once

#include "app/cli/context.h"
#include "core/inventory/inventory_service.h"
#include "schema/inventory/soci_inventory_store.h"

#include <memory>

namespace guanwu {

/// A registry opened for work on inventory tasks.
struct TaskContext {
    std::unique_ptr<Session> session;
    std::unique_ptr<SociInventoryStore> store;
    std::unique_ptr<InventoryService> service;
    InventoryTask task;

    /// Opens the registry and finds the task; an empty number leaves `task` alone.
    [[nodiscard]] static Result<TaskContext> open(const CliContext& context, const std::string& taskNo);
    /// The sheet of a unit. Errors: inventory.no_sheet.
    [[nodiscard]] Result<CountSheet> sheetOf(const std::string& unit);
};

} // namespace guanwu
