#include "tests/support/commit_cutter.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace guanwu::test {

namespace {

    constexpr int kPatience = 50; ///< milliseconds between two looks whether it is over
    constexpr std::string_view kCommit = "\3COMMIT"; ///< a question, in these words
    constexpr std::size_t kHeader = 4;

    sockaddr_un addressOf(const std::filesystem::path& path)
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        const std::string text = path.string();
        if (text.size() >= sizeof address.sun_path)
            throw std::runtime_error("the path of a socket is too long");
        std::copy(text.begin(), text.end(), address.sun_path);
        return address;
    }

    int unixSocket() { return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); }

    bool sendAll(int to, std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t sent = send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

} // namespace

CommitCutter::CommitCutter(std::filesystem::path serverSocket, const std::filesystem::path& folder)
    : m_server(std::move(serverSocket))
    , m_socket(folder / "cut")
    , m_listener(unixSocket())
{
    const sockaddr_un address = addressOf(m_socket);
    if (bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || listen(m_listener, 16) != 0)
        throw std::runtime_error("no socket for the wire");
    m_thread = std::thread([this] { accept(); });
}

CommitCutter::~CommitCutter()
{
    m_ending = true;
    m_thread.join();
    for (std::thread& wire : m_wires)
        wire.join();
    close(m_listener);
}

void CommitCutter::cutNext(int bytes)
{
    const std::lock_guard lock(m_mutex);
    m_next = bytes;
}

std::optional<int> CommitCutter::takeOrder()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_next, std::nullopt);
}

void CommitCutter::accept()
{
    while (!m_ending) {
        pollfd one {m_listener, POLLIN, 0};
        if (poll(&one, 1, kPatience) <= 0)
            continue;
        if (const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC); client >= 0)
            m_wires.emplace_back([this, client] { carry(client); });
    }
}

void CommitCutter::carry(int client)
{
    const int server = unixSocket();
    const sockaddr_un address = addressOf(m_server);
    bool isOpen = connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    std::optional<std::size_t> left; ///< bytes that still pass, once the COMMIT has been seen
    while (isOpen && !m_ending) {
        pollfd ends[2] {{client, POLLIN, 0}, {server, POLLIN, 0}};
        if (poll(ends, 2, kPatience) <= 0)
            continue;
        for (const int from : {0, 1}) {
            if (!isOpen || !(ends[from].revents & (POLLIN | POLLHUP | POLLERR)))
                continue;
            std::array<char, 16384> buffer {};
            const ssize_t size = recv(ends[from].fd, buffer.data(), buffer.size(), 0);
            if (size <= 0) {
                isOpen = false;
                continue;
            }
            std::string_view bytes(buffer.data(), static_cast<std::size_t>(size));
            const auto commit = bytes.find(kCommit);
            if (from == 0 && !left && commit != std::string_view::npos && commit >= kHeader)
                if (const auto order = takeOrder()) {
                    const std::size_t before = commit - kHeader;
                    isOpen = sendAll(server, bytes.substr(0, before));
                    bytes.remove_prefix(before);
                    left = static_cast<std::size_t>(*order);
                }
            const bool isCut = left && *left < bytes.size();
            if (isCut)
                bytes = bytes.substr(0, *left);
            if (left)
                *left -= bytes.size();
            isOpen = isOpen && sendAll(ends[1 - from].fd, bytes) && !isCut;
            m_cuts += isCut ? 1 : 0;
        }
    }
    close(server);
    close(client);
}

} // namespace guanwu::test
