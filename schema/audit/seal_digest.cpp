#include "schema/audit/seal_digest.h"

#include "core/base/hex.h"

#include <array>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace guanwu {

HexDigest sealDigest(SealAlgorithm algorithm)
{
    // Looked up once: asking OpenSSL for an algorithm takes longer than a digest of an entry.
    const std::shared_ptr<EVP_MD> method(
        EVP_MD_fetch(nullptr, algorithm == SealAlgorithm::Sm3 ? "SM3" : "SHA256", nullptr), &EVP_MD_free);
    const std::shared_ptr<EVP_MD_CTX> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!method || !context)
        throw std::runtime_error("OpenSSL has no such digest");
    return [method, context](std::string_view bytes) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> out {};
        unsigned size = 0;
        if (EVP_DigestInit_ex2(context.get(), method.get(), nullptr) != 1
            || EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1
            || EVP_DigestFinal_ex(context.get(), out.data(), &size) != 1)
            throw std::runtime_error("a digest failed");
        return hexOf(std::span(out.data(), size));
    };
}

} // namespace guanwu
