#pragma once

#include "app/exchange/events/event_json.h"
#include "core/inventory/inventory_store.h"

#include <functional>
#include <unordered_map>

namespace guanwu {

/// The sheets that events may go to, by the code of their unit.
using SheetsByUnit = std::unordered_map<std::string, CountSheet>;
[[nodiscard]] SheetsByUnit byUnit(std::vector<CountSheet> sheets);

/// Whether somebody may have counted for the unit of a sheet: an event is by who scanned, not by who sends it
/// (security S7). Errors of its own.
using ActorCheck = std::function<Result<void>(const std::string& actor, const CountSheet& sheet)>;
/// For files that are taken in by hand: who brings them answers for them.
[[nodiscard]] ActorCheck anyActor();

/// From a line to an event that can be stored. What files, batches and the demo all read with. Keeps its
/// buffers: use one reader for many lines.
class EventReader {
public:
    /// `sheets` must outlive it. `receivedAt` is noted on every event.
    EventReader(const SheetsByUnit& sheets, ActorCheck mayCount, Instant receivedAt)
        : m_sheets(sheets)
        , m_mayCount(std::move(mayCount))
        , m_receivedAt(receivedAt)
    {
    }

    /// The event refers to the line, which must outlive it. Errors: those of EventDecoder and of the actor
    /// check, event.line_too_long, inventory.no_sheet (the unit is not among the sheets),
    /// inventory.not_frozen (its books are not taken yet).
    [[nodiscard]] Result<IncomingEvent> read(std::string_view line);
    /// The same in place; `behind` as for EventDecoder. On an error `out` is to be thrown away.
    [[nodiscard]] Result<void> read(std::string_view line, std::size_t behind, IncomingEvent& out);

    static constexpr std::size_t kMaxLine = 8000; ///< bytes

private:
    const SheetsByUnit& m_sheets;
    ActorCheck m_mayCount;
    Instant m_receivedAt;
    EventDecoder m_decoder;
    const CountSheet* m_last = nullptr; ///< of the event before
};

} // namespace guanwu
