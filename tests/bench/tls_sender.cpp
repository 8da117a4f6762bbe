#include "tests/bench/tls_sender.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace guanwu::bench {

namespace {

    void require(bool done, const char* what)
    {
        if (!done)
            throw std::runtime_error(std::string("benchmark: ") + what);
    }

} // namespace

struct TlsSender::Connection {
    int socket = -1;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context {
        SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> tls {nullptr, SSL_free};
    std::string read; ///< of the answer

    ~Connection()
    {
        if (tls)
            SSL_shutdown(tls.get());
        close(socket);
    }
    void readMore()
    {
        std::array<char, 16 << 10> piece;
        const int size = SSL_read(tls.get(), piece.data(), static_cast<int>(piece.size()));
        require(size > 0, "the server hung up");
        read.append(piece.data(), static_cast<std::size_t>(size));
    }
};

TlsSender::TlsSender(std::uint16_t port, const std::filesystem::path& caFile)
    : m_connection(std::make_unique<Connection>())
{
    Connection& to = *m_connection;
    to.socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    require(
        connect(to.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0, "no server");
    const int on = 1;
    setsockopt(to.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    require(SSL_CTX_load_verify_locations(to.context.get(), caFile.c_str(), nullptr) == 1, "no CA");
    SSL_CTX_set_verify(to.context.get(), SSL_VERIFY_PEER, nullptr);
    to.tls.reset(SSL_new(to.context.get()));
    SSL_set1_host(to.tls.get(), "localhost");
    SSL_set_fd(to.tls.get(), to.socket);
    require(SSL_connect(to.tls.get()) == 1, "no TLS");
}

TlsSender::~TlsSender() = default;

std::string TlsSender::send(const std::string& request)
{
    constexpr std::string_view kOk = "HTTP/1.1 200 ";
    constexpr std::string_view kLength = "Content-Length: ";
    Connection& to = *m_connection;
    require(
        SSL_write(to.tls.get(), request.data(), static_cast<int>(request.size())) > 0, "nothing was sent");
    to.read.clear();
    std::size_t head = std::string::npos;
    while ((head = to.read.find("\r\n\r\n")) == std::string::npos)
        to.readMore();
    const auto length = to.read.find(kLength);
    require(length < head, "an answer without a length");
    const std::size_t whole = head + 4 + std::stoull(to.read.substr(length + kLength.size(), 20));
    while (to.read.size() < whole)
        to.readMore();
    if (!to.read.starts_with(kOk))
        throw std::runtime_error("benchmark: " + to.read);
    return to.read.substr(head + 4);
}

} // namespace guanwu::bench
