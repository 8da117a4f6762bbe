#include "app/security/argon2_secrets.h"

#include "core/base/hex.h"

#include <algorithm>
#include <argon2.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <optional>
#include <stdexcept>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr std::uint32_t kLanes = 1;
    constexpr std::size_t kSecretBytes = 32;
    constexpr std::size_t kSaltBytes = 16;
    // What a hash can have cost: a damaged row shall not ask for all memory, nor for what argon2 refuses.
    constexpr unsigned kMinMemoryKib = 8;
    constexpr unsigned kMaxMemoryKib = 1U << 20;
    constexpr unsigned kMaxPasses = 100;

    struct StoredHash {
        HashCost cost;
        std::string salt;
        std::string seal;
    };

    std::string randomBytes(std::size_t count)
    {
        std::string bytes(count, '\0');
        if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
            throw std::runtime_error("no random bytes");
        return bytes;
    }

    std::string hex(std::string_view bytes)
    {
        return hexOf({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    }

    std::string fromHex(std::string_view text)
    {
        const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
        std::string out;
        for (std::size_t i = 0; i + 1 < text.size(); i += 2)
            out += static_cast<char>(digit(text[i]) << 4 | digit(text[i + 1]));
        return out;
    }

    std::string stored(const StoredHash& hash)
    {
        return "argon2id-m" + std::to_string(hash.cost.memoryKib) + "-t" + std::to_string(hash.cost.passes)
            + "-p1+hmac-sm3$" + hex(hash.salt) + '$' + hash.seal;
    }

    std::optional<StoredHash> parseStored(const std::string& text)
    {
        StoredHash hash;
        int salt = 0;
        if (std::sscanf(text.c_str(), "argon2id-m%u-t%u-p1+hmac-sm3$%n", &hash.cost.memoryKib,
                &hash.cost.passes, &salt)
                != 2
            || salt == 0)
            return std::nullopt;
        if (hash.cost.memoryKib < kMinMemoryKib || hash.cost.memoryKib > kMaxMemoryKib || hash.cost.passes < 1
            || hash.cost.passes > kMaxPasses)
            return std::nullopt;
        const std::size_t seal = text.find('$', static_cast<std::size_t>(salt));
        if (seal == std::string::npos)
            return std::nullopt;
        hash.salt = fromHex(std::string_view(text).substr(
            static_cast<std::size_t>(salt), seal - static_cast<std::size_t>(salt)));
        hash.seal = text.substr(seal + 1);
        if (hash.salt.size() != kSaltBytes)
            return std::nullopt;
        return hash;
    }

    std::string finished(const std::array<unsigned char, EVP_MAX_MD_SIZE>& bytes, unsigned size)
    {
        return hex({reinterpret_cast<const char*>(bytes.data()), size});
    }

    Result<std::string> readKey(int file, const std::filesystem::path& path)
    {
        struct stat about { };
        std::string key(kSecretBytes + 1, '\0');
        if (fstat(file, &about) != 0 || (about.st_mode & 077) != 0)
            return fail(ErrorCode::InvalidArgument, "secrets.key_file", path.string());
        const ssize_t size = read(file, key.data(), key.size());
        if (size != static_cast<ssize_t>(kSecretBytes))
            return fail(ErrorCode::InvalidArgument, "secrets.key_file", path.string());
        key.resize(kSecretBytes);
        return key;
    }

} // namespace

Result<std::unique_ptr<Argon2Secrets>> Argon2Secrets::withKeyFile(const std::filesystem::path& path)
{
    int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) {
        const std::string key = randomBytes(kSecretBytes);
        const int made = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
        const bool written = made >= 0
            && write(made, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && fsync(made) == 0;
        if (made >= 0)
            close(made);
        if (!written)
            return fail(ErrorCode::InvalidArgument, "secrets.key_file", path.string());
        file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    }
    if (file < 0)
        return fail(ErrorCode::InvalidArgument, "secrets.key_file", path.string());
    auto key = readKey(file, path);
    close(file);
    return key ? std::make_unique<Argon2Secrets>(std::move(*key))
               : Result<std::unique_ptr<Argon2Secrets>>(fail(key.error()));
}

Argon2Secrets::Argon2Secrets(std::string key, HashCost cost)
    : m_key(std::move(key))
    , m_cost(cost)
    , m_room(static_cast<std::ptrdiff_t>(std::max(1U, std::thread::hardware_concurrency())))
{
}

Argon2Secrets::~Argon2Secrets() { OPENSSL_cleanse(m_key.data(), m_key.size()); }

std::string Argon2Secrets::sealed(std::string_view password, std::string_view salt, HashCost cost) const
{
    std::array<unsigned char, kSecretBytes> raw {};
    m_room.acquire();
    const int code = argon2id_hash_raw(cost.passes, cost.memoryKib, kLanes, password.data(), password.size(),
        salt.data(), salt.size(), raw.data(), raw.size());
    m_room.release();
    if (code != ARGON2_OK)
        throw std::runtime_error("a password could not be hashed");
    std::array<unsigned char, EVP_MAX_MD_SIZE> seal {};
    unsigned size = 0;
    if (!HMAC(EVP_sm3(), m_key.data(), static_cast<int>(m_key.size()), raw.data(), raw.size(), seal.data(),
            &size))
        throw std::runtime_error("a password could not be sealed");
    OPENSSL_cleanse(raw.data(), raw.size());
    return finished(seal, size);
}

std::string Argon2Secrets::hash(std::string_view password)
{
    const std::string salt = randomBytes(kSaltBytes);
    return stored({m_cost, salt, sealed(password, salt, m_cost)});
}

Secrets::Match Argon2Secrets::compare(std::string_view password, const std::string& hash)
{
    const StoredHash known
        = parseStored(hash).value_or(StoredHash {m_cost, std::string(kSaltBytes, '\0'), {}});
    const std::string seal = sealed(password, known.salt, known.cost);
    if (known.seal.size() != seal.size() || CRYPTO_memcmp(seal.data(), known.seal.data(), seal.size()) != 0)
        return Match::No;
    return known.cost == m_cost ? Match::Yes : Match::YesButOutdated;
}

std::string Argon2Secrets::newToken() { return hex(randomBytes(kSecretBytes)); }

std::string Argon2Secrets::digest(std::string_view token)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes {};
    unsigned size = 0;
    if (EVP_Digest(token.data(), token.size(), bytes.data(), &size, EVP_sm3(), nullptr) != 1)
        throw std::runtime_error("a token could not be digested");
    return finished(bytes, size);
}

} // namespace guanwu
