#pragma once

#include "core/inventory/fold.h"

#include <string>
#include <vector>

namespace guanwu::test {

inline constexpr Instant kNineOClock
    = std::chrono::sys_days(std::chrono::year(2022) / 10 / 8) + std::chrono::hours(1);

inline BookLine aLine(const std::string& assetNo, const std::string& place, const std::string& user)
{
    BookLine line;
    line.assetNo = assetNo;
    line.place = place;
    line.user = user;
    line.original = Money::fromFen(500000);
    return line;
}

/// The sheet of the tests: a desk of P001 in A-101; three chairs in A-102 that nobody uses in particular,
/// known by an older number too; an idle printer in A-103.
inline std::vector<BookLine> aBook()
{
    std::vector<BookLine> book {aLine("TY2022000001", "A-101", "P001"), aLine("TY2022000002", "A-102", ""),
        aLine("TY2022000003", "A-103", "P003")};
    book[1].legacyNo = "OLD-7";
    book[1].quantity = 3;
    book[2].useState = UseState::Idle;
    return book;
}

inline constexpr std::size_t kDesk = 0;
inline constexpr std::size_t kChairs = 1;
inline constexpr std::size_t kPrinter = 2;

/// Cards that do not stand on the sheet: one that another unit counts, one that the task does not count.
inline std::optional<CardElsewhere> cardElsewhere(const std::string& code)
{
    if (code == "TY2022000900" || code == "OLD-900")
        return CardElsewhere {"TY2022000900", "U002", true};
    if (code == "TY2022000901")
        return CardElsewhere {"TY2022000901", "U099", false};
    return std::nullopt;
}

/// An event of install "a", so many minutes after nine.
inline ScanEvent anEvent(EventKind kind, std::int64_t seq)
{
    ScanEvent event;
    event.eventId = "a-" + std::to_string(seq);
    event.installId = "a";
    event.seq = seq;
    event.at = kNineOClock + std::chrono::minutes(seq);
    event.actor = "clerk01";
    event.unit = "U001";
    event.kind = kind;
    return event;
}

inline ScanEvent seen(std::int64_t seq, const std::string& code)
{
    ScanEvent event = anEvent(EventKind::Seen, seq);
    event.code = code;
    return event;
}

inline ScanEvent seenAt(std::int64_t seq, const std::string& code, const std::string& place)
{
    ScanEvent event = seen(seq, code);
    event.place = place;
    return event;
}

inline ScanEvent seenAs(std::int64_t seq, const std::string& code, Condition condition)
{
    ScanEvent event = seen(seq, code);
    event.condition = condition;
    return event;
}

inline ScanEvent seenWith(std::int64_t seq, const std::string& code, const std::string& user)
{
    ScanEvent event = seen(seq, code);
    event.user = user;
    return event;
}

inline ScanEvent undo(std::int64_t seq, const std::string& eventId)
{
    ScanEvent event = anEvent(EventKind::Undo, seq);
    event.corrects = eventId;
    return event;
}

inline ScanEvent surplus(std::int64_t seq, const std::string& name, std::optional<std::string> code = {})
{
    ScanEvent event = anEvent(EventKind::Surplus, seq);
    event.name = name;
    event.code = std::move(code);
    return event;
}

/// The same act as another install would have recorded it.
inline ScanEvent ofInstall(const std::string& install, ScanEvent event)
{
    event.installId = install;
    event.eventId = install + "-" + std::to_string(event.seq);
    return event;
}

inline SheetOutcome folded(const std::vector<ScanEvent>& events, SheetPhase phase = SheetPhase::Counting)
{
    return foldSheet(aBook(), events, cardElsewhere, phase);
}

/// The outcome of the desk, whatever else was seen.
inline CountOutcome desk(const std::vector<ScanEvent>& events, SheetPhase phase = SheetPhase::Counting)
{
    return folded(events, phase).lines[kDesk];
}

} // namespace guanwu::test
