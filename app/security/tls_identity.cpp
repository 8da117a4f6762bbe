#include "app/security/tls_identity.h"

#include "core/base/hex.h"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

namespace {

    using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
    using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
    using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

    constexpr std::chrono::days kCaDays {3653};
    constexpr std::chrono::days kServerDays {397}; // what browsers accept at most
    constexpr std::chrono::days kRenewWithin {30};

    Key noKey() { return {nullptr, EVP_PKEY_free}; }
    Certificate noCertificate() { return {nullptr, X509_free}; }

    [[noreturn]] void failed(const char* what) { throw std::runtime_error(what); }

    File openPem(const std::filesystem::path& path) { return {std::fopen(path.c_str(), "r"), std::fclose}; }

    Certificate readCertificate(const std::filesystem::path& path)
    {
        const File file = openPem(path);
        return file ? Certificate(PEM_read_X509(file.get(), nullptr, nullptr, nullptr), X509_free)
                    : noCertificate();
    }

    Key readKey(const std::filesystem::path& path)
    {
        const File file = openPem(path);
        return file ? Key(PEM_read_PrivateKey(file.get(), nullptr, nullptr, nullptr), EVP_PKEY_free)
                    : noKey();
    }

    /// Whole or not at all: written beside its place, then moved there.
    void writePem(const std::filesystem::path& path, mode_t mode, const std::function<int(std::FILE*)>& write)
    {
        const std::filesystem::path fresh = path.string() + ".new";
        std::filesystem::remove(fresh);
        const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (descriptor < 0)
            failed("a certificate file cannot be written");
        File file(fdopen(descriptor, "w"), std::fclose);
        if (write(file.get()) != 1 || std::fflush(file.get()) != 0 || fsync(descriptor) != 0)
            failed("a certificate file cannot be written");
        file.reset();
        std::filesystem::rename(fresh, path);
    }

