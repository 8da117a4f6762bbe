// The fold over random counts: against the rules written down a second time, slowly, and against what may not
// matter.
#include "core/inventory/line_numbers.h"
#include "core/inventory/sheet_counters.h"
#include "tests/unit/core/random_count.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr unsigned kCases = 3000;

// The rules once more, straight from the contract: no index, no running state, one question at a time.

using Live = std::vector<const ScanEvent*>;

Live liveInOrder(const std::vector<ScanEvent>& events)
{
    Live live;
    for (const ScanEvent& event : events) {
        const bool undone = std::any_of(events.begin(), events.end(), [&](const ScanEvent& other) {
            return other.kind == EventKind::Undo && other.installId == event.installId
                && other.corrects == event.eventId;
        });
        if (event.kind != EventKind::Undo && !undone)
            live.push_back(&event);
    }
    std::stable_sort(
        live.begin(), live.end(), [](const ScanEvent* x, const ScanEvent* y) { return x->seq < y->seq; });
    std::stable_sort(live.begin(), live.end(),
        [](const ScanEvent* x, const ScanEvent* y) { return x->installId < y->installId; });
    std::stable_sort(
        live.begin(), live.end(), [](const ScanEvent* x, const ScanEvent* y) { return x->at < y->at; });
    return live;
}

bool bearsCode(const BookLine& line, const ScanEvent& event)
{
    if (!event.code || event.code->empty())
        return false;
    const auto forms = codeForms(*event.code);
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        return form == line.assetNo || (!line.legacyNo.empty() && form == line.legacyNo);
    });
}

template <class T> std::optional<T> firstStated(const Live& sightings, std::optional<T> ScanEvent::*field)
{
    for (const ScanEvent* event : sightings)
        if (event->*field)
            return event->*field;
    return std::nullopt;
}

template <class T> bool isContradicted(const Live& sightings, std::optional<T> ScanEvent::*field)
{
    const auto first = firstStated(sightings, field);
    return std::any_of(sightings.begin(), sightings.end(),
        [&](const ScanEvent* event) { return event->*field && event->*field != first; });
}

LineResult resultByTheRules(const BookLine& book, const Live& sightings, SheetPhase phase)
{
    if (sightings.empty())
        return phase == SheetPhase::Counting ? LineResult::NotChecked : LineResult::Shortage;
    if (isContradicted(sightings, &ScanEvent::place) || isContradicted(sightings, &ScanEvent::user)
        || isContradicted(sightings, &ScanEvent::condition))
        return LineResult::Doubt;
    const auto condition = firstStated(sightings, &ScanEvent::condition);
    for (const auto& [stated, result] : {std::pair {Condition::Disposed, LineResult::DisposedNotRemoved},
             {Condition::Stolen, LineResult::Stolen}, {Condition::Damaged, LineResult::Damaged},
             {Condition::ToScrap, LineResult::ToScrap}})
        if (condition == stated)
            return result;
    if (firstStated(sightings, &ScanEvent::place).value_or(book.place) != book.place)
        return LineResult::PlaceDiffers;
    if (firstStated(sightings, &ScanEvent::user).value_or(book.user) != book.user)
        return LineResult::UserDiffers;
    const bool isIdleSeenInUse = book.useState == UseState::Idle && condition == Condition::InUse;
    const bool inUseSeenIdle = book.useState == UseState::InUse && condition == Condition::Idle;
    return isIdleSeenInUse || inUseSeenIdle ? LineResult::StateDiffers : LineResult::Match;
}

CountOutcome lineByTheRules(const BookLine& book, const std::vector<ScanEvent>& events, SheetPhase phase)
{
    CountOutcome out;
    Live sightings;
    for (const ScanEvent* event : liveInOrder(events)) {
        if (event->kind == EventKind::Surplus || event->kind == EventKind::RoomClosed
            || !bearsCode(book, *event))
            continue;
        ++out.events;
        if (event->kind != EventKind::Seen)
            continue;
        sightings.push_back(event);
        out.photos += static_cast<std::int64_t>(event->photos.size());
    }
    out.result = resultByTheRules(book, sightings, phase);
    if (sightings.empty())
        return out;
    const std::set nothingThere {LineResult::Stolen, LineResult::DisposedNotRemoved};
    out.seenQuantity = sightings.front()->quantity;
    out.countedQuantity = nothingThere.contains(out.result) ? 0 : out.seenQuantity;
    out.seenPlace = firstStated(sightings, &ScanEvent::place).value_or("");
    out.seenUser = firstStated(sightings, &ScanEvent::user).value_or("");
    out.seenCondition = firstStated(sightings, &ScanEvent::condition);
    out.firstSeenAt = sightings.front()->at;
    out.entry = sightings.front()->entry;
    out.counter = sightings.front()->actor;
    return out;
}

