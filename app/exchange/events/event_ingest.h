#pragma once

#include "core/inventory/inventory_store.h"

#include <deque>
#include <filesystem>
#include <functional>

namespace guanwu {

struct IngestCounts {
    std::int64_t stored = 0;
    std::int64_t duplicate = 0;
    std::int64_t rejected = 0;
    std::int64_t quarantined = 0;
    std::int64_t late = 0; ///< of the stored: their sheet was signed already
};

/// A line that does not count, and why.
using RejectedLine = std::function<void(std::int64_t line, const Error& error)>;

/// Reads files of scan events and appends them to a task, in pieces, each committed before the next is read.
/// Lines that are no events are told to `rejected` and left out; everything else goes in however often it is
/// sent.
class EventIngest {
public:
    /// With `dryRun` the lines are checked and nothing is stored; every good line then counts as stored.
    EventIngest(InventoryStore& store, const InventoryTask& task, bool dryRun);

    /// Errors: file.unreadable. Told to `rejected`: those of EventReader, event.quarantined (kept, but the store
    /// knows another event by its id or number).
    [[nodiscard]] Result<IngestCounts> ingest(const std::filesystem::path& file, const RejectedLine& rejected,
        const std::function<void(std::int64_t bytes, std::int64_t total)>& progress);

private:
    /// Events on their way into the store, and the lines that they stand in.
    struct Piece {
        std::deque<std::string> texts; ///< of the events, which refer to them
        std::vector<IncomingEvent> events;
        std::vector<std::int64_t> lines;
    };
    void appendPiece(Piece& piece, IngestCounts& counts, const RejectedLine& rejected);

    InventoryStore& m_store;
    const InventoryTask& m_task;
    bool m_dryRun;
};

} // namespace guanwu
