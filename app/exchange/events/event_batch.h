#pragma once

#include "app/exchange/events/event_reader.h"

#include <span>

namespace guanwu {

/// What became of one line. All but Rejected are acknowledgements: the store has the event.
enum class LineOutcome : std::uint8_t { Stored, Duplicate, Quarantined, Rejected };

inline constexpr TokenTable<LineOutcome, 4> kLineOutcomes {{
    {LineOutcome::Stored, "stored", "已入库", "Stored"},
    {LineOutcome::Duplicate, "duplicate", "重复", "Duplicate"},
    {LineOutcome::Quarantined, "quarantined", "已隔离", "Quarantined"},
    {LineOutcome::Rejected, "rejected", "退回", "Rejected"},
}};
static_assert(isDense(kLineOutcomes));

/// A line that was not taken, and why.
struct RejectedEvent {
    std::int64_t line = 0; ///< from 1
    Error error;
};

/// A batch of events as a handheld sends it, read and checked, and not yet stored. Its events go to
/// InventoryStore::append(), alone or together with those of other batches.
class EventBatch {
public:
    static constexpr std::size_t kMaxEvents = 500;
    static constexpr std::size_t kMaxBytes = 1024 * 1024;

    /// One event a line; a line break may end the last one. Errors, for the batch as a whole: batch.empty,
    /// batch.too_many_events, batch.too_large. What is wrong with a line is in rejected().
    /// The events refer to `ndjson`, which must outlive them.
    [[nodiscard]] static Result<EventBatch> read(std::string_view ndjson, EventReader& reader);

    [[nodiscard]] const std::vector<IncomingEvent>& events() const { return m_events; }
    /// For who hands them on: the batch only needs to know what became of them.
    [[nodiscard]] std::vector<IncomingEvent> takeEvents() { return std::move(m_events); }
    [[nodiscard]] const std::vector<RejectedEvent>& rejected() const { return m_rejected; }
    /// One outcome a line. `appended`: those of its events, in their order.
    [[nodiscard]] std::vector<LineOutcome> outcomes(std::span<const AppendOutcome> appended) const;

private:
    std::vector<IncomingEvent> m_events;
    std::vector<RejectedEvent> m_rejected;
    std::int64_t m_lines = 0;
};

} // namespace guanwu
