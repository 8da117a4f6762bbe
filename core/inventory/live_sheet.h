#pragma once

#include "core/inventory/line_numbers.h"
#include "core/inventory/verdict.h"

#include <array>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace guanwu {

/// How far a room is.
struct RoomProgress {
    std::int64_t expected = 0; ///< lines that the book has in the room
    std::int64_t seen = 0; ///< of these: seen, here or elsewhere
    std::int64_t strays = 0; ///< seen in the room, though the book has them elsewhere
    bool closed = false;

    bool operator==(const RoomProgress&) const = default;
};

/// A sheet while it is counted: takes events one at a time, in any order, and has after each what foldSheet()
/// would make of all of them. An event costs what the few sightings of its line cost, whatever the size of
/// the sheet. Not thread-safe.
class LiveSheet {
public:
    explicit LiveSheet(std::vector<BookLine> book);
    LiveSheet(const LiveSheet&) = delete; // it points into its own events
    LiveSheet& operator=(const LiveSheet&) = delete;

    /// False when it had the event already.
    bool add(ScanEvent event);
    /// Adds a sighting and judges it.
    [[nodiscard]] Verdict scan(ScanEvent sighting, const CodeLookup& lookup);

    [[nodiscard]] const std::vector<BookLine>& book() const { return m_book; }
    [[nodiscard]] std::optional<std::size_t> lineOf(const std::string& code) const
    {
        return m_numbers.lineOf(code);
    }
    [[nodiscard]] CountOutcome lineOutcome(std::size_t line, SheetPhase phase) const;
    /// Number of lines with this result while counting.
    [[nodiscard]] std::int64_t linesWith(LineResult result) const
    {
        return m_counts[static_cast<std::size_t>(result)];
    }
    /// Everything: this one does cost what the sheet costs.
    [[nodiscard]] SheetOutcome outcome(const CodeLookup& lookup, SheetPhase phase) const;

    /// Lines that the book has in the room and nobody has seen anywhere, in the order of the book.
    [[nodiscard]] std::vector<std::size_t> missingIn(const std::string& place) const;
    [[nodiscard]] RoomProgress progress(const std::string& place) const;
    /// Places of the book, sorted; "" when it has lines without a place.
    [[nodiscard]] std::vector<std::string> rooms() const;

private:
    using Events = std::vector<const ScanEvent*>; ///< in the order of sightings
    struct Line {
        Events events; ///< sightings and notes
        LineResult result = LineResult::NotChecked;
        std::string strayIn; ///< place where it was seen first, if that is not the book's
    };

    /// Where an event counts, null = nowhere. A line tells its index too.
    Events* slotOf(const ScanEvent& event, std::optional<std::size_t>& line);
    void place(const ScanEvent& event);
    void remove(const ScanEvent& event);
    void refresh(std::size_t line);
    [[nodiscard]] static const ScanEvent* firstSeen(const Events& events);

    std::vector<BookLine> m_book;
    LineNumbers m_numbers;
    std::deque<ScanEvent> m_events; ///< never moved, never removed
    std::unordered_map<std::string, const ScanEvent*> m_byId;
    std::unordered_set<std::string> m_undone; ///< install and event
    std::vector<Line> m_lines;
    std::unordered_map<std::string, Events> m_strangers; ///< by code
    Events m_withoutCode;
    std::unordered_map<std::string, Events> m_closings; ///< by place
    std::unordered_map<std::string, std::vector<std::size_t>> m_linesIn; ///< by place in the book
    std::unordered_map<std::string, std::int64_t> m_strays; ///< by place
    std::array<std::int64_t, kLineResults.size()> m_counts {};
};

} // namespace guanwu
