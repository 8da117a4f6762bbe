#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>

namespace guanwu::test {

/// A certificate authority, or a certificate that one has signed.
class TestCertificate {
public:
    static TestCertificate authority(const std::string& name);
    /// `daysLeft` below zero: it has run out.
    [[nodiscard]] TestCertificate sign(const std::string& host, int daysLeft = 1) const;
    /// SHA-256 of the DER form, lower-case hex.
    [[nodiscard]] std::string fingerprint() const;

    struct Parts;
    [[nodiscard]] const Parts& parts() const { return *m_parts; }

private:
    std::shared_ptr<Parts> m_parts;
};

/// A server that shows a chain of a test's choice, answers 200 to whatever it is told, and counts what it was
/// told.
class TlsResponder {
public:
    /// Shows `own`, then `further`.
    TlsResponder(const TestCertificate& own, const TestCertificate& further, int newestTls = 0x0304);
    ~TlsResponder();
    TlsResponder(const TlsResponder&) = delete;
    TlsResponder& operator=(const TlsResponder&) = delete;

    [[nodiscard]] std::string url(const std::string& host = "127.0.0.1") const
    {
        return "https://" + host + ":" + std::to_string(m_port);
    }
    /// Bytes of requests that arrived through the encryption.
    [[nodiscard]] std::size_t payloadBytes() const { return m_payload; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve();

    struct Context;
    std::unique_ptr<Context> m_context;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<std::size_t> m_payload = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace guanwu::test
