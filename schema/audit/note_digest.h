#pragma once

#include "schema/audit/audit_trail.h"

namespace guanwu {

/// What an entry of this note alone says in its `after`: by it a record can be held against the trail.
[[nodiscard]] std::string digestOf(const AuditNote& note);

} // namespace guanwu
