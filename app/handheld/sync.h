#pragma once

#include "app/handheld/patience.h"

namespace guanwu {

struct SyncOptions {
    std::function<Instant()> now; ///< the clock of the device
    RetryPolicy retry {};
    std::size_t batchEvents = 500;
    std::size_t batchBytes = 1U << 20; ///< unpacked
};

/// What a sync did, and why it stopped before its end.
struct SyncReport {
    std::int64_t sent = 0; ///< events in batches that were answered
    std::int64_t stored = 0;
    std::int64_t duplicate = 0;
    std::int64_t quarantined = 0;
    std::int64_t rejected = 0;
    std::int64_t offeredAgain = 0; ///< acknowledged before, and no longer on the server
    std::int64_t received = 0; ///< events of others
    std::int64_t photos = 0;
    std::int64_t purged = 0; ///< sheets
    std::int64_t requests = 0;
    bool proven = false; ///< both sides hold the same, by number and digest
    OutboxCounts left;
    std::optional<ApiFailure> stopped;
};

/// Brings a handheld and its server to the same events (docs/api.md, "How a handheld syncs"). The server's
/// state decides what is sent; an event is acknowledged by its own outcome and by nothing else; whatever goes
/// wrong, everything is kept and the same identity is sent again (security S3 to S6, P4).
class HandheldSync {
public:
    HandheldSync(HandheldStore& store, ServerApi& api, SyncOptions options);

    /// Sends, compares, hears of the others, and purges what may be purged.
    [[nodiscard]] SyncReport run();
    /// Gets the sheets of a task with their books, going on where it stopped. Errors:
    /// handheld.task_without_sheets.
    [[nodiscard]] ApiResult<void> fetch(const std::string& task);

private:
    void cleanPhotos();
    [[nodiscard]] ApiResult<void> upload(SyncReport& report);
    [[nodiscard]] ApiResult<void> uploadTask(const std::string& task, SyncReport& report);
    [[nodiscard]] ApiResult<void> sendPhotos(SyncReport& report);
    [[nodiscard]] bool tellOfCleanPhoto(const std::string& hash, const std::string& cleanHash);
    [[nodiscard]] ApiResult<void> compare(SyncReport& report);
    [[nodiscard]] ApiResult<void> download(SyncReport& report);
    [[nodiscard]] ApiResult<void> fetchBook(const HeldSheet& sheet);
    void fetchNumbers();
    [[nodiscard]] ApiResult<void> fetchOthers(const HeldSheet& sheet, SyncReport& report);
    [[nodiscard]] ApiResult<void> updateSheets(const std::string& task);
    void purge(SyncReport& report);
    void setClock();
    [[nodiscard]] Instant now() const;

    HandheldStore& m_store;
    Outbox m_outbox;
    ServerApi& m_api;
    SyncOptions m_options;
    Patience m_patience;
};

} // namespace guanwu
