#pragma once

#include "core/premises/building_picture.h"
#include "core/premises/proposal.h"
#include "core/premises/room_finding.h"
#include "core/premises/take_back.h"
#include "core/premises/unit_space_use.h"
#include "core/premises/use_certificate.h"
#include "schema/premises/room_story.h"
#include "schema/premises/space_register.h"

#include <nlohmann/json.hpp>

namespace guanwu {

/// Null for an empty one.
[[nodiscard]] nlohmann::ordered_json textJson(const std::string& text);
/// ISO 8601, or null.
[[nodiscard]] nlohmann::ordered_json dayJson(const std::optional<std::chrono::year_month_day>& day);

/// Rooms, units and what has to come back, as the command line and the API tell them.
[[nodiscard]] nlohmann::ordered_json roomJson(const RoomLine& room);
[[nodiscard]] nlohmann::ordered_json unitSpaceJson(const UnitSpaceUse& use);
[[nodiscard]] nlohmann::ordered_json takeBackJson(const TakeBack& item);
[[nodiscard]] nlohmann::ordered_json publicationJson(const PublishedSpace& space);
[[nodiscard]] nlohmann::ordered_json proposalJson(
    const std::vector<RoomNeed>& needs, const Proposal& proposal);
[[nodiscard]] nlohmann::ordered_json buildingJson(const BuildingLine& building);
[[nodiscard]] nlohmann::ordered_json pictureJson(const BuildingPicture& picture);
[[nodiscard]] nlohmann::ordered_json useCertificateJson(const UseCertificateLine& line);
[[nodiscard]] nlohmann::ordered_json storyJson(const RoomStory& story);

} // namespace guanwu
