#pragma once

#include "core/base/error.h"
#include "core/values/instant.h"

namespace guanwu {

class Session;

/// The paperwork of a year: documents of every kind, from drafts to closed ones, in several units, so that
/// worklists, registers and indicators have something to show. Done before the books of a new campaign are
/// frozen, since what is counted is locked. A registry that has documents stays as it is. Errors: those of
/// documents.
[[nodiscard]] Result<void> addDemoDocuments(Session& session, Instant now);

} // namespace guanwu
