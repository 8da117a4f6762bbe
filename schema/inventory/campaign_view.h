#pragma once

#include "core/access/scope.h"
#include "core/inventory/campaign_progress.h"
#include "core/inventory/inventory_task.h"
#include "core/inventory/scan_event.h"
#include "core/inventory/seq_ranges.h"

#include <string>
#include <vector>

namespace guanwu {

class Session;

/// Events of a sheet that somebody has not heard of yet.
struct EventFeed {
    std::vector<ScanEvent> events; ///< of each install in the order of its numbers
    std::string next; ///< to be asked with the next time
    bool more = false; ///< there is more already
};

/// What the store holds of one install, as far as the caller may see it.
struct InstallState {
    std::string installId;
    SeqRanges held;
    std::vector<std::int64_t> quarantined; ///< ascending
    std::int64_t count = 0;
    std::string digest; ///< over the digests of its events in the order of their numbers
};

/// A card of one unit that another has seen.
struct ToldFinding {
    std::string kind; ///< seen_elsewhere, outside_task
    std::string assetNo;
    std::string code; ///< as first scanned
    std::string place;
    std::string seenBy; ///< code of the unit whose events say so
    std::string eventId;
    std::int64_t events = 0;
    std::string key; ///< of this finding among those of the sheet
};

/// A thing without a card: its number on the sheet, the event that names it, and what was decided.
struct SheetSurplus {
    std::string surplusNo;
    ScanEvent event; ///< of an unknown tag: no name, the tag is its name
    std::optional<SurplusDecision> decision;
};

/// An event that came with an identity which another content bears already.
struct QuarantinedEvent {
    std::string eventId;
    std::string installId;
    std::int64_t seq = 0;
    std::string unit; ///< code of the unit that is told
    std::string body; ///< as it arrived
    Instant receivedAt {};
    std::optional<ScanEvent> stored; ///< who has the identity; nullopt = another unit's
};

/// What is read of a campaign by screens and handhelds: nothing here folds, locks or writes. Every list goes
/// by key. Not thread-safe: one session, one view.
class CampaignView {
public:
    CampaignView(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    /// Events of the sheet that are not in the cursor, at most `most`; those of `exceptInstall` are left out
    /// (an install need not be told what it said). Errors: event.cursor.
    [[nodiscard]] Result<EventFeed> events(
        const CountSheet& sheet, std::string_view cursor, const std::string& exceptInstall, std::size_t most);
    /// One pass over an index, whatever the number of events.
    [[nodiscard]] InstallState installState(const std::string& installId);

    /// The card of a line in scope, by its asset number.
    [[nodiscard]] std::optional<AssetId> lineOf(const CountSheet& sheet, const std::string& assetNo);

    [[nodiscard]] CampaignProgress progress(const InventoryTask& task, Instant now);
    /// Those the sheet is told of, behind a key, by asset number.
    [[nodiscard]] std::vector<ToldFinding> findings(
        const CountSheet& sheet, const std::string& after, std::size_t most);
    /// As the last fold stored them, behind a number.
    [[nodiscard]] std::vector<SheetSurplus> surplus(
        const CountSheet& sheet, const std::string& after, std::size_t most);
    /// Of every unit in scope, by unit; an event that concerns two of them is listed for both.
    [[nodiscard]] std::vector<QuarantinedEvent> quarantined(const InventoryTask& task);

private:
    [[nodiscard]] std::optional<std::int64_t> installNo(const std::string& installId);
    [[nodiscard]] std::string installId(std::int64_t installNo);
    [[nodiscard]] std::vector<std::int64_t> installsOf(const CountSheet& sheet);
    [[nodiscard]] std::optional<ScanEvent> findEvent(
        const std::string& eventId, const std::string& installId, std::int64_t seq);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
