#pragma once

#include <string>

namespace guanwu {

/// Makes an OpenSSL context (SSL_CTX*) trust one authority and no other, whatever the system trusts: the
/// chain that a server shows must end in the certificate with this SHA-256 fingerprint (64 lower-case hex
/// digits of the DER form) and be sound. The text must outlive the context. The host name is checked by
/// whoever connects.
void trustOnly(void* sslContext, const std::string& caSha256);

} // namespace guanwu
