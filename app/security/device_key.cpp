#include "app/security/device_key.h"

#include "app/security/base64url.h"

#include <cerrno>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr std::size_t kSeedBytes = 32;
    constexpr std::size_t kSignatureBytes = 64;

    struct Seed {
        unsigned char bytes[kSeedBytes + 1] {};
        ~Seed() { OPENSSL_cleanse(bytes, sizeof bytes); }
    };

    /// Written under another name first: a key file that is there is whole.
    bool makeFile(const std::filesystem::path& file)
    {
        Seed seed;
        const std::string fresh = file.string() + ".new";
        if (RAND_priv_bytes(seed.bytes, kSeedBytes) != 1)
            return false;
        unlink(fresh.c_str());
        const int made = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        const bool isWritten = made >= 0
            && write(made, seed.bytes, kSeedBytes) == static_cast<ssize_t>(kSeedBytes) && fsync(made) == 0;
        if (made >= 0)
            close(made);
        // A link fails when another program was quicker; its key counts then.
        const bool isThere = isWritten && (link(fresh.c_str(), file.c_str()) == 0 || errno == EEXIST);
        unlink(fresh.c_str());
        return isThere;
    }

    bool readSeed(const std::filesystem::path& file, Seed& seed)
    {
        const int opened = open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (opened < 0)
            return false;
        struct stat about { };
        const bool isGood = fstat(opened, &about) == 0 && (about.st_mode & 077) == 0
            && read(opened, seed.bytes, sizeof seed.bytes) == static_cast<ssize_t>(kSeedBytes);
        close(opened);
        return isGood;
    }

} // namespace

struct DeviceKey::Key {
    EVP_PKEY* key = nullptr;

    explicit Key(const Seed& seed)
        : key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.bytes, kSeedBytes))
    {
    }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    ~Key() { EVP_PKEY_free(key); }
};

DeviceKey::DeviceKey(std::unique_ptr<Key> key)
    : m_key(std::move(key))
{
}

DeviceKey::~DeviceKey() = default;

Result<std::unique_ptr<DeviceKey>> DeviceKey::withFile(const std::filesystem::path& file)
{
    const auto error = [&] { return fail(ErrorCode::InvalidArgument, "handheld.key_file", file.string()); };
    if (access(file.c_str(), F_OK) != 0 && !makeFile(file))
        return error();
    Seed seed;
    if (!readSeed(file, seed))
        return error();
    auto key = std::make_unique<Key>(seed);
    if (!key->key)
        return error();
    return std::unique_ptr<DeviceKey>(new DeviceKey(std::move(key)));
}

std::string DeviceKey::publicKey() const
{
    unsigned char bytes[kSeedBytes];
    std::size_t size = sizeof bytes;
    if (EVP_PKEY_get_raw_public_key(m_key->key, bytes, &size) != 1)
        throw std::runtime_error("a device key has no public half");
    return "ed25519:" + toBase64url({reinterpret_cast<const char*>(bytes), size});
}

std::string DeviceKey::sign(std::string_view text) const
{
    unsigned char signature[kSignatureBytes];
    std::size_t size = sizeof signature;
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const bool isSigned = context && EVP_DigestSignInit(context, nullptr, nullptr, nullptr, m_key->key) == 1
        && EVP_DigestSign(
               context, signature, &size, reinterpret_cast<const unsigned char*>(text.data()), text.size())
            == 1;
    EVP_MD_CTX_free(context);
    if (!isSigned)
        throw std::runtime_error("a request could not be signed");
    return toBase64url({reinterpret_cast<const char*>(signature), size});
}

} // namespace guanwu
