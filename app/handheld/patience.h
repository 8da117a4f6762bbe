#pragma once

#include "app/handheld/server_api.h"

#include <functional>
#include <random>

namespace guanwu {

/// How a handheld waits for a server that cannot answer now.
struct RetryPolicy {
    int attempts = 6;
    std::chrono::milliseconds firstPause {500};
    std::chrono::milliseconds longestPause {
        60'000}; ///< a server that asks for more is left alone until later
    std::uint32_t seed
        = std::random_device {}(); ///< of the jitter: 219 handhelds must not come back together
    std::function<void(std::chrono::milliseconds)> sleep {}; ///< how to wait; empty = really
};

/// Makes calls again that may go through later, with pauses that grow and are never the same twice.
class Patience {
public:
    explicit Patience(RetryPolicy policy);

    /// The answer, or the failure after which trying again makes no sense now.
    template <class Call> auto operator()(const Call& call) -> decltype(call())
    {
        for (int attempt = 1;; ++attempt) {
            auto answer = call();
            if (answer || !answer.error().isPassing() || attempt >= m_policy.attempts
                || !pause(attempt, answer.error().retryAfter))
                return answer;
        }
    }

private:
    /// False when the server asked for more patience than there is.
    [[nodiscard]] bool pause(int attempt, std::optional<std::chrono::seconds> asked);

    RetryPolicy m_policy;
    std::mt19937 m_random;
};

} // namespace guanwu
