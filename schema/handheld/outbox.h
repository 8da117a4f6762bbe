#pragma once

#include "core/inventory/outbox_state.h"
#include "core/inventory/scan_event.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

class HandheldStore;

/// An event of this handheld as it goes to the server.
struct OutboxEntry {
    std::int64_t seq = 0;
    std::string eventId;
    std::string body; ///< one line of NDJSON, always the same; empty = purged
    OutboxState state = OutboxState::Waiting;
    std::string reason; ///< of a rejection
};

/// What the server said of one event.
struct OutboxAnswer {
    std::int64_t seq = 0;
    OutboxState state = OutboxState::Waiting;
    std::string reason;
};

/// A piece of seq numbers, both ends included.
struct SeqRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// How many events are in each state.
struct OutboxCounts {
    std::int64_t waiting = 0;
    std::int64_t stored = 0;
    std::int64_t quarantined = 0;
    std::int64_t rejected = 0;

    [[nodiscard]] std::int64_t unacknowledged() const { return waiting + rejected; }
};

/// What this side has of what the server says it stored.
struct OutboxProof {
    std::int64_t count = 0;
    std::string digest;

    bool operator==(const OutboxProof&) const = default;
};

using EncodeEvent = std::function<std::string(const ScanEvent&)>;

/// How the note begins that a sync writes when it has cleaned a photo; nobody's to undo.
inline constexpr std::string_view kCleanedPhotoNote = "照片已除去拍摄信息";

/// The handheld's own events. A row is never deleted and never changed but for what the server said of it:
/// the schema itself refuses.
class Outbox {
public:
    Outbox(HandheldStore& store, EncodeEvent encode)
        : m_store(store)
        , m_encode(std::move(encode))
    {
    }

    /// Gives the event its install and the next seq, and keeps it together with the names of its photos. When
    /// this returns, the event survives a power cut.
    [[nodiscard]] ScanEvent append(std::int64_t sheet, ScanEvent event);
    /// The last one of a person that was not taken back, empty = there is none.
    [[nodiscard]] std::string lastUndoable(std::int64_t sheet);
    /// Whether the event is there, is no undo itself, and was not taken back.
    [[nodiscard]] bool isUndoable(std::int64_t sheet, const std::string& eventId);

    [[nodiscard]] std::vector<OutboxEntry> ofSheet(std::int64_t sheet);
    /// What the server has not acknowledged of a task, after `seq`, in its order.
    [[nodiscard]] std::vector<OutboxEntry> unacknowledged(
        const std::string& task, std::int64_t seq, std::size_t most);
    /// Tasks that have something unacknowledged.
    [[nodiscard]] std::vector<std::string> tasksToSend();
    /// Every event of a task that still has its body, handed out one by one.
    void forEach(const std::string& task, const std::function<void(const OutboxEntry&)>& use);

    void answer(std::span<const OutboxAnswer> answers);
    /// What was acknowledged and the server no longer has waits again (security P4). Returns how many.
    std::int64_t offerAgain(std::span<const SeqRange> held, std::span<const std::int64_t> quarantined);

    [[nodiscard]] OutboxCounts counts();
    [[nodiscard]] OutboxCounts counts(std::int64_t sheet);
    [[nodiscard]] OutboxProof proof();
    /// Empties the bodies of a sheet whose events are all stored, and forgets its book, the events of others
    /// and photosOnlyOf() it. Errors: handheld.unsent.
    [[nodiscard]] Result<void> purge(std::int64_t sheet);
    /// The photos that were sent and that events of this sheet name, and of no other.
    [[nodiscard]] std::vector<std::string> photosOnlyOf(std::int64_t sheet);

    [[nodiscard]] std::vector<std::string> photosToSend();
    void photoSent(const std::string& hash);

private:
    HandheldStore& m_store;
    EncodeEvent m_encode;
};

} // namespace guanwu
