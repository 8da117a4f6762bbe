#pragma once

#include "core/audit/audit_finding.h"
#include "core/base/error.h"
#include "core/values/instant.h"

namespace guanwu {

/// What somebody outside the database keeps: which block the trail had reached at a time, signed. It shows
/// later that nothing before it was written again (security A3).
struct SignedAnchor {
    AuditAnchor anchor;
    Instant at {};
    std::string key; ///< "ed25519:…", the public half; empty = not said, as on paper
    std::string signature; ///< base64url
};

/// What is signed: one line each, none of which can hold a line break.
[[nodiscard]] std::string signedText(const SignedAnchor& anchor);
/// As paper bears it in a QR code, and handhelds keep it: GWA1|block|entries|milliseconds|digest|signature.
[[nodiscard]] std::string anchorLine(const SignedAnchor& anchor);
/// Errors: audit.anchor_line.
[[nodiscard]] Result<SignedAnchor> parseAnchorLine(std::string_view line);

} // namespace guanwu
