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
    IncomingEvent out;
    const auto done = read(line, 0, out);
    return done ? Result<IncomingEvent>(std::move(out)) : fail(done.error());
}

Result<void> EventReader::read(std::string_view line, std::size_t behind, IncomingEvent& out)
{
    if (line.size() > kMaxLine)
        return fail(ErrorCode::InvalidArgument, "event.line_too_long", std::to_string(kMaxLine));
    ScanEvent& event = out.event;
    if (auto decoded = m_decoder.decode(line, behind, event); !decoded)
        return decoded;
    // A batch is of one unit as a rule.
    if (!m_last || m_last->unitCode != event.unit) {
        const auto found = m_sheets.find(event.unit);
        if (found == m_sheets.end())
            return fail(ErrorCode::NotFound, "inventory.no_sheet", event.unit);
        m_last = &found->second;
    }
    const CountSheet& sheet = *m_last;
    if (sheet.state < SheetState::Frozen)
        return fail(ErrorCode::RuleViolated, "inventory.not_frozen", event.unit);
    if (auto may = m_mayCount(event.actor, sheet); !may)
        return may;
    out.sheet = sheet.id;
    out.late = !takesEvents(sheet.state);
    out.body = line;
    out.receivedAt = m_receivedAt;
    return {};
}

} // namespace guanwu
