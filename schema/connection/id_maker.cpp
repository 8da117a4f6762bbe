#include "schema/connection/id_maker.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>

namespace guanwu {

namespace {

    constexpr std::int64_t kEpoch = 1577836800000; // 2020-01-01T00:00:00Z
    constexpr std::int64_t kRunningLimit = 1 << 12;

    std::int64_t millisecondsNow()
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count() - kEpoch;
    }

} // namespace

IdMaker::IdMaker(unsigned node)
    : m_node(static_cast<std::int64_t>(node % 1024))
{
}

IdMaker IdMaker::withRandomNode()
{
    // The sessions of one process work at the same moment, so they never draw the same number.
    static std::atomic<unsigned> next {std::random_device {}()};
    return IdMaker(next++);
}

std::int64_t IdMaker::next()
{
    // A clock set back must not repeat an id, and a bulk load may make more than 4096 in a millisecond:
    // in both cases the maker runs ahead of the clock.
    if (++m_running >= kRunningLimit || m_millisecond == 0) {
        m_millisecond = std::max(m_millisecond + 1, millisecondsNow());
        m_running = 0;
    } else if (const std::int64_t now = millisecondsNow(); now > m_millisecond) {
        m_millisecond = now;
        m_running = 0;
    }
    return (m_millisecond << 22) | (m_node << 12) | m_running;
}

} // namespace guanwu
