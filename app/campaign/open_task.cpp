#include "app/campaign/open_task.h"

#include "app/system_clock.h"

namespace guanwu {

Result<OpenTask> OpenTask::open(
    std::unique_ptr<Session> session, const Scope& scope, const std::string& taskNo)
{
    OpenTask out;
    out.session = std::move(session);
    out.store = std::make_unique<SociInventoryStore>(*out.session, scope);
    out.service = std::make_unique<InventoryService>(*out.store, systemNow);
    if (!taskNo.empty()) {
        auto task = out.store->findTask(taskNo);
        if (!task)
            return fail(task.error());
        out.task = std::move(*task);
    }
    return out;
}

Result<std::vector<CountSheet>> OpenTask::sheets(std::span<const std::string> units) const
{
    auto all = store->sheets(task.id);
    if (auto chosen = keepUnits(all, units); !chosen)
        return fail(chosen.error());
    return all;
}

} // namespace guanwu
