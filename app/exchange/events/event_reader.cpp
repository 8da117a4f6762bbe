#include "app/exchange/events/event_reader.h"

namespace guanwu {

SheetsByUnit byUnit(std::vector<CountSheet> sheets)
{
    SheetsByUnit out;
    for (CountSheet& sheet : sheets) {
        std::string unit = sheet.unitCode;
        out.emplace(std::move(unit), std::move(sheet));
    }
    return out;
}

ActorCheck anyActor()
{
    return [](const std::string&, const CountSheet&) { return Result<void> {}; };
}

Result<IncomingEvent> EventReader::read(std::string_view line)
{
    if (line.size() > kMaxLine)
        return fail(ErrorCode::InvalidArgument, "event.line_too_long", std::to_string(kMaxLine));
    auto event = m_decoder.decode(line);
    if (!event)
        return fail(event.error());
    const auto found = m_sheets.find(event->unit);
    if (found == m_sheets.end())
        return fail(ErrorCode::NotFound, "inventory.no_sheet", event->unit);
    const CountSheet& sheet = found->second;
    if (sheet.state < SheetState::Frozen)
        return fail(ErrorCode::RuleViolated, "inventory.not_frozen", event->unit);
    if (auto may = m_mayCount(event->actor, sheet); !may)
        return fail(may.error());
    return IncomingEvent {
        std::move(*event), sheet.id, !takesEvents(sheet.state), line, m_receivedAt};
}

} // namespace guanwu
