#include "app/security/openssl_signatures.h"

#include "app/security/base64url.h"

#include <memory>
#include <openssl/evp.h>

namespace guanwu {

namespace {

    constexpr std::string_view kEd25519 = "ed25519:";
    constexpr std::size_t kSignatureBytes = 64;

    const unsigned char* bytesOf(std::string_view text)
    {
        return reinterpret_cast<const unsigned char*>(text.data());
    }

    using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
    using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

    /// Null when the text is no key.
    Key keyOf(std::string_view publicKey)
    {
        Key none(nullptr, EVP_PKEY_free);
        if (!publicKey.starts_with(kEd25519))
            return none;
        const auto raw = fromBase64url(publicKey.substr(kEd25519.size()));
        if (!raw)
            return none;
        // OpenSSL refuses what has not 32 bytes.
        return {EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(*raw), raw->size()),
            EVP_PKEY_free};
    }

} // namespace

bool OpensslSignatures::isKey(std::string_view publicKey) const { return keyOf(publicKey) != nullptr; }

bool OpensslSignatures::isSignedBy(
    std::string_view publicKey, std::string_view text, std::string_view signature) const
{
    const Key key = keyOf(publicKey);
    const auto raw = fromBase64url(signature);
    if (!key || !raw || raw->size() != kSignatureBytes)
        return false;
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf(*raw), raw->size(), bytesOf(text), text.size()) == 1;
}

} // namespace guanwu
