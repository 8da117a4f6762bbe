#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace guanwu::test {

/// A wire between handhelds and their server that is cut now and then, in the middle of anything: it passes
/// bytes on, and closes some of the connections, in both directions at once, after a random number of them.
/// Knows nothing of what it carries.
class CuttingProxy {
public:
    /// `cutPercent` of the connections are cut, within their first `within` bytes.
    CuttingProxy(std::uint16_t target, unsigned cutPercent, std::uint32_t within, std::uint32_t seed);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] int cuts() const { return m_cuts; }
    /// What holds for connections from now on.
    void setCutting(unsigned cutPercent) { m_cutPercent = cutPercent; }

private:
    void accept();
    void carry(int client, std::int64_t cutAfter);

    std::uint16_t m_target;
    std::atomic<unsigned> m_cutPercent;
    std::uint32_t m_within;
    std::mt19937 m_random;
    std::uint16_t m_port = 0; ///< before the listener, which sets it
    int m_listener = -1;
    std::atomic<int> m_cuts = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
    std::vector<std::thread> m_wires;
};

/// A port of the loopback that nobody listens on now.
[[nodiscard]] std::uint16_t freePort();

} // namespace guanwu::test
