#include "tests/support/cutting_proxy.h"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace guanwu::test {

namespace {

    constexpr int kPatience = 50; ///< milliseconds between two looks whether it is over
    constexpr std::int64_t kNever = -1;

    sockaddr_in loopback(std::uint16_t port)
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    int listener(std::uint16_t& port)
    {
        const int out = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        auto* raw = reinterpret_cast<sockaddr*>(&address);
        if (bind(out, raw, size) != 0 || listen(out, 512) != 0 || getsockname(out, raw, &size) != 0)
            throw std::runtime_error("no port on the loopback");
        port = ntohs(address.sin_port);
        return out;
    }

    bool sendAll(int to, const char* bytes, std::size_t size)
    {
        while (size > 0) {
            const ssize_t sent = send(to, bytes, size, MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes += sent;
            size -= static_cast<std::size_t>(sent);
        }
        return true;
    }

} // namespace

std::uint16_t freePort()
{
    std::uint16_t port = 0;
    close(listener(port));
    return port;
}

CuttingProxy::CuttingProxy(
    std::uint16_t target, unsigned cutPercent, std::uint32_t within, std::uint32_t seed)
    : m_target(target)
    , m_cutPercent(cutPercent)
    , m_within(within)
    , m_random(seed)
    , m_listener(listener(m_port))
    , m_thread([this] { accept(); })
{
}

CuttingProxy::~CuttingProxy()
{
    m_ending = true;
    m_thread.join();
    for (std::thread& wire : m_wires)
        wire.join();
    close(m_listener);
}

void CuttingProxy::accept()
{
    while (!m_ending) {
        pollfd one {m_listener, POLLIN, 0};
        if (poll(&one, 1, kPatience) <= 0)
            continue;
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const bool isCut = m_random() % 100 < m_cutPercent;
        const std::int64_t cutAfter = isCut ? static_cast<std::int64_t>(m_random() % m_within) : kNever;
        m_wires.emplace_back([this, client, cutAfter] { carry(client, cutAfter); });
    }
}

void CuttingProxy::carry(int client, std::int64_t cutAfter)
{
    const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_target);
    std::int64_t carried = 0;
    bool isOpen = connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    while (isOpen && !m_ending) {
        pollfd ends[2] {{client, POLLIN, 0}, {server, POLLIN, 0}};
        if (poll(ends, 2, kPatience) <= 0)
            continue;
        for (const int from : {0, 1}) {
            char bytes[16384];
            if (!isOpen || !(ends[from].revents & (POLLIN | POLLHUP | POLLERR)))
                continue;
            const ssize_t size = recv(ends[from].fd, bytes, sizeof bytes, 0);
            if (size <= 0) {
                isOpen = false;
                continue;
            }
            auto passed = static_cast<std::int64_t>(size);
            if (cutAfter != kNever && carried + passed > cutAfter) {
                passed = std::max<std::int64_t>(0, cutAfter - carried);
                isOpen = false;
                ++m_cuts;
            }
            carried += passed;
            if (!sendAll(ends[1 - from].fd, bytes, static_cast<std::size_t>(passed)))
                isOpen = false;
        }
    }
    close(server);
    close(client);
}

} // namespace guanwu::test
