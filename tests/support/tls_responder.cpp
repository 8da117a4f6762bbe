#include "tests/support/tls_responder.h"

#include "core/base/hex.h"

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace guanwu::test {

namespace {

    constexpr long kDay = 24L * 3600;

    void addExtension(X509* certificate, X509* issuer, int kind, const std::string& value)
    {
        X509V3_CTX context;
        X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
        if (!extension || X509_add_ext(certificate, extension, -1) != 1)
            throw std::runtime_error("no certificate extension");
        X509_EXTENSION_free(extension);
    }

} // namespace

struct TestCertificate::Parts {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();

    Parts(const std::string& name, int daysLeft)
    {
        X509_set_version(certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -10 * kDay);
        X509_gmtime_adj(X509_getm_notAfter(certificate), daysLeft * kDay);
        X509_set_pubkey(certificate, key);
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
            reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts()
    {
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
};

TestCertificate TestCertificate::authority(const std::string& name)
{
    TestCertificate out;
    out.m_parts = std::make_shared<Parts>(name, 10);
    X509* own = out.m_parts->certificate;
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    X509_sign(own, out.m_parts->key, EVP_sha256());
    return out;
}

TestCertificate TestCertificate::sign(const std::string& host, int daysLeft) const
{
    TestCertificate out;
    out.m_parts = std::make_shared<Parts>(host, daysLeft);
    X509* own = out.m_parts->certificate;
    X509_set_issuer_name(own, X509_get_subject_name(m_parts->certificate));
    addExtension(own, m_parts->certificate, NID_basic_constraints, "critical,CA:FALSE");
    const bool isAddress = host.find_first_not_of("0123456789.") == std::string::npos;
    addExtension(own, m_parts->certificate, NID_subject_alt_name, (isAddress ? "IP:" : "DNS:") + host);
    X509_sign(own, m_parts->key, EVP_sha256());
    return out;
}

std::string TestCertificate::fingerprint() const
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    X509_digest(m_parts->certificate, EVP_sha256(), digest, &size);
    return hexOf(std::span(digest).first(size));
}

struct TlsResponder::Context {
    SSL_CTX* tls = SSL_CTX_new(TLS_server_method());

    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { SSL_CTX_free(tls); }
};

TlsResponder::TlsResponder(const TestCertificate& own, const TestCertificate& further, int newestTls)
    : m_context(std::make_unique<Context>())
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    std::signal(SIGPIPE, SIG_IGN); // whoever does not trust us hangs up
    SSL_CTX* tls = m_context->tls;
    SSL_CTX_set_security_level(tls, 0); // to offer what nobody may take
    SSL_CTX_set_min_proto_version(tls, 0);
    SSL_CTX_set_max_proto_version(tls, newestTls);
    SSL_CTX_use_certificate(tls, own.parts().certificate);
    SSL_CTX_use_PrivateKey(tls, own.parts().key);
    SSL_CTX_add1_chain_cert(tls, further.parts().certificate);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (bind(m_listener, raw, size) != 0 || listen(m_listener, 8) != 0
        || getsockname(m_listener, raw, &size) != 0)
        throw std::runtime_error("no port on the loopback");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

TlsResponder::~TlsResponder()
{
    m_ending = true;
    m_thread.join();
    close(m_listener);
}

void TlsResponder::serve()
{
    while (!m_ending) {
        pollfd one {m_listener, POLLIN, 0};
        if (poll(&one, 1, 20) <= 0)
            continue;
        const int connection = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const timeval patience {1, 0};
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ++m_connections;
        SSL* tls = SSL_new(m_context->tls);
        SSL_set_fd(tls, connection);
        std::string request;
        char buffer[4096];
        if (SSL_accept(tls) == 1) {
            for (int size = 1; size > 0 && request.find("\r\n\r\n") == std::string::npos;) {
                size = SSL_read(tls, buffer, sizeof buffer);
                request.append(buffer, size > 0 ? static_cast<std::size_t>(size) : 0);
            }
            m_payload += request.size();
            const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
            if (!request.empty())
                SSL_write(tls, answer.data(), static_cast<int>(answer.size()));
        }
        SSL_shutdown(tls);
        SSL_free(tls);
        close(connection);
    }
}

} // namespace guanwu::test
