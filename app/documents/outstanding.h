#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"

#include <nlohmann/json.hpp>
#include <string>

namespace guanwu {

class Session;

/// What a person uses or keeps; `outstanding` 0 proves that he may leave. Errors: person.not_found.
[[nodiscard]] Result<nlohmann::ordered_json> outstandingOfPerson(
    Session& session, const Scope& scope, const std::string& person);

/// Of a unit: who of its people has how much, and its documents that are not at their end. Counts as outstanding: what
/// people have who are no longer in post, and open documents. Errors: unit.not_found.
[[nodiscard]] Result<nlohmann::ordered_json> outstandingOfUnit(
    Session& session, const Scope& scope, const std::string& unit);

} // namespace guanwu
