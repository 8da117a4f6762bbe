#pragma once

#include "core/inventory/scan_event.h"

#include <string>

namespace guanwu {

/// 32 hex characters of a SHA-256 over every field of the event, each with its length before it: two events
/// with the same identity are the same event exactly when their digests are equal (security S2).
[[nodiscard]] std::string eventDigest(const ScanEvent& event);

} // namespace guanwu
