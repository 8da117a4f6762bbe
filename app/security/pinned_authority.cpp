#include "app/security/pinned_authority.h"

#include "core/base/hex.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace guanwu {

namespace {

    std::string fingerprintOf(const X509* certificate)
    {
        unsigned char digest[EVP_MAX_MD_SIZE];
        unsigned int size = 0;
        if (X509_digest(certificate, EVP_sha256(), digest, &size) != 1)
            return {};
        return hexOf(std::span(digest).first(size));
    }

    int verify(X509_STORE_CTX* context, void* pinned)
    {
        // What the server showed, its own certificate first.
        STACK_OF(X509)* shown = X509_STORE_CTX_get0_untrusted(context);
        X509* last = shown ? sk_X509_value(shown, sk_X509_num(shown) - 1) : nullptr;
        if (!last || fingerprintOf(last) != *static_cast<const std::string*>(pinned)) {
            X509_STORE_CTX_set_error(context, X509_V_ERR_CERT_UNTRUSTED);
            return 0;
        }
        STACK_OF(X509)* trusted = sk_X509_new_null();
        const bool isReady = trusted && sk_X509_push(trusted, last) > 0;
        X509_STORE_CTX_set0_trusted_stack(context, trusted);
        const int verified = isReady ? X509_verify_cert(context) : 0;
        sk_X509_free(trusted); // the certificate in it belongs to the connection
        // What it tried is of no interest to whoever asks OpenSSL for the last error.
        ERR_clear_error();
        return verified == 1 ? 1 : 0;
    }

} // namespace

void trustOnly(void* sslContext, const std::string& caSha256)
{
    auto* context = static_cast<SSL_CTX*>(sslContext);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(context, verify, const_cast<std::string*>(&caSha256));
}

} // namespace guanwu
