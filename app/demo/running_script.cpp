#include "app/demo/running_script.h"

#include "app/demo/random.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    using namespace std::chrono_literals;
    using std::chrono::milliseconds;

    constexpr milliseconds kToday = 4h; ///< of work lie behind us today, whatever the hour
    constexpr milliseconds kDay = 9h;
    constexpr milliseconds kCloses = 9h + 30min; // 17:30 in Huaihua, in UTC
    constexpr milliseconds kHuaihua = 8h;

    using enum RunningPace;
    /// In which order the paces come about, again and again. 20 are 100 %.
    constexpr RunningPace kTurns[] = {Steady, NotBegun, Slow, Nearly, Steady, Stuck, Fast, Slow, Signed,
        Steady, Slow, NotBegun, Complete, Steady, Slow, Stuck, Steady, Reviewed, Fast, NotBegun};

    struct Share {
        int least, most; ///< percent of the acts that are done
        milliseconds step; ///< from act to act
        milliseconds quiet; ///< since the last act, at most
    };

    Share shareOf(RunningPace pace)
    {
        switch (pace) {
        case NotBegun:
            return {0, 0, 0ms, 0ms};
        case Begun:
            return {1, 3, 14s, 25min};
        case Stuck:
            return {15, 60, 15s, 24h * 3};
        case Slow:
            return {10, 45, 55s, 50min};
        case Steady:
            return {30, 80, 18s, 4min};
        case Fast:
            return {40, 75, 8s, 1min};
        case Nearly:
            return {92, 98, 20s, 12min};
        case Complete:
            return {100, 100, 16s, 3h};
        case Signed:
        case Reviewed:
            return {100, 100, 15s, 24h};
        }
        return {};
    }

    /// The instant before which so much was worked: four hours back from now, then the working hours of the
    /// days before.
    Instant before(Instant now, milliseconds worked)
    {
        if (worked < kToday)
            return now - worked;
        worked -= kToday;
        const auto today = std::chrono::floor<std::chrono::days>(now + kHuaihua);
        return today - std::chrono::days(1 + worked / kDay) + kCloses - worked % kDay;
    }

    using Events = std::vector<ScanEvent>;

    /// The acts of each handheld, in the order in which it made them.
    std::vector<Events> byHandheld(Events events)
    {
        std::vector<Events> out;
        std::map<std::string, std::size_t> known;
        for (ScanEvent& event : events) {
            const auto [place, fresh] = known.try_emplace(event.installId, out.size());
            if (fresh)
                out.emplace_back();
            out[place->second].push_back(std::move(event));
        }
        return out;
    }

    /// The tags of the last acts in the order of their numbers, as they stand on a sheet of labels.
    void sortTags(std::span<ScanEvent> events)
    {
        std::vector<std::size_t> tags;
        for (std::size_t i = 0; i < events.size(); ++i)
            if (events[i].kind == EventKind::Seen && events[i].code)
                tags.push_back(i);
        std::vector<ScanEvent> sorted;
        for (const std::size_t i : tags)
            sorted.push_back(events[i]);
        std::sort(sorted.begin(), sorted.end(),
            [](const ScanEvent& a, const ScanEvent& b) { return *a.code < *b.code; });
        for (std::size_t i = 0; i < tags.size(); ++i) {
            sorted[i].seq = events[tags[i]].seq;
            events[tags[i]] = sorted[i];
        }
    }

    class UnitTimes {
    public:
        UnitTimes(RunningUnit unit, Instant now, std::span<const std::string> photos)
            : m_unit(unit)
            , m_share(shareOf(unit.pace))
            , m_now(now)
            , m_photos(photos)
        {
            if (unit.oddity == RunningOddity::PhotoTwice)
                m_again = 3;
        }

        /// What one handheld has done.
        void take(Events events, Random random, std::vector<RunningEvent>& out)
        {
            m_random = random;
            const auto percent = m_random.between(m_share.least, m_share.most);
            auto done = events.size() * static_cast<std::size_t>(percent) / 100;
            if (m_unit.pace == Begun)
                done = std::min<std::size_t>(events.size(), 12);
            events.resize(done);
            if (events.empty())
                return;
            contradict(events);
            photograph(events);
            const bool offSheet = m_unit.oddity == RunningOddity::LabelsOffSheet;
            if (offSheet)
                sortTags(std::span(events).last(std::min<std::size_t>(events.size(), 80)));

            const milliseconds quiet = m_random.between(0, m_share.quiet.count()) * 1ms;
            // Who is stuck is so by the calendar, not by working hours.
            const Instant end = m_unit.pace == Stuck ? m_now - 50h - quiet : m_now;
            milliseconds ago = m_unit.pace == Stuck ? 0ms : quiet;
            std::vector<Instant> times(events.size());
            for (std::size_t i = events.size(); i-- > 0;) {
                times[i] = before(end, ago);
                ago += stepBefore(events.size() - 1 - i);
            }
            for (std::size_t i = 0; i < events.size(); ++i) {
                events[i].at = times[i];
                if (m_unit.oddity == RunningOddity::ClockBack && i * 3 > events.size() * 2)
                    events[i].at -= 26h; // somebody has set the clock of the handheld
                out.push_back({std::move(events[i]), times[i] + 2s});
            }
        }

    private:
        milliseconds stepBefore(std::size_t fromEnd)
        {
            if (m_unit.oddity == RunningOddity::LabelsOffSheet && fromEnd < 80)
                return milliseconds(m_random.between(900, 1'500));
            if (m_unit.oddity == RunningOddity::LastMinutes)
                return milliseconds(m_random.between(1'800, 2'600));
            return milliseconds(m_random.between(m_share.step.count() / 2, m_share.step.count() * 3 / 2));
        }
        /// Some things are seen again a little later, in another room: the whole count would end with them,
        /// and the part that is done does not.
        void contradict(Events& events)
        {
            if (m_unit.pace == Begun || events.size() < 30)
                return;
            for (std::size_t i = 25; i < events.size(); i += 120) {
                const ScanEvent& first = events[i - 20];
                ScanEvent& again = events[i];
                if (first.kind != EventKind::Seen || !first.place || again.kind != EventKind::Seen
                    || !again.place || *again.place == *first.place)
                    continue;
                again.code = first.code;
            }
        }
        void photograph(Events& events)
        {
            for (ScanEvent& event : events) {
                if (m_photos.empty())
                    return;
                if (m_again > 0 && event.kind == EventKind::Seen) {
                    event.photos = {m_photos.front()};
                    --m_again;
                } else if (event.kind == EventKind::Surplus || event.condition == Condition::Damaged) {
                    // Each picture once: the same one of two things would be a question.
                    if (++m_photo < m_photos.size())
                        event.photos = {m_photos[m_photo]};
                }
            }
        }

        RunningUnit m_unit;
        Share m_share;
        Instant m_now;
        std::span<const std::string> m_photos;
        std::size_t m_photo = 0; ///< the last that was used
        int m_again = 0; ///< so many things are still shown by the first one
        Random m_random {0};
    };

    /// The first that is free, of one of the paces, and of that size.
    void give(std::vector<RunningUnit>& units, std::span<const std::size_t> lines, RunningOddity oddity,
        RunningPace pace, std::size_t least, std::size_t most)
    {
        for (std::size_t i = 1; i < units.size(); ++i)
            if (units[i].pace == pace && units[i].oddity == RunningOddity::None && lines[i] >= least
                && lines[i] <= most) {
                units[i].oddity = oddity;
                return;
            }
    }

} // namespace

std::vector<RunningUnit> planRunning(std::span<const std::size_t> lines)
{
    std::vector<RunningUnit> out(lines.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].pace = i == 0 ? Begun : kTurns[(i - 1) % std::size(kTurns)];
    constexpr std::size_t any = 100'000'000;
    give(out, lines, RunningOddity::LabelsOffSheet, Steady, 150, any);
    give(out, lines, RunningOddity::PhotoTwice, Slow, 60, any);
    give(out, lines, RunningOddity::ClockBack, Steady, 60, any);
    give(out, lines, RunningOddity::LastMinutes, Complete, 140, 230); // one handheld, so many tags
    return out;
}

std::vector<RunningEvent> runningEvents(PlannedCount count, RunningUnit unit, Instant now,
    std::span<const std::string> photos, std::uint64_t seed)
{
    std::vector<RunningEvent> out;
    if (unit.pace == NotBegun)
        return out;
    UnitTimes times(unit, now, photos);
    std::uint64_t handheld = 0;
    for (Events& events : byHandheld(std::move(count.events))) {
        times.take(std::move(events), Random(seed, 0x52554E, handheld++), out);
        if (unit.pace == Begun)
            break; // the others wait for whoever tries the demo
    }
    return out;
}

} // namespace guanwu
