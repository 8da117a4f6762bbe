#include "tests/support/http_responder.h"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace guanwu::test {

namespace {

    constexpr int kPatience = 20; ///< milliseconds between two looks whether it is over

    std::string lower(std::string text)
    {
        std::transform(text.begin(), text.end(), text.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return text;
    }

    sockaddr_in loopback(std::uint16_t port)
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        return address;
    }

    bool waitFor(int descriptor, const std::atomic<bool>& ending)
    {
        pollfd one {descriptor, POLLIN, 0};
        while (!ending) {
            if (poll(&one, 1, kPatience) > 0)
                return true;
        }
        return false;
    }

    bool readMore(int connection, std::string& bytes, const std::atomic<bool>& ending)
    {
        char buffer[65536];
        if (!waitFor(connection, ending))
            return false;
        const ssize_t size = recv(connection, buffer, sizeof buffer, 0);
        if (size <= 0)
            return false;
        bytes.append(buffer, static_cast<std::size_t>(size));
        return true;
    }

    ReceivedRequest headOf(const std::string& head)
    {
        ReceivedRequest request;
        const auto lineEnd = head.find("\r\n");
        const auto first = head.find(' ');
        const auto second = head.find(' ', first + 1);
        request.method = head.substr(0, first);
        request.target = head.substr(first + 1, second - first - 1);
        for (std::size_t begin = lineEnd + 2; begin < head.size();) {
            const auto end = std::min(head.find("\r\n", begin), head.size());
            const auto colon = head.find(':', begin);
            if (colon < end)
                request.headers[lower(head.substr(begin, colon - begin))]
                    = head.substr(colon + 2, end - colon - 2);
            begin = end + 2;
        }
        return request;
    }

} // namespace

HttpResponder::HttpResponder(Respond respond)
    : m_respond(std::move(respond))
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (bind(m_listener, raw, size) != 0 || listen(m_listener, 64) != 0
        || getsockname(m_listener, raw, &size) != 0)
        throw std::runtime_error("no port on the loopback");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

HttpResponder::~HttpResponder()
{
    m_ending = true;
    m_thread.join();
    close(m_listener);
}

void HttpResponder::serve()
{
    while (waitFor(m_listener, m_ending)) {
        const int connection = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        static_cast<void>(m_settled.load()); // what a test did before is seen by this thread
        answer(connection);
        ++m_answered;
        close(connection);
    }
}

void HttpResponder::answer(int connection)
{
    std::string bytes;
    std::size_t headEnd = std::string::npos;
    while ((headEnd = bytes.find("\r\n\r\n")) == std::string::npos && readMore(connection, bytes, m_ending)) {
    }
    if (headEnd == std::string::npos)
        return;
    ReceivedRequest request = headOf(bytes.substr(0, headEnd));
    const std::string length = request.headers["content-length"];
    const std::size_t wanted = headEnd + 4 + (length.empty() ? 0 : std::stoul(length));
    while (bytes.size() < wanted && readMore(connection, bytes, m_ending)) { }
    request.body = bytes.substr(headEnd + 4);
    const std::string answer = m_respond(request);
    for (std::size_t sent = 0; sent < answer.size();) {
        const ssize_t size = send(connection, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
        if (size <= 0)
            break;
        sent += static_cast<std::size_t>(size);
    }
}

void HttpResponder::settle() const
{
    ++m_settled;
    // Connections are answered in their order: when this one is over, those before it are.
    const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_port);
    if (connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("the responder does not take connections");
    shutdown(connection, SHUT_WR);
    char none = 0;
    while (recv(connection, &none, 1, 0) > 0) { }
    close(connection);
    static_cast<void>(m_answered.load()); // what its thread did before is seen by this one
}

std::string httpAnswer(
    int status, const std::string& body, const std::string& type, const std::string& furtherHeaders)
{
    return "HTTP/1.1 " + std::to_string(status) + " Answer\r\nContent-Type: " + type + "\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\nConnection: close\r\n" + furtherHeaders + "\r\n" + body;
}

} // namespace guanwu::test