/// Codes of the surplus lines in their order, "" for one without a code.
std::vector<std::string> surplusByTheRules(
    const std::vector<BookLine>& book, const std::vector<ScanEvent>& events)
{
    std::vector<std::string> codes;
    for (const ScanEvent* event : liveInOrder(events)) {
        const std::string code = event->code.value_or("");
        const bool stranger = event->kind == EventKind::Seen && !code.empty() && !cardElsewhere(code)
            && std::none_of(
                book.begin(), book.end(), [&](const BookLine& line) { return bearsCode(line, *event); });
        if (event->kind != EventKind::Surplus && !stranger)
            continue;
        if (code.empty() || std::find(codes.begin(), codes.end(), code) == codes.end())
            codes.push_back(code);
    }
    return codes;
}

SheetCounters countersOf(const std::vector<BookLine>& book, const SheetOutcome& outcome)
{
    SheetCounters counters;
    for (std::size_t i = 0; i < book.size(); ++i)
        counters.addLine(book[i], outcome.lines[i]);
    for (const SurplusOutcome& surplus : outcome.surplus)
        counters.addSurplus(surplus.quantity);
    return counters;
}

/// One random count: the seed of it makes it again.
struct Count {
    explicit Count(unsigned seed)
        : random(seed)
        , book(randomBook(random))
        , events(randomEvents(random))
        , phase(random() % 2 ? SheetPhase::Counting : SheetPhase::SignedOff)
    {
    }
    [[nodiscard]] SheetOutcome fold() const { return foldSheet(book, events, cardElsewhere, phase); }

    Random random;
    std::vector<BookLine> book;
    std::vector<ScanEvent> events;
    SheetPhase phase;
};

/// Runs a property over kCases counts; --rng-seed N begins elsewhere, a failure names the seed of its count.
template <class Property> void forRandomCounts(const Property& property)
{
    for (unsigned i = 0; i < kCases; ++i) {
        const unsigned seed = Catch::rngSeed() + i;
        INFO("seed of the count: " << seed);
        Count count(seed);
        property(count);
    }
}

} // namespace

TEST_CASE("the fold does to every line what the rules say", "[fold][random]")
{
    std::array<int, kLineResults.size()> met {};
    forRandomCounts([&](const Count& count) {
        const SheetOutcome outcome = count.fold();
        REQUIRE(outcome.lines.size() == count.book.size());
        for (std::size_t i = 0; i < count.book.size(); ++i) {
            CAPTURE(count.book[i].assetNo);
            REQUIRE(outcome.lines[i] == lineByTheRules(count.book[i], count.events, count.phase));
            ++met[static_cast<std::size_t>(outcome.lines[i].result)];
        }
        std::vector<std::string> codes;
        for (const SurplusOutcome& surplus : outcome.surplus)
            codes.push_back(surplus.code);
        REQUIRE(codes == surplusByTheRules(count.book, count.events));
    });
    // A comparison that never meets a result proves nothing about it. Duplicate comes from decisions only.
    for (const auto& row : kLineResults) {
        CAPTURE(row.token);
        const bool isOfLine = row.value != LineResult::Surplus && row.value != LineResult::Duplicate;
        CHECK((met[static_cast<std::size_t>(row.value)] > 20) == isOfLine);
    }
}

TEST_CASE("P2: the order in which events arrived does not matter", "[fold][random]")
{
    forRandomCounts([](Count& count) {
        const SheetOutcome outcome = count.fold();
        std::shuffle(count.events.begin(), count.events.end(), count.random);
        REQUIRE(count.fold() == outcome);
        std::reverse(count.events.begin(), count.events.end());
        REQUIRE(count.fold() == outcome);
    });
}

