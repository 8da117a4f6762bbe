#include "schema/repositories/estate_areas.h"

#include "schema/connection/session.h"

namespace guanwu {

std::unordered_map<std::int64_t, Area> estateAreas(Session& session, SheetId sheet)
{
    std::unordered_map<std::int64_t, Area> areas;
    const auto rows = session.bulk().stream(
        "SELECT l.asset_id, COALESCE(e.floor_m2_x100, e.land_m2_x100) FROM sheet_line l "
        "JOIN asset_estate e ON e.asset_id = l.asset_id WHERE l.sheet_id = ?",
        {sheet.value});
    while (rows->next())
        if (!rows->isNull(1))
            areas.emplace(rows->integer(0), Area::fromHundredths(rows->integer(1)));
    return areas;
}

} // namespace guanwu
