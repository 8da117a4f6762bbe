#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace guanwu {

/// What the server counts about itself. Numbers only: no id, no name, no address (security Y2).
class Metrics {
public:
    void request(int status, std::chrono::microseconds took);
    void ingested(std::uint64_t batches, std::uint64_t events);

    struct Gauges {
        std::size_t connections = 0;
        std::size_t waitingQuick = 0;
        std::size_t waitingPassword = 0;
        std::size_t waitingLong = 0;
        std::size_t waitingEvents = 0;
    };
    /// The text format of Prometheus.
    [[nodiscard]] std::string text(const Gauges& gauges) const;

private:
    /// Upper ends in milliseconds; the last one takes all that is longer.
    static constexpr std::array<int, 8> kBuckets {1, 3, 10, 30, 100, 300, 1000, 10000};

    std::array<std::atomic<std::uint64_t>, 6> m_byClass {}; ///< by the first digit of the status
    std::array<std::atomic<std::uint64_t>, kBuckets.size() + 1> m_byTime {};
    std::atomic<std::uint64_t> m_microseconds {0};
    std::atomic<std::uint64_t> m_commits {0};
    std::atomic<std::uint64_t> m_batches {0};
    std::atomic<std::uint64_t> m_events {0};
};

} // namespace guanwu
