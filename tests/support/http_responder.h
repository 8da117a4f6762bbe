#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace guanwu::test {

/// A request as it came over the wire.
struct ReceivedRequest {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body; ///< as sent
};

/// Answers what a test says to every request, down to the byte: for answers that no server of ours would
/// give. One request a connection, on the loopback. Its thread ends with it.
class HttpResponder {
public:
    /// Returns the bytes to send before the connection is closed; none = close without an answer.
    using Respond = std::function<std::string(const ReceivedRequest& request)>;

    explicit HttpResponder(Respond respond);
    ~HttpResponder();
    HttpResponder(const HttpResponder&) = delete;
    HttpResponder& operator=(const HttpResponder&) = delete;

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    /// Waits until everything that was asked so far has been answered, also when whoever asked gave up: after
    /// it a test may look at and change what its answers use. What was changed before it, the next answers
    /// see.
    void settle() const;
    /// Whether it is going away: an answer that takes its time asks now and then.
    [[nodiscard]] bool isEnding() const { return m_ending; }

private:
    void serve();
    void answer(int connection);

    Respond m_respond;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<std::uint64_t> m_answered = 0;
    mutable std::atomic<std::uint64_t> m_settled = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

/// A whole answer with its length.
[[nodiscard]] std::string httpAnswer(int status, const std::string& body,
    const std::string& type = "application/json", const std::string& furtherHeaders = {});

} // namespace guanwu::test
