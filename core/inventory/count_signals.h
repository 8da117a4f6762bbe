#pragma once

#include "core/inventory/sheet_line.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// What in the events of a sheet does not look like somebody walking through rooms. Each is a question to the
/// people who counted, never a verdict: there is no severity, and nothing follows from one by itself.
enum class SignalKind : std::uint8_t {
    LabelsOffSheet,
    BookOrder,
    RoomsTooFast,
    PaceTooFast,
    PhotoReused,
    ClockJump,
    LastMinutes,
};

inline constexpr TokenTable<SignalKind, 7> kSignalKinds {{
    {SignalKind::LabelsOffSheet, "labels_off_sheet", "多处标签集中扫描", "Labels of many rooms at one spot"},
    {SignalKind::BookOrder, "book_order", "与账面顺序一致", "Exactly in the order of the book"},
    {SignalKind::RoomsTooFast, "rooms_too_fast", "换房间快于步行", "Rooms changed faster than walking"},
    {SignalKind::PaceTooFast, "pace_too_fast", "持续速度过快", "A pace that no one keeps up"},
    {SignalKind::PhotoReused, "photo_reused", "同一照片用于不同资产", "One photo for different things"},
    {SignalKind::ClockJump, "clock_jump", "时钟倒退", "The clock went back"},
    {SignalKind::LastMinutes, "last_minutes", "集中在最后几分钟", "All in the last minutes"},
}};
static_assert(isDense(kSignalKinds));

/// From where on a trace is asked about. All of them `ours`: what an honest clerk cannot reach, reckoned with
/// 1.2 m/s of walking (the slow end of 1.2 to 1.5 m/s that pedestrian design takes), 3 m from door to door,
/// and 2 s to find a tag, aim and hear the sound. Below them nothing is said of anybody.
struct SignalThresholds {
    // 20 tags take 40 s and four walks between five rooms another 10 s at least: not within a minute, when
    // doors have to be opened too.
    std::chrono::milliseconds sheetWindow = std::chrono::seconds(60);
    std::int64_t sheetTags = 20;
    std::int64_t sheetRooms = 5;
    // Lines one behind the other, as they stand in the book, over several rooms: things in a room stand as
    // they were put, not as they were numbered. The first of each room counts for nothing: who has numbered
    // room by room and walks that way again meets the rooms in order.
    std::int64_t orderLines = 20;
    std::int64_t orderRooms = 3;
    // From a tag in one room to a tag in another: 3 m and the aiming. Once or twice somebody has chosen the
    // wrong room on his handheld.
    std::chrono::milliseconds roomChange = std::chrono::seconds(4);
    std::int64_t roomChanges = 3;
    // A tag every two seconds for five minutes, without a step between.
    std::chrono::milliseconds paceWindow = std::chrono::minutes(5);
    std::int64_t paceTags = 150;
    std::int64_t photoThings = 2;
    // A handheld corrects its clock by what the server says, by seconds; nobody notices two minutes.
    std::chrono::milliseconds clockBack = std::chrono::minutes(2);
    // Nearly everything within ten minutes of the last tag, at five seconds each with every handheld that
    // took part.
    std::chrono::milliseconds lastWindow = std::chrono::minutes(10);
    std::int64_t lastTags = 120; ///< for each handheld
    std::int64_t lastPercent = 90; ///< of all things seen

    std::size_t signalsOfKind = 20; ///< at most so many are told
    std::size_t evidence = 20; ///< events, for each signal
};

inline constexpr SignalThresholds kSignalThresholds;

struct CountSignal {
    struct Figure {
        std::string_view name; ///< "tags", "rooms", "seconds", …
        std::int64_t value = 0;

        bool operator==(const Figure&) const = default;
    };
    SignalKind kind = SignalKind::LabelsOffSheet;
    std::string install; ///< empty where it is about the whole sheet
    std::vector<Figure> figures;
    std::vector<std::size_t> events; ///< by their positions in what was handed in; the first of them

    /// 0 when the signal has none of that name.
    [[nodiscard]] std::int64_t figure(std::string_view name) const;
};

/// What a sheet's events ask for, by kind, then by install, then by time. `events` are all that are stored,
/// in any order; those taken back by an undo count for nothing but the clock.
[[nodiscard]] std::vector<CountSignal> countSignals(std::span<const BookLine> book,
    std::span<const ScanEvent> events, const SignalThresholds& thresholds = kSignalThresholds);

} // namespace guanwu
