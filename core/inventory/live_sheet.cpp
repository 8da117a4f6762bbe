#include "core/inventory/live_sheet.h"

#include "core/inventory/strangers.h"

#include <algorithm>

namespace guanwu {

namespace {

    std::string undoKey(const std::string& installId, const std::string& eventId)
    {
        return installId + '/' + eventId;
    }

    Sightings sightingsOf(const std::vector<const ScanEvent*>& events)
    {
        Sightings seen;
        for (const ScanEvent* event : events) {
            ++seen.events;
            if (event->kind == EventKind::Seen)
                seen.see(*event);
        }
        return seen;
    }

    /// The law has let go of it, whoever still holds it.
    bool isDisposedOnPaper(UseState state) { return state >= UseState::DisposalApproved; }

    VerdictKind kindOf(const BookLine& book, const ScanEvent& sighting, LineResult result, bool seenBefore)
    {
        if (result == LineResult::Doubt)
            return VerdictKind::Doubt;
        if (seenBefore)
            return VerdictKind::AlreadyCounted;
        if (result == LineResult::DisposedNotRemoved || isDisposedOnPaper(book.useState))
            return VerdictKind::Disposed;
        if (sighting.place && *sighting.place != book.place)
            return VerdictKind::OtherRoom;
        return VerdictKind::Here;
    }

} // namespace

LiveSheet::LiveSheet(std::vector<BookLine> book)
    : m_book(std::move(book))
    , m_lines(m_book.size())
{
    m_numbers.reserve(m_book.size());
    for (std::size_t i = 0; i < m_book.size(); ++i) {
        m_numbers.add(m_book[i].assetNo, m_book[i].legacyNo, i);
        m_linesIn[m_book[i].place].push_back(i);
    }
    m_counts[static_cast<std::size_t>(LineResult::NotChecked)] = static_cast<std::int64_t>(m_book.size());
}

bool LiveSheet::add(ScanEvent added)
{
    if (m_byId.contains(added.eventId))
        return false;
    const ScanEvent& event = m_events.emplace_back(std::move(added));
    m_byId.emplace(event.eventId, &event);
    if (event.kind != EventKind::Undo) {
        if (!m_undone.contains(undoKey(event.installId, event.eventId)))
            place(event);
        return true;
    }
    // The undo may arrive before what it takes back.
    if (!m_undone.insert(undoKey(event.installId, event.corrects)).second)
        return true;
    const auto named = m_byId.find(event.corrects);
    if (named != m_byId.end() && named->second->installId == event.installId)
        remove(*named->second);
    return true;
}

Verdict LiveSheet::scan(ScanEvent sighting, const CodeLookup& lookup)
{
    Verdict verdict;
    const std::string code = sighting.code.value_or("");
    verdict.line = m_numbers.lineOf(code);
    const ScanEvent* before = nullptr;
    if (verdict.line)
        before = firstSeen(m_lines[*verdict.line].events);
    else if (const auto known = m_strangers.find(code); known != m_strangers.end() && !known->second.empty())
        before = known->second.front();
    if (before) {
        verdict.countedBy = before->actor;
        verdict.countedAt = before->at;
    }
    const std::size_t index = m_events.size();
    if (!add(std::move(sighting)))
        return verdict;
    if (!verdict.line) {
        verdict.elsewhere = lookup(code);
        verdict.kind = verdict.elsewhere ? VerdictKind::OtherUnit : VerdictKind::Unknown;
        return verdict;
    }
    const BookLine& book = m_book[*verdict.line];
    verdict.result = m_lines[*verdict.line].result;
    verdict.belongsIn = book.place;
    verdict.kind = kindOf(book, m_events[index], verdict.result, before != nullptr);
    return verdict;
}

LiveSheet::Events* LiveSheet::slotOf(const ScanEvent& event, std::optional<std::size_t>& line)
{
    const bool hasCode = event.code && !event.code->empty();
    switch (event.kind) {
    case EventKind::RoomClosed:
        return &m_closings[event.place.value_or("")];
    case EventKind::Surplus:
        return hasCode ? &m_strangers[*event.code] : &m_withoutCode;
    case EventKind::Seen:
    case EventKind::Note:
        line = hasCode ? m_numbers.lineOf(*event.code) : std::nullopt;
        if (line)
            return &m_lines[*line].events;
        return hasCode && event.kind == EventKind::Seen ? &m_strangers[*event.code] : nullptr;
    case EventKind::Undo:
        break;
    }
    return nullptr;
}

void LiveSheet::place(const ScanEvent& event)
{
    std::optional<std::size_t> line;
    if (Events* slot = slotOf(event, line))
        slot->insert(std::upper_bound(slot->begin(), slot->end(), &event,
                         [](const ScanEvent* a, const ScanEvent* b) { return isSeenBefore(*a, *b); }),
            &event);
    if (line)
        refresh(*line);
}

void LiveSheet::remove(const ScanEvent& event)
{
    std::optional<std::size_t> line;
    if (Events* slot = slotOf(event, line))
        std::erase(*slot, &event);
    if (line)
        refresh(*line);
}

void LiveSheet::refresh(std::size_t index)
{
    Line& line = m_lines[index];
    const CountOutcome outcome = lineOutcome(index, SheetPhase::Counting);
    --m_counts[static_cast<std::size_t>(line.result)];
    ++m_counts[static_cast<std::size_t>(outcome.result)];
    line.result = outcome.result;
    const std::string strayIn = outcome.seenPlace == m_book[index].place ? std::string() : outcome.seenPlace;
    if (line.strayIn == strayIn)
        return;
    if (!line.strayIn.empty())
        --m_strays[line.strayIn];
    if (!strayIn.empty())
        ++m_strays[strayIn];
    line.strayIn = strayIn;
}

const ScanEvent* LiveSheet::firstSeen(const Events& events)
{
    const auto found = std::find_if(
        events.begin(), events.end(), [](const ScanEvent* event) { return event->kind == EventKind::Seen; });
    return found == events.end() ? nullptr : *found;
}

CountOutcome LiveSheet::lineOutcome(std::size_t line, SheetPhase phase) const
{
    return outcomeOf(m_book[line], sightingsOf(m_lines[line].events), phase);
}

SheetOutcome LiveSheet::outcome(const CodeLookup& lookup, SheetPhase phase) const
{
    SheetOutcome out;
    out.lines.reserve(m_lines.size());
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        out.lines.push_back(lineOutcome(i, phase));

    Events strange = m_withoutCode;
    for (const auto& [code, events] : m_strangers)
        strange.insert(strange.end(), events.begin(), events.end());
    std::sort(strange.begin(), strange.end(),
        [](const ScanEvent* a, const ScanEvent* b) { return isSeenBefore(*a, *b); });
    Strangers strangers(lookup);
    for (const ScanEvent* event : strange)
        event->kind == EventKind::Surplus ? strangers.takeSurplus(*event) : strangers.takeSeen(*event);
    out.surplus = strangers.surplus();
    out.findings = strangers.findings();
    return out;
}

std::vector<std::size_t> LiveSheet::missingIn(const std::string& place) const
{
    std::vector<std::size_t> out;
    if (const auto room = m_linesIn.find(place); room != m_linesIn.end())
        std::copy_if(room->second.begin(), room->second.end(), std::back_inserter(out),
            [this](std::size_t line) { return m_lines[line].result == LineResult::NotChecked; });
    return out;
}

RoomProgress LiveSheet::progress(const std::string& place) const
{
    RoomProgress out;
    if (const auto room = m_linesIn.find(place); room != m_linesIn.end()) {
        out.expected = static_cast<std::int64_t>(room->second.size());
        out.seen = out.expected - static_cast<std::int64_t>(missingIn(place).size());
    }
    if (const auto strays = m_strays.find(place); strays != m_strays.end())
        out.strays = strays->second;
    if (const auto closings = m_closings.find(place); closings != m_closings.end())
        out.closed = !closings->second.empty();
    return out;
}

std::vector<std::string> LiveSheet::rooms() const
{
    std::vector<std::string> out;
    out.reserve(m_linesIn.size());
    for (const auto& [place, lines] : m_linesIn)
        out.push_back(place);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace guanwu
