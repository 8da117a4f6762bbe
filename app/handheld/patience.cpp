#include "app/handheld/patience.h"

#include <algorithm>
#include <thread>

namespace guanwu {

Patience::Patience(RetryPolicy policy)
    : m_policy(std::move(policy))
    , m_random(m_policy.seed)
{
    if (!m_policy.sleep)
        m_policy.sleep = [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); };
}

bool Patience::pause(int attempt, std::optional<std::chrono::seconds> asked)
{
    if (asked && *asked > m_policy.longestPause)
        return false;
    const auto doubled = m_policy.firstPause.count() << std::min(attempt - 1, 20);
    const auto most = std::min<std::int64_t>(doubled, m_policy.longestPause.count());
    // Between a half and the whole of it, and never earlier than the server asked.
    const std::int64_t jittered
        = most / 2 + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(most / 2 + 1));
    m_policy.sleep(std::max(std::chrono::milliseconds(jittered),
        std::chrono::milliseconds(asked.value_or(std::chrono::seconds(0)))));
    return true;
}

} // namespace guanwu
