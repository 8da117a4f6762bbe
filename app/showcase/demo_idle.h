#pragma once

#include "core/base/error.h"
#include "core/values/instant.h"

namespace guanwu {

class Session;

/// Why things of the invented city lie idle and what is to become of them, of most of them. A registry in
/// which something is noted already stays as it is. Errors: those of idle notes.
[[nodiscard]] Result<void> noteDemoIdle(Session& session, Instant now);

} // namespace guanwu
