#pragma once

#include "core/access/signatures.h"
#include "core/audit/audit_block.h"
#include "core/audit/audit_finding.h"

#include <filesystem>

namespace guanwu {

class DeviceKey;

/// What an anchor file says: which block the trail had reached at a time, signed. Kept where the database
/// administrator cannot reach it, it shows later that nothing before it was written again (security A3).
struct SignedAnchor {
    AuditAnchor anchor;
    Instant at {};
    std::string key; ///< "ed25519:…", the public half
    std::string signature;
};

[[nodiscard]] SignedAnchor signAnchor(
    const AuditBlock& last, std::int64_t entries, Instant at, const DeviceKey& key);
[[nodiscard]] std::string anchorText(const SignedAnchor& anchor);
/// Errors: audit.anchor_file.
[[nodiscard]] Result<SignedAnchor> readAnchor(const std::filesystem::path& file);
[[nodiscard]] bool isSigned(
    const SignedAnchor& anchor, std::string_view publicKey, const Signatures& signatures);

/// Those of the files, and of the folders among them, oldest block first. Errors: audit.anchor_file.
[[nodiscard]] Result<std::vector<SignedAnchor>> readAnchors(const std::vector<std::filesystem::path>& paths);
/// Errors: those of ReplacingFile.
[[nodiscard]] Result<void> writeAnchor(const std::filesystem::path& file, const SignedAnchor& anchor);
/// "anchor-20261128.json", by the day of the city.
[[nodiscard]] std::string anchorName(Instant at);

} // namespace guanwu
