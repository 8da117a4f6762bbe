#pragma once

#include "core/audit/audit_block.h"

namespace guanwu {

/// Of OpenSSL. Not for two threads at once.
[[nodiscard]] HexDigest sealDigest(SealAlgorithm algorithm);

} // namespace guanwu
