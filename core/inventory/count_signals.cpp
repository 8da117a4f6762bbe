#include "core/inventory/count_signals.h"

#include "core/inventory/line_numbers.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

namespace guanwu {

namespace {

    std::int64_t seconds(std::chrono::milliseconds time) { return time.count() / 1000; }

    /// A sighting of a thing of the book, or of one that is on no book.
    struct Sighting {
        std::size_t event = 0;
        std::size_t thing = 0; ///< what is the same thing has the same number; lines have their rank
        bool onBook = false;
        const std::string* bookPlace = nullptr; ///< null = on no book, or the book names none
    };

    /// The book as the paper has it: lines by asset number.
    struct Book {
        LineNumbers numbers;
        std::vector<std::size_t> rank; ///< of each line

        explicit Book(std::span<const BookLine> book)
            : rank(book.size())
        {
            std::vector<std::size_t> order(book.size());
            std::iota(order.begin(), order.end(), 0U);
            std::sort(order.begin(), order.end(),
                [&](std::size_t a, std::size_t b) { return book[a].assetNo < book[b].assetNo; });
            numbers.reserve(book.size());
            for (std::size_t i = 0; i < order.size(); ++i) {
                rank[order[i]] = i;
                numbers.add(book[i].assetNo, book[i].legacyNo, i);
            }
        }
    };

    /// How often each thing is in a stretch of sightings.
    template <class Key> class Bag {
    public:
        void add(const Key& key) { ++m_counts[key]; }
        void remove(const Key& key)
        {
            if (const auto found = m_counts.find(key); found != m_counts.end() && --found->second == 0)
                m_counts.erase(found);
        }
        [[nodiscard]] std::int64_t different() const { return static_cast<std::int64_t>(m_counts.size()); }

    private:
        std::unordered_map<Key, std::int64_t> m_counts;
    };

    class SignalFinder {
    public:
        SignalFinder(std::span<const BookLine> book, std::span<const ScanEvent> events,
            const SignalThresholds& thresholds)
            : m_book(book)
            , m_events(events)
            , m_limits(thresholds)
        {
            sort();
        }
        std::vector<CountSignal> find()
        {
            for (const auto& [install, sightings] : m_byInstall)
                findBursts(install, sightings);
            for (const auto& [install, sightings] : m_byInstall)
                findBookOrder(install, sightings);
            for (const auto& [install, sightings] : m_byInstall)
                findRoomChanges(install, sightings);
            for (const auto& [install, sightings] : m_byInstall)
                findPace(install, sightings);
            findPhotos();
            findClockJumps();
            findLastMinutes();
            return std::move(m_found);
        }

    private:
        using Sightings = std::vector<Sighting>;

        void sort()
        {
            std::set<std::pair<std::string_view, std::string_view>> undone;
            for (const ScanEvent& event : m_events)
                if (event.kind == EventKind::Undo)
                    undone.emplace(event.installId, event.corrects);
            const Book book(m_book);
            std::unordered_map<std::string_view, std::size_t> strangers;
            for (std::size_t i = 0; i < m_events.size(); ++i) {
                const ScanEvent& event = m_events[i];
                const bool sees = event.kind == EventKind::Seen || event.kind == EventKind::Surplus;
                if (!sees || undone.contains({event.installId, event.eventId}))
                    continue;
                Sighting sighting {i, 0, false, nullptr};
                const auto line = event.code ? book.numbers.lineOf(*event.code) : std::nullopt;
                if (line) {
                    sighting.onBook = true;
                    sighting.thing = book.rank[*line];
                    if (!m_book[*line].place.empty())
                        sighting.bookPlace = &m_book[*line].place;
                } else {
                    const std::string_view name
                        = event.code && !event.code->empty() ? *event.code : event.eventId;
                    sighting.thing = strangers.emplace(name, m_book.size() + strangers.size()).first->second;
                }
                m_byInstall[event.installId].push_back(sighting);
            }
            for (auto& [install, sightings] : m_byInstall)
                std::sort(sightings.begin(), sightings.end(), [&](const Sighting& a, const Sighting& b) {
                    return m_events[a.event].seq < m_events[b.event].seq;
                });
        }

        [[nodiscard]] Instant at(const Sighting& sighting) const { return m_events[sighting.event].at; }

        void tell(SignalKind kind, std::string_view install, std::vector<CountSignal::Figure> figures,
            std::vector<std::size_t> events)
        {
            if (++m_told[static_cast<std::size_t>(kind)] > m_limits.signalsOfKind)
                return;
            events.resize(std::min(events.size(), m_limits.evidence));
            m_found.push_back({kind, std::string(install), std::move(figures), std::move(events)});
        }

        static std::vector<std::size_t> eventsOf(std::span<const Sighting> sightings)
        {
            std::vector<std::size_t> out;
            for (const Sighting& one : sightings)
                out.push_back(one.event);
            return out;
        }

