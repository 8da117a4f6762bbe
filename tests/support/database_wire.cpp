#include "tests/support/database_wire.h"

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
    constexpr std::size_t kHeader = 4; ///< of a message: three bytes of length, its number
    constexpr int kTooManyConnections = 1040;
    /// After these the server has rolled back the whole transaction, not just the statement.
    constexpr std::array kRollingBack {1020, 1180, 1213};

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

    std::size_t lengthOf(std::string_view message)
    {
        const auto byte = [&](std::size_t i) { return std::size_t {static_cast<unsigned char>(message[i])}; };
        return kHeader + (byte(0) | byte(1) << 8 | byte(2) << 16);
    }

    /// Questions and what prepares and executes statements; all begin a conversation, so they are number 0.
    bool isStatement(std::string_view message)
    {
        constexpr std::string_view kinds = "\x03\x16\x17\xFA";
        return message.size() > kHeader && message[3] == 0
            && kinds.find(message[kHeader]) != std::string_view::npos;
    }

    std::string messageOf(char number, std::string_view content)
    {
        std::string out {static_cast<char>(content.size()), 0, 0, number};
        return out.append(content);
    }

    std::string errorMessage(char number, int code)
    {
        std::string content {static_cast<char>(0xFF), static_cast<char>(code & 0xFF), static_cast<char>(code >> 8)};
        return messageOf(number, content + "#HY000injected");
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

DatabaseWire::DatabaseWire(std::filesystem::path serverSocket, const std::filesystem::path& folder)
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

DatabaseWire::~DatabaseWire()
{
    m_ending = true;
    m_thread.join();
    for (std::thread& wire : m_wires)
        wire.join();
    close(m_listener);
}

void DatabaseWire::cutNext(int bytes)
{
    const std::lock_guard lock(m_mutex);
    m_next = bytes;
}

std::optional<int> DatabaseWire::takeOrder()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_next, std::nullopt);
}

void DatabaseWire::fail(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
    m_statements = 0;
}

int DatabaseWire::takeStatements()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_statements, 0);
}

std::optional<DatabaseWire::Fault> DatabaseWire::countStatement()
{
    const std::lock_guard lock(m_mutex);
    if (m_statements++ != (m_fault ? m_fault->after : -1))
        return std::nullopt;
    m_refused = m_fault->refused;
    ++m_faults;
    return std::exchange(m_fault, std::nullopt);
}

bool DatabaseWire::refuses(int client)
{
    const std::lock_guard lock(m_mutex);
    const int code = std::exchange(m_refused, 0);
    // Who has no place says so instead of a greeting; who is not there says nothing.
    if (code == kTooManyConnections)
        sendAll(client, errorMessage(0, code));
    return code != 0;
}

std::optional<std::string> DatabaseWire::passing(std::string& waiting, int client, int server)
{
    std::string out;
    while (waiting.size() >= kHeader && waiting.size() >= lengthOf(waiting)) {
        const std::string message = waiting.substr(0, lengthOf(waiting));
        waiting.erase(0, message.size());
        const auto fault = isStatement(message) ? countStatement() : std::nullopt;
        if (!fault) {
            out += message;
            continue;
        }
        if (fault->code == 0)
            return std::nullopt;
        if (std::find(kRollingBack.begin(), kRollingBack.end(), fault->code) != kRollingBack.end()) {
            std::array<char, 256> answer {};
            if (!sendAll(server, messageOf(0, "\3ROLLBACK"))
                || recv(server, answer.data(), answer.size(), 0) <= 0)
                return std::nullopt;
        }
        if (!sendAll(client, errorMessage(1, fault->code)))
            return std::nullopt;
    }
    return out;
}

void DatabaseWire::accept()
{
    while (!m_ending) {
        pollfd one {m_listener, POLLIN, 0};
        if (poll(&one, 1, kPatience) <= 0)
            continue;
        if (const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC); client >= 0)
            m_wires.emplace_back([this, client] { carry(client); });
    }
}

void DatabaseWire::carry(int client)
{
    const int server = unixSocket();
    const sockaddr_un address = addressOf(m_server);
    bool isOpen
        = !refuses(client) && connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    std::string waiting; ///< of the client: a message that has not come whole
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
            std::optional<std::string> passed;
            if (from == 0) {
                passed = passing(waiting.append(bytes), client, server);
                isOpen = passed.has_value();
                if (!isOpen || passed->empty())
                    continue;
                bytes = *passed;
            }
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
