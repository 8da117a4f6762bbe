#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// Passwords, tokens and their digests. What makes them is a library outside core.
class Secrets {
public:
    enum class Match : std::uint8_t { No, Yes, YesButOutdated };

    virtual ~Secrets() = default;
    /// Slow on purpose; carries its algorithm, its parameters and its salt.
    [[nodiscard]] virtual std::string hash(std::string_view password) = 0;
    /// YesButOutdated: hashed by weaker parameters than hash() takes today. An empty hash matches nothing and
    /// takes as long as any other, so that nobody learns from the time which logins there are.
    [[nodiscard]] virtual Match compare(std::string_view password, const std::string& hash) = 0;
    /// 256 random bits as text.
    [[nodiscard]] virtual std::string newToken() = 0;
    /// What is stored of a token.
    [[nodiscard]] virtual std::string digest(std::string_view token) = 0;
};

} // namespace guanwu
