#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace guanwu::test {

/// A wire between a program and its MariaDB that fails when it is told to: it is cut at a chosen byte of a COMMIT
/// or of the answer to it, or a chosen statement is answered with an error, as the server would. Passes
/// everything else on.
class DatabaseWire {
public:
    /// Messages of the protocol: length, number and kind before the word; length, number and what is told of
    /// rows and state.
    static constexpr int kRequestBytes = 5 + 6;
    static constexpr int kAnswerBytes = 4 + 7;

    DatabaseWire(std::filesystem::path serverSocket, const std::filesystem::path& folder);
    ~DatabaseWire();
    DatabaseWire(const DatabaseWire&) = delete;
    DatabaseWire& operator=(const DatabaseWire&) = delete;

    [[nodiscard]] const std::filesystem::path& socket() const { return m_socket; }
    /// Of the next COMMIT and its answer, taken together, so many bytes pass. Both ends then see the wire
    /// closed.
    void cutNext(int bytes);
    [[nodiscard]] int cuts() const { return m_cuts; }

    /// What a program hears of a statement, or of its next attempt to connect.
    struct Fault {
        int after = 0; ///< so many statements pass before
        int code = 0; ///< of the error; 0 = the wire is cut instead
        int refused = 0; ///< code that the connection after it is refused with, 0 = it is let in
    };
    void fail(Fault fault);
    /// Statements that came since the last call, the one that failed included.
    [[nodiscard]] int takeStatements();
    [[nodiscard]] int faults() const { return m_faults; }

private:
    void accept();
    void carry(int client);
    [[nodiscard]] std::optional<int> takeOrder();
    /// What of the client's bytes goes on to the server; nullopt = the wire is cut. `client` hears of an error.
    [[nodiscard]] std::optional<std::string> passing(std::string& waiting, int client, int server);
    /// The fault that this statement meets.
    [[nodiscard]] std::optional<Fault> countStatement();
    [[nodiscard]] bool refuses(int client);

    std::filesystem::path m_server;
    std::filesystem::path m_socket;
    int m_listener = -1;
    std::mutex m_mutex;
    std::optional<int> m_next;
    std::optional<Fault> m_fault;
    int m_refused = 0;
    int m_statements = 0;
    std::atomic<int> m_cuts = 0;
    std::atomic<int> m_faults = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
    std::vector<std::thread> m_wires;
};

} // namespace guanwu::test
