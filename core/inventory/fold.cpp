#include "core/inventory/fold.h"

#include "core/inventory/line_numbers.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace guanwu {

namespace {

    /// What the sightings of one line have said so far, in order.
    struct Sightings {
        const ScanEvent* first = nullptr;
        const std::string* place = nullptr;
        const std::string* user = nullptr;
        std::optional<Condition> condition;
        bool contradicts = false;
        std::int64_t photos = 0;
        std::int64_t events = 0;

        void see(const ScanEvent& event)
        {
            if (!first)
                first = &event;
            photos += static_cast<std::int64_t>(event.photos.size());
            // Stating nothing never contradicts.
            if (event.place) {
                contradicts |= place && *place != *event.place;
                place = place ? place : &*event.place;
            }
            if (event.user) {
                contradicts |= user && *user != *event.user;
                user = user ? user : &*event.user;
            }
            if (event.condition) {
                contradicts |= condition && *condition != *event.condition;
                condition = condition ? condition : event.condition;
            }
        }
    };

    LineResult resultOf(const BookLine& book, const Sightings& seen, SheetPhase phase)
    {
        if (!seen.first)
            return phase == SheetPhase::Counting ? LineResult::NotChecked : LineResult::Shortage;
        if (seen.contradicts)
            return LineResult::Doubt;
        if (seen.condition == Condition::Disposed)
            return LineResult::DisposedNotRemoved;
        if (seen.condition == Condition::Stolen)
            return LineResult::Stolen;
        if (seen.condition == Condition::Damaged)
            return LineResult::Damaged;
        if (seen.condition == Condition::ToScrap)
            return LineResult::ToScrap;
        if (seen.place && *seen.place != book.place)
            return LineResult::PlaceDiffers;
        if (seen.user && *seen.user != book.user)
            return LineResult::UserDiffers;
        if ((seen.condition == Condition::Idle && book.useState == UseState::InUse)
            || (seen.condition == Condition::InUse && book.useState == UseState::Idle))
            return LineResult::StateDiffers;
        return LineResult::Match;
    }

    CountOutcome outcomeOf(LineResult result, const Sightings& seen)
    {
        CountOutcome out;
        out.result = result;
        out.events = seen.events;
        out.photos = seen.photos;
        if (!seen.first)
            return out;
        out.seenQuantity = seen.first->quantity;
        out.countedQuantity = isCounted(result) ? out.seenQuantity : 0;
        out.seenPlace = seen.place ? *seen.place : std::string();
        out.seenUser = seen.user ? *seen.user : std::string();
        out.seenCondition = seen.condition;
        out.firstSeenAt = seen.first->at;
        out.entry = seen.first->entry;
        out.counter = seen.first->actor;
        return out;
    }

    SurplusOutcome surplusOf(const Sightings& seen)
    {
        const ScanEvent& first = *seen.first;
        SurplusOutcome out;
        out.eventId = first.eventId;
        out.name = first.kind == EventKind::Surplus ? first.name : first.code.value_or("");
        out.classCode = first.classCode;
        out.code = first.code.value_or("");
        out.quantity = first.quantity;
        out.place = seen.place ? *seen.place : std::string();
        out.reason = first.reason;
        out.outcome = outcomeOf(LineResult::Surplus, seen);
        return out;
    }

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
        std::sort(live.begin(), live.end(), [](const ScanEvent* a, const ScanEvent* b) {
            return std::tie(a->at, a->installId, a->seq) < std::tie(b->at, b->installId, b->seq);
        });
        return live;
    }

    class Folding {
    public:
        Folding(std::span<const BookLine> book, const CodeLookup& lookup)
            : m_lookup(lookup)
            , m_sightings(book.size())
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
                takeSurplus(event);
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
                takeStranger(event);
            }
        }

        SheetOutcome finish(std::span<const BookLine> book, SheetPhase phase)
        {
            SheetOutcome out;
            out.lines.reserve(book.size());
            for (std::size_t i = 0; i < book.size(); ++i)
                out.lines.push_back(outcomeOf(resultOf(book[i], m_sightings[i], phase), m_sightings[i]));
            out.surplus.reserve(m_surplus.size());
            for (const Sightings& seen : m_surplus)
                out.surplus.push_back(surplusOf(seen));
            for (auto& [assetNo, finding] : m_findings)
                out.findings.push_back(std::move(finding));
            return out;
        }

    private:
        void takeStranger(const ScanEvent& event)
        {
            const auto card = m_lookup(*event.code);
            if (!card) {
                takeSurplus(event);
                return;
            }
            ElsewhereFinding& finding = m_findings[card->assetNo];
            if (finding.events++ == 0) {
                finding.card = *card;
                finding.code = *event.code;
                finding.place = event.place.value_or("");
                finding.eventId = event.eventId;
            }
        }

        void takeSurplus(const ScanEvent& event)
        {
            // Rule 7: the same code is one object however often it is scanned; without a code each is its
            // own.
            std::size_t index = m_surplus.size();
            if (event.code && !event.code->empty())
                index = m_surplusOf.try_emplace(*event.code, index).first->second;
            if (index == m_surplus.size())
                m_surplus.emplace_back();
            ++m_surplus[index].events;
            m_surplus[index].see(event);
        }

        const CodeLookup& m_lookup;
        LineNumbers m_numbers;
        std::vector<Sightings> m_sightings;
        std::vector<Sightings> m_surplus;
        std::unordered_map<std::string, std::size_t> m_surplusOf;
        std::map<std::string, ElsewhereFinding> m_findings;
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
