#pragma once

#include "app/text/language.h"
#include "core/registers/register_service.h"

#include <nlohmann/json.hpp>

namespace guanwu {

// The registers as the API and the command line show them. A field is a text under its token: what was read
// can be sent back, but for what is computed or covered.

[[nodiscard]] nlohmann::ordered_json registerEntryJson(const ShownEntry& shown, Language language);
[[nodiscard]] nlohmann::ordered_json registerEventJson(const RegisterEvent& event);
[[nodiscard]] nlohmann::ordered_json registerTypeJson(const RegisterType& type);

} // namespace guanwu
