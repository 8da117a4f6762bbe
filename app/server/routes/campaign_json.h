#pragma once

#include "core/audit/signed_anchor.h"
#include "core/inventory/inventory_service.h"
#include "core/inventory/recount.h"
#include "schema/inventory/campaign_view.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

namespace guanwu {

/// Of a sheet among those that have a recount.
[[nodiscard]] inline RecountState recountOf(
    const std::unordered_map<std::int64_t, RecountState>& recounts, SheetId sheet)
{
    const auto found = recounts.find(sheet.value);
    return found == recounts.end() ? RecountState::None : found->second;
}

// How a campaign looks on the wire (docs/api.md).
[[nodiscard]] nlohmann::ordered_json taskJson(const InventoryTask& task);
[[nodiscard]] nlohmann::ordered_json sheetJson(const CountSheet& sheet, RecountState recount);
/// A line of a frozen book, as a handheld fetches it.
[[nodiscard]] nlohmann::ordered_json bookLineJson(const BookLine& line);
/// The same with what the count made of it.
[[nodiscard]] nlohmann::ordered_json lineJson(const LinePage::Line& line);
[[nodiscard]] nlohmann::ordered_json decisionJson(const LineDecision& decision);
[[nodiscard]] nlohmann::ordered_json decisionJson(const SurplusDecision& decision);
[[nodiscard]] nlohmann::ordered_json eventJson(const ScanEvent& event);
[[nodiscard]] nlohmann::ordered_json surplusJson(const SheetSurplus& surplus);
[[nodiscard]] nlohmann::ordered_json findingJson(const ToldFinding& finding);
[[nodiscard]] nlohmann::ordered_json quarantinedJson(const QuarantinedEvent& event);
[[nodiscard]] nlohmann::ordered_json progressJson(const CampaignProgress& progress,
    const std::unordered_map<std::int64_t, RecountState>& recounts, Instant now);
/// With the newest anchor of the audit trail, for the handheld to keep.
[[nodiscard]] nlohmann::ordered_json stateJson(
    const InstallState& state, const std::optional<SignedAnchor>& anchor);

} // namespace guanwu