    std::string fingerprintOf(X509* certificate)
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
        unsigned size = 0;
        if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
            failed("a certificate cannot be digested");
        return hexOf(std::span(digest).first(size));
    }

    void addExtension(X509* certificate, X509* issuer, int kind, const std::string& value)
    {
        X509V3_CTX context;
        X509V3_set_ctx_nodb(&context);
        X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
        if (!extension || X509_add_ext(certificate, extension, -1) != 1)
            failed("a certificate cannot be made");
        X509_EXTENSION_free(extension);
    }

    Certificate blank(const char* name, EVP_PKEY* key, Instant now, std::chrono::days life)
    {
        Certificate out(X509_new(), X509_free);
        std::array<unsigned char, 16> serial {};
        if (!out || RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1)
            failed("a certificate cannot be made");
        serial[0] &= 0x7f; // a serial number is positive
        const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
            BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr), BN_free);
        BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(out.get()));
        X509_set_version(out.get(), X509_VERSION_3);
        // A day before now: clocks of handhelds are not exact.
        const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch();
        ASN1_TIME_set(X509_getm_notBefore(out.get()), (seconds - std::chrono::days(1)).count());
        ASN1_TIME_set(X509_getm_notAfter(out.get()), (seconds + life).count());
        X509_set_pubkey(out.get(), key);
        X509_NAME* subject = X509_get_subject_name(out.get());
        X509_NAME_add_entry_by_txt(
            subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
        return out;
    }

    std::string alternativeNames(const std::vector<std::string>& names)
    {
        std::string out;
        for (const std::string& name : names) {
            const bool isAddress = name.find_first_not_of("0123456789.") == std::string::npos
                || name.find(':') != std::string::npos;
            out.append(out.empty() ? "" : ",").append(isAddress ? "IP:" : "DNS:").append(name);
        }
        return out;
    }

    bool covers(X509* certificate, const std::vector<std::string>& names)
    {
        for (const std::string& name : names)
            if (X509_check_host(certificate, name.c_str(), name.size(), 0, nullptr) != 1
                && X509_check_ip_asc(certificate, name.c_str(), 0) != 1)
                return false;
        return true;
    }

    bool isGood(X509* certificate, EVP_PKEY* key, X509* ca, EVP_PKEY* caKey,
        const std::vector<std::string>& names, Instant now)
    {
        auto renewAt = std::chrono::system_clock::to_time_t(now + kRenewWithin);
        return certificate && key && X509_check_private_key(certificate, key) == 1
            && X509_cmp_time(X509_get0_notAfter(certificate), &renewAt) > 0
            && X509_check_issued(ca, certificate) == X509_V_OK && X509_verify(certificate, caKey) == 1
            && covers(certificate, names);
    }

    void makeCa(const std::filesystem::path& folder, Instant now)
    {
        const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
        const Certificate ca = blank("Guanwu CA", key.get(), now, kCaDays);
        X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
        addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
        addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
        addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash");
        if (X509_sign(ca.get(), key.get(), EVP_sha256()) == 0)
            failed("a certificate cannot be signed");
        writePem(folder / "ca.key", 0400, [&](std::FILE* out) {
            return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
        writePem(folder / "ca.pem", 0444, [&](std::FILE* out) { return PEM_write_X509(out, ca.get()); });
    }

    void makeServer(const std::filesystem::path& folder, X509* ca, EVP_PKEY* caKey,
        const std::vector<std::string>& names, Instant now)
    {
        const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
        const Certificate server = blank("Guanwu", key.get(), now, kServerDays);
        X509_set_issuer_name(server.get(), X509_get_subject_name(ca));
        addExtension(server.get(), ca, NID_basic_constraints, "critical,CA:FALSE");
        addExtension(server.get(), ca, NID_key_usage, "critical,digitalSignature");
        addExtension(server.get(), ca, NID_ext_key_usage, "serverAuth");
        addExtension(server.get(), ca, NID_subject_key_identifier, "hash");
        addExtension(server.get(), ca, NID_authority_key_identifier, "keyid");
        addExtension(server.get(), ca, NID_subject_alt_name, alternativeNames(names));
        if (X509_sign(server.get(), caKey, EVP_sha256()) == 0)
            failed("a certificate cannot be signed");
        writePem(folder / "server.key", 0400, [&](std::FILE* out) {
            return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
        writePem(folder / "server.pem", 0444, [&](std::FILE* out) {
            return PEM_write_X509(out, server.get()) == 1 ? PEM_write_X509(out, ca) : 0;
        });
    }

} // namespace

Result<TlsIdentity> ownTlsIdentity(
    const std::filesystem::path& folder, const std::vector<std::string>& names, Instant now)
{
    try {
        std::filesystem::create_directories(folder);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
        // Written last, so a CA that is here is whole.
        if (!std::filesystem::exists(folder / "ca.pem"))
            makeCa(folder, now);
        const Certificate ca = readCertificate(folder / "ca.pem");
        const Key caKey = readKey(folder / "ca.key");
        if (!ca || !caKey)
            return fail(ErrorCode::InvalidArgument, "tls.folder", folder.string());
        const Certificate server = readCertificate(folder / "server.pem");
        const Key serverKey = readKey(folder / "server.key");
        if (!isGood(server.get(), serverKey.get(), ca.get(), caKey.get(), names, now))
            makeServer(folder, ca.get(), caKey.get(), names, now);
        return TlsIdentity {
            folder / "server.pem", folder / "server.key", folder / "ca.pem", fingerprintOf(ca.get())};
    } catch (const std::exception&) {
        return fail(ErrorCode::InvalidArgument, "tls.folder", folder.string());
    }
}

Result<TlsIdentity> givenTlsIdentity(
    const std::filesystem::path& certificateChain, const std::filesystem::path& privateKey)
{
    const Certificate certificate = readCertificate(certificateChain);
    const Key key = readKey(privateKey);
    if (!certificate || !key || X509_check_private_key(certificate.get(), key.get()) != 1)
        return fail(ErrorCode::InvalidArgument, "tls.certificate", certificateChain.string());
    auto fingerprint = lastFingerprint(certificateChain);
    if (!fingerprint)
        return fail(fingerprint.error());
    return TlsIdentity {certificateChain, privateKey, certificateChain, std::move(*fingerprint)};
}

Result<std::string> lastFingerprint(const std::filesystem::path& pem)
{
    const File file = openPem(pem);
    Certificate last = noCertificate();
    while (X509* next = file ? PEM_read_X509(file.get(), nullptr, nullptr, nullptr) : nullptr)
        last.reset(next);
    if (!last)
        return fail(ErrorCode::NotFound, "tls.certificate", pem.string());
    return fingerprintOf(last.get());
}

} // namespace guanwu
