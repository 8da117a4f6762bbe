// What the server promises about sockets, bytes and time (security X8, X10).
#include "tests/api/api_server.h"

#include "app/packing/gzip.h"

#include <arpa/inet.h>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr std::size_t kJsonBytes = 256 << 10;

const std::vector<std::string> kJson {"Content-Type: application/json"};

/// A JSON body of exactly so many bytes, wrong only in what it says.
std::string bodyOf(std::size_t bytes)
{
    const std::string begin = R"({"login":"a","password":")";
    return begin + std::string(bytes - begin.size() - 2, 'x') + "\"}";
}

std::string chunked(const std::string& chunk, int times)
{
    std::string out = "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      "Transfer-Encoding: chunked\r\n\r\n";
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", chunk.size());
    for (int i = 0; i < times; ++i)
        out.append(size).append(chunk).append("\r\n");
    return out;
}

/// A peer whose body is refused, who reads why, and sends so much of it all the same.
class StubbornPeer {
public:
    StubbornPeer(std::uint16_t port, std::size_t bytes)
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(sends("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n"));
        std::array<char, 4096> piece {};
        for (std::string reply; reply.find("}}") == std::string::npos;) {
            const ssize_t some = recv(m_socket, piece.data(), piece.size(), 0);
            REQUIRE(some > 0);
            reply.append(piece.data(), static_cast<std::size_t>(some));
        }
        m_allSent = sends(std::string(bytes, ' '));
    }
    StubbornPeer(const StubbornPeer&) = delete;
    StubbornPeer& operator=(const StubbornPeer&) = delete;
    ~StubbornPeer() { close(m_socket); }

    [[nodiscard]] bool allSent() const { return m_allSent; }
    /// The server ended the connection; what it had not taken by then, its system answers by a reset.
    [[nodiscard]] bool isLetGo() const
    {
        char byte = 0;
        return recv(m_socket, &byte, 1, 0) <= 0;
    }
    [[nodiscard]] bool isResetWithin(std::chrono::milliseconds patience) const
    {
        pollfd end {m_socket, 0, 0};
        return poll(&end, 1, static_cast<int>(patience.count())) > 0;
    }

private:
    bool sends(const std::string& bytes) const
    {
        for (std::size_t sent = 0; sent < bytes.size();) {
            const ssize_t some = send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (some <= 0)
                return false;
            sent += static_cast<std::size_t>(some);
        }
        return true;
    }

    int m_socket;
    bool m_allSent = false;
};

} // namespace

TEST_CASE("X10: a body of the limit is read, one byte more is refused before it is", "[api]")
{
    ApiServer server;
    CHECK(server.client().send("POST", "/api/v1/sessions", bodyOf(kJsonBytes), kJson).code()
        == "access.log_in");
    const auto refused = server.client().send("POST", "/api/v1/sessions", bodyOf(kJsonBytes + 1), kJson);
    CHECK(refused.status == 413);
    CHECK(refused.code() == "request.too_large");
}

TEST_CASE("X10: chunks are counted as they come, and a body that never ends is refused at the limit", "[api]")
{
    ApiServer server;
    const std::string reply = sendRaw(server.port(), chunked(std::string(64 << 10, ' '), 8));
    CHECK_THAT(reply, Catch::StartsWith("HTTP/1.1 413"));
    CHECK_THAT(reply, Catch::Contains("request.too_large"));
}

TEST_CASE("X10: of a refused body 8 MiB are listened to, and not a byte more", "[api]")
{
    constexpr std::size_t kMostDrained = 8 << 20;
    HttpSettings patient;
    patient.farewellTime = std::chrono::seconds(60); // the bytes end it, not the time
    ApiServer server("sqlite", patient);
    const StubbornPeer atLimit(server.port(), kMostDrained);
    CHECK(atLimit.allSent());
    CHECK(atLimit.isLetGo());
    CHECK_FALSE(atLimit.isResetWithin(std::chrono::milliseconds(500)));
    const StubbornPeer above(server.port(), kMostDrained + 1);
    CHECK(above.isLetGo());
    CHECK(above.isResetWithin(std::chrono::seconds(30)));
}

TEST_CASE("X10: whoever trickles a refused body is let go after the farewell", "[api]")
{
    HttpSettings hasty;
    hasty.farewellTime = std::chrono::seconds(1);
    ApiServer server("sqlite", hasty);
    const StubbornPeer slow(server.port(), 1);
    CHECK(slow.isLetGo());
}

