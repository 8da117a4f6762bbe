#pragma once

#include "core/audit/audit_finding.h"

#include <span>

namespace guanwu {

class Session;

/// Reads the whole trail again and compares it with its seals, and these with the anchors (security A4).
/// Holds one block at a time and changes nothing.
[[nodiscard]] AuditReport verifyAudit(Session& session, std::span<const AuditAnchor> anchors);

} // namespace guanwu
