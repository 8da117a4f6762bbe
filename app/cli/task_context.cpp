#include "app/cli/task_context.h"

#include "schema/connection/session.h"

namespace guanwu {

Result<TaskContext> TaskContext::open(const CliContext& context, const std::string& taskNo)
{
    TaskContext out;
    auto session = context.openRegistry();
    if (!session)
        return fail(session.error());
    out.session = std::move(*session);
    out.store = std::make_unique<SociInventoryStore>(*out.session);
    out.service = std::make_unique<InventoryService>(*out.store, systemNow);
    if (!taskNo.empty()) {
        auto task = out.store->findTask(taskNo);
        if (!task)
            return fail(task.error());
        out.task = std::move(*task);
    }
    return out;
}

Result<CountSheet> TaskContext::sheetOf(const std::string& unit)
{
    for (CountSheet& sheet : store->sheets(task.id))
        if (sheet.unitCode == unit)
            return std::move(sheet);
    return fail(ErrorCode::NotFound, "inventory.no_sheet", unit);
}

} // namespace guanwu
