#pragma once

#include "core/access/secrets.h"

namespace guanwu::test {

/// Tells passwords apart without taking a tenth of a second for each; the real one has tests of its own.
class PlainSecrets final : public Secrets {
public:
    std::string hash(std::string_view password) override { return "plain:" + std::string(password); }
    Match compare(std::string_view password, const std::string& hash) override
    {
        if (hash == "old:" + std::string(password))
            return Match::YesButOutdated;
        return hash == "plain:" + std::string(password) ? Match::Yes : Match::No;
    }
    std::string newToken() override { return "token" + std::to_string(++m_tokens); }
    std::string digest(std::string_view token) override { return "digest of " + std::string(token); }

private:
    int m_tokens = 0;
};

} // namespace guanwu::test
