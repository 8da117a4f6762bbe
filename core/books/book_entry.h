#pragma once

#include "core/base/token_table.h"
#include "core/registry/use_state.h"
#include "core/rules/depreciation.h"
#include "core/values/ids.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

/// Stands for a month that never comes.
inline constexpr std::chrono::year_month kNeverMonth = std::chrono::year(9999) / 12;

/// What the registry says of a card, as far as the books of its unit ask.
struct BookCard {
    AssetId id;
    UnitId unit;
    std::int64_t classKey = 0;
    std::int64_t quantity = 1;
    Money original;
    std::int32_t lifeMonths = 0;
    DepreciationSchedule schedule;
    UseState state = UseState::InUse;
    std::chrono::year_month entered {}; ///< of booking, or else of acquisition
    bool classNeverDepreciates = false; ///< one of the five classes that never are
};

/// A card on the books of its unit, from one month up to another: what it is worth and how it is depreciated.
/// Never changed once a month of it is posted; what changes closes the entry and opens another, so that no
/// month of the past is computed again.
struct BookEntry {
    std::int64_t id = 0; ///< ascends by unit, class and number
    AssetId asset;
    UnitId unit;
    std::int64_t classKey = 0;
    std::int64_t quantity = 1;
    Money original;
    std::int32_t lifeMonths = 0;
    DepreciationSchedule schedule; ///< base + opening = original
    std::int32_t monthsBefore
        = 0; ///< taken before the schedule: before a transfer, a rebuild, an opening balance
    std::int32_t heldMonths = 0; ///< left when a rebuild stopped it; nothing is taken until it is over
    bool isStopped = false;
    bool isAdded = true; ///< new to the books of the unit, not the next entry of a card it had
    std::chrono::year_month validFrom {};
    std::chrono::year_month validUntil
        = kNeverMonth; ///< takes no share in this month and later (algorithms 4)

    bool operator==(const BookEntry&) const = default;

    [[nodiscard]] Money accumulatedAt(std::chrono::year_month month) const
    {
        return schedule.accumulatedAt(month);
    }
    /// 已提月数.
    [[nodiscard]] std::int32_t monthsTakenAt(std::chrono::year_month month) const
    {
        return monthsBefore + schedule.monthsTaken(month);
    }
    /// The month that takes what is left; nullopt where nothing is taken.
    [[nodiscard]] std::optional<std::chrono::year_month> lastShare() const;
};

/// Whether a card in this state stands on the books.
[[nodiscard]] constexpr bool isOnTheBooks(UseState state) { return isCountable(state); }

/// A card that comes onto the books when `month` is to be posted: what its schedule took before came with it.
[[nodiscard]] BookEntry admitted(const BookCard& card, std::chrono::year_month month);

/// The entry that the card needs from `month` on, the next to be posted, as it has become: its unit, class
/// and quantity, a stop and its end, another original value. nullopt when the card is no longer on the books;
/// equal to `entry` when nothing changed.
[[nodiscard]] std::optional<BookEntry> followed(
    const BookEntry& entry, const BookCard& card, std::chrono::year_month month);

/// What documents change in the books, from a month on. Tokens are stored.
enum class BookChangeKind : std::uint8_t {
    Rebuilt,
    Settled,
    TransferredIn,
    LifeChanged,
    Left,
    ValueChanged,
    Stopped,
};

inline constexpr TokenTable<BookChangeKind, 7> kBookChangeKinds {{
    {BookChangeKind::Rebuilt, "rebuilt", "改扩建", "Rebuilt"},
    {BookChangeKind::Settled, "settled", "竣工决算调整", "Final accounts"},
    {BookChangeKind::TransferredIn, "transferred_in", "调入", "Transferred in"},
    {BookChangeKind::LifeChanged, "life_changed", "调整折旧年限", "Life changed"},
    {BookChangeKind::Left, "left", "减少", "Left"},
    {BookChangeKind::ValueChanged, "value_changed", "调整原值", "Value changed"},
    {BookChangeKind::Stopped, "stopped", "停用改扩建", "Stopped for a rebuild"},
}};
static_assert(isDense(kBookChangeKinds));

/// A row that takes effect in a month which is not posted yet. Never changed once it has.
struct BookChange {
    AssetId asset;
    std::chrono::year_month effective {};
    BookChangeKind kind = BookChangeKind::Settled;
    std::optional<Money> original; ///< of the card from then on
    std::optional<std::int32_t> monthsLeft; ///< from then on
    std::string method; ///< of a leaving: disposal_methods
    std::string documentNo;
    std::string reason;
};

/// `accumulated` is what is taken already. Errors: books.below_accumulated, books.months_left.
[[nodiscard]] Result<void> checkChange(Money accumulated, const BookChange& change);

/// The entry from the change on, or nullopt for a leaving: what was taken stands, what is left of the new
/// value is spread over the months that are left (algorithms 4).
[[nodiscard]] std::optional<BookEntry> changed(
    const BookEntry& entry, const BookChange& change, std::chrono::year_month month);

/// How a card stands at the end of a month.
enum class DepreciationStanding : std::uint8_t { Depreciating, Finished, Never, Stopped };

inline constexpr TokenTable<DepreciationStanding, 4> kDepreciationStandings {{
    {DepreciationStanding::Depreciating, "depreciating", "正常计提", "Depreciating"},
    {DepreciationStanding::Finished, "finished", "已完成折旧", "Fully depreciated"},
    {DepreciationStanding::Never, "never", "不提折旧", "Never depreciated"},
    {DepreciationStanding::Stopped, "stopped", "暂停计提", "Stopped"},
}};
static_assert(isDense(kDepreciationStandings));

[[nodiscard]] DepreciationStanding standingAt(const BookEntry& entry, std::chrono::year_month month);

} // namespace guanwu
