#pragma once

#include "core/audit/audit_finding.h"

namespace guanwu {

class Session;

/// Folds every counted sheet of the registry again from its book, its events and its decisions, and tells
/// those whose stored result is another: somebody has changed the result and not what it follows from.
void checkFolds(Session& session, AuditReport& report);

} // namespace guanwu
