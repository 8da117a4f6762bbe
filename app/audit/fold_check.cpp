#include "app/audit/fold_check.h"

#include "app/system_clock.h"
#include "core/inventory/inventory_service.h"
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"

namespace guanwu {

void checkFolds(Session& session, AuditReport& report)
{
    SociInventoryStore store(session, Scope::everything());
    InventoryService service(store, systemNow);
    for (const InventoryTask& task : store.tasks())
        if (task.state >= SheetState::Frozen)
            for (const CountSheet& sheet : service.differing(task))
                report.add({AuditFault::FoldDiffers, 0, 0, task.taskNo + " " + sheet.unitCode});
}

} // namespace guanwu
