#pragma once

#include <string_view>

namespace guanwu {

/// Signatures by keys whose text names the algorithm, so that another one can stand beside it (security Y5).
/// What checks them is a library outside core.
class Signatures {
public:
    virtual ~Signatures() = default;
    /// Whether this is a whole key of an algorithm that is known: "ed25519:BASE64URL".
    [[nodiscard]] virtual bool isKey(std::string_view publicKey) const = 0;
    /// `signature` is base64url without padding. False for a key or a signature that is none.
    [[nodiscard]] virtual bool isSignedBy(
        std::string_view publicKey, std::string_view text, std::string_view signature) const = 0;
};

} // namespace guanwu
