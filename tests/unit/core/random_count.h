#pragma once

#include "tests/unit/core/fold_fixture.h"

#include <random>

namespace guanwu::test {

using Random = std::mt19937;

template <class T> const T& anyOf(Random& random, const std::vector<T>& values)
{
    return values[random() % values.size()];
}

inline std::int64_t below(Random& random, unsigned limit)
{
    return static_cast<std::int64_t>(random() % limit);
}

inline std::vector<BookLine> randomBook(Random& random)
{
    std::vector<BookLine> book;
    for (int i = 1; i <= 6; ++i) {
        BookLine& line = book.emplace_back(
            aLine("TY202200000" + std::to_string(i), anyOf<std::string>(random, {"", "A-101", "A-102"}),
                anyOf<std::string>(random, {"", "P001", "P002"})));
        line.quantity = 1 + below(random, 3);
        line.original = Money::fromFen(below(random, 1000000));
        line.useState = anyOf<UseState>(random, {UseState::InUse, UseState::Idle, UseState::Lent});
        if (random() % 2)
            line.legacyNo = "OLD-" + std::to_string(i);
    }
    return book;
}

/// Few cards, places and instants, so that they meet: ties, contradictions, undone and repeated sightings.
inline std::vector<ScanEvent> randomEvents(Random& random)
{
    const std::vector<std::string> codes {"TY2022000001", "TY2022000001K", "TY2022000002", "ty2022000003",
        "TY2022000004", "OLD-1", "OLD-2", "old-5", "TY2022000900", "OLD-900", "TY2022000901", "X-1", "X-2",
        ""};
    std::vector<ScanEvent> events;
    const std::size_t count = random() % 24;
    for (std::size_t i = 1; i <= count; ++i) {
        const auto kind = anyOf<EventKind>(random,
            {EventKind::Seen, EventKind::Seen, EventKind::Seen, EventKind::Seen, EventKind::Surplus,
                EventKind::Undo, EventKind::Note, EventKind::RoomClosed});
        ScanEvent event = ofInstall(random() % 2 ? "a" : "b", anEvent(kind, static_cast<std::int64_t>(i)));
        event.at = kNineOClock + std::chrono::milliseconds(below(random, 8));
        if (random() % 8)
            event.code = anyOf(random, codes);
        if (random() % 3 == 0)
            event.place = anyOf<std::string>(random, {"A-101", "A-102"});
        if (random() % 4 == 0)
            event.user = anyOf<std::string>(random, {"P001", "P002"});
        if (random() % 3 == 0)
            event.condition = kConditions[random() % kConditions.size()].value;
        event.quantity = below(random, 4);
        event.name = "物品" + std::to_string(i);
        event.photos.assign(random() % 3, "0f1e");
        if (kind == EventKind::Undo)
            event.corrects = (random() % 2 ? "a-" : "b-") + std::to_string(1 + random() % count);
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace guanwu::test
