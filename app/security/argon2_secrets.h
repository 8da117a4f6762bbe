#pragma once

#include "core/access/secrets.h"
#include "core/base/error.h"

#include <filesystem>
#include <memory>
#include <semaphore>

namespace guanwu {

/// How hard a password hash is. It stands in front of each, so that a harder one takes over as people log in.
struct HashCost {
    std::uint32_t memoryKib = 65536;
    std::uint32_t passes = 2;

    bool operator==(const HashCost&) const = default;
};

/// Passwords by argon2id, then HMAC-SM3 with a key that lies outside the database: a stolen table alone gives
/// nobody away (security X6). Tokens are 256 random bits, stored as their SM3 digest.
class Argon2Secrets final : public Secrets {
public:
    /// The key is read from the file, which is made when it is not there, readable by its owner only.
    /// Errors: secrets.key_file when it cannot be read, is open to others or has not 32 bytes.
    [[nodiscard]] static Result<std::unique_ptr<Argon2Secrets>> withKeyFile(
        const std::filesystem::path& file);
    explicit Argon2Secrets(std::string key, HashCost cost = {});
    ~Argon2Secrets() override;

    std::string hash(std::string_view password) override;
    Match compare(std::string_view password, const std::string& hash) override;
    std::string newToken() override;
    std::string digest(std::string_view token) override;

private:
    [[nodiscard]] std::string sealed(std::string_view password, std::string_view salt, HashCost cost) const;

    std::string m_key;
    HashCost m_cost;
    /// Each hash takes 64 MiB: as many at once as there are cores.
    mutable std::counting_semaphore<> m_room;
};

} // namespace guanwu
