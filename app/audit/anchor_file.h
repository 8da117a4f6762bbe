#pragma once

#include "core/access/signatures.h"
#include "core/audit/signed_anchor.h"

#include <filesystem>

namespace guanwu {

class DeviceKey;

[[nodiscard]] SignedAnchor signAnchor(const AuditAnchor& anchor, Instant at, const DeviceKey& key);
/// The JSON of an anchor file, which the public key is part of.
[[nodiscard]] std::string anchorText(const SignedAnchor& anchor);
[[nodiscard]] bool isSigned(
    const SignedAnchor& anchor, std::string_view publicKey, const Signatures& signatures);

/// Those of all files, and of the .json files of the folders among them, oldest block first. A file is JSON
/// as anchorText() has it, or lines as anchorLine() has them, which come from paper and handhelds. Errors:
/// audit.anchor_file.
[[nodiscard]] Result<std::vector<SignedAnchor>> readAnchors(const std::vector<std::filesystem::path>& paths);
/// Errors: those of ReplacingFile.
[[nodiscard]] Result<void> writeAnchor(const std::filesystem::path& file, const SignedAnchor& anchor);
/// "anchor-20261128.json", by the day of the city.
[[nodiscard]] std::string anchorName(Instant at);

} // namespace guanwu
