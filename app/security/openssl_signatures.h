#pragma once

#include "core/access/signatures.h"

namespace guanwu {

/// Ed25519 (RFC 8032). The key text is "ed25519:" and 32 bytes in base64url without padding.
class OpensslSignatures final : public Signatures {
public:
    [[nodiscard]] bool isKey(std::string_view publicKey) const override;
    [[nodiscard]] bool isSignedBy(
        std::string_view publicKey, std::string_view text, std::string_view signature) const override;
};

} // namespace guanwu
