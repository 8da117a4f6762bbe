#pragma once

#include "core/access/scope.h"
#include "core/premises/repair_line.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// The repairs of a scope by number: those of a year, by their approval, or of a plan that has none yet.
[[nodiscard]] std::vector<RepairLine> readRepairs(
    Session& session, const Scope& scope, std::optional<int> year, const std::string& unitCode);

} // namespace guanwu
