#pragma once

#include "core/values/ids.h"
#include "core/values/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

/// A handheld that was enrolled. It is known by its key, not by its name: a log-in made on it works only with
/// that key (security X7).
struct Device {
    DeviceId id;
    std::string name; ///< what people call it
    std::string publicKey; ///< "ed25519:BASE64URL": the algorithm stands before the key
    std::string offeredBy; ///< login of the administrator who let it in
    Instant enrolledAt {};
    std::optional<Instant> revokedAt; ///< it is let in no more, for ever
    std::int64_t revision = 1;

    bool operator==(const Device&) const = default;
};

/// A promise to let one handheld in. The code itself is nowhere stored.
struct EnrolmentOffer {
    std::string codeDigest;
    std::string offeredBy;
    Instant expiresAt {};
};

} // namespace guanwu