        /// Does it with each run of sightings in which the clock went forward only: over a correction no time
        /// is measured.
        template <class Work> void forEachRun(std::span<const Sighting> all, const Work& work) const
        {
            for (std::size_t start = 0, i = 1; i <= all.size(); ++i)
                if (i == all.size() || at(all[i]) < at(all[i - 1])) {
                    work(all.subspan(start, i - start));
                    start = i;
                }
        }

        /// The longest stretches in which every window of time holds enough. `Enough` is asked after each
        /// sighting, with what the window holds then.
        template <class Enough, class Tell>
        void findStretches(const Sightings& sightings, std::chrono::milliseconds window, const Enough& enough,
            const Tell& told) const
        {
            forEachRun(sightings,
                [&](std::span<const Sighting> run) { findStretchesOfRun(run, window, enough, told); });
        }

        template <class Enough, class Tell>
        void findStretchesOfRun(std::span<const Sighting> all, std::chrono::milliseconds window,
            const Enough& enough, const Tell& told) const
        {
            Bag<std::size_t> things;
            Bag<std::string_view> rooms;
            const auto add = [&](const Sighting& one) {
                things.add(one.thing);
                if (one.bookPlace)
                    rooms.add(*one.bookPlace);
            };
            const auto remove = [&](const Sighting& one) {
                things.remove(one.thing);
                if (one.bookPlace)
                    rooms.remove(*one.bookPlace);
            };
            std::size_t left = 0;
            const std::size_t none = all.size();
            std::size_t start = none;
            for (std::size_t right = 0; right < all.size(); ++right) {
                add(all[right]);
                while (at(all[right]) - at(all[left]) > window)
                    remove(all[left++]);
                const bool isEnough = enough(things.different(), rooms.different());
                if (isEnough && start == none)
                    start = left;
                if (!isEnough && start != none) {
                    told(all.subspan(start, right - start));
                    start = none;
                    // What was told once is not the beginning of the next.
                    while (left < right)
                        remove(all[left++]);
                }
            }
            if (start != none)
                told(all.subspan(start));
        }

        struct Held {
            std::int64_t things = 0;
            std::int64_t rooms = 0;
        };
        static Held held(std::span<const Sighting> sightings)
        {
            std::set<std::size_t> things;
            std::set<std::string_view> rooms;
            for (const Sighting& one : sightings) {
                things.insert(one.thing);
                if (one.bookPlace)
                    rooms.insert(*one.bookPlace);
            }
            return {static_cast<std::int64_t>(things.size()), static_cast<std::int64_t>(rooms.size())};
        }

        [[nodiscard]] std::int64_t secondsOf(std::span<const Sighting> sightings) const
        {
            return std::max<std::int64_t>(0, seconds(at(sightings.back()) - at(sightings.front())));
        }

        void findBursts(const std::string& install, const Sightings& all)
        {
            findStretches(
                all, m_limits.sheetWindow,
                [&](std::int64_t things, std::int64_t rooms) {
                    return things >= m_limits.sheetTags && rooms >= m_limits.sheetRooms;
                },
                [&](std::span<const Sighting> stretch) {
                    const auto [things, rooms] = held(stretch);
                    tell(SignalKind::LabelsOffSheet, install,
                        {{"tags", things}, {"rooms", rooms}, {"seconds", secondsOf(stretch)}},
                        eventsOf(stretch));
                });
        }

        void findBookOrder(const std::string& install, const Sightings& all)
        {
            std::size_t start = 0;
            for (std::size_t i = 1; i <= all.size(); ++i) {
                if (i < all.size() && all[i].onBook && all[i - 1].onBook
                    && all[i].thing == all[i - 1].thing + 1)
                    continue;
                const auto run = std::span(all).subspan(start, i - start);
                start = i;
                if (static_cast<std::int64_t>(run.size()) < m_limits.orderLines)
                    continue;
                if (const auto [things, rooms] = held(run);
                    rooms >= m_limits.orderRooms && things - rooms >= m_limits.orderLines)
                    tell(SignalKind::BookOrder, install,
                        {{"tags", things}, {"rooms", rooms}, {"seconds", secondsOf(run)}}, eventsOf(run));
            }
        }

        void findRoomChanges(const std::string& install, const Sightings& all)
        {
            std::int64_t changes = 0;
            std::chrono::milliseconds fastest = m_limits.roomChange;
            std::set<std::string_view> rooms;
            std::vector<std::size_t> events;
            for (std::size_t i = 1; i < all.size(); ++i) {
                const auto& from = m_events[all[i - 1].event].place;
                const auto& to = m_events[all[i].event].place;
                const auto time = at(all[i]) - at(all[i - 1]);
                if (!from || !to || *from == *to || time.count() < 0 || time >= m_limits.roomChange)
                    continue;
                ++changes;
                fastest = std::min(fastest, time);
                rooms.insert({*from, *to});
                if (events.empty() || events.back() != all[i - 1].event)
                    events.push_back(all[i - 1].event);
                events.push_back(all[i].event);
            }
            if (changes >= m_limits.roomChanges)
                tell(SignalKind::RoomsTooFast, install,
                    {{"changes", changes}, {"rooms", static_cast<std::int64_t>(rooms.size())},
                        {"fastest_ms", fastest.count()}},
                    std::move(events));
        }

