#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace guanwu::test {

/// The key of a handheld, made anew: what a real one keeps in its own store.
class HandheldKey {
public:
    HandheldKey();
    [[nodiscard]] std::string publicKey() const; ///< "ed25519:BASE64URL"
    [[nodiscard]] std::string sign(std::string_view text) const; ///< base64url

private:
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace guanwu::test