TEST_CASE("X10: what is packed is counted while it is unpacked", "[api]")
{
    ApiServer server;
    const auto send = [&](const std::string& body) {
        return server.client().send("POST", "/api/v1/sessions", gzip(body),
            {"Content-Type: application/json", "Content-Encoding: gzip"});
    };
    CHECK(send(bodyOf(kJsonBytes)).code() == "access.log_in");
    const std::string bomb = gzip(std::string(200 << 20, ' '));
    REQUIRE(bomb.size() < (1 << 20));
    const auto refused = send(std::string(100 << 20, ' ')); // 100 MiB in about 100 KiB
    CHECK(refused.status == 413);
    const auto damaged = server.client().send("POST", "/api/v1/sessions", gzip(bodyOf(1000)).substr(0, 40),
        {"Content-Type: application/json", "Content-Encoding: gzip"});
    CHECK(damaged.code() == "request.encoding");
}

TEST_CASE("X10: whoever says nothing, or too slowly, is let go, and others are served meanwhile", "[api]")
{
    HttpSettings hasty;
    hasty.handshakeTime = std::chrono::seconds(1);
    hasty.headerTime = std::chrono::seconds(1);
    hasty.bodyTime = std::chrono::seconds(1);
    ApiServer server("sqlite", hasty);
    const auto took = [&](const std::string& bytes) {
        const auto start = std::chrono::steady_clock::now();
        static_cast<void>(sendRaw(server.port(), bytes, 20));
        return std::chrono::steady_clock::now() - start;
    };
    std::vector<std::thread> slow;
    std::atomic<int> longest {0};
    for (const std::string& bytes : {std::string("\x16"), std::string("GET / HT"),
             std::string("POST /api/v1/sessions HTTP/1.1\r\nContent-Length: 50\r\n\r\n{")})
        slow.emplace_back([&took, &longest, bytes] {
            const auto seconds
                = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(took(bytes)).count());
            longest = std::max(longest.load(), seconds);
        });
    CHECK(server.client().get("/healthz").status == 200);
    for (std::thread& one : slow)
        one.join();
    CHECK(longest < 15);
}

TEST_CASE("X10: a header too large and a request that is no HTTP are told so", "[api]")
{
    ApiServer server;
    const std::string large = "GET /healthz HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n";
    CHECK_THAT(sendRaw(server.port(), large), Catch::StartsWith("HTTP/1.1 431"));
    const auto withHeaderOf = [](std::size_t bytes) {
        const std::string head = "GET /healthz HTTP/1.1\r\nConnection: close\r\nX: ";
        return head + std::string(bytes - head.size() - 4, 'x') + "\r\n\r\n";
    };
    CHECK_THAT(sendRaw(server.port(), withHeaderOf(16 * 1024)), Catch::StartsWith("HTTP/1.1 200"));
    // Beast counts from the end of the request line, and not to the byte.
    CHECK_THAT(sendRaw(server.port(), withHeaderOf(16 * 1024 + 64)), Catch::StartsWith("HTTP/1.1 431"));
    CHECK_THAT(sendRaw(server.port(), "HELLO\r\n\r\n"), Catch::StartsWith("HTTP/1.1 400"));
}

TEST_CASE("X10: more connections than there may be are closed, and there is room again when they go", "[api]")
{
    HttpSettings few;
    few.connections = 2;
    few.idleTime = std::chrono::seconds(1);
    few.handshakeTime = std::chrono::seconds(1);
    ApiServer server("sqlite", few);
    {
        std::thread first([&] { static_cast<void>(sendRaw(server.port(), "G", 5)); });
        std::thread second([&] { static_cast<void>(sendRaw(server.port(), "G", 5)); });
        for (int i = 0; i < 200; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        CHECK(server.client().get("/healthz").status == 0);
        first.join();
        second.join();
    }
    // It learns in its own time that they are gone.
    long status = 0;
    for (int i = 0; i < 100 && status != 200; ++i) {
        status = server.client().get("/healthz").status;
        if (status != 200)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(status == 200);
}

TEST_CASE("X8: TLS 1.2 and 1.3 with the server's own CA; another CA is not trusted", "[api]")
{
    ApiServer server;
    CHECK(HttpClient(server.address("https"), server.tls().caFile).get("/healthz").status == 200);
    ApiServer other;
    CHECK(HttpClient(server.address("https"), other.tls().caFile).get("/healthz").status == 0);
}

TEST_CASE("A server that stops answers what runs and takes nothing new", "[api]")
{
    ApiServer server;
    const HttpClient client = server.client();
    REQUIRE(client.get("/healthz").status == 200);
    server.server().stop(std::chrono::seconds(5));
    CHECK(client.get("/healthz").status == 0);
}

TEST_CASE("Requests that follow each other on one connection are answered in turn", "[api]")
{
    ApiServer server;
    const std::string one = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string last = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const std::string replies = sendRaw(server.port(), one + one + last);
    std::size_t answers = 0;
    for (auto at = replies.find("HTTP/1.1 200"); at != std::string::npos;
         at = replies.find("HTTP/1.1 200", at + 1))
        ++answers;
    CHECK(answers == 3);
}
