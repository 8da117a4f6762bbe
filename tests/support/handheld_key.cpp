#include "tests/support/handheld_key.h"

#include "app/security/base64url.h"

#include <openssl/evp.h>
#include <stdexcept>

namespace guanwu::test {

HandheldKey::HandheldKey()
    : m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free)
{
    if (!m_key)
        throw std::runtime_error("no key could be made");
}

std::string HandheldKey::publicKey() const
{
    std::string raw(32, '\0');
    std::size_t size = raw.size();
    EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
    return "ed25519:" + toBase64url(raw);
}

std::string HandheldKey::sign(std::string_view text) const
{
    std::string raw(64, '\0');
    std::size_t size = raw.size();
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(raw.data()), &size,
               reinterpret_cast<const unsigned char*>(text.data()), text.size())
            != 1)
        throw std::runtime_error("a text could not be signed");
    return toBase64url(raw);
}

} // namespace guanwu::test
