#pragma once

#include "core/base/error.h"
#include "core/values/instant.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guanwu {

/// What a server shows of itself over TLS.
struct TlsIdentity {
    std::filesystem::path certificateChain; ///< PEM: the server's certificate, then the CA's when it is ours
    std::filesystem::path privateKey; ///< PEM
    std::filesystem::path caFile; ///< PEM: what a client is told to trust
    std::string caFingerprint; ///< SHA-256 of the CA certificate (DER), lower-case hex: what handhelds pin
};

/// The identity in a folder, made when it is not there: a CA of ten years that stays, and a certificate by it
/// for the names of this machine, renewed when it ends within a month or a name is new. Keys are ECDSA P-256,
/// readable by their owner only. Errors: tls.folder.
[[nodiscard]] Result<TlsIdentity> ownTlsIdentity(
    const std::filesystem::path& folder, const std::vector<std::string>& names, Instant now);

/// A certificate from elsewhere; the last certificate of its chain is taken for the CA.
/// Errors: tls.certificate.
[[nodiscard]] Result<TlsIdentity> givenTlsIdentity(
    const std::filesystem::path& certificateChain, const std::filesystem::path& privateKey);

/// SHA-256 of the last certificate of a PEM file. Errors: tls.certificate.
[[nodiscard]] Result<std::string> lastFingerprint(const std::filesystem::path& pem);

} // namespace guanwu
