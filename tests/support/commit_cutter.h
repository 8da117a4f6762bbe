#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace guanwu::test {

/// A wire between a program and its MariaDB that is cut at a chosen byte of a COMMIT or of the answer to it.
/// Passes everything else on.
class CommitCutter {
public:
    /// Messages of the protocol: length, number and kind before the word; length, number and what is told of
    /// rows and state.
    static constexpr int kRequestBytes = 5 + 6;
    static constexpr int kAnswerBytes = 4 + 7;

    CommitCutter(std::filesystem::path serverSocket, const std::filesystem::path& folder);
    ~CommitCutter();
    CommitCutter(const CommitCutter&) = delete;
    CommitCutter& operator=(const CommitCutter&) = delete;

    [[nodiscard]] const std::filesystem::path& socket() const { return m_socket; }
    /// Of the next COMMIT and its answer, taken together, so many bytes pass. Both ends then see the wire
    /// closed.
    void cutNext(int bytes);
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    void accept();
    void carry(int client);
    [[nodiscard]] std::optional<int> takeOrder();

    std::filesystem::path m_server;
    std::filesystem::path m_socket;
    int m_listener = -1;
    std::mutex m_mutex;
    std::optional<int> m_next;
    std::atomic<int> m_cuts = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
    std::vector<std::thread> m_wires;
};

} // namespace guanwu::test
