#include "core/inventory/fold.h"

#include "core/inventory/line_numbers.h"
#include "core/inventory/strangers.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace guanwu {

namespace {

    /// Rule 1: what an undo of the same install names never happened; an undo itself cannot be undone.
    std::vector<const ScanEvent*> liveEventsInOrder(std::span<const ScanEvent> events)
    {
        std::set<std::pair<std::string_view, std::string_view>> undone; ///< install, event
        for (const ScanEvent& event : events)
            if (event.kind == EventKind::Undo)
                undone.emplace(event.installId, event.corrects);

        std::vector<const ScanEvent*> live;
        live.reserve(events.size());
        for (const ScanEvent& event : events)
            if (event.kind != EventKind::Undo && !undone.contains({event.installId, event.eventId}))
                live.push_back(&event);
        std::sort(live.begin(), live.end(),
            [](const ScanEvent* a, const ScanEvent* b) { return isSeenBefore(*a, *b); });
        return live;
    }

    class Folding {
    public:
        Folding(std::span<const BookLine> book, const CodeLookup& lookup)
            : m_sightings(book.size())
            , m_strangers(lookup)
        {
            m_numbers.reserve(book.size());
            for (std::size_t i = 0; i < book.size(); ++i)
                m_numbers.add(book[i].assetNo, book[i].legacyNo, i);
        }

        void take(const ScanEvent& event)
        {
            if (event.kind == EventKind::RoomClosed)
                return;
            if (event.kind == EventKind::Surplus) {
                m_strangers.takeSurplus(event);
                return;
            }
            if (!event.code || event.code->empty())
                return;
            if (const auto line = m_numbers.lineOf(*event.code)) {
                Sightings& seen = m_sightings[*line];
                ++seen.events;
                if (event.kind == EventKind::Seen)
                    seen.see(event);
            } else if (event.kind == EventKind::Seen) {
                m_strangers.takeSeen(event);
            }
        }

        SheetOutcome finish(std::span<const BookLine> book, SheetPhase phase)
        {
            SheetOutcome out;
            out.lines.reserve(book.size());
            for (std::size_t i = 0; i < book.size(); ++i)
                out.lines.push_back(outcomeOf(book[i], m_sightings[i], phase));
            out.surplus = m_strangers.surplus();
            out.findings = m_strangers.findings();
            return out;
        }

    private:
        LineNumbers m_numbers;
        std::vector<Sightings> m_sightings;
        Strangers m_strangers;
    };

} // namespace

SheetOutcome foldSheet(std::span<const BookLine> book, std::span<const ScanEvent> events,
    const CodeLookup& lookup, SheetPhase phase)
{
    Folding folding(book, lookup);
    for (const ScanEvent* event : liveEventsInOrder(events))
        folding.take(*event);
    return folding.finish(book, phase);
}

} // namespace guanwu
