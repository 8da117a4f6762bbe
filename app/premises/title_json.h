#pragma once

#include "app/text/language.h"
#include "core/premises/title_gaps.h"

#include <nlohmann/json.hpp>

namespace guanwu {

/// Certificates and gaps, as the command line and the API tell them.
[[nodiscard]] nlohmann::ordered_json titleJson(const TitleLine& title);
/// Its text is in the language of who asks.
[[nodiscard]] nlohmann::ordered_json gapJson(const TitleGap& gap, Language language);
/// A building with its starting situation, and where it stands: gone, registered, filed or open.
[[nodiscard]] nlohmann::ordered_json buildingPapersJson(const BuildingTitle& building);
[[nodiscard]] std::string_view standingOf(const BuildingTitle& building);
[[nodiscard]] nlohmann::ordered_json custodyJson(const TitleCustody& step);

} // namespace guanwu
