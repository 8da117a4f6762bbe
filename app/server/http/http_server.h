#pragma once

#include "app/server/http/message.h"
#include "core/base/error.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace guanwu {

/// What the transport refuses by itself, before there is a request.
enum class HttpRefusal : std::uint8_t {
    Malformed, ///< not HTTP/1.1
    HeaderTooLarge,
    BodyTooLarge,
    Busy, ///< the bodies under way take all the memory they may
    PlainFromAfar, ///< no TLS, and the peer is not this machine
};

/// What the transport asks of who answers. Everything is called on a socket thread and must not block.
class HttpHandler {
public:
    virtual ~HttpHandler() = default;
    /// The bytes a body may have, as sent; asked once the header is there.
    [[nodiscard]] virtual std::uint64_t bodyLimit(const HttpRequest& head) = 0;
    virtual void handle(HttpRequest request, Answer answer) = 0;
    [[nodiscard]] virtual HttpResponse refuse(HttpRefusal refusal, const HttpRequest& head) = 0;
};

struct HttpSettings {
    std::string host; ///< address or name of this machine
    std::uint16_t port = 0; ///< 0 = any that is free
    std::filesystem::path certificateChain; ///< PEM, leaf first
    std::filesystem::path privateKey; ///< PEM
    int threads = 2;
    std::size_t connections = 4096; ///< further ones are closed at once
    std::uint64_t bodyMemory = 256 << 20; ///< bytes, of all bodies under way together
    std::uint32_t headerBytes = 16 * 1024;
    std::chrono::seconds handshakeTime {10};
    std::chrono::seconds headerTime {10}; ///< from its first byte
    std::chrono::seconds idleTime {75}; ///< between two requests
    std::chrono::seconds bodyTime {60}; ///< and a second more for each `bodyBytesASecond`
    std::uint64_t bodyBytesASecond = 32 * 1024;
    std::chrono::seconds writeTime {60};
    std::chrono::seconds farewellTime {2}; ///< for the rest of a body that was refused, and the end of TLS
};

/// HTTP/1.1 over TLS 1.2 and newer, and without TLS for peers on this machine, on one port. Bodies are
/// counted as they arrive, sized or chunked; every step has its time. Boost.Beast; nothing else includes it.
class HttpServer {
public:
    /// Listens from here on; throws std::runtime_error when the address or the certificate cannot be used.
    HttpServer(const HttpSettings& settings, HttpHandler& handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::size_t connections() const;
    /// Takes no further connection or request, lets those that run end for so long, then closes all.
    void stop(std::chrono::milliseconds patience);

private:
    struct Transport;
    std::unique_ptr<Transport> m_transport;
};

} // namespace guanwu
