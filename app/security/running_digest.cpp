#include "app/security/running_digest.h"

#include "core/base/hex.h"

#include <array>
#include <openssl/evp.h>
#include <stdexcept>

namespace guanwu {

void RunningDigest::Free::operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }

RunningDigest::RunningDigest()
    : m_context(EVP_MD_CTX_new())
{
    begin();
}

void RunningDigest::begin()
{
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sm3(), nullptr) != 1)
        throw std::runtime_error("OpenSSL has no SM3");
}

void RunningDigest::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
}

std::string RunningDigest::takeHex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes {};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context.get(), bytes.data(), &size);
    begin();
    return hexOf(std::span(bytes).first(size));
}

} // namespace guanwu
