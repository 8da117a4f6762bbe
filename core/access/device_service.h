#pragma once

#include "core/access/account.h"
#include "core/access/device_store.h"
#include "core/access/secrets.h"
#include "core/access/signatures.h"

#include <functional>

namespace guanwu {

/// A request as it was sent: what a handheld proves that it, and nobody else, has sent.
struct SentRequest {
    std::string_view method; ///< "POST"
    std::string_view target; ///< path and query
    std::string_view bodySha256; ///< lower-case hex, of the bytes that came over the wire
    std::string_view token; ///< empty while logging in
};

/// The text that is signed. No field can hold a line break, so none can pass for another.
[[nodiscard]] std::string proofText(const SentRequest& request);

/// Where a server is to be found, and the authority that vouches for it.
struct ServerAddress {
    std::string url; ///< "https://HOST:PORT"
    std::string caSha256; ///< 64 hex digits of the certificate's fingerprint
};

/// Whether it fits into the text of a QR code. Errors: device.address, device.fingerprint.
[[nodiscard]] Result<void> checkAddress(const ServerAddress& address);

/// Handhelds: letting them in, and throwing them out. What the command line and the API both call.
class DeviceService {
public:
    DeviceService(
        DeviceStore& store, Secrets& secrets, const Signatures& signatures, std::function<Instant()> now)
        : m_store(store)
        , m_secrets(secrets)
        , m_signatures(signatures)
        , m_now(std::move(now))
    {
    }

    /// The text of the QR code that one handheld enrols with, once, within 15 minutes.
    /// Errors: access.forbidden, device.address, device.fingerprint.
    [[nodiscard]] Result<std::string> offer(const Caller& by, const ServerAddress& address);
    /// Errors: device.name, device.public_key, device.code, device.key_taken.
    [[nodiscard]] Result<Device> enrol(
        std::string_view code, const std::string& name, const std::string& publicKey);
    /// Errors: access.forbidden.
    [[nodiscard]] Result<std::vector<Device>> devices(const Caller& by);
    /// Errors: access.forbidden, device.name, device.not_found, device.changed.
    [[nodiscard]] Result<void> rename(const Caller& by, DeviceId id, const std::string& name);
    /// Its log-ins end at once, and it never comes back: a handheld that was found again enrols with a new
    /// key. Errors: access.forbidden, device.not_found.
    [[nodiscard]] Result<void> revoke(const Caller& by, DeviceId id);

    /// The handheld that sent the request. Errors: device.proof, whatever was wrong.
    [[nodiscard]] Result<Device> prove(DeviceId id, const SentRequest& request, std::string_view proof);
    /// Whether a log-in may be used for this request: one that was made on a handheld needs its proof.
    /// Errors: device.proof.
    [[nodiscard]] Result<void> admit(
        const Caller& caller, const SentRequest& request, std::string_view proof);

private:
    DeviceStore& m_store;
    Secrets& m_secrets;
    const Signatures& m_signatures;
    std::function<Instant()> m_now;
};

} // namespace guanwu
