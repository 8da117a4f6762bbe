#include "schema/inventory/event_digest.h"

#include "core/base/hex.h"

#include <array>
#include <charconv>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <span>

namespace guanwu {

namespace {

    void add(std::string& out, std::string_view value)
    {
        std::array<char, 24> size;
        char* end = std::to_chars(size.data(), size.data() + size.size(), value.size()).ptr;
        *end++ = ':';
        out.append(size.data(), end);
        out += value;
    }

    void add(std::string& out, std::int64_t value)
    {
        std::array<char, 24> digits;
        const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        add(out, std::string_view(digits.data(), end));
    }

    /// "not stated" is not the same as stated and empty.
    void addOptional(std::string& out, const std::optional<std::string>& value)
    {
        out += value ? '1' : '0';
        if (value)
            add(out, *value);
    }

} // namespace

std::string eventDigest(const ScanEvent& event)
{
    // Kept by each thread: events come by the hundred thousand.
    thread_local std::string bytes;
    bytes.clear();
    add(bytes, event.eventId);
    add(bytes, event.installId);
    add(bytes, event.seq);
    add(bytes, std::int64_t {event.at.time_since_epoch().count()});
    add(bytes, event.actor);
    add(bytes, event.unit);
    add(bytes, tokenRow(kEventKinds, event.kind).token);
    addOptional(bytes, event.code);
    addOptional(bytes, event.place);
    addOptional(bytes, event.user);
    add(bytes, event.condition ? tokenRow(kConditions, *event.condition).token : std::string_view());
    add(bytes, tokenRow(kEntryModes, event.entry).token);
    add(bytes, event.reason);
    add(bytes, event.name);
    add(bytes, event.classCode);
    add(bytes, event.quantity);
    for (const std::string& photo : event.photos)
        add(bytes, photo);
    add(bytes, event.corrects);

    // Looked up once: OpenSSL 3 otherwise does it for every event, under a lock.
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    unsigned char digest[SHA256_DIGEST_LENGTH];
    EVP_DigestInit_ex2(context.get(), algorithm, nullptr);
    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
    EVP_DigestFinal_ex(context.get(), digest, nullptr);
    return hexOf(std::span(digest).first(16));
}

struct InstallDigest::Context {
    EVP_MD_CTX* digest = EVP_MD_CTX_new();
    Context() { EVP_DigestInit_ex(digest, EVP_sha256(), nullptr); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { EVP_MD_CTX_free(digest); }
};

InstallDigest::InstallDigest()
    : m_context(std::make_unique<Context>())
{
}

InstallDigest::~InstallDigest() = default;

void InstallDigest::add(std::string_view eventDigest)
{
    EVP_DigestUpdate(m_context->digest, eventDigest.data(), eventDigest.size());
}

std::string InstallDigest::hex()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context->digest, digest, &size);
    return hexOf(std::span(digest).first(size));
}

} // namespace guanwu
