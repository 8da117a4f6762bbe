#include "app/demo/space_paperwork.h"

#include "app/demo/city_plan.h"
#include "core/premises/room_finding.h"
#include "core/premises/seat_service.h"
#include "schema/connection/unit_of_work.h"
#include "schema/premises/soci_seat_store.h"
#include "schema/premises/space_register.h"

#include <stdexcept>

namespace guanwu {

void addSpacePaperwork(Session& session, const CityOptions& options)
{
    SpaceRegister space(session, Scope::everything());
    const auto units = space.units({});
    if (!units || int(units->size()) < 219 * kGapsFrom / 50)
        return;
    struct Note {
        const char* reason;
        int daysAhead;
    };
    constexpr Note kNotes[] = {{"承重墙不能拆改，拟调整为两人合用", 60}, {"待机构改革到位后一并调整", 10},
        {"隔断改造已列入维修计划", 120}, {"拟与相邻办公室对调", -20}};
    constexpr std::size_t kEvery = 40;
    UnitOfWork transaction(session);
    SociSeatStore store(session, Scope::everything());
    SeatService service(store, Scope::everything(), options.baseDate);
    std::size_t above = 0;
    std::size_t noted = 0;
    for (const Reference& unit : *units) {
        RoomQuery query;
        query.unit = unit.id;
        for (const RoomLine& room : space.rooms(query)) {
            if (!judged(room).isOver() || above++ % kEvery != 0)
                continue;
            const Note& note = kNotes[noted++ % std::size(kNotes)];
            const auto due = std::chrono::sys_days(options.baseDate) + std::chrono::days(note.daysAhead);
            if (const auto done = service.note(room.room.code, note.reason, Day(due)); !done)
                throw std::logic_error("demo: " + done.error().subject + " " + done.error().detail);
        }
    }
    transaction.commit();
}

} // namespace guanwu
