#pragma once

#include "core/values/instant.h"

#include <string>

namespace guanwu {

/// A UUID of version 7 (RFC 9562): the instant, then random bits. It names the event for ever (security S1).
[[nodiscard]] std::string newEventId(Instant at);

} // namespace guanwu
