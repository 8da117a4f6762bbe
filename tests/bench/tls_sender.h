#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace guanwu::bench {

/// A client that costs little beside what it measures: real TLS with the certificate checked, one connection,
/// and requests that are bytes already.
class TlsSender {
public:
    TlsSender(std::uint16_t port, const std::filesystem::path& caFile);
    ~TlsSender();
    TlsSender(const TlsSender&) = delete;
    TlsSender& operator=(const TlsSender&) = delete;

    /// Sends a whole HTTP/1.1 request and waits for its answer, whose body it returns; throws when that is no
    /// 200.
    [[nodiscard]] std::string send(const std::string& request);

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace guanwu::bench