TEST_CASE(
    "S8: a clock that is wrong by years changes no result, as long as it is wrong for all", "[fold][random]")
{
    forRandomCounts([](Count& count) {
        SheetOutcome outcome = count.fold();
        const auto offset = std::chrono::years(10) * (count.random() % 2 ? 1 : -1);
        for (ScanEvent& event : count.events)
            event.at = std::chrono::floor<std::chrono::milliseconds>(event.at + offset);
        SheetOutcome shifted = count.fold();
        for (SheetOutcome* each : {&outcome, &shifted}) {
            for (CountOutcome& line : each->lines)
                line.firstSeenAt.reset();
            for (SurplusOutcome& surplus : each->surplus)
                surplus.outcome.firstSeenAt.reset();
        }
        REQUIRE(shifted == outcome);
    });
}

TEST_CASE("a line depends on its own events only", "[fold][random]")
{
    forRandomCounts([](const Count& count) {
        const SheetOutcome outcome = count.fold();
        for (std::size_t i = 0; i < count.book.size(); ++i) {
            std::vector<ScanEvent> own;
            for (const ScanEvent& event : count.events)
                if (event.kind == EventKind::Undo || bearsCode(count.book[i], event))
                    own.push_back(event);
            const auto alone = foldSheet({&count.book[i], 1}, own, cardElsewhere, count.phase);
            REQUIRE(alone.lines[0] == outcome.lines[i]);
        }
    });
}

TEST_CASE("an undone event is as if it had never been sent", "[fold][random]")
{
    forRandomCounts([](Count& count) {
        const SheetOutcome outcome = count.fold();
        ScanEvent mistake = ofInstall("c", seenAt(1, anyOf(count.random, count.book).assetNo, "A-777"));
        mistake.at = kNineOClock + std::chrono::milliseconds(below(count.random, 8));
        count.events.push_back(mistake);
        count.events.push_back(ofInstall("c", undo(2, mistake.eventId)));
        REQUIRE(count.fold() == outcome);
    });
}

TEST_CASE("signing a sheet changes nothing but the lines nobody has seen", "[fold][random]")
{
    forRandomCounts([](Count& count) {
        count.phase = SheetPhase::Counting;
        SheetOutcome outcome = count.fold();
        for (CountOutcome& line : outcome.lines)
            if (line.result == LineResult::NotChecked)
                line.result = LineResult::Shortage;
        count.phase = SheetPhase::SignedOff;
        REQUIRE(count.fold() == outcome);
    });
}

TEST_CASE("every line has exactly one result, and the results add up to the book", "[fold][counters][random]")
{
    forRandomCounts([](const Count& count) {
        const SheetCounters counters = countersOf(count.book, count.fold());
        ResultCounter book;
        for (const BookLine& line : count.book) {
            ++book.lines;
            book.bookQuantity += line.quantity;
            book.original += line.original;
        }
        CHECK(counters.book().lines == book.lines);
        CHECK(counters.book().bookQuantity == book.bookQuantity);
        REQUIRE(counters.book().original == book.original);
    });
}

TEST_CASE("with nothing open and every pile counted whole, counted is book less missing plus surplus",
    "[fold][counters][random]")
{
    forRandomCounts([](Count& count) {
        count.phase = SheetPhase::SignedOff;
        for (ScanEvent& event : count.events)
            for (const BookLine& line : count.book)
                if (bearsCode(line, event))
                    event.quantity = line.quantity;
        const SheetCounters counters = countersOf(count.book, count.fold());
        std::int64_t counted = 0;
        for (const auto& row : kLineResults)
            counted += counters.of(row.value).countedQuantity;
        const auto bookOf = [&](LineResult result) { return counters.of(result).bookQuantity; };
        REQUIRE(counted
            == counters.book().bookQuantity - bookOf(LineResult::Shortage) - bookOf(LineResult::Stolen)
                - bookOf(LineResult::DisposedNotRemoved) + counters.of(LineResult::Surplus).countedQuantity);
        REQUIRE(counters.of(LineResult::NotChecked) == ResultCounter {});
    });
}

TEST_CASE("the counters of two halves of a book add up to those of the whole", "[fold][counters][random]")
{
    forRandomCounts([](const Count& count) {
        const SheetOutcome outcome = count.fold();
        const auto middle = static_cast<std::ptrdiff_t>(count.book.size() / 2);
        SheetOutcome first;
        SheetOutcome second = outcome;
        first.lines.assign(outcome.lines.begin(), outcome.lines.begin() + middle);
        second.lines.erase(second.lines.begin(), second.lines.begin() + middle);
        SheetCounters sum = countersOf({count.book.begin(), count.book.begin() + middle}, first);
        sum += countersOf({count.book.begin() + middle, count.book.end()}, second);
        REQUIRE(sum == countersOf(count.book, outcome));
    });
}
