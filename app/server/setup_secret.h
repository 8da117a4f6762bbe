#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace guanwu {

/// The one-time secret with which the administrators of a new registry are made (security X5): there is no
/// default account. Held in memory only; a server that starts again makes another.
class SetupSecret {
public:
    /// An empty secret opens nothing: the registry has its administrators.
    explicit SetupSecret(std::string secret)
        : m_secret(std::move(secret))
    {
    }
    [[nodiscard]] bool opens(std::string_view secret) const
    {
        const std::lock_guard lock(m_mutex);
        unsigned difference = m_secret.size() == secret.size() && !secret.empty() ? 0 : 1;
        // Every byte is looked at, so that the time tells nothing.
        for (std::size_t i = 0; i < m_secret.size(); ++i)
            difference |= static_cast<unsigned>(static_cast<unsigned char>(m_secret[i])
                ^ static_cast<unsigned char>(i < secret.size() ? secret[i] : '\0'));
        return difference == 0;
    }
    void use()
    {
        const std::lock_guard lock(m_mutex);
        m_secret.clear();
    }

private:
    mutable std::mutex m_mutex;
    std::string m_secret;
};

} // namespace guanwu
