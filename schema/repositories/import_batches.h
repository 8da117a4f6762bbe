#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/values/ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

class Session;

/// The batches that files were imported in. A batch loads in pieces; its rows are hidden until one row
/// switches it in, and what a killed import left is taken away by the next one (security P11). A batch may
/// hold rows of any unit, so it is there for a scope of everything only, but for a ledger whose rows are all
/// of units that the scope reaches.
class ImportBatches {
public:
    ImportBatches(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }
    /// Takes back what interrupted imports left. Returns how many there were.
    int recover();

    struct Start {
        std::string kind;
        std::string fileName;
        std::int64_t warnings = 0;
        std::int64_t now = 0; ///< milliseconds, UTC
    };
    /// Registers a batch about to load. `firstId` is an id made before any row of it.
    void begin(BatchId batch, const Start& start, std::int64_t firstId);
    /// Before the first of many rows, and behind the last one: the first load of a table makes its indexes
    /// then (schema/migrations/late_indexes.h).
    void putIndexesOff(std::string_view kind);
    void completeIndexes(std::string_view kind);
    /// Says that the loading program is alive; call in the transaction of each piece.
    void heartbeat(BatchId batch, std::int64_t now);
    /// Switches the batch in. `lastId` is an id made after every row of it.
    void apply(BatchId batch, std::int64_t rows, std::int64_t lastId, std::int64_t now);

    struct Row {
        BatchId id;
        std::string kind;
        std::string fileName;
        std::string state; ///< loading, applied, undone
        std::int64_t rows = 0;
        std::int64_t warnings = 0;
        std::int64_t startedAt = 0; ///< milliseconds, UTC
        std::int64_t finishedAt = 0; ///< 0 = not yet
    };
    /// At most so many, the newest first, those older than a batch (0 = from the newest on).
    [[nodiscard]] std::vector<Row> list(BatchId before, std::int64_t most);

    /// Takes a batch back as if it had not been. Errors: import.no_batch, import.undone_already,
    /// import.undo_in_use (something newer stands on it: named in detail).
    [[nodiscard]] Result<void> undo(BatchId batch);
    /// What undo() would refuse. Returns the kind of the batch.
    [[nodiscard]] Result<std::string> checkUndo(BatchId batch);
    /// Removes whatever a batch that is not applied has stored.
    void removeRows(BatchId batch, std::string_view kind);

private:
    void setState(BatchId batch, const std::string& state);
    [[nodiscard]] bool reaches(BatchId batch, std::string_view kind);
    [[nodiscard]] Result<void> checkUnused(BatchId batch, std::string_view kind);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
