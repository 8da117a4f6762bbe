#include "schema/inventory/event_rows.h"

#include "core/base/text.h"
#include "schema/connection/column_types.h"
#include "schema/connection/stored_token.h"

namespace guanwu {

std::string joinedPhotos(const std::vector<std::string>& photos)
{
    std::string out;
    for (const std::string& photo : photos)
        out.append(out.empty() ? "" : ";").append(photo);
    return out;
}

std::optional<ScanEvent> readEvent(const RowStream& rows, int first, const EventChoice& keep)
{
    const auto optionalText = [&](int column) {
        return rows.isNull(first + column) ? std::optional<std::string>()
                                           : std::string(rows.text(first + column));
    };
    ScanEvent event;
    event.kind = storedToken(kEventKinds, rows.text(first + 3));
    event.code = optionalText(4);
    if (!keep(event.kind, event.code))
        return std::nullopt;
    event.seq = rows.integer(first);
    event.eventId = rows.text(first + 1);
    event.at = fromInstantColumn(rows.integer(first + 2));
    event.place = optionalText(5);
    event.user = optionalText(6);
    event.condition = storedTokenOrNone(kConditions, rows.text(first + 7));
    event.entry = storedToken(kEntryModes, rows.text(first + 8));
    event.actor = rows.text(first + 9);
    event.reason = rows.text(first + 10);
    event.name = rows.text(first + 11);
    event.classCode = rows.text(first + 12);
    event.quantity = rows.integer(first + 13);
    event.photos = split(rows.text(first + 14), ';');
    event.corrects = rows.text(first + 15);
    return event;
}

ScanEvent readEvent(const RowStream& rows, int first)
{
    return *readEvent(rows, first, [](EventKind, const std::optional<std::string>&) { return true; });
}

} // namespace guanwu