        void findPace(const std::string& install, const Sightings& all)
        {
            findStretches(
                all, m_limits.paceWindow,
                [&](std::int64_t things, std::int64_t) { return things >= m_limits.paceTags; },
                [&](std::span<const Sighting> stretch) {
                    const auto [things, rooms] = held(stretch);
                    tell(SignalKind::PaceTooFast, install,
                        {{"tags", things}, {"rooms", rooms}, {"seconds", secondsOf(stretch)}},
                        eventsOf(stretch));
                });
        }

        void findPhotos()
        {
            struct Use {
                std::set<std::size_t> things;
                std::set<std::string_view> installs;
                std::vector<std::size_t> events;
            };
            std::map<std::string_view, Use> uses;
            for (const auto& [install, sightings] : m_byInstall)
                for (const Sighting& one : sightings)
                    for (const std::string& photo : m_events[one.event].photos) {
                        Use& use = uses[photo];
                        use.things.insert(one.thing);
                        use.installs.insert(install);
                        use.events.push_back(one.event);
                    }
            for (const auto& [photo, use] : uses)
                if (const auto things = static_cast<std::int64_t>(use.things.size());
                    things >= m_limits.photoThings)
                    tell(SignalKind::PhotoReused,
                        use.installs.size() == 1 ? *use.installs.begin() : std::string_view(),
                        {{"things", things}, {"events", static_cast<std::int64_t>(use.events.size())}},
                        use.events);
        }

        void findClockJumps()
        {
            std::map<std::string_view, std::vector<std::size_t>> byInstall;
            for (std::size_t i = 0; i < m_events.size(); ++i)
                byInstall[m_events[i].installId].push_back(i);
            for (auto& [install, all] : byInstall) {
                std::sort(all.begin(), all.end(),
                    [&](std::size_t a, std::size_t b) { return m_events[a].seq < m_events[b].seq; });
                std::int64_t jumps = 0;
                std::chrono::milliseconds farthest {0};
                std::vector<std::size_t> events;
                for (std::size_t i = 1; i < all.size(); ++i) {
                    const auto back = m_events[all[i - 1]].at - m_events[all[i]].at;
                    if (back < m_limits.clockBack)
                        continue;
                    ++jumps;
                    farthest = std::max(farthest, back);
                    events.insert(events.end(), {all[i - 1], all[i]});
                }
                if (jumps > 0)
                    tell(SignalKind::ClockJump, install,
                        {{"jumps", jumps}, {"seconds_back", seconds(farthest)}}, std::move(events));
            }
        }

        void findLastMinutes()
        {
            std::optional<Instant> last;
            for (const auto& [install, sightings] : m_byInstall)
                for (const Sighting& one : sightings)
                    last = std::max(last.value_or(at(one)), at(one));
            std::set<std::size_t> before;
            std::set<std::size_t> late;
            std::set<std::string_view> installs;
            Sightings events;
            for (const auto& [install, sightings] : m_byInstall)
                for (const Sighting& one : sightings)
                    if (*last - at(one) > m_limits.lastWindow)
                        before.insert(one.thing);
                    else {
                        late.insert(one.thing);
                        installs.insert(install);
                        events.push_back(one);
                    }
            // What had been seen before is only seen again.
            std::erase_if(late, [&](std::size_t thing) { return before.contains(thing); });
            const auto tags = static_cast<std::int64_t>(late.size());
            const auto all = tags + static_cast<std::int64_t>(before.size());
            const auto handhelds = static_cast<std::int64_t>(installs.size());
            if (tags == 0 || tags < m_limits.lastTags * handhelds || tags * 100 < all * m_limits.lastPercent)
                return;
            tell(SignalKind::LastMinutes, handhelds == 1 ? *installs.begin() : std::string_view(),
                {{"tags", tags}, {"of", all}, {"minutes", seconds(m_limits.lastWindow) / 60},
                    {"handhelds", handhelds}},
                eventsOf(events));
        }

        std::span<const BookLine> m_book;
        std::span<const ScanEvent> m_events;
        const SignalThresholds& m_limits;
        /// In the order in which the handheld made them: its clock may have gone back.
        std::map<std::string, Sightings> m_byInstall;
        std::array<std::size_t, kSignalKinds.size()> m_told {};
        std::vector<CountSignal> m_found;
    };

} // namespace

std::int64_t CountSignal::figure(std::string_view name) const
{
    const auto found
        = std::find_if(figures.begin(), figures.end(), [&](const Figure& one) { return one.name == name; });
    return found == figures.end() ? 0 : found->value;
}

std::vector<CountSignal> countSignals(
    std::span<const BookLine> book, std::span<const ScanEvent> events, const SignalThresholds& thresholds)
{
    return SignalFinder(book, events, thresholds).find();
}

} // namespace guanwu
